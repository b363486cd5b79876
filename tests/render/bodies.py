"""Documents for Word that are made up, and what becomes of tracked changes in them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby

from hypothesis import strategies as st

from perfspec.render.docx.body import (
    Block,
    Body,
    Cell,
    Inline,
    ListEntry,
    Look,
    Merge,
    PageFormat,
    PageNumber,
    PageOf,
    Paragraph,
    Revision,
    Row,
    Run,
    Section,
    Setting,
    Tab,
    Table,
)

DATE = datetime(2026, 1, 1, tzinfo=UTC)
LOOK = Look(fonts=("仿宋_GB2312",), size=Decimal(16))
STRONG = replace(LOOK, strong=True)
SETTING = Setting(style="正文", line=Decimal(29))
PAGE = PageFormat(
    width=Decimal("595.3"),
    height=Decimal("841.9"),
    top=Decimal(105),
    right=Decimal(74),
    bottom=Decimal(99),
    left=Decimal(79),
)


def paragraph(*content: str | Inline, style: str = "正文") -> Paragraph:
    """Return a paragraph of texts and other inlines."""
    inlines = (Run(text=one, look=LOOK) if isinstance(one, str) else one for one in content)
    return Paragraph(content=tuple(inlines), setting=replace(SETTING, style=style), look=LOOK)


def row(*cells: str | Sequence[str], merge: Merge = Merge.NONE) -> Row:
    """Return a row; a cell is a text, or several paragraphs; the first one is merged."""
    made = [
        Cell(
            paragraphs=tuple(paragraph(one) for one in ([cell] if isinstance(cell, str) else cell)),
            merge=Merge.NONE if number else merge,
        )
        for number, cell in enumerate(cells)
    ]
    return Row(cells=tuple(made))


def table(*rows: Row, key: str = "") -> Table:
    """Return a table whose columns are alike."""
    count = max(len(one.cells) for one in rows)
    return Table(columns=(Decimal(100),) * count, rows=rows, key=key)


def body(*sections: Sequence[Block]) -> Body:
    """Return a document."""
    made = tuple(Section(page=PAGE, blocks=tuple(blocks)) for blocks in sections)
    return Body(title="文本", author="网信办", language="zh-CN", sections=made)


_INLINES = st.one_of(
    st.builds(
        Run,
        text=st.sampled_from(
            ["开展培训9次。", "开展培训12次，", "112500.00元", "提高水平", "", "甲\n乙"]
        ),
        look=st.sampled_from([LOOK, STRONG]),
    ),
    st.just(Tab(look=LOOK)),
    st.builds(PageOf, bookmark=st.sampled_from(["a", "b"]), look=st.just(LOOK)),
    st.builds(ListEntry, text=st.sampled_from(["表一", "表二"]), list=st.just("A")),
)
_PARAGRAPHS = st.builds(
    Paragraph,
    content=st.lists(_INLINES, max_size=4).map(tuple),
    setting=st.sampled_from(
        [SETTING, replace(SETTING, style="标题 1"), replace(SETTING, keep_next=True)]
    ),
    look=st.just(LOOK),
    bookmarks=st.sampled_from([(), ("a",)]),
    marks=st.sampled_from([(), ("m",), ("n",)]),
)
_CELLS = st.builds(Cell, paragraphs=st.lists(_PARAGRAPHS, min_size=1, max_size=3).map(tuple))
_ROWS = st.builds(
    Row,
    cells=st.lists(_CELLS, min_size=2, max_size=2).map(tuple),
    is_head=st.sampled_from([False, False, True]),
)


def _merged(rows: Sequence[tuple[Row, bool]]) -> tuple[Row, ...]:
    """Return rows whose first cells are merged: those that go on with the one above are told."""
    made = []
    for number, (one, onward) in enumerate(rows):
        below = number + 1 < len(rows) and rows[number + 1][1]
        start = Merge.STARTS if below else Merge.NONE
        merge = Merge.CONTINUES if onward and number else start
        made.append(replace(one, cells=(replace(one.cells[0], merge=merge), *one.cells[1:])))
    return tuple(made)


def seen(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows as they look: a merged cell with which no row goes on is a cell."""
    firsts = [one.cells[0].merge for one in rows]
    made = []
    for one, below in zip(rows, (*firsts[1:], Merge.NONE), strict=True):
        first = one.cells[0]
        if first.merge is Merge.STARTS and below is not Merge.CONTINUES:
            first = replace(first, merge=Merge.NONE)
        made.append(replace(one, cells=(first, *one.cells[1:])))
    return tuple(made)


