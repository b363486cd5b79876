"""What Word insists on in a file, and says of a file that has it otherwise: «unreadable content».

Checked here is what ISO 29500-1 and -2 require of the parts that the writer makes, and a few things
that the standard leaves open and Word does not: no table touches another, a row has as many columns
as the grid of its table, a bookmark's name has at most 40 characters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from tests.render.sequences import FREE, SEQUENCES
from tests.render.wordfiles import R, W, parsed, parts

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_VML = "{urn:schemas-microsoft-com:vml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}|_\w{0,39}")
_WHOLE = re.compile(r"-?\d+")
_COLOUR = re.compile(r"auto|[0-9A-F]{6}")
_LENGTHS = ("w", "h", "line", "before", "after", "left", "right", "firstLine", "hanging", "pos")
_REFERENCES = ("headerReference", "footerReference")
_TRACKED = ("ins", "del")


def faults(data: bytes) -> list[str]:
    """Return what Word would not accept, or not show as it was meant."""
    files = parts(data)
    roots = {name: parsed(xml) for name, xml in files.items()}
    found = [*_package(roots)]
    for name, root in roots.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += (f"{name}: {fault}" for fault in _story(root))
    document = roots["word/document.xml"]
    found += _document(document)
    found += _sections(document, roots["word/settings.xml"])
    found += _styles(roots["word/styles.xml"], roots)
    for table in document.iter(f"{W}tbl"):
        found += _table(table)
    return found


def _package(roots: dict[str, Element]) -> Iterator[str]:
    if next(iter(roots)) != "[Content_Types].xml":
        yield "the content types are not the first part"
    yield from _twice("part", (name.lower() for name in roots))
    types = roots["[Content_Types].xml"]
    defaults = {one.get("Extension") for one in types.iter(f"{_TYPES}Default")}
    named = [str(one.get("PartName")) for one in types.iter(f"{_TYPES}Override")]
    yield from _twice("content type", named)
    yield from (f"no part {name}" for name in named if name.lstrip("/") not in roots)
    for name in roots:
        if f"/{name}" not in named and name.rpartition(".")[2] not in defaults:
            yield f"no content type for {name}"
    reached = {"[Content_Types].xml"}
    for name, root in roots.items():
        if name.endswith(".rels"):
            reached.add(name)
            yield from _twice(f"relation of {name}", (str(one.get("Id")) for one in root))
            folder = name.partition("_rels/")[0]
            for one in root:
                target = normpath(join(folder, str(one.get("Target"))))
                reached.add(target)
                if one.get("TargetMode") or target not in roots:
                    yield f"{name} leads to {target}"
    yield from (f"nothing leads to {name}" for name in roots if name not in reached)


def _story(root: Element) -> Iterator[str]:
    """Yield what is wrong in any part with paragraphs: order, numbers, fields, texts."""
    for element in root.iter():
        name = element.tag.removeprefix(W)
        if name in SEQUENCES:
            yield from _order(name, [child.tag.removeprefix(W) for child in element])
        for key, value in element.attrib.items():
            if (
                key.removeprefix(W) in _LENGTHS
                and key.startswith(W)
                and not _WHOLE.fullmatch(value)
            ):
                yield f"{name} has the length {value}"
        if name == "color" and not _COLOUR.fullmatch(element.get(f"{W}val", "")):
            yield f"colour {element.get(f'{W}val')}"
        if name in ("t", "delText", "instrText", "delInstrText"):
            text = element.text or ""
            if text != text.strip() and element.get(_SPACE) != "preserve":
                yield f"blanks are lost at the ends of «{text}»"
        if name == "del":
            yield from (f"«{one.text}» is gone and there" for one in element.iter(f"{W}t"))
    yield from _fields(root)


def _order(name: str, children: list[str]) -> Iterator[str]:
    sequence, free = SEQUENCES[name].split(), FREE.get(name, set())
    if unknown := set(children) - set(sequence):
        yield f"{name} holds {sorted(unknown)}"
        return
    places = [sequence.index(child) for child in children if child not in free]
    if places != sorted(places):
        yield f"{name} has another order: {children}"


def _fields(root: Element) -> Iterator[str]:
    """Yield fields that do not begin, part and end one in the other."""
    open_ones: list[bool] = []
    for element in root.iter(f"{W}fldChar"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_ones.append(False)
        elif not open_ones or (kind == "separate" and open_ones[-1]):
            yield f"a field has a {kind} too many"
        elif kind == "separate":
            open_ones[-1] = True
        else:
            open_ones.pop()
    if open_ones:
        yield "a field has no end"


def _document(root: Element) -> Iterator[str]:
    starts, ends = ([*root.iter(f"{W}bookmark{one}")] for one in ("Start", "End"))
    names = [str(one.get(f"{W}name")) for one in starts]
    yield from _twice("bookmark", (name.lower() for name in names))
    yield from (f"a bookmark is called {name}" for name in names if not _BOOKMARK.fullmatch(name))
    if Counter(one.get(f"{W}id") for one in starts) != Counter(one.get(f"{W}id") for one in ends):
        yield "bookmarks begin that do not end"
    marked = (one for name in _TRACKED for one in root.iter(W + name))
    yield from _twice("number", (str(one.get(f"{W}id")) for one in (*starts, *marked)))
    for link in root.iter(f"{W}hyperlink"):
        if link.get(f"{W}anchor") not in names or link.get(f"{R}id"):
            yield f"a link leads to {link.attrib}"
    (body,) = root
    for parent in (body, *root.iter(f"{W}tc")):
        tags = [child.tag.removeprefix(W) for child in parent]
        if ("tbl", "tbl") in pairwise(tags):
            yield "a table touches another"
        if tags[-1] != ("sectPr" if parent is body else "p"):
            yield f"{parent.tag.removeprefix(W)} ends with {tags[-1]}"


def _sections(root: Element, settings: Element) -> Iterator[str]:
    sides = settings.find(f"{W}evenAndOddHeaders") is not None
    for one in root.iter(f"{W}sectPr"):
        shown = [
            (child.tag, child.get(f"{W}type", ""))
            for child in one
            if child.tag.removeprefix(W) in _REFERENCES
        ]
        yield from _twice("header or footer", map(str, shown))
        kinds = {kind for _, kind in shown}
        if "first" in kinds and one.find(f"{W}titlePg") is None:
            yield "the first page's footer is never shown"
        if "even" in kinds and not sides:
            yield "the footer of even pages is never shown"


def _styles(root: Element, roots: dict[str, Element]) -> Iterator[str]:
    styles = {str(one.get(f"{W}styleId")): one for one in root.iter(f"{W}style")}
    yield from _twice("style", (str(one.get(f"{W}styleId")) for one in root.iter(f"{W}style")))
    names = (str(one.get(f"{W}val")).lower() for one in root.iter(f"{W}name"))
    yield from _twice("style name", names)
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for story in roots.values():
        for name, kind in kinds.items():
            for used in story.iter(W + name):
                style = styles.get(str(used.get(f"{W}val")))
                if style is None or style.get(f"{W}type") != kind:
                    yield f"no style {used.get(f'{W}val')} of a {kind}"
    for name in ("basedOn", "next", "link"):
        for one in root.iter(W + name):
            if one.get(f"{W}val") not in styles:
                yield f"no style {one.get(f'{W}val')}"
    shapes = [str(one.get("id")) for story in roots.values() for one in story.iter(f"{_VML}shape")]
    yield from _twice("shape", shapes)


def _table(table: Element) -> Iterator[str]:
    widths = [int(one.get(f"{W}w", "")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    edges = list(accumulate(widths, initial=0))
    rows = [*table.iterfind(f"{W}tr")]
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    if heads != sorted(heads, reverse=True):
        yield "a head is no first row"
    for row in rows:
        column = 0
        for cell in row.iterfind(f"{W}tc"):
            end = column + _span(cell)
            width = cell.find(f"{W}tcPr/{W}tcW")
            if width is None or width.get(f"{W}type") != "dxa" or end >= len(edges):
                yield f"a cell has no width, or ends in column {end} of {len(widths)}"
            elif int(width.get(f"{W}w", "")) != edges[end] - edges[column]:
                yield f"a cell is not as wide as its columns {column}–{end}"
            column = end
        if column != len(widths):
            yield f"a row has {column} columns, and the grid {len(widths)}"
    for gone in _TRACKED:
        left = [row for row in rows if row.find(f"{W}trPr/{W}{gone}") is None]
        yield from _merges(left)


def _merges(rows: Iterable[Element]) -> Iterator[str]:
    """Yield cells that go on with none above of the same columns."""
    above: set[tuple[int, int]] = set()
    for row in rows:
        column, now = 0, set()
        for cell in row.iterfind(f"{W}tc"):
            place = column, _span(cell)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                now.add(place)
                if merge.get(f"{W}val") != "restart" and place not in above:
                    yield f"a cell in column {column} goes on with none"
            column += place[1]
        above = now


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val", ""))


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    return (f"{what} {name} twice" for name, count in Counter(names).items() if count > 1)
