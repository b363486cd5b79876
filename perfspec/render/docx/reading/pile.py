"""The blocks of a document in their order, and what waits for the next one."""

from dataclasses import dataclass, replace
from decimal import Decimal

from perfspec.render.docx.body import (
    ZERO,
    Block,
    ListEntry,
    Look,
    Paragraph,
    Setting,
    Table,
)
from perfspec.render.docx.reading.gaps import Gap
from perfspec.render.docx.reading.keeping import kept, on_first

# Between two tables that do not meet: as high as the gap, in points, or hardly visible.
_BETWEEN = "表间"
_LEAST = Decimal(1)
_SMALL = Look(fonts=("serif",), size=_LEAST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block, the name of its page, and the break before it: `page`, `right`, `left` or none."""

    block: Block
    page: str
    break_before: str = ""


class Pile:
    """Takes blocks in order; bookmarks, list entries and breaks go to the block that follows."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.gap = Gap()
        self.ids: list[str] = []
        self.entries: list[ListEntry] = []
        self._break = ""

    def break_page(self, kind: str) -> None:
        """Let a new page begin here; the room above it goes."""
        if self.placed:
            self._break = kind if self._break in ("", "page") else self._break
        self.gap.cut()

    def put(self, block: Block, page: str) -> None:
        """Add a block at the end."""
        after, before = self.gap.take()
        last = self.placed[-1] if self.placed and not self._break else None
        if last is not None and last.page != page:
            last, after = None, ZERO
        if isinstance(block, Table):
            block = self._joined(last, block, page, after + before)
        elif last is not None and after > 0 and isinstance(last.block, Paragraph):
            self.placed[-1] = replace(last, block=_over(last.block, after))
        else:
            block = _under(block, max(after + before, ZERO))
        self.placed.append(Placed(block=self._noted(block), page=page, break_before=self._break))
        self._break = ""

    def keep_last(self) -> None:
        """Keep the last block on one page with the next."""
        if self.placed:
            last = self.placed[-1]
            self.placed[-1] = replace(last, block=kept(last.block))

    def end(self) -> None:
        """Give what room is left to the last block."""
        after = max(self.gap.size(), ZERO)
        self.gap.cut()
        last = self.placed[-1] if self.placed else None
        if last is not None and isinstance(last.block, Paragraph):
            self.placed[-1] = replace(last, block=_over(last.block, after))

    def _joined(self, last: Placed | None, table: Table, page: str, gap: Decimal) -> Table:
        """Return a table that goes under the last block, which takes the gap."""
        if last is None:
            return table
        if isinstance(last.block, Paragraph):
            self.placed[-1] = replace(last, block=_over(last.block, max(gap, ZERO)))
            return table
        if gap <= 0:
            return replace(table, joins=True)
        between = Setting(style=_BETWEEN, line=max(gap, _LEAST))
        empty = Paragraph(content=(), setting=between, look=_SMALL)
        self.placed.append(Placed(block=empty, page=page))
        return table

    def _noted(self, block: Block) -> Block:
        """Return the block with the bookmarks and entries that wait."""
        ids, entries = tuple(self.ids), tuple(self.entries)
        if not ids and not entries:
            return block
        self.ids, self.entries = [], []

        def noted(first: Paragraph) -> Paragraph:
            bookmarks = (*ids, *first.bookmarks)
            return replace(first, content=(*first.content, *entries), bookmarks=bookmarks)

        return on_first(block, noted)


def _under(paragraph: Paragraph, before: Decimal) -> Paragraph:
    if before == paragraph.setting.before:
        return paragraph
    return replace(paragraph, setting=replace(paragraph.setting, before=before))


def _over(paragraph: Paragraph, after: Decimal) -> Paragraph:
    if after == paragraph.setting.after:
        return paragraph
    return replace(paragraph, setting=replace(paragraph.setting, after=after))
