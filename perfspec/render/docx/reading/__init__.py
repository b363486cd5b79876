"""The HTML of a paper as a document for Word: it knows HTML, CSS and marks, and no form.

In: the parsed document, its style sheets inside. Out: a `Body`. Beside HTML and CSS it reads marks:
`data-style` names the style of paragraphs, `data-list` puts a heading into a list of contents
(`data-entry` says the words), `data-furniture` is what is not read, but for the words of a
watermark (`data-text`).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render import css
from perfspec.render.css import Sheet
from perfspec.render.docx.body import ZERO, Block, Body, Section
from perfspec.render.docx.reading.boxes import Room
from perfspec.render.docx.reading.context import FURNITURE, Container, Context, Source, text_of
from perfspec.render.docx.reading.flow import Flow
from perfspec.render.docx.reading.keeping import on_new_page
from perfspec.render.docx.reading.names import Name
from perfspec.render.docx.reading.pages import page_format
from perfspec.render.docx.reading.pile import Placed

# Elements inside of elements: several calls each, of the thousand that Python allows.
MOST_DEPTH = 100
_SIDES = ("left", "right")


def body(root: Element) -> Body:
    """Return the document that the elements below `root` make.

    Raises PerfspecError for style sheets that are larger than any form needs, and for elements that
    are nested deeper.
    """
    _check_depth(root)
    sheet = css.read(root)
    ids = {name: element for element in root.iter() if (name := element.get("id"))}
    flow = Flow(Source(sheet=sheet, ids=ids))
    content = root.find("body")
    if content is not None:
        flow.walk(content, _context(sheet))
    flow.pile.end()
    title = root.find("head/title")
    authors = (meta for meta in root.iter("meta") if meta.get("name") == "author")
    author = next((meta.get("content", "") for meta in authors), "")
    return Body(
        title="" if title is None else text_of(title),
        author=author,
        language=root.get("lang", ""),
        sections=tuple(_sections(flow.pile.placed, sheet)),
        watermark=_watermark(root),
    )


def _check_depth(root: Element) -> None:
    level, depth = [root], 0
    while level:
        if depth > MOST_DEPTH:
            raise PerfspecError(
                message("the form nests elements more than {limit} deep", limit=MOST_DEPTH)
            )
        level = [child for element in level for child in element]
        depth += 1


def _context(sheet: Sheet) -> Context:
    page = sheet.page("", 1, first=True)
    width = page.width - page.margin.left - page.margin.right
    height = page.height - page.margin.top - page.margin.bottom
    return Context(
        room=Room(left=ZERO, right=ZERO, width=width),
        container=Container(height=height, start=0),
        name=Name(),
    )


def _sections(placed: Sequence[Placed], sheet: Sheet) -> Iterator[Section]:
    """Yield a section for all pages of one name, and for those that begin at the right."""
    numbered, number = [], 0
    for index, one in enumerate(placed):
        begins = index and (one.break_before in _SIDES or one.page != placed[index - 1].page)
        number += 1 if begins else 0
        numbered.append((number, one))
    for number, group in groupby(numbered, key=lambda pair: pair[0]):
        blocks = [one for _, one in group]
        first, *others = blocks
        page = page_format(
            sheet, first.page, first=number == 0, starts_right=first.break_before == "right"
        )
        yield Section(page=page, blocks=(first.block, *map(_broken, others)))


def _broken(placed: Placed) -> Block:
    return on_new_page(placed.block) if placed.break_before == "page" else placed.block


def _watermark(root: Element) -> str:
    texts = (one.get("data-text") for one in root.iter() if one.get(FURNITURE) is not None)
    return next(filter(None, texts), "")
