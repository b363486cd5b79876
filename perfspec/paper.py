"""Join a filing and its form pack into the HTML document that every format is made from.

In: a `Filing`, its `Form`, and the folder of the form pack. Out: one self-contained HTML text,
and for each `data-at` mark in it the place in the specs that the marked element shows.

Templates loop and escape; what they need to know beyond the model (runs of equal classes, numbers
of tables, marks) is worked out here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby
from pathlib import Path

from markupsafe import Markup, escape

from perfspec import markup, templating
from perfspec.diagnostics import Place
from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Filing, Indicator, Project, Unit
from perfspec.values import Amount, Percent, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The document, and the place that each of its `data-at` marks stands for."""

    html: str
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCell:
    """A class label that is printed once for `rows` rows, and its label on a further page."""

    label: str
    rows: int

    @property
    def continued(self) -> str:
        """The label where the rows go on behind a page break."""
        return f"{self.label}（续）" if self.label else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An indicator with the class cells that begin in its row."""

    indicator: Indicator
    first: ClassCell | None
    second: ClassCell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTable:
    """A project with its number in the paper and the rows of its table."""

    number: int
    project: Project
    rows: tuple[Row, ...]


def compose(filing: Filing, form: Form, folder: Path) -> Paper:
    """Return the paper of `filing`, laid out by the templates in `folder`.

    Raises PerfspecError when the form has no paper or its template fails.
    """
    if not form.ready:
        problem = message("the form {form} is a draft and has no paper yet", form=form.name)
        hint = message("its filings are checked and compared; a paper wants templates in its pack")
        raise PerfspecError(problem, hint)
    marks = _Marks(filing)
    html = templating.fill(
        folder,
        form.template,
        functions={
            "at": marks.at,
            "text": _text,
            "paragraphs": _paragraphs,
            "money": _money,
            "percent": _percent,
            "target": _target,
            "rows": class_rows,
        },
        values={"filing": filing, "form": form, "tables": tuple(_tables(filing))},
        broken=partial(_broken, form),
    )
    return Paper(html=html, places=marks.places)


def class_rows(indicators: tuple[Indicator, ...]) -> tuple[Row, ...]:
    """Return a row for each indicator; adjacent equal classes share one cell."""

    def first(indicator: Indicator) -> tuple[str, ...]:
        return (indicator.classified.first,)

    def second(indicator: Indicator) -> tuple[str, ...]:
        return (indicator.classified.first, indicator.classified.second)

    cells = zip(indicators, _runs(indicators, first), _runs(indicators, second), strict=True)
    return tuple(Row(indicator=row, first=one, second=two) for row, one, two in cells)


def _runs(
    indicators: tuple[Indicator, ...], key: Callable[[Indicator], tuple[str, ...]]
) -> Iterator[ClassCell | None]:
    for labels, run in groupby(indicators, key):
        length = len(tuple(run))
        yield ClassCell(label=labels[-1], rows=length)
        yield from [None] * (length - 1)


def _tables(filing: Filing) -> Iterator[ProjectTable]:
    for number, project in enumerate(filing.projects, start=1):
        yield ProjectTable(number=number, project=project, rows=class_rows(project.indicators))


class _Marks:
    """Makes `data-at` marks: path from the filing's folder, `#`, keys, list items by id."""

    def __init__(self, filing: Filing) -> None:
        self.places: dict[str, Place] = {}
        self._folder = filing.at.path.rpartition("/")[0] + "/"

    def at(self, record: Filing | Project | Indicator | Unit, *keys: str | int) -> Markup:
        """Return the attribute for the element that shows the value at `keys` of `record`."""
        start: tuple[str | int, ...] = record.at.keys
        if isinstance(record, Indicator):
            start = (*start[:-1], record.id)
        elif isinstance(record, Unit):
            start = (*start[:-1], record.code)
        file = record.at.path.removeprefix(self._folder)
        mark = f"{file}#{'/'.join(map(str, (*start, *keys)))}"
        place = record.at
        for key in keys:
            place = place / key
        self.places[mark] = place
        return Markup(' data-at="{}"').format(mark)


def _text(value: str) -> Markup:
    return Markup(markup.plain(value))  # noqa: S704 — `plain` returns escaped HTML


def _paragraphs(value: str) -> tuple[Markup, ...]:
    return tuple(Markup(part) for part in markup.paragraphs(value))  # noqa: S704 — escaped HTML


def _money(amount: Amount) -> Markup:
    return _data(amount.text, amount.value)


def _percent(percent: Percent) -> Markup:
    return _data(percent.text, percent.value)


def _target(target: Target) -> Markup:
    if target.quantity is None:
        return _text(target.text)
    quantity = target.quantity
    return Markup('<data value="{}" data-op="{}" data-unit="{}">{}</data>').format(
        _plain_number(quantity.number), quantity.op, quantity.unit, _text(target.text)
    )


def _data(shown: str, value: Decimal | None) -> Markup:
    if value is None:
        return escape(shown)
    return Markup('<data value="{}">{}</data>').format(_plain_number(value), shown)


def _plain_number(value: Decimal) -> str:
    return f"{value:f}"


def _broken(form: Form, where: str, said: str) -> PerfspecError:
    return PerfspecError(
        message(
            "the template {where} of form {form} fails: {said}",
            where=where,
            form=form.name,
            said=said,
        )
    )
