"""Every text of a filing that somebody wrote, with its place and the key it stands under.

In: records. Out: passages, in the order of the paper. What the form prints of itself, codes and
amounts are no passages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from perfspec.diagnostics import Place
from perfspec.model import Filing, Indicator, Project, ThisProject


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text and where it stands.

    `key` is its field in the specs: `purpose`, `goals`, `name`, `basis` and so on. `indicator` is
    the row that it belongs to, `project` the project; None on the filing's own.
    """

    at: Place
    text: str
    key: str
    project: Project | None = None
    indicator: Indicator | None = None


def of_filing(filing: Filing) -> Iterator[Passage]:
    """Yield the texts of filing.yaml that are no project's."""
    yield Passage(at=filing.at / "overall_goal", text=filing.overall_goal, key="overall_goal")
    for key, texts in (("sub_goals", filing.sub_goals), ("measures", filing.measures)):
        for index, text in enumerate(texts):
            yield Passage(at=filing.at / key / index, text=text, key=key)
    for key, text in filing.fields.items():
        yield Passage(at=filing.at / "fields" / key, text=text, key="fields")


def of_project(project: Project) -> Iterator[Passage]:
    """Yield the texts of a project: name, purpose, goals, then its indicators row by row."""
    return iter(_kept(ThisProject(project)))


# Many rules walk through one project after the other, and making its passages takes longer than
# most of them.
@lru_cache(maxsize=256)
def _kept(key: ThisProject) -> tuple[Passage, ...]:
    return tuple(_of_project(key.project))


def _of_project(project: Project) -> Iterator[Passage]:
    at = project.at
    yield Passage(at=at / "name", text=project.name, key="name", project=project)
    yield Passage(at=at / "purpose", text=project.purpose, key="purpose", project=project)
    for index, text in enumerate(project.goals):
        yield Passage(at=at / "goals" / index, text=text, key="goals", project=project)
    for key, text in project.fields.items():
        yield Passage(at=at / "fields" / key, text=text, key="fields", project=project)
    for indicator in project.indicators:
        yield from of_indicator(indicator, project)
    if project.medium_term:
        term = project.medium_term
        for index, text in enumerate(term.goals):
            yield Passage(at=term.at / "goals" / index, text=text, key="goals", project=project)
        for indicator in term.indicators:
            yield from of_indicator(indicator, project)


def of_indicator(indicator: Indicator, project: Project) -> Iterator[Passage]:
    """Yield the texts of one row: name, description, target, basis."""
    texts = {
        "name": indicator.name,
        "description": indicator.description,
        "basis": indicator.basis,
    }
    if indicator.target.split is None and indicator.target.bands is None:
        texts["target"] = indicator.target.text
    for key, text in texts.items():
        at = indicator.at / key
        yield Passage(at=at, text=text, key=key, project=project, indicator=indicator)


def of_all(filing: Filing) -> Iterator[Passage]:
    """Yield the texts of the filing and of all its projects."""
    yield from of_filing(filing)
    for project in filing.projects:
        yield from of_project(project)
