"""The flow of a document: its elements as blocks, one after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

from perfspec.render.css import Length, Style
from perfspec.render.docx.body import ZERO, Block, ListEntry, Paragraph, Run, Table
from perfspec.render.docx.reading import tables
from perfspec.render.docx.reading.boxes import Room, side
from perfspec.render.docx.reading.context import (
    ENTRY,
    FLEX,
    LIST,
    Container,
    Context,
    Source,
    is_shown,
    text_of,
)
from perfspec.render.docx.reading.heights import height
from perfspec.render.docx.reading.line import Line, Reader
from perfspec.render.docx.reading.markers import marker, numbers
from perfspec.render.docx.reading.names import LEVELS
from perfspec.render.docx.reading.paragraphs import paragraph
from perfspec.render.docx.reading.pile import Pile
from perfspec.render.docx.reading.rows import flexed, joined
from perfspec.render.docx.reading.words import width

_NEW_PAGE = ("page", "left", "right")
_TABLES = ("table", "inline-table")
_LISTS = ("ol", "ul", "menu")


class Flow:
    """Reads elements into a pile of blocks."""

    def __init__(self, source: Source, *, measures: bool = False) -> None:
        self.source = source
        self.pile = Pile()
        # Whether only a height is wanted: nothing is moved inside of what is to be moved.
        self._measures = measures
        self._marker = ""
        self._page = ""
        self._numbers: dict[Element, int] = {}
        # The id that was seen last, and how many tables came after it.
        self._anchor, self._tables = "", 0

    def walk(self, element: Element, context: Context) -> None:
        """Read an element that is a block."""
        style = self.source.sheet.of(element)
        inner = self._begin(element, style, context)
        start = len(self.pile.placed)
        if style.position == "absolute":
            self._move(element, inner, context)
        if style.break_before == "avoid" and start:
            self.pile.keep_last()
        padding = style.padding
        if element.tag == "table" and style.display in _TABLES:
            self._table(element, context)
        else:
            self.pile.gap.room(side(padding.top, context.room) + style.border.top)
            box = self._container()
            self.content(element, inner)
            self.pile.gap.room(self._rest(style, box, context))
            self.pile.gap.room(side(padding.bottom, context.room) + style.border.bottom)
        self.pile.gap.margin_below(side(style.margin.bottom, context.room))
        if style.break_after in _NEW_PAGE:
            self.pile.break_page(style.break_after)
        elif style.break_after == "avoid" and len(self.pile.placed) > start:
            self.pile.keep_last()

    def content(self, element: Element, context: Context) -> None:
        """Read what is inside a block: paragraphs of its inline content, and blocks."""
        style = self.source.sheet.of(element)
        if element.tag in _LISTS:
            self._numbers |= numbers(element)
        if style.display in FLEX and (line := flexed(self.source, element, context)):
            self._put(line, style, context)
            return
        if element.tag in LEVELS and (line := joined(self.source, element, context)):
            # A higher line has its words at its foot: what goes over them is taken off above.
            if not style.line or self.pile.gap.size() < line.apart:
                line.apart = ZERO
            self.pile.gap.room(-line.apart)
            self._put(line, style, context)
            return
        if style.display == "list-item" and style.list_style != "none":
            self._marker = marker(style.list_style, self._numbers.get(element, 1))
        self._read(element, style, context)
        self._marker = ""

    def _read(self, element: Element, style: Style, context: Context) -> None:
        is_first = True

        def block(child: Element | None) -> None:
            nonlocal is_first
            if reader.line.words:
                self._put(reader.line, style, context, is_first=is_first)
                is_first = False
            else:
                self.pile.ids += reader.line.words.ids
            reader.line = Line()
            if child is not None:
                self.walk(child, context)

        reader = Reader(source=self.source, room=context.room, line=Line(), block=block)
        reader.note_link(element)
        reader.read(element)
        block(None)

    def _put(self, line: Line, style: Style, context: Context, *, is_first: bool = True) -> None:
        made = paragraph(self.source, line, style, context, is_first=is_first)
        if self._marker:
            run = Run(text=self._marker, look=made.look)
            setting = replace(made.setting, first=made.setting.first - width([run]))
            made = replace(made, content=(run, *made.content), setting=setting)
            self._marker = ""
        self.pile.put(made, context.page)

    def _begin(self, element: Element, style: Style, context: Context) -> Context:
        """Note what begins with an element; return what its content knows."""
        if style.page and style.page != self._page:
            self._page = style.page
            self.pile.break_page("page")
            page = self.source.sheet.page(style.page, 1)
            area = page.height - page.margin.top - page.margin.bottom
            context = replace(context, container=self._container(area))
        if style.break_before in _NEW_PAGE:
            self.pile.break_page(style.break_before)
        if anchor := element.get("id"):
            self.pile.ids.append(anchor)
            self._anchor, self._tables = anchor, 0
        if letter := element.get(LIST):
            text = element.get(ENTRY) or text_of(element)
            self.pile.entries.append(ListEntry(text=text, list=letter))
        self.pile.gap.margin_above(side(style.margin.top, context.room))
        inner = context.inside(element, style)
        if style.position == "static":
            return inner
        whole = context.container.height or ZERO
        own = None if style.height is None else style.height.of(whole)
        return replace(inner, container=self._container(own))

    def _container(self, height: Decimal | None = None) -> Container:
        over = max(self.pile.gap.size(), ZERO)
        return Container(start=len(self.pile.placed), over=over, height=height)

    def _move(self, element: Element, inner: Context, outer: Context) -> None:
        """Leave the room over a block that stands where its container's edges want it."""
        offset, container = self.source.sheet.of(element).offset, outer.container
        top, bottom = offset.top, offset.bottom
        if self._measures or container.height is None or (top is None and bottom is None):
            return
        if top is not None:
            wanted = top.of(container.height)
        else:
            scratch = Flow(self.source, measures=True)
            scratch.content(element, inner)
            own = _height(scratch.blocks(), inner.room)
            wanted = container.height - _of(bottom, container.height) - own
        self.pile.gap.room(max(wanted - self._used(container, outer), ZERO))

    def _used(self, container: Container, context: Context) -> Decimal:
        """Return how high is what stands in a container up to here."""
        blocks = [one.block for one in self.pile.placed[container.start :]]
        over = container.over
        if blocks:
            first = blocks[0]
            over = min(over, first.setting.before) if isinstance(first, Paragraph) else ZERO
        return _height(blocks, context.room) + self.pile.gap.size() - over

    def _rest(self, style: Style, box: Container, context: Context) -> Decimal:
        """Return what is left over of the height that a block has at least."""
        lengths = [one for one in (style.height, style.min_height) if one is not None]
        whole = context.container.height or ZERO
        wanted = max((one.of(whole) for one in lengths), default=ZERO)
        return max(wanted - self._used(box, context), ZERO) if wanted else ZERO

    def _table(self, element: Element, context: Context) -> None:
        style, inner = self.source.sheet.of(element), context.named(element)
        for caption in element.findall("caption"):
            if is_shown(caption, self.source.sheet):
                self.walk(caption, context)

        def cell(found: Element, room: Room) -> tuple[Paragraph, ...]:
            return self._cell(found, replace(inner, room=room))

        columns, rows = tables.rows(element, self.source.sheet, context.room, cell)
        if not columns:
            return
        self._tables += 1
        spare = context.room.width - sum(columns, ZERO)
        margin = style.margin
        left = side(margin.left, context.room)
        if margin.left is None:
            left = max(spare / 2 if margin.right is None else spare, ZERO)
        table = Table(
            columns=columns,
            rows=rows,
            key=f"{self._anchor}/{self._tables}",
            title=self._title(element),
            left=context.room.left + left,
        )
        self.pile.put(table, context.page)

    def _cell(self, element: Element, context: Context) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a cell, those of tables in it, too; one at least."""
        flow = Flow(self.source)
        inner = context.named(element)
        flow.content(element, inner)
        self.pile.ids += flow.pile.ids
        found = tuple(_flat(flow.blocks()))
        if found:
            return found
        style = self.source.sheet.of(element)
        return (paragraph(self.source, Line(), style, inner),)

    def _title(self, element: Element) -> str:
        """Return what a screen reader says of a table."""
        label = element.get("aria-label")
        if label is not None:
            return label
        named = self.source.ids.get(element.get("aria-labelledby") or "")
        return "" if named is None else text_of(named)

    def blocks(self) -> tuple[Block, ...]:
        """Return what was read as the whole content of something."""
        self.pile.end()
        return tuple(one.block for one in self.pile.placed)


def _of(length: Length | None, whole: Decimal) -> Decimal:
    return ZERO if length is None else length.of(whole)


def _height(blocks: Iterable[Block], room: Room) -> Decimal:
    return height(blocks, room.left + room.width + room.right)


def _flat(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
