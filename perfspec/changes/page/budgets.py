"""Budgets by project: in, a comparison; out, the plot of them and the table of the same numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from perfspec.changes import order, words
from perfspec.changes.page import plots
from perfspec.changes.page.headings import COLON, COMMA, SEMICOLON
from perfspec.changes.page.plots import Bars, Datum
from perfspec.changes.page.wording import EQUAL, Mark, Wording, converted, percent, signed
from perfspec.compare import AmountChange, Comparison
from perfspec.compare.pairs import Pair
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Project
from perfspec.report.visible import seen

# More pairs of bars do not stand on a page together with what explains them.
_MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow:
    """A project in the table; `anchor` is empty where it has no part of its own.

    `mark` is what became of the project, `money` what became of its budget.
    """

    name: str
    anchor: str
    old: str
    new: str
    difference: str
    percent: str
    mark: Mark
    money: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Budget:
    """The budget of a project; of one that is in one year only, one amount is not there."""

    project: Project
    old: Decimal | None
    new: Decimal | None
    difference: Decimal | None
    percent: str
    mark: Mark
    money: Mark | None = None


def rows(
    compared: Comparison, same: set[str], anchors: Mapping[str, str], wording: Wording
) -> Iterator[BudgetRow]:
    """Yield a row for each project; `same` are the ids without change, `anchors` by file."""
    for one in _budgets(compared, same, wording):
        yield BudgetRow(
            name=seen(one.project.name),
            anchor=anchors.get(one.project.at.path, ""),
            old=wording.amount(one.old),
            new=wording.amount(one.new),
            difference=signed(one.difference) if one.difference else "",
            percent=one.percent,
            mark=one.mark,
            money=one.money,
        )


def total(compared: Comparison, wording: Wording) -> BudgetRow:
    """Return the last row: the budgets of all projects."""
    change = compared.total
    return BudgetRow(
        name=wording.translate(message("total")),
        anchor="",
        old=wording.amount(change.before),
        new=wording.amount(change.after),
        difference=signed(change.difference) if change.difference else "",
        percent=percent(change),
        mark=wording.money(change),
        money=None,
    )


def plot(compared: Comparison, wording: Wording) -> Bars | None:
    """Return the plot of the budgets that changed most."""
    return plots.bars(
        [_datum(one, wording) for one in _budgets(compared, set(), wording)], most=_MOST
    )


def title(heads: tuple[str, str], wording: Wording) -> str:
    """Return the name of the plot; the table beside it has the same numbers."""
    return wording.translate(
        message(
            "budgets of {old} and {new}; the table below has the numbers",
            old=heads[0],
            new=heads[1],
        )
    )


def note(bars: Bars | None, heads: tuple[str, str], wording: Wording) -> str:
    """Return what stands under the plot: which bar is which, and how many projects it lacks."""
    if bars is None:
        return ""
    old, new = heads
    if not bars.more:
        return wording.translate(message("open bars: {old}; filled bars: {new}", old=old, new=new))
    return wording.translate(
        message(
            "open bars: {old}; filled bars: {new}; the {n} budgets that changed most,"
            " {more} more in the table",
            old=old,
            new=new,
            n=len(bars.groups),
            more=bars.more,
        )
    )


def told(bars: Bars | None, heads: tuple[str, str], wording: Wording) -> str:
    """Return the words that stand for the plot where it cannot be seen."""
    if bars is None:
        return ""
    names = {"old": heads[0], "new": heads[1]}
    comma, colon = wording.translate(COMMA), wording.translate(COLON)
    groups = wording.translate(SEMICOLON).join(
        f"{group.full}{colon}{comma.join(f'{names[bar.side]} {bar.label}' for bar in group.bars)}"
        for group in bars.groups
    )
    return wording.translate(
        message("budgets of the projects, in pairs of bars: {groups}", groups=groups)
    )


def _datum(one: _Budget, wording: Wording) -> Datum:
    change = signed(one.difference) if one.difference else ""
    share = f" ({one.percent})" if one.percent and change else ""
    mark = one.money or one.mark
    return Datum(
        name=seen(one.project.name),
        old=one.old,
        new=one.new,
        labels=(wording.amount(one.old), wording.amount(one.new)),
        note=f"{mark.sign} {change if one.money and change else mark.word}{share}",
        sure=one.mark.tone != "ask",
    )


def _budgets(compared: Comparison, same: set[str], wording: Wording) -> Iterator[_Budget]:
    """Yield the projects of both years in the order of the newer one."""
    changes = {change.pair.new.id: change for change in compared.changes}
    filings = compared.old.filing, compared.new.filing
    forms = compared.old.form, compared.new.form
    pairs = compared.projects.pairs
    taken = {id(one) for pair in pairs for one in (pair.old, pair.new)}
    for part in order.ordered(filings[0].projects, filings[1].projects, compared.projects):
        match part:
            case Pair():
                change = changes[part.new.id].budget
                known, tone = (EQUAL, "same") if part.new.id in same else (words.CHANGED, "other")
                yield _both(part.new, change, wording.mark(known, tone), wording)
            case order.Added():
                yield _newer(part.new, wording.mark(words.ADDED, "up"))
            case order.Dropped():
                yield _older(part.old, wording.mark(words.DROPPED, "down"), forms)
            case order.Open():
                mark = wording.open(part)
                for one in _once(part.proposal.old, taken):
                    yield _older(one, mark, forms)
                for one in _once(part.proposal.new, taken):
                    yield _newer(one, mark)


def _once(projects: tuple[Project, ...], taken: set[int]) -> Iterator[Project]:
    """Yield the projects that no row has told of: several proposals may name one."""
    for one in projects:
        if id(one) not in taken:
            taken.add(id(one))
            yield one


def _both(project: Project, change: AmountChange, mark: Mark, wording: Wording) -> _Budget:
    return _Budget(
        project=project,
        old=change.before,
        new=change.after,
        difference=change.difference,
        percent=percent(change),
        mark=mark,
        money=wording.money(change),
    )


def _newer(project: Project, mark: Mark) -> _Budget:
    number = project.budget.total.value
    return _Budget(project=project, old=None, new=number, difference=number, percent="", mark=mark)


def _older(project: Project, mark: Mark, forms: tuple[Form, Form]) -> _Budget:
    number = converted(project.budget.total.value, forms[0].money_unit, forms[1].money_unit)
    return _Budget(
        project=project,
        old=number,
        new=None,
        difference=None if number is None else -number,
        percent="",
        mark=mark,
    )
