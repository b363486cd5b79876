"""Lists of texts that stand side by side, so that readers expect them to be written alike.

In: a filing or a project. Out: the lists, in the order of the paper; a long text is a list of one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perfspec.diagnostics import Place
from perfspec.evidence import tables
from perfspec.model import Filing, Project
from perfspec.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Siblings:
    """Texts under one `key`, each of the record at one of `records`; `listed` has them numbered."""

    key: str
    texts: tuple[str, ...]
    records: tuple[Place, ...]
    listed: bool
    project: Project | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The texts with their places."""
        return tuple(
            Passage(at=self.place(index), text=text, key=self.key, project=self.project)
            for index, text in enumerate(self.texts)
        )

    def place(self, index: int) -> Place:
        """Return where the text at `index` stands."""
        at = self.records[index] / self.key
        return at / index if self.listed else at


def of_all(filing: Filing) -> Iterator[Siblings]:
    """Yield the lists of the filing, then the goals and descriptions of its projects."""
    yield _items("sub_goals", filing.at, filing.sub_goals)
    yield _items("measures", filing.at, filing.measures)
    for project in filing.projects:
        yield from _goals(project)
        for table in tables.of_project(project):
            yield Siblings(
                key="description",
                texts=tuple([row.description for row in table.rows]),
                records=tuple([row.at for row in table.rows]),
                listed=False,
                project=project,
            )


def numbered(filing: Filing) -> Iterator[Siblings]:
    """Yield what may carry numbers: lists of items, the overall goal, the purposes."""
    yield _text("overall_goal", filing.at, filing.overall_goal)
    yield _items("sub_goals", filing.at, filing.sub_goals)
    yield _items("measures", filing.at, filing.measures)
    for project in filing.projects:
        yield _text("purpose", project.at, project.purpose, project)
        yield from _goals(project)


def yearly_goals(project: Project) -> Siblings:
    """Return the goals of the year."""
    return _items("goals", project.at, project.goals, project)


def _goals(project: Project) -> Iterator[Siblings]:
    yield yearly_goals(project)
    if project.medium_term:
        yield _items("goals", project.medium_term.at, project.medium_term.goals, project)


def _items(key: str, at: Place, texts: tuple[str, ...], project: Project | None = None) -> Siblings:
    records = (at,) * len(texts)
    return Siblings(key=key, texts=texts, records=records, listed=True, project=project)


def _text(key: str, at: Place, text: str, project: Project | None = None) -> Siblings:
    return Siblings(key=key, texts=(text,), records=(at,), listed=False, project=project)
