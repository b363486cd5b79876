"""From HTML to PDF in WeasyPrint: parse, lay out until the tables are at rest, write."""

import functools
import gc
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinyhtml5
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import pango
from weasyprint.urls import FatalURLFetchingError

from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render.document import Attachment, Printed, Rendered
from perfspec.render.pdf import faces, finish, furniture, glyphs, lines, log, subset, tables, tags
from perfspec.render.pdf.fetcher import Fetcher

lines.install()
subset.install()
tags.install()

# A row that fits on a page stays whole. The weakest sheet: a form may say otherwise.
_STYLESHEET = "tr { break-inside: avoid }"
# How often a layout may choose its page breaks itself before they are forced.
_FREE_PASSES = 3


def render(html: str, attachments: Sequence[Attachment], profile: str, fonts: str) -> Rendered:
    """Return the PDF or the characters that cannot be printed; see the package."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    if fonts == "bundled" and (lacking := glyphs.missing(root)):
        return lacking
    with _without_collector(), log.listening() as complaints:
        try:
            document = _lay_out(root, fonts)
            complaints.stop_if_any()
            furniture.find_repeated_heads(document)
            pdf = _write(document, attachments, profile)
        except FatalURLFetchingError as error:
            raise PerfspecError(
                message("the form pack cannot be printed as PDF: {reason}", reason=_cause(error))
            ) from error
        complaints.stop_if_any()
    if complaints.characters:
        return glyphs.places(root, complaints.characters)
    return Printed(data=pdf, numbers=finish.numbers_of_ids(document))


def pango_version() -> str:
    """Return the version of Pango in use; it writes 1.50.12 as 15012."""
    number: int = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _write(document: Any, attachments: Sequence[Attachment], profile: str) -> bytes:
    if profile == "archival":
        finish.claim_pdfua(document)
    with warnings.catch_warnings():
        # WeasyPrint leaves it to Python to close the colour profile it reads.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = document.write_pdf(
            finisher=finish.finisher(attachments), **finish.options(attachments, profile)
        )
    return pdf


def _lay_out(root: Element, fonts: str) -> Any:
    """Return the laid out document whose merged cells end where its pages end."""
    _drop_browser_styles(root)
    furniture.spread(root)
    made, tree, passes = tables.Cuts(), root, 0
    while True:
        document = _Source(tree).render(font_config=faces.faces(fonts), stylesheets=[_sheet()])
        wanted = tables.cuts(root, _pages_of_rows(tree, document))
        if made.satisfy(wanted):
            return document
        passes += 1
        if passes <= _FREE_PASSES:
            made = replace(wanted, torn=made.torn | wanted.torn)
        elif made == (more := made.forced_to(wanted)):
            raise AssertionError(f"WeasyPrint breaks no page before rows {more.forced}")
        else:
            made = more
        tree = tables.cut(root, made)


def _drop_browser_styles(root: Element) -> None:
    """Take out each `<style data-browser>`: what browsers print and WeasyPrint refuses."""
    for parent in list(root.iter()):
        for style in parent.findall("style[@data-browser]"):
            parent.remove(style)


def _pages_of_rows(tree: Element, document: Any) -> dict[int, list[int]]:
    """Return for each body row the numbers of the pages it stands on."""
    numbers = {row: number for number, row in enumerate(tables.rows(tree))}
    pages: dict[int, list[int]] = {}
    for index, page in enumerate(document.pages):
        for box in page._page_box.descendants():  # noqa: SLF001 - no public way to the rows
            if isinstance(box, boxes.TableRowBox) and box.element in numbers:
                pages.setdefault(numbers[box.element], []).append(index)
    return pages


@functools.cache
def _sheet() -> weasyprint.CSS:
    return weasyprint.CSS(string=_STYLESHEET)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector away: a sixth of the time of 15 tables, 15 MB of memory."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _cause(error: BaseException) -> str:
    return str(error.__cause__ or error)


class _Source(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """A parsed document for WeasyPrint, which itself takes source text only."""

    def __init__(self, root: Element) -> None:
        self.base_url = None
        self.url_fetcher = Fetcher()
        self.media_type = "print"
        self.etree_element = root
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
