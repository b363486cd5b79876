"""Join a filing and its form pack into the HTML document that every format is made from.

In: a `Filing`, its `Form`, and the folder of the form pack. Out: one self-contained HTML text,
and for each `data-at` mark in it the place in the specs that the marked element shows.

Templates run in a sandbox, loop and escape; what they need to know beyond the model (runs of
equal classes, numbers of tables, marks) is worked out here.
"""

import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby
from pathlib import Path

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from perfspec import markup
from perfspec.diagnostics import Place
from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Filing, Indicator, Project, Unit
from perfspec.values import Amount, Percent, Target

# What Python raises when a template counts, compares or looks up what it should not.
_SLIPS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)


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
        raise PerfspecError(problem)
    marks = _Marks(filing)
    environment = _environment(folder)
    environment.globals.update(
        at=marks.at,
        text=_text,
        paragraphs=_paragraphs,
        money=_money,
        percent=_percent,
        target=_target,
        rows=class_rows,
    )
    try:
        html = environment.get_template(form.template).render(
            filing=filing, form=form, tables=tuple(_tables(filing))
        )
    except TemplateSyntaxError as problem:
        raise _broken(form, f"{problem.name}:{problem.lineno}", str(problem.message)) from problem
    except TemplateNotFound as problem:
        raise _broken(form, form.template, f"{problem.name}: not found") from problem
    except (TemplateError, *_SLIPS) as problem:
        raise _broken(form, _line(problem, folder) or form.template, str(problem)) from problem
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


def _template(folder: Path, name: str) -> tuple[str, str, None] | None:
    """Return the text and path of a template, a file in `folder` and no link out of it."""
    path = folder / name
    real = os.path.realpath(path)
    if not Path(real).is_relative_to(os.path.realpath(folder)) or not path.is_file():
        return None
    return path.read_text(encoding="utf-8"), str(path), None


def _environment(folder: Path) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(_template, folder)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _line(problem: BaseException, folder: Path) -> str | None:
    """Return file and line of the template in which `problem` arose."""
    frames = reversed(traceback.extract_tb(problem.__traceback__))
    inside = (frame for frame in frames if Path(frame.filename).is_relative_to(folder))
    return next((f"{Path(frame.filename).name}:{frame.lineno}" for frame in inside), None)


def _broken(form: Form, where: str, said: str) -> PerfspecError:
    return PerfspecError(
        message(
            "the template {where} of form {form} fails: {said}",
            where=where,
            form=form.name,
            said=said,
        )
    )
