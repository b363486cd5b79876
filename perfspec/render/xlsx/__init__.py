"""The workbook: the HTML document as sheets for Excel, a form each, and a list of all indicators.

In: the HTML alone. Out: a sheet of the prose, a sheet for every section with tables, with the
merges and the widths of the form and set up to be printed as it, and last the list, to be sorted
and keyed in. A number that stands in a cell by itself is a number that shows what was typed.
"""

from xml.etree.ElementTree import Element

import tinyhtml5

from perfspec.render import css
from perfspec.render.xlsx import indicators, layout, names, writing
from perfspec.render.xlsx.blocks import regions
from perfspec.render.xlsx.sheets import Book, Sheet

_NO_YEAR = 2000
_YEARS = range(1900, 10_000)


def render(html: str) -> bytes:
    """Return the workbook of a document; raises PerfspecError for what Excel cannot hold."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    return writing.write(book(root))


def book(root: Element) -> Book:
    """Return the sheets of a document."""
    style = css.read(root)
    page = style.page("main", 1)
    prose, found = regions(root, style)
    shown = [prose, *found] if prose.blocks or not found else found
    list_ = indicators.sheet(root, style, page)
    titles = [region.title for region in shown]
    # The list keeps its name, and stands last.
    given = names.names([indicators.NAME, *titles])[1:] if list_ else names.names(titles)
    sheets: list[Sheet] = [
        layout.sheet(region, name, style, page) for region, name in zip(shown, given, strict=True)
    ]
    return Book(
        title=_title(root),
        author=_author(root),
        year=_year(root),
        sheets=[*sheets, *([list_] if list_ else [])],
        note=_note(root),
    )


def _title(root: Element) -> str:
    return " ".join((root.findtext(".//title") or "").split())


def _author(root: Element) -> str:
    found = root.find(".//meta[@name='author']")
    return "" if found is None else found.get("content", "")


def _note(root: Element) -> str:
    """Return what is printed behind the words of every page, such as that it is a sample."""
    found = root.find(".//*[@data-furniture][@data-text]")
    return "" if found is None else found.get("data-text", "")


def _year(root: Element) -> int:
    """Return the year of the filing, for the one date in the file."""
    for element in root.iter():
        if element.get("data-at", "").endswith("#year"):
            text = "".join(element.itertext()).strip()
            if text.isascii() and text.isdigit() and int(text[:5]) in _YEARS:
                return int(text)
    return _NO_YEAR
