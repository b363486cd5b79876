"""Projects that a document says twice: in tables of their own, and in one table of all.

In: the projects of a document. Out: each once, and the words that were only repeated.
"""

from collections.abc import Iterator, Mapping, Sequence

from perfspec.importing import FoundIndicator, FoundProject, Use, Used, Value
from perfspec.importing.tables.labels import plain

_SIGNS: Mapping[str, Sequence[str]] = {
    "≥": ("不低于", "不少于", "大于等于", "大于或等于", "以上", ">=", "≧"),
    "≤": ("不高于", "不超过", "小于等于", "小于或等于", "以内", "以下", "<=", "≦"),
    ">": ("大于", "超过", "高于", "＞"),
    "<": ("小于", "低于", "少于", "＜"),
    "=": ("等于", "＝", "═"),
}


def without_repeats(
    projects: Sequence[FoundProject], wide: set[int]
) -> tuple[list[FoundProject], list[Used]]:
    """Return the projects without those of wide tables that have a table of their own.

    Words of theirs that differ from those of the table stand in no value any more, and so are left
    over. So is a list of names and amounts beside tables with indicators: a budget, no filing.
    """
    known = {
        key: project
        for n, project in enumerate(projects)
        if n not in wide
        for key in _keys(project)
    }
    has_tables = any(one.indicators for one in projects)
    kept: list[FoundProject] = []
    used: list[Used] = []
    for number, project in enumerate(projects):
        first = next((known[key] for key in _keys(project) if key in known), None)
        if number in wide and first is not None:
            used += _repeated(project, first)
        elif number not in wide or not has_tables or project.indicators or project.goals:
            kept.append(project)
    return kept, list(dict.fromkeys(used))


def _keys(project: FoundProject) -> Iterator[str]:
    for name, value in (("code", project.code), ("name", project.name)):
        if value is not None and value.text:
            yield f"{name} {plain(value.text)}"


def _repeated(project: FoundProject, first: FoundProject) -> Iterator[Used]:
    words = {plain(value.text) for value in _head(first)}
    for value in _head(project):
        if plain(value.text) in words:
            yield from _used(value)
    for mine, others in (
        (project.indicators, first.indicators),
        (project.medium_indicators, first.medium_indicators),
    ):
        same = len(mine) == len(others)
        by_name = {plain(one.name.text): one for one in others if one.name}
        for number, indicator in enumerate(mine):
            name = plain(indicator.name.text) if indicator.name else ""
            other = others[number] if same else by_name.get(name)
            if other is not None:
                yield from _row(indicator, other)


def _row(indicator: FoundIndicator, other: FoundIndicator) -> Iterator[Used]:
    whole = [plain(value.text) for value in values(other)]
    target = "".join(plain(value.text) for value in _target(other))
    for value in values(indicator):
        if plain(value.text) in whole:
            yield from _used(value)
    # A flat table has operator, number and unit of a target apart, some in columns of their own.
    for value in (*_target(indicator), *indicator.fields.values()):
        words = plain(value.text)
        if words not in whole and (
            words in target or any(w in target for w in _SIGNS.get(words, ()))
        ):
            yield from _used(value)


def _used(value: Value) -> Iterator[Used]:
    for stretch in value.stretches:
        yield Used(stretch=stretch, use=Use.REPEATED)


def _head(project: FoundProject) -> Iterator[Value]:
    """Yield the values of a project without its indicators."""
    for value in (
        project.title,
        project.unit_code,
        project.unit_name,
        project.unit_suffix,
        project.code,
        project.name,
        project.money_unit,
        project.year,
        project.term_start,
        project.term_end,
        project.total,
        project.purpose,
    ):
        if value is not None:
            yield value
    for source in project.sources:
        yield source.amount
    yield from project.plan.values()
    yield from project.goals
    yield from project.medium_goals or ()
    yield from project.fields.values()


def _target(indicator: FoundIndicator) -> Iterator[Value]:
    target = indicator.target
    for value in (target.text, target.op, target.value, target.unit):
        if value is not None:
            yield value
    yield from target.bands.values()


def values(indicator: FoundIndicator) -> Iterator[Value]:
    """Yield the values of an indicator."""
    for value in (
        indicator.first,
        indicator.second,
        indicator.name,
        indicator.description,
        indicator.basis,
        indicator.weight,
        indicator.reached,
    ):
        if value is not None:
            yield value
    yield from _target(indicator)
    yield from indicator.fields.values()
