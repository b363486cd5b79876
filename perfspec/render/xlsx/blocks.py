"""What of the HTML goes onto which sheet, as lines and tables in their order.

The nearest section around tables is a region: a sheet of its own. A table outside of any section is
a region too, together with those that follow it at once. All other words are the prose: one region
without tables. Furniture and lists of contents stay out: a workbook has pages and tabs of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from perfspec.render.css import Sheet as Css
from perfspec.render.xlsx.words import Span, Words, is_unseen, squeezed, text, words

_SECTIONS = frozenset({"section", "article"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = (
    _SECTIONS
    | _HEADINGS
    | frozenset({"address", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl"})
    | frozenset({"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li"})
    | frozenset({"main", "ol", "p", "pre", "summary", "table", "ul"})
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph; its `parts` stand side by side, from edge to edge, where it has several."""

    element: Element
    parts: tuple[Words, ...]
    is_heading: bool = False

    @property
    def text(self) -> str:
        """All words, in one line."""
        return " ".join(" ".join(text(part).split()) for part in self.parts)


Block = Line | Element  # an element is a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """What stands on one sheet, and the words that name it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """What is known of the elements before the document is read through."""

    css: Css
    branches: frozenset[Element]  # they have blocks inside
    regions: frozenset[Element]


def regions(root: Element, css: Css) -> tuple[Region, list[Region]]:
    """Return the prose of a document, and its regions with tables."""
    shape = _shape(root, css)
    prose: list[Block] = []
    found: list[tuple[str, list[Block]]] = []
    heading, is_loose = "", False
    for one in _walk(root, shape):
        if isinstance(one, Line):
            prose.append(one)
            heading, is_loose = (one.text if one.is_heading else heading), False
        elif one.tag == "table":
            if not is_loose:
                found.append((heading, []))
            found[-1][1].extend(_table(one, shape))
            is_loose = True
        else:
            blocks = list(_inside(one, shape))
            found.append((_title(blocks), blocks))
            is_loose = False
    return (
        Region(title=_title(prose, last="h2"), blocks=tuple(prose)),
        [Region(title=title, blocks=tuple(blocks)) for title, blocks in found],
    )


def _title(blocks: Iterable[Block], last: str = "") -> str:
    """Return the first heading, if there is one of the rank `last` that, else the first line."""
    lines = [block for block in blocks if isinstance(block, Line)]
    headings = [line for line in lines if line.is_heading]
    ranked = [line for line in headings if line.element.tag == last]
    return next((line.text for line in (*ranked, *headings, *lines)), "")


def _shape(root: Element, css: Css) -> _Shape:
    parents = {child: parent for parent in root.iter() for child in parent}
    branches: set[Element] = set()
    around: set[Element] = set()
    for element in parents:
        if element.tag in _BLOCKS:
            above = parents.get(element)
            while above is not None and above not in branches:
                branches.add(above)
                above = parents.get(above)
        if element.tag == "table":
            above = parents.get(element)
            while above is not None and above.tag not in _SECTIONS:
                above = parents.get(above)
            if above is not None:
                around.add(above)
    return _Shape(css=css, branches=frozenset(branches), regions=frozenset(around))


def _walk(root: Element, shape: _Shape) -> Iterator[Block]:
    """Yield the lines, the tables and the sections with tables, as far as none is in another."""
    stack: list[Block] = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, Line) or one.tag == "table" or one in shape.regions:
            yield one
        else:
            stack += reversed(list(_children(one, shape)))


def _inside(section: Element, shape: _Shape) -> Iterator[Block]:
    """Yield the lines and tables of a section; a caption stands before its table."""
    stack: list[Block] = list(_children(section, shape))[::-1]
    while stack:
        one = stack.pop()
        if isinstance(one, Line):
            yield one
        elif one.tag == "table":
            yield from _table(one, shape)
        else:
            stack += reversed(list(_children(one, shape)))


def _table(table: Element, shape: _Shape) -> Iterator[Block]:
    for caption in table.findall("caption"):
        if found := _line(caption, shape):
            yield found
    yield table


def _children(element: Element, shape: _Shape) -> Iterator[Block]:
    """Yield what an element with blocks consists of: lines, and further elements with blocks."""
    inline: list[Span] = [Span(element.text or "")]
    for child in element:
        seen = not is_unseen(child, shape.css)
        if seen and (child.tag in _BLOCKS or child in shape.branches):
            yield from _loose(element, inline)
            inline = []
            if child.tag == "table" or child in shape.branches:
                yield child
            elif found := _line(child, shape):
                yield found
        elif seen:
            inline += words(child, shape.css)
        inline.append(Span(child.tail or ""))
    yield from _loose(element, inline)


def _loose(element: Element, inline: list[Span]) -> Iterator[Line]:
    """Yield the words that stand beside blocks, as a line of their own."""
    if found := squeezed(Span(span.text.replace("\n", " "), span.strong) for span in inline):
        yield Line(element=element, parts=(found,))


def _line(element: Element, shape: _Shape) -> Line | None:
    """Return the words of an element without blocks, or None where it has none."""
    style = shape.css.of(element)
    apart = (style.display, style.flex_direction, style.justify_content)
    is_bare = not any((text or "").strip() for text in _own_texts(element))
    children = [child for child in element if not is_unseen(child, shape.css)]
    if apart == ("flex", "row", "space-between") and is_bare and len(children) > 1:
        parts = tuple(found for child in children if (found := words(child, shape.css)))
    else:
        found = words(element, shape.css)
        parts = (found,) if found else ()
    if not parts:
        return None
    return Line(element=element, parts=parts, is_heading=element.tag in _HEADINGS)


def _own_texts(element: Element) -> Iterator[str | None]:
    yield element.text
    for child in element:
        yield child.tail
