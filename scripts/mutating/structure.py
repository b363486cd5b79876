"""Mistakes in codes, in the list of projects and in the YAML itself."""

from collections.abc import Iterator
from copy import deepcopy
from functools import partial
from itertools import pairwise

from mutating.draft import Data, Draft, Kind, Place, indicators, put
from perfspec.yamltree import Text

_LETTERS = "QWERTYUIOPASDFGHJKLZXCVBNM0123456789"


def _codes(draft: Draft) -> Iterator[tuple[Data, str]]:
    for project in draft.projects.values():
        if project.get("code"):
            yield project, str(project["code"])


def code_year(draft: Draft) -> Iterator[Place]:
    """Yield codes of another year."""
    for project, code in _codes(draft):
        yield put(project, "code", f"{code[:6]}{int(code[6:8]) - 1:02}{code[8:]}")


def code_short(draft: Draft) -> Iterator[Place]:
    """Yield codes that lack a sign."""
    for project, code in _codes(draft):
        yield put(project, "code", code[:-1])


def code_division(draft: Draft) -> Iterator[Place]:
    """Yield codes of another division."""
    for project, code in _codes(draft):
        yield put(project, "code", f"{int(code[:6]) + 1:06}{code[6:]}")


def code_letter(draft: Draft) -> Iterator[Place]:
    """Yield codes with another sign at the end."""
    for project, code in _codes(draft):
        yield put(project, "code", code[:-1] + _LETTERS[_LETTERS.index(code[-1]) - 1])


def code_twice(draft: Draft) -> Iterator[Place]:
    """Yield two projects with one code."""
    projects = list(_codes(draft))
    for (_, code), (second, _) in pairwise(projects):
        yield put(second, "code", code)


def project_twice(draft: Draft) -> Iterator[Place]:
    """Yield a project that stands twice, under two ids."""
    for key, project in draft.projects.items():
        yield partial(_add, draft, f"{key}-copy", project)


def _add(draft: Draft, key: str, project: Data) -> None:
    draft.projects[key] = deepcopy(project)
    draft.filing["projects"].append(key)


def unlisted(draft: Draft) -> Iterator[Place]:
    """Yield a project that is not listed."""
    projects = draft.filing["projects"]
    if len(projects) > 1:
        yield partial(projects.pop)


def without_file(draft: Draft) -> Iterator[Place]:
    """Yield a project that has no file."""
    yield partial(draft.filing["projects"].append, "extension")


def key_misspelt(draft: Draft) -> Iterator[Place]:
    """Yield a misspelt key."""
    for old, new in (("purpose", "purpos"), ("goals", "goal"), ("budget", "bugdet")):
        for project in draft.projects.values():
            if old in project:
                yield partial(_renamed, project, old, new)


def _renamed(project: Data, old: str, new: str) -> None:
    project[new] = project.pop(old)


def class_misspelt(draft: Draft) -> Iterator[Place]:
    """Yield a class that the form does not have."""
    for row in indicators(draft, "数量指标"):
        yield put(row, "class", "数理指标")


def source_unknown(draft: Draft) -> Iterator[Place]:
    """Yield a source that the form does not have."""
    for project in draft.projects.values():
        if project["budget"]["sources"]:
            yield put(project["budget"]["sources"], "city", "0.00")


def unit_unknown(draft: Draft) -> Iterator[Place]:
    """Yield a unit that the filing does not declare."""
    for project in draft.projects.values():
        yield put(project, "unit", "999999")


def other_year(draft: Draft) -> Iterator[Place]:
    """Yield last year's year in filing.yaml."""
    year = str(int(draft.filing["year"]) - 1)
    yield put(draft.filing, "year", Text.of(year, plain=True))


def project_name_empty(draft: Draft) -> Iterator[Place]:
    """Yield a project without a name."""
    for project in draft.projects.values():
        yield put(project, "name", "")


def overall_empty(draft: Draft) -> Iterator[Place]:
    """Yield a filing without an overall goal."""
    if draft.filing["overall_goal"]:
        yield put(draft.filing, "overall_goal", "")


def purpose_empty(draft: Draft) -> Iterator[Place]:
    """Yield a project that does not say what its money is for."""
    for project in draft.projects.values():
        if project.get("purpose"):
            yield put(project, "purpose", "")


def wide_colon(draft: Draft) -> Iterator[Place]:
    """Yield a full-width colon behind a key."""
    for key in draft.projects:
        yield partial(draft.slips.append, (f"projects/{key}.yaml", "goals:", "goals："))


def tab(draft: Draft) -> Iterator[Place]:
    """Yield a tab as indentation."""
    for key in draft.projects:
        yield partial(draft.slips.append, (f"projects/{key}.yaml", "\n  total:", "\n\ttotal:"))


def lost_item(draft: Draft) -> Iterator[Place]:
    """Yield two rows that became one, because the dash between them is lost."""
    for key in draft.projects:
        yield partial(draft.slips.append, (f"projects/{key}.yaml", "\n- id: ", "\n  id: "))


KINDS = (
    Kind(name="code-year", what="last year in the code", places=code_year),
    Kind(name="code-short", what="a sign of the code left out", places=code_short),
    Kind(name="code-division", what="the code of another division", places=code_division),
    Kind(name="code-letter", what="another last sign of the code", places=code_letter),
    Kind(name="code-twice", what="one code for two projects", places=code_twice),
    Kind(name="project-twice", what="a project twice", places=project_twice),
    Kind(name="project-unlisted", what="a project not listed", places=unlisted),
    Kind(name="project-without-file", what="a project without a file", places=without_file),
    Kind(name="key-misspelt", what="a misspelt key", places=key_misspelt),
    Kind(name="class-misspelt", what="a misspelt class", places=class_misspelt),
    Kind(name="source-unknown", what="a source that the form lacks", places=source_unknown),
    Kind(name="unit-unknown", what="a unit that is not declared", places=unit_unknown),
    Kind(name="year-of-folder", what="last year in filing.yaml", places=other_year),
    Kind(name="project-name-empty", what="a project without a name", places=project_name_empty),
    Kind(name="overall-goal-empty", what="no overall goal", places=overall_empty),
    Kind(name="purpose-empty", what="an empty purpose", places=purpose_empty),
    Kind(name="wide-colon", what="a full-width colon behind a key", places=wide_colon),
    Kind(name="tab", what="a tab as indentation", places=tab),
    Kind(name="dash-lost", what="the dash before a row lost", places=lost_item),
)
