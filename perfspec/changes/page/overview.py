"""Several departments at a glance: in, the newest section of each; out, a row for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perfspec.changes import summary
from perfspec.changes.page.tiles import Count
from perfspec.changes.page.wording import SEVERITIES, Mark, Wording
from perfspec.changes.row import Section
from perfspec.changes.wording import short
from perfspec.diagnostics import Severity
from perfspec.messages import Translate
from perfspec.report.visible import seen


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """A department: its budgets, how many of its targets got weaker, its judgements."""

    name: str
    anchor: str
    old: str
    new: str
    money: Mark
    moved: str
    weaker: int
    judgements: tuple[Count, ...]


def rows(newest: Iterable[tuple[str, Section]], translate: Translate) -> Iterator[OverviewRow]:
    """Yield the rows; each section comes with the anchor of its chapter."""
    for anchor, section in newest:
        compared = section.step.comparison
        wording = Wording(translate=translate, form=compared.new.form)
        figures = summary.figures((section,))
        unit = compared.new.form.money_unit
        yield OverviewRow(
            name=seen(short(section) or section.course.code),
            anchor=anchor,
            old=f"{wording.amount(compared.total.before)} {unit}",
            new=f"{wording.amount(compared.total.after)} {unit}",
            money=wording.money(compared.total),
            moved=wording.difference(compared.total),
            weaker=sum(len(one.rows) for one in figures.weaker),
            judgements=tuple(
                Count(mark=wording.mark(SEVERITIES[level], level.value), n=n)
                for level in Severity
                if (n := figures.judgements[level])
            ),
        )