_TABLES = st.builds(
    Table,
    columns=st.sampled_from([(Decimal(50), Decimal(60)), (Decimal(50), Decimal(70))]),
    rows=st.lists(st.tuples(_ROWS, st.booleans()), min_size=1, max_size=5).map(_merged),
    key=st.sampled_from(["", "x/1", "y/1"]),
)
_BLOCKS = st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _TABLES), max_size=5)
BODIES = st.builds(body, _BLOCKS, _BLOCKS)


def settled(shown: Body, gone: Revision = Revision.DELETED) -> Body:
    """Return a document after all changes of the kind `gone` went and all others stayed.

    Without what Word does not track, and with runs that are set alike as one.
    """
    sections = (replace(one, blocks=tuple(_blocks(one.blocks, gone))) for one in shown.sections)
    return replace(shown, sections=tuple(sections))


def _blocks(blocks: Sequence[Block], gone: Revision) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraphs([block], gone)
            continue
        rows = tuple(_row(one, gone) for one in block.rows if one.revision is not gone)
        if rows:
            yield replace(block, rows=seen(rows), key="", title="", joins=False)


def _row(shown: Row, gone: Revision) -> Row:
    cells = (
        replace(cell, paragraphs=tuple(_paragraphs(cell.paragraphs, gone))) for cell in shown.cells
    )
    return replace(shown, cells=tuple(cells), revision=Revision.NONE, breaks=False)


def _paragraphs(shown: Sequence[Paragraph], gone: Revision) -> Iterator[Paragraph]:
    for one in shown:
        if one.revision is not gone:
            yield replace(
                one,
                content=tuple(_inlines(one.content, gone)),
                setting=replace(one.setting, keep_next=False, page_before=False),
                revision=Revision.NONE,
                bookmarks=(),
                marks=(),
                link="",
            )


def _inlines(content: Sequence[Inline], gone: Revision) -> Iterator[Inline]:
    left = [one for one in content if getattr(one, "revision", Revision.NONE) is not gone]

    def alike(one: Inline) -> object:
        return one.look if isinstance(one, Run) else id(one)

    for _, group in groupby(left, key=alike):
        for number, one in enumerate(alikes := list(group)):
            if not isinstance(one, Run):
                yield one if isinstance(one, PageNumber) else replace(one, revision=Revision.NONE)
            elif number == 0 and (text := "".join(r.text for r in alikes if isinstance(r, Run))):
                yield Run(text=text, look=one.look)


MARKS = {Revision.NONE: "{}", Revision.INSERTED: "[+{}+]", Revision.DELETED: "[-{}-]"}


def told(shown: Body) -> list[str]:
    """Return the blocks with their changes, a row of a table as `a | b`."""
    return [
        line for section in shown.sections for block in section.blocks for line in _lines(block)
    ]


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _line(block)
        return
    for one in block.rows:
        cells = (" / ".join(map(_line, cell.paragraphs)) for cell in one.cells)
        yield MARKS[one.revision].format(" | ".join(cells))


def _line(shown: Paragraph) -> str:
    return MARKS[shown.revision].format("".join(map(_inline, shown.content)))


def _inline(one: Inline) -> str:
    text = one.text if isinstance(one, Run | ListEntry) else type(one).__name__
    return MARKS[getattr(one, "revision", Revision.NONE)].format(text)
