"""Small documents for Word, made by hand, and the parts of the files that are made of them."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from xml.etree.ElementTree import Element, fromstring

from perfspec.render.docx.body import (
    ZERO,
    Block,
    Body,
    Cell,
    Inline,
    ListEntry,
    Look,
    Merge,
    Padding,
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
from perfspec.render.docx.writing import write

DATE = datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LINE = Decimal("28.99")
FANG = ("仿宋_GB2312", "仿宋", "FandolFang", "serif")
TEXT = Look(fonts=FANG, size=Decimal(16), spacing=Decimal("-0.209"))
TITLE = Look(fonts=("方正小标宋_GBK", "方正小标宋简体"), size=Decimal(22))
SMALL = Look(fonts=FANG, size=Decimal("10.5"))
PAGE = Look(fonts=("宋体", "SimSun"), size=Decimal(14))
PROSE = Setting(style="正文", align="justify", first=Decimal("31.58"), line=LINE)
PART = Setting(style="标题 2", level=2, align="center", after=LINE, line=LINE, keep_next=True)
ITEM = Setting(style="标题 3", level=3, first=Decimal("31.58"), line=LINE, keep_next=True)
NAME = Setting(style="表格标题", level=3, align="center", line=LINE, page_before=True)
ENTRY = Setting(style="目录 项", left=Decimal(64), line=LINE, tab=Decimal("442.2"), leader=True)
WORDS = Setting(style="表格文字", align="justify", line=Decimal("14.5"))
FIGURES = Setting(style="表格数字", align="center", line=Decimal("14.5"))
SENTENCE = "顺平网信战线坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实党的十九大精神。"
BORDER = Decimal("0.75")
ROOM = Padding(top=Decimal(3), right=Decimal(2), bottom=Decimal(3), left=Decimal(2))


def said(text: str, setting: Setting = PROSE, look: Look = TEXT) -> Paragraph:
    """Return a paragraph of these words."""
    return Paragraph(content=(Run(text=text, look=look),), setting=setting, look=look)


def mixed(*parts: tuple[str, Revision] | Inline, revision: Revision = Revision.NONE) -> Paragraph:
    """Return a paragraph of words that are new, gone, or neither."""
    runs = (
        Run(text=part[0], look=TEXT, revision=part[1]) if isinstance(part, tuple) else part
        for part in parts
    )
    return Paragraph(content=tuple(runs), setting=PROSE, look=TEXT, revision=revision)


def heading(
    text: str, bookmark: str, letter: str = "", listed: str = "", setting: Setting = ITEM
) -> Paragraph:
    """Return a heading that a contents list may have an entry of."""
    entries = (ListEntry(text=listed or text, list=letter),) if letter else ()
    content = (Run(text=text, look=TEXT), *entries)
    return Paragraph(content=content, setting=setting, look=TEXT, bookmarks=(bookmark,))


def entry(text: str, bookmark: str, letter: str = "A", shown: str = "") -> Paragraph:
    """Return an entry of a contents list."""
    number = PageOf(bookmark=bookmark, look=TEXT, shown=shown)
    return Paragraph(
        content=(Run(text=text, look=TEXT), Tab(look=TEXT), number),
        setting=ENTRY,
        look=TEXT,
        contents=letter,
        link=bookmark,
    )


def cell(
    text: str, setting: Setting = WORDS, *, columns: int = 1, merge: Merge = Merge.NONE
) -> Cell:
    """Return a cell; one that goes on with another has no paragraph."""
    paragraphs = () if merge is Merge.CONTINUES else (said(text, setting, SMALL),)
    return Cell(
        paragraphs=paragraphs,
        columns=columns,
        merge=merge,
        align="center",
        border=BORDER,
        padding=ROOM,
    )


def row(*texts: str, is_head: bool = False, revision: Revision = Revision.NONE) -> Row:
    """Return a row of cells, each in its column."""
    cells = tuple(cell(text, FIGURES if is_head else WORDS) for text in texts)
    return Row(cells=cells, is_head=is_head, revision=revision)


def grid(*rows: Row, widths: Sequence[int] = (100, 200), joins: bool = False) -> Table:
    """Return a table whose columns have these widths, in points."""
    return Table(columns=tuple(map(Decimal, widths)), rows=rows, title="表", joins=joins)


def page(numbers: str = "", first: int = 0, *, starts_right: bool = False) -> PageFormat:
    """Return the official page; one with numbers has them at its outer edges."""
    return PageFormat(
        width=Decimal("595.28"),
        height=Decimal("841.89"),
        top=Decimal("104.88"),
        right=Decimal("73.70"),
        bottom=Decimal("99.21"),
        left=Decimal("79.37"),
        numbers=numbers,
        first_number=first,
        odd=_footer("right") if numbers else (),
        even=_footer("left") if numbers else (),
        foot=Decimal(56) if numbers else ZERO,
        starts_right=starts_right,
    )


def _footer(side: str) -> tuple[Paragraph, ...]:
    room = Decimal(14)
    setting = Setting(
        style=f"页码 {side}",
        align=side,
        left=room if side == "left" else ZERO,
        right=room if side == "right" else ZERO,
    )
    content = (Run(text="— ", look=PAGE), PageNumber(look=PAGE), Run(text=" —", look=PAGE))
    return (Paragraph(content=content, setting=setting, look=PAGE),)


def body(*blocks: Block) -> Body:
    """Return a document of one section."""
    return of(Section(page=page(), blocks=blocks))


def of(*sections: Section, watermark: str = "") -> Body:
    """Return a document of these sections."""
    return Body(
        title="网信办2020年部门预算绩效文本",
        author="网信办",
        language="zh-CN",
        sections=sections,
        watermark=watermark,
    )


@cache
def paper() -> Body:
    """Return a document with all that a filing has: cover, contents, prose, two joined tables."""
    cover = Section(page=page(), blocks=(said("网信办\n2020年部门预算绩效文本", look=TITLE),))
    contents = Section(
        page=page("lower-roman", 1),
        blocks=(
            said("目　录", PART, TITLE),
            entry("一、总体绩效目标", "goal"),
            entry("二、分项绩效目标", "sub-goals"),
            said("第二部分"),
            entry("1.专项经费绩效目标表", "table", "C"),
            entry("2.专项经费绩效目标表（续）", "table", "C"),
        ),
    )
    main = Section(
        page=page("decimal", 1, starts_right=True),
        blocks=(
            said("第一部分\n部门整体绩效目标", PART, TITLE),
            heading("一、总体绩效目标", "goal", "A", "总体“绩效”目标"),
            *(said(SENTENCE * 3) for _ in range(8)),
            heading("二、分项绩效目标", "sub-goals", "A"),
            heading("1.专项经费绩效目标表", "table", "C", "1、专项经费绩效目标表", NAME),
            *_tables(),
        ),
    )
    return of(cover, contents, main, watermark="示例")


def _tables() -> tuple[Table, Table]:
    budget = grid(
        row("项目编码", "130636"),
        Row(cells=(cell("用途", merge=Merge.STARTS), cell("预算数112500.00"))),
        Row(cells=(cell("", merge=Merge.CONTINUES), cell(SENTENCE))),
    )
    rows = (
        Row(
            cells=(
                cell("产出", merge=Merge.CONTINUES if number % 8 else Merge.STARTS),
                cell(f"指标{number}号：{SENTENCE}"),
                cell("≥90%", FIGURES),
            )
        )
        for number in range(24)
    )
    head = row("一级指标", "三级指标", "指标值", is_head=True)
    return budget, grid(head, *rows, widths=(100, 120, 80), joins=True)


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by their names, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(shown: Body, name: str = "document", **numbers: str) -> Element:
    """Return a part of the file that is made of a document; `numbers` are those of its pages."""
    known = {bookmark.replace("_", "-"): number for bookmark, number in numbers.items()}
    return parsed(parts(write(shown, known, date=DATE))[f"word/{name}.xml"])


def parsed(xml: bytes) -> Element:
    """Return the root of a part, which the test has made itself."""
    return fromstring(xml)  # noqa: S314 - see above


def values(root: Element, path: str, attribute: str = "val") -> list[str | None]:
    """Return an attribute of all elements at a path, whose names are those of Word."""
    return [found.get(W + attribute) for found in root.iterfind(_path(path))]


def words(root: Element, path: str) -> list[str]:
    """Return the text of all elements at a path."""
    return ["".join(found.itertext()) for found in root.iterfind(_path(path))]


def children(root: Element, path: str) -> list[str]:
    """Return the names of what stands in the first element at a path."""
    found = root.find(_path(path))
    return [] if found is None else [child.tag.removeprefix(W) for child in found]


def _path(path: str) -> str:
    steps = (step if step in ("", ".", "*") else W + step for step in path.split("/"))
    return "/".join(steps)
