"""The paper of a comparison in tests: made once, parsed, looked through."""

import functools

from lxml import html as lxml_html

from perfspec.changes import Changes, html
from perfspec.findings import Spot
from tests.changes import examples

SVG = "{http://www.w3.org/2000/svg}"
_MADE = {"rich": examples.rich, "three": examples.three, "same": examples.same}


@functools.cache
def text(name: str) -> str:
    """Return the paper of an example, in Chinese."""
    return html.give(_MADE[name](), examples.CHINESE)


def parsed(name: str) -> lxml_html.HtmlElement:
    """Return the paper of an example as a tree."""
    return tree(text(name))


def of(changes: Changes) -> lxml_html.HtmlElement:
    """Return the paper of these changes as a tree."""
    return tree(html.give(changes, examples.CHINESE))


def tree(document: str) -> lxml_html.HtmlElement:
    """Return a document as a tree."""
    return lxml_html.document_fromstring(document)


def find(element: lxml_html.HtmlElement, tag: str, name: str = "") -> list[lxml_html.HtmlElement]:
    """Return the elements of a tag below one, those of a class if it is given."""
    return [one for one in element.iter(tag) if not name or name in one.get("class", "").split()]


def said(element: lxml_html.HtmlElement) -> str:
    """Return the text of an element in one line."""
    return " ".join(element.text_content().split())


def project(page: lxml_html.HtmlElement, name: str) -> lxml_html.HtmlElement:
    """Return the part of a project."""
    (found,) = (one for one in find(page, "section", "project") if said(one).startswith(name))
    return found


def place(spot: Spot) -> str:
    """Return a place of a spec of `specs/YEAR/DEPARTMENT` as the paper says it."""
    _, year, _, file = spot.path.split("/", 3)
    return f"{year}年 {file}:{spot.start.line}"


def row(part: lxml_html.HtmlElement, name: str) -> list[str]:
    """Return the cells of the row that has `name` in a cell of its own, from that cell on."""
    for tr in part.iter("tr"):
        cells = [said(cell) for cell in tr]
        if name in cells:
            return cells[cells.index(name) :]
    raise AssertionError(name)
