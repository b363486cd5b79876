"""Find a filing in documents: its parts and its tables, each by its labels.

In: the documents of one filing, in the order of the paper. Out: `Found`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from perfspec.documents import Document, Paragraph, Table
from perfspec.documents.wording import words as place
from perfspec.importing import Found, FoundProject, Guess, Use, Used, parts, tables
from perfspec.importing.parts.whole import Whole, split
from perfspec.importing.tables import TablesFound
from perfspec.importing.walking import values
from perfspec.messages import message

_COLUMNS = 3  # cells in a row, of a table that is no frame


def find(documents: Sequence[Document]) -> Found:
    """Return what `documents` say, and what became of their characters."""
    read = [tables.projects(one.blocks) for one in documents]
    projects, used, guesses = _once(read)
    titles = frozenset(_compact(name) for one in projects for name in _names(one))
    beside = [
        line
        for document, one in zip(documents, read, strict=True)
        for line in _beside(document, one)
    ]
    found = parts.read(beside, titles)
    overall = found.overall_goal
    whole = Whole(projects=tuple(projects))
    if overall is None:
        whole = split(projects, documents, beside)
        overall = whole.overall_goal
    kinds = dict.fromkeys(one.kind for one in read if one.projects)
    return Found(
        documents=tuple(documents),
        kind=next(iter(kinds), "targets"),
        year=found.cover.year,
        department_name=found.cover.department_name,
        short_name=found.cover.short_name,
        reviewer=found.cover.reviewer,
        sample=found.cover.sample,
        overall_goal=overall,
        sub_goals=found.sub_goals,
        measures=found.measures,
        projects=whole.projects,
        used=(*found.used, *whole.used, *(use for one in read for use in one.used), *used),
        guesses=(
            *found.guesses,
            *whole.guesses,
            *(guess for one in read for guess in one.guesses),
            *guesses,
        ),
    )


def _beside(document: Document, read: TablesFound) -> Iterator[Paragraph | None]:
    """Yield the paragraphs that are in no project's table, and None for each such table.

    A table that nothing was found in only lays its words out, unless it has columns.
    """
    claimed = {use.stretch.paragraph for use in read.used}
    claimed |= {one.paragraph for value in values(read.projects) for one in value.stretches}
    for block in document.blocks:
        if isinstance(block, Table):
            inside = [paragraph for cell in block.cells for paragraph in cell.paragraphs]
            is_read = any(one.number in claimed or one.number in read.taken for one in inside)
            yield from [None] if is_read or _has_columns(block) else inside
        elif block.number in read.taken:
            yield None
        elif block.number not in claimed:
            yield block


def _has_columns(table: Table) -> bool:
    """Tell whether a table has figures or words in columns, and is no frame around a text."""
    rows = Counter(cell.row for cell in table.cells if cell.text.strip())
    return sum(1 for count in rows.values() if count >= _COLUMNS) > 1


def _once(read: Sequence[TablesFound]) -> tuple[list[FoundProject], list[Used], list[Guess]]:
    """Return the projects of all documents, each once; what is said again, and what differs."""
    projects: list[FoundProject] = []
    used: list[Used] = []
    guesses: list[Guess] = []
    seen: dict[tuple[str, str], FoundProject] = {}
    for one in read:
        here: dict[tuple[str, str], FoundProject] = {}
        for project in one.projects:
            key = _key(project)
            first = seen.get(key) if any(key) else None
            if first is not None and _texts(first) == _texts(project):
                used += [
                    Used(stretch=stretch, use=Use.REPEATED)
                    for value in values(project)
                    for stretch in value.stretches
                ]
                continue
            if first is not None:
                guesses.append(_differs(first, project))
            here.setdefault(key, project)
            projects.append(project)
        seen = here | seen
    return projects, used, guesses


def _key(project: FoundProject) -> tuple[str, str]:
    code, name = project.code, project.name
    return (_compact(code.text) if code else "", _compact(name.text) if name else "")


def _texts(project: FoundProject) -> list[str]:
    # The title above a table is said again in no other kind of document.
    return [value.text for value in values(replace(project, title=None))]


def _differs(first: FoundProject, second: FoundProject) -> Guess:
    text = message(
        "a project of this name and code stands at {place} too, with other words; both were taken",
        place=place(first.at),
    )
    return Guess(text=text, at=second.at)


def _names(project: FoundProject) -> Iterator[str]:
    yield from (value.text for value in (project.title, project.name) if value)


def _compact(text: str) -> str:
    return "".join(text.split())
