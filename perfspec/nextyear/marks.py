"""What a person has to look at in a filing that is copied into a later year.

In: the filing of the old year, and what review says of it in the new one. Out: what is to be done
at which places.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from perfspec import passages
from perfspec.diagnostics import Diagnostic, Place
from perfspec.form import Form
from perfspec.messages import translator
from perfspec.model import Filing, Project
from perfspec.nextyear.comments import Todo
from perfspec.nextyear.yearwords import Step, clean, quoted, remarks
from perfspec.source import Region
from perfspec.values import Target

# Rules on years: what they find where something is to be done is said by that.
_OF_YEARS = frozenset({"date-out-of-year", "project-code", "year-stale"})
_YEAR = re.compile("(?:19|20)[0-9]{2}")

Spot = tuple[str, tuple[str | int, ...]]


def of(
    filing: Filing,
    form: Form,
    step: Step,
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
) -> Iterator[Todo]:
    """Yield what is to be done, at places of the old files.

    `before` and `after` are what review finds in the old filing and in the new one, which is equal
    but for its year: what it did not find before is to be done too.
    """
    known = {(one.code, *_spot(one.at)) for one in before}
    found: dict[Spot, list[Diagnostic]] = {}
    for one in after:
        found.setdefault(_spot(one.at), []).append(one)
    for todo in _of_texts(filing, form, step):
        there = found.pop(_spot(todo.at), [])
        rules = dict.fromkeys(one.code for one in there if one.code in _OF_YEARS)
        yield Todo(at=todo.at, words=todo.words, rules=tuple(rules))
        found[_spot(todo.at)] = [one for one in there if one.code not in rules]
    yield from _of_findings(found, known)


def _of_findings(
    found: Mapping[Spot, list[Diagnostic]], known: set[tuple[str, str, tuple[str | int, ...]]]
) -> Iterator[Todo]:
    """Yield what is wrong in the new year only."""
    chinese = translator("zh")
    for (path, keys), there in found.items():
        fresh = [one for one in there if (one.code, path, keys) not in known]
        if fresh:
            words = dict.fromkeys(clean(chinese(one.message)) for one in fresh)
            rules = dict.fromkeys(one.code for one in fresh)
            yield Todo(at=Place(path, keys), words=tuple(words), rules=tuple(rules))


def _spot(at: Place | Region) -> Spot:
    """Return the file and the keys of a place; a target is one place, however it is parted."""
    keys = at.keys if isinstance(at, Place) else ()
    cut = keys.index("target") + 1 if "target" in keys else len(keys)
    return at.path, keys[:cut]


def _of_texts(filing: Filing, form: Form, step: Step) -> Iterator[Todo]:
    for at, text in _texts(filing):
        if words := tuple(remarks(text, step)):
            yield Todo(at=at, words=words)
    for project in filing.projects:
        if project.code:
            yield Todo(at=project.at / "code", words=(_code(project, form, step),))
        yield from _term(project, step)


def _texts(filing: Filing) -> Iterator[tuple[Place, str]]:
    """Yield the texts of the year: those of the whole term of a project outlive it."""
    for passage in passages.of_all(filing):
        if "medium_term" not in passage.at.keys:
            yield passage.at, passage.text
    for project in filing.projects:
        for row in project.indicators:
            yield row.at / "target", _parts(row.target)


def _parts(target: Target) -> str:
    """Return the texts of a target that is not written as one."""
    if target.split:
        return target.split.value
    bands = target.bands
    return f"{bands.excellent} {bands.good} {bands.fair} {bands.poor}" if bands else ""


def _code(project: Project, form: Form, step: Step) -> str:
    at = form.project_code.year_at
    if at is not None and project.code[at : at + 2] == f"{step.new % 100:02}":
        return f"编码中的年度已是{step.new}年，请与财政系统重新下达的编码核对"
    return f"待财政系统下达{step.new}年的编码"


def _term(project: Project, step: Step) -> Iterator[Todo]:
    """Yield that a project is over before the new year begins."""
    end = project.term.end if project.term else ""
    years = [int(year) for year in _YEAR.findall(end)]
    if years and max(years) < step.new:
        words = f"项目期到{quoted([end])}为止，{step.new}年是否继续，请核对"
        yield Todo(at=project.at / "term" / "end", words=(words,))
