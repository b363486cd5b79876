"""Projects that a document says twice: in tables of their own, and in one table of all.

In: the projects of a document. Out: each once, and the words that were only repeated.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from perfspec.importing import FoundIndicator, FoundProject, Use, Used, Value
from perfspec.importing.tables.labels import plain
from perfspec.importing.walking import values
from perfspec.values.targets import quantity

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
    known = _Known(one for number, one in enumerate(projects) if number not in wide)
    has_tables = any(one.indicators for one in projects)
    kept: list[FoundProject] = []
    used: list[Used] = []
    for number, project in enumerate(projects):
        others = known.of(project) if number in wide else []
        if others:
            used += _repeated(project, others)
        elif number not in wide or not has_tables or project.indicators or project.goals:
            kept.append(project)
    return kept, list(dict.fromkeys(used))


class _Known:
    """The projects that have tables of their own, by what they are called."""

    def __init__(self, projects: Iterable[FoundProject]) -> None:
        self._by_key: dict[tuple[str, ...], deque[FoundProject]] = {}
        for project in projects:
            for key in _keys(project):
                self._by_key.setdefault(key, deque()).append(project)

    def of(self, project: FoundProject) -> list[FoundProject]:
        """Return those that a project of a wide table is: several of one name may be one there."""
        for key in _keys(project):
            if there := self._by_key.get(key):
                rows = len(project.indicators)
                found = [there[0]]
                # Each stands for its own rows; the last one of a name may be named again.
                while len(there) > 1 and sum(len(one.indicators) for one in found) < rows:
                    there.popleft()
                    found.append(there[0])
                if len(there) > 1:
                    there.popleft()
                return found
        return []


def _keys(project: FoundProject) -> Iterator[tuple[str, ...]]:
    """Yield what a project is called: by code and name, by its name, by its code."""
    code, name = (plain(one.text) if one else "" for one in (project.code, project.name))
    if code and name:
        yield "both", code, name
    if name:
        yield "name", name
    if code:
        yield "code", code


def _repeated(project: FoundProject, others: Sequence[FoundProject]) -> Iterator[Used]:
    words = {plain(value.text) for one in others for value in _head(one)}
    for value in _head(project):
        if plain(value.text) in words:
            yield from _used(value)
    yield from _rows(project.indicators, [row for one in others for row in one.indicators])
    yield from _rows(
        project.medium_indicators, [row for one in others for row in one.medium_indicators]
    )


def _rows(mine: Sequence[FoundIndicator], others: Sequence[FoundIndicator]) -> Iterator[Used]:
    """Yield the words of rows that others say too: in their order, or by their names."""
    by_name: dict[str, deque[FoundIndicator]] = {}
    for one in others:
        by_name.setdefault(_name(one), deque()).append(one)
    for number, row in enumerate(mine):
        there = by_name.get(_name(row))
        if len(mine) == len(others):
            yield from _row(row, others[number])
        elif there:
            yield from _row(row, there.popleft() if len(there) > 1 else there[0])


def _name(row: FoundIndicator) -> str:
    return plain(row.name.text) if row.name else ""


def _row(indicator: FoundIndicator, other: FoundIndicator) -> Iterator[Used]:
    whole = [plain(value.text) for value in values(other)]
    target = "".join(plain(value.text) for value in values(other.target))
    stated = _stated(target)
    for value in values(indicator):
        if plain(value.text) in whole:
            yield from _used(value)
    # A flat table has operator, number and unit of a target apart, some in columns of their own.
    for value in (*values(indicator.target), *indicator.fields.values()):
        words = plain(value.text)
        if words not in whole and (
            words in target or words in stated or any(w in target for w in _SIGNS.get(words, ()))
        ):
            yield from _used(value)


def _stated(target: str) -> frozenset[str]:
    """Return comparison, number and unit of a target whose number may be in words: 两次 is 2."""
    read = quantity(target)
    return frozenset((read.op, f"{read.number:f}", read.unit) if read else ())


def _used(value: Value) -> Iterator[Used]:
    for stretch in value.stretches:
        yield Used(stretch=stretch, use=Use.REPEATED)


def _head(project: FoundProject) -> Iterator[Value]:
    """Return the values of a project without its indicators."""
    return values(replace(project, indicators=(), medium_indicators=()))
