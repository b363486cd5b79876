"""What a paper needs of its form.

In: `Found`. Out: `Traits`: which labels, columns and ways of writing the form must know.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from perfspec.importing import Found, FoundIndicator, FoundProject, Value
from perfspec.importing.parts import headings
from perfspec.importing.plain import weight

Labels = Mapping[str, int]
UNITS = ("万元", "元")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What was found, as far as a form has to know it; counters say how often.

    `has` are the keys of projects and indicators that the paper has, as `requires` of a form
    names them. `total` is what the weights of every project add up to, None where they differ.
    `is_text` tells whether there are parts beside the tables, as in a 绩效文本.
    """

    kind: str
    year: int | None
    money_unit: str
    classes: Mapping[tuple[str | None, str | None], int]
    sources: Mapping[tuple[str, str], int]
    plan: Labels
    target: str
    total: Decimal | None
    project_fields: Labels
    indicator_fields: Labels
    has: frozenset[str]
    rows: int
    projects: int
    is_text: bool


def of(found: Found, year: int | None = None) -> Traits:
    """Return the traits of what was found; `year` is the fiscal year where it is known."""
    rows = [row for project in found.projects for row in rows_of(project)]
    sources = Counter(
        (one.label, one.part_of) for project in found.projects for one in project.sources
    )
    return Traits(
        kind=found.kind,
        year=year or stated_year(found),
        money_unit=money_unit(found),
        classes=Counter((_text(row.first), _text(row.second)) for row in rows),
        sources=sources,
        plan=Counter(label for project in found.projects for label in project.plan),
        target=_target(rows),
        total=_total(found.projects),
        project_fields=Counter(label for project in found.projects for label in project.fields),
        indicator_fields=Counter(label for row in rows for label in row.fields),
        has=frozenset(_has(found.projects, rows)),
        rows=len(rows),
        projects=len(found.projects),
        is_text=found.sub_goals is not None or found.measures is not None,
    )


def stated_year(found: Found) -> int | None:
    """Return the year of the cover, or that of the tables where they agree."""
    if found.year and (cover := headings.year(found.year.text)):
        return cover
    years = {headings.year(one.year.text) for one in found.projects if one.year} - {None}
    return years.pop() if len(years) == 1 else None


def rows_of(project: FoundProject) -> tuple[FoundIndicator, ...]:
    """Return all rows of indicators of a project."""
    return (*project.indicators, *project.medium_indicators)


def unit_of(value: Value | None) -> str:
    """Return the unit of money that is printed, or the empty text."""
    text = unicodedata.normalize("NFKC", "".join(value.text.split())) if value else ""
    return next((unit for unit in UNITS if text.endswith(unit)), "")


def money_unit(found: Found) -> str:
    """Return the unit that most tables are in, or the empty text where none says one."""
    units = Counter(unit for project in found.projects if (unit := unit_of(project.money_unit)))
    return units.most_common(1)[0][0] if units else ""


def _text(value: Value | None) -> str | None:
    return value.text.strip() if value else None


def _target(rows: Iterable[FoundIndicator]) -> str:
    kinds: Counter[str] = Counter()
    for row in rows:
        target = row.target
        split = (target.op, target.value, target.unit)
        kinds["bands" if target.bands else "split" if any(split) else "text"] += 1
    return kinds.most_common(1)[0][0] if kinds else "text"


def _total(projects: Iterable[FoundProject]) -> Decimal | None:
    totals = set()
    for project in projects:
        texts = [row.weight.text for row in project.indicators if row.weight]
        read = [weight(text) for text in texts]
        if not any(text.strip() for text in texts) or not project.is_complete:
            continue
        totals.add(sum((Decimal(one.text or 0) for one in read if one), Decimal(0)))
    return totals.pop() if len(totals) == 1 else None


def _has(projects: Iterable[FoundProject], rows: Iterable[FoundIndicator]) -> Iterable[str]:
    for project in projects:
        yield from ("code",) if project.code else ()
        yield from ("purpose",) if project.purpose else ()
        yield from ("payment_plan",) if project.plan else ()
        yield from ("term",) if project.term_start or project.term_end else ()
        medium = project.medium_goals is not None or project.medium_indicators
        yield from ("medium_term",) if medium else ()
    for row in rows:
        yield from ("description",) if row.description else ()
        yield from ("basis",) if row.basis else ()
        yield from ("weight",) if row.weight else ()
