"""A Word document between its XML and the records: lines and grids without numbers and places."""

from dataclasses import dataclass

from perfspec.documents import Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters set alike; `why` says why they are no content, where they are none."""

    text: str
    why: Why | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, and the boxes that are anchored in it."""

    pieces: tuple[Piece, ...]
    marker: str = ""
    level: int = 0
    boxes: tuple[tuple["Raw", ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A cell as written: `down` goes on with the one above it, `on` with the one before it."""

    blocks: tuple["Raw", ...]
    column: int
    width: int = 1
    down: bool = False
    on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table as written."""

    boxes: tuple[Box, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as written; `gone` has the rows that are not to be seen, deleted or hidden."""

    rows: tuple[Row, ...]
    gone: tuple[Row, ...] = ()

    @property
    def is_real(self) -> bool:
        """Say whether it has rows and columns, and does not only frame or indent something."""
        return len(self.rows) > 1 and any(len(row.boxes) > 1 for row in self.rows)

    @property
    def is_frame(self) -> bool:
        """Say whether it has one column only."""
        return all(len(row.boxes) == 1 for row in self.rows)


Raw = Line | Grid
