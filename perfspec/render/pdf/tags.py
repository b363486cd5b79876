"""The tags of the PDF: one element of the HTML, one tag, however many pages it covers.

WeasyPrint builds a structure tree page by page. What is wrong for a reader of the tags is
mended here: furniture is tagged as text that belongs to nothing; a table, a row, a paragraph
begins anew on every page; `<th scope>` is not written; which heads belong to a cell is
counted wrongly under merged cells. Private places replaced: `Stream.marked` and
`tags._build_box_tree`.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

from perfspec.render.pdf import heads
from perfspec.render.pdf.furniture import is_furniture

# Tags of elements that may go on behind a page break. A link has its own part on each page.
_FLOWING = {
    f"/{name}"
    for name in (
        *("Part", "Art", "Sect", "Div", "BlockQuote", "P", "H1", "H2", "H3", "H4", "H5", "H6"),
        *("L", "LI", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Caption"),
    )
}

_marked = Stream.marked
_build_box_tree = tags._build_box_tree  # noqa: SLF001 - see the module's docstring


@dataclass(slots=True)
class _Tree:
    """The tags of one PDF while they are built."""

    # The tag of an element, by its name and by how often the element contains itself: an
    # anonymous box carries the element of its parent. With the page that added to it last.
    tags: dict[tuple[Element, str, int], tuple[Any, int]] = field(default_factory=dict)
    open: list[Element] = field(default_factory=list)
    tables: dict[Element, list[Any]] = field(default_factory=dict)
    cells: dict[Element, Any] = field(default_factory=dict)
    merged: list[Any] = field(default_factory=list)


_trees: WeakKeyDictionary[Any, _Tree] = WeakKeyDictionary()


def install() -> None:
    """Make WeasyPrint tag furniture and tables rightly."""
    Stream.marked = _mark
    tags._build_box_tree = _build  # noqa: SLF001


def finish(pdf: Any) -> None:
    """Write what is known only when all pages are tagged."""
    tree = _trees.pop(pdf)
    for parts in tree.tables.values():
        heads.write(heads.cells_of(parts, tree.cells))
    for tag in tree.merged:
        tag.clear()
    _list_names(pdf, tree.cells.values())


def _list_names(pdf: Any, cells: Iterable[Any]) -> None:
    """Write the index of named tags, without which nobody finds the heads of a cell."""
    named = sorted((tag["ID"].string, tag) for tag in cells if "ID" in tag)
    if named:
        names = pydyf.Array(part for _, tag in named for part in (tag["ID"], tag.reference))
        root = pdf.objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
        root["IDTree"] = pydyf.Dictionary({"Names": names})


def _mark(stream: Stream, box: Any, tag: str) -> AbstractContextManager[None]:
    """Begin marked content for a box: an artifact when it is furniture."""
    marked: AbstractContextManager[None] = (
        stream.artifact() if is_furniture(box) else _marked(stream, box, tag)
    )
    return marked


def _build(box: Any, parent: Any, pdf: Any, page: int, *rest: Any) -> Iterator[Any]:
    """Yield the new tags for a box: none for furniture, none for what only goes on."""
    if not isinstance(box, boxes.PageBox) and is_furniture(box):
        _dummy_marks(box)
        return
    tree = _trees.setdefault(pdf, _Tree())
    depth = tree.open.count(box.element)
    tree.open.append(box.element)
    for tag in _build_box_tree(box, parent, pdf, page, *rest):
        name = tag["S"]
        if name not in _FLOWING:
            yield tag
            continue
        key = (box.element, name, depth)
        first, last_page = tree.tags.get(key, (tag, page))
        if last_page == page:
            tree.tags[key] = tag, page
            _begin(tree, box, tag)
            yield tag
        else:
            tree.tags[key] = first, page
            _go_on(pdf, first, tag)
            tree.merged.append(tag)
        if name == "/Table":
            table = box.get_wrapped_table() if box.is_table_wrapper else box
            tree.tables.setdefault(box.element, []).append(table)
    tree.open.pop()


def _begin(tree: _Tree, box: Any, tag: Any) -> None:
    if tag["S"] in ("/TH", "/TD"):
        tree.cells[box.element] = tag
        scope = heads.SCOPES.get(box.element.get("scope"))
        if scope and tag["S"] == "/TH":
            tag["A"]["Scope"] = scope


def _go_on(pdf: Any, first: Any, tag: Any) -> None:
    """Move the children of `tag` to the tag of the same element on an earlier page."""
    for kid in tag["K"]:
        pdf.objects[int(kid.split()[0])]["P"] = first.reference
    first["K"].extend(tag["K"])


def _dummy_marks(box: Any) -> None:
    # WeasyPrint looks for the tag of every cell of a table, those of furniture included.
    if isinstance(box, boxes.ParentBox):
        for inner in box.descendants():
            if isinstance(inner, boxes.TableCellBox):
                inner.mark = {"A": {}}
