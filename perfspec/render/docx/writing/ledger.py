"""What is counted and remembered while a document is written: marks, changes, fields."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from perfspec.render.docx.body import Body, Look, Revision, Setting
from perfspec.render.docx.writing.styles import StyleSheet

AUTHOR = "perfspec"
_LONGEST = 40
_ROOM = 8  # for a number behind a name that is there already
_NO_NAME = re.compile(r"\W")


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The styles, the page numbers and the marks of a document, and what was written of it.

    `bookmarks` has the name in the file of each bookmark that can be led to.
    """

    sheet: StyleSheet
    numbers: Mapping[str, str]
    date: str
    bookmarks: Mapping[str, str]
    marked: set[str] = field(default_factory=set)
    marks: int = 0
    updates: bool = False
    properties: dict[tuple[Setting, Look], tuple[str, str]] = field(default_factory=dict)

    def change(self) -> str:
        """Return the attributes of one more tracked change."""
        return f'w:id="{self.mark()}" w:author="{AUTHOR}" w:date="{self.date}"'

    def changed(self, revision: Revision) -> str:
        """Return the mark of an end or a row that is new or gone, nothing for one that stays."""
        return f"<w:{revision} {self.change()}/>" if revision else ""

    def mark(self) -> int:
        """Return the number of one more change or bookmark."""
        self.marks += 1
        return self.marks


def bookmarks(body: Body) -> dict[str, str]:
    """Return how the bookmarks of a document are called in the file: short, no signs, all unlike.

    Word compares their names without regard to case.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for name in (name for one in body.paragraphs() for name in one.bookmarks):
        if name in names:
            continue
        plain = _NO_NAME.sub("_", name)
        plain = (plain if plain[:1].isalpha() or plain[:1] == "_" else f"_{plain}")[:_LONGEST]
        free = plain
        while free.lower() in taken:
            stem = plain[: _LONGEST - _ROOM]
            counts[stem.lower()] += 1
            free = f"{stem}_{counts[stem.lower()]}"
        names[name] = free
        taken.add(free.lower())
    return names
