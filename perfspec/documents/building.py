"""A document put together piece by piece: paragraphs get their numbers, tables theirs.

In: what a reader finds, in the order of the file. Out: a `Document`, or a `PerfspecError` for a
file beyond the limits: the memory of a document is that of its paragraphs and cells.
"""

from collections.abc import Sequence

from perfspec.documents import (
    Block,
    Cell,
    Document,
    Dropped,
    Note,
    Paragraph,
    Run,
    Table,
    Where,
    Why,
)
from perfspec.errors import PerfspecError
from perfspec.messages import Message, message

MAX_PARAGRAPHS = 400_000
MAX_TABLES = 2_000
# In paragraphs and dropped pieces: the cells of a workbook can share one long text many times.
MAX_CHARACTERS = 20_000_000


class Building:
    """A document in the making."""

    def __init__(self, name: str, kind: str) -> None:
        """Take what a person calls the file, and the ending of its kind."""
        self.name = name
        self.blocks: list[Block] = []
        self.spacing = 0
        self._kind = kind
        self._numbers = 0
        self._outside = 0
        self._tables = 0
        self._characters = 0
        self._dropped: list[Dropped] = []
        self._notes: list[Note] = []

    def paragraph(
        self, runs: Sequence[Run], at: Where, *, marker: str = "", level: int = 0
    ) -> Paragraph:
        """Return the next paragraph, of a cell."""
        number = self._numbers
        if number >= MAX_PARAGRAPHS:
            raise self._refusal(message("it has more than {number} paragraphs", number=number))
        self._numbers += 1
        kept = tuple(run for run in runs if run.text)
        self._count(sum(len(run.text) for run in kept))
        return Paragraph(number=number, runs=kept, at=at, marker=marker, level=level)

    def outside(
        self, runs: Sequence[Run], *, marker: str = "", level: int = 0, page: int = 0, line: int = 0
    ) -> None:
        """Append the next paragraph outside of tables."""
        self._outside += 1
        at = Where(document=self.name, page=page, paragraph=self._outside, line=line)
        self.blocks.append(self.paragraph(runs, at, marker=marker, level=level))

    def next_table(self) -> int:
        """Return the number of the table that begins."""
        if self._tables >= MAX_TABLES:
            raise self._refusal(message("it has more than {number} tables", number=MAX_TABLES))
        self._tables += 1
        return self._tables

    def table(self, cells: Sequence[Cell], at: Where, *, is_certain: bool = True) -> None:
        """Append a table; it is as large as its cells reach."""
        self.blocks.append(
            Table(
                cells=tuple(cells),
                rows=max((cell.row + cell.height for cell in cells), default=0),
                columns=max((cell.column + cell.width for cell in cells), default=0),
                at=at,
                is_certain=is_certain,
            )
        )

    def drop(self, text: str, why: Why, at: Where) -> None:
        """Keep characters as no content."""
        if text:
            self._count(len(text))
            self._dropped.append(Dropped(text=text, why=why, at=at))

    def note(self, text: Message, at: Where) -> None:
        """Keep what a person should know of the reading."""
        self._notes.append(Note(text=text, at=at))

    def document(self) -> Document:
        """Return the document as far as it was built."""
        return Document(
            name=self.name,
            format=self._kind,
            blocks=tuple(self.blocks),
            dropped=tuple(self._dropped),
            spacing=self.spacing,
            notes=tuple(self._notes),
        )

    def _count(self, characters: int) -> None:
        self._characters += characters
        if self._characters > MAX_CHARACTERS:
            problem = message("it has more than {number} characters", number=MAX_CHARACTERS)
            raise self._refusal(problem)

    def _refusal(self, problem: Message) -> PerfspecError:
        return PerfspecError(
            message("{name} is not read: {problem}", name=self.name, problem=problem),
            message("split it into several files"),
        )
