"""Furniture: what is printed again or around the content and is no content itself.

Page margins, elements marked `data-furniture`, and the head of a table on every page after
its first. A reader's screen reader passes over it, so it is an artifact in the PDF.
"""

from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes

MARK = "data-furniture"


def spread(root: Element) -> None:
    """Put the mark on everything inside a marked element: a box knows only its own."""
    for element in root.iter():
        if element.get(MARK) is not None:
            for inner in element.iter():
                inner.set(MARK, "")


def find_repeated_heads(document: Any) -> None:
    """Mark the boxes of table heads that were printed on an earlier page."""
    seen: set[Element] = set()
    for page in document.pages:
        for box in page._page_box.descendants():  # noqa: SLF001 - no public way to the boxes
            if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
                if box.element in seen:
                    for inner in box.descendants():
                        inner.is_repeated = True
                seen.add(box.element)


def is_furniture(box: Any) -> bool:
    """Tell whether a box is furniture; boxes of page margins belong to no element."""
    return (
        box.element is None
        or box.element.get(MARK) is not None
        or getattr(box, "is_repeated", False)
    )
