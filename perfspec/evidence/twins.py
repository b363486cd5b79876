"""Projects of one filing that may be one project told twice.

In: projects. Out: pairs, with what they share. No project is compared with all others: those with
one code or one name are found by it, and names with a word more by leaving out each stretch of
that length in turn.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from perfspec.evidence import cores, likeness
from perfspec.evidence.cores import Name
from perfspec.model import Project


class Shared(StrEnum):
    """What two projects share."""

    CODE = "code"
    CODE_OF_MANY = "code-of-many"  # as many have it, it may be no project's
    NAME_AND_BUDGET = "name-and-budget"
    NAME = "name"  # but for year, amount and document number
    NEARLY = "nearly"  # a word that says little stands in one of the names only


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """A project and the other one that it may repeat.

    They stand in the order of the filing; of two names that are nearly one the second is the longer
    one, and `word` is what it has more.
    """

    second: Project
    first: Project
    shared: Shared
    word: str = ""


_CODE = re.compile(r"[0-9A-Za-z-]{10,40}")
_LEAST_CODE = 3  # different signs in a code; fewer are a row of zeros
_MANY = 3
_SHORT, _LONG, _LONGEST = 4, 8, 40
_COMPARED = 8  # of one name; more are a table of instalments
_TELLING = re.compile(
    "[0-9A-Za-z一二三四五六七八九十两期批季年月上下前后南北东西城乡省市县区镇村户非不新旧]"
)


def twins(projects: Sequence[Project], words: frozenset[str]) -> Iterator[Twins]:
    """Yield the pairs of `projects`; `words` are those that make no other project of a name."""
    codes = Counter(project.code.strip() for project in projects)
    coded: dict[str, Project] = {}
    named: dict[tuple[str, str], list[tuple[Project, Name]]] = {}
    for project in projects:
        code = project.code.strip()
        first = coded.setdefault(code, project) if _is_code(code) else project
        if first is not project and _differ(first, project):
            many = codes[code] >= _MANY
            shared = Shared.CODE_OF_MANY if many else Shared.CODE
            yield Twins(second=project, first=first, shared=shared)
            continue
        name = cores.read(project.name)
        if not name.core:
            continue
        before = named.setdefault((project.unit.code, name.core), [])
        for other, its_name in before[:_COMPARED]:
            if _agree(name, its_name):
                yield Twins(second=project, first=other, shared=_shared(project, other))
                break
        before.append((project, name))
    yield from _nearly(named, words)


def _is_code(code: str) -> bool:
    return bool(_CODE.fullmatch(code)) and len(set(code)) >= _LEAST_CODE


def _differ(one: Project, other: Project) -> bool:
    """Tell whether one code is wrong: units that carry out one project together may share it."""
    return one.unit.code == other.unit.code or one.name.strip() != other.name.strip()


def _agree(one: Name, other: Name) -> bool:
    """Tell whether nothing that was taken off tells the projects from each other."""
    pairs = ((one.year, other.year), (one.amount, other.amount), (one.document, other.document))
    return all(not a or not b or a == b for a, b in pairs)


def _shared(one: Project, other: Project) -> Shared:
    total = one.budget.total.value
    alike = one.name.strip() == other.name.strip() and total == other.budget.total.value
    return Shared.NAME_AND_BUDGET if alike and total is not None else Shared.NAME


def _nearly(
    named: dict[tuple[str, str], list[tuple[Project, Name]]], words: frozenset[str]
) -> Iterator[Twins]:
    lengths = sorted({2, *map(len, words)} - {0})
    for (unit, core), found in named.items():
        if len(core) > _LONGEST:
            continue
        for at, length in _stretches(len(core), lengths):
            shorter = core[:at] + core[at + length :]
            others = named.get((unit, shorter))
            word = core[at : at + length]
            if others and _says_little(word, shorter, at, words):
                (second, name), (first, its_name) = found[0], others[0]
                if _agree(name, its_name):
                    yield Twins(second=second, first=first, shared=Shared.NEARLY, word=word)
                break


def _stretches(size: int, lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of one of `lengths` begins in a text of `size`, and its length."""
    for length in lengths:
        for at in range(size - length + 1):
            yield at, length


def _says_little(word: str, shorter: str, at: int, words: frozenset[str]) -> bool:
    """Tell whether a name with `word` at `at` may be that of the same project.

    A general word says nothing; one of two signs that repeats a sign of a long name says little.
    """
    if len(shorter) < _SHORT or _TELLING.search(word):
        return False
    if word in words:
        return True
    repeats = not set(word).isdisjoint(shorter) and 0 < at < len(shorter)
    return repeats and len(shorter) >= _LONG and not likeness.of_different_kinds(word, shorter)
