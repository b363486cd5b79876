"""XML of strangers: parsed within limits, without document types and entities.

In: bytes, and how a person calls them. Out: an element, or one after the other the elements that
stand at a place of a long part; or a `PerfspecError`. UTF-8 and UTF-16 only, as the office formats
demand. The names of the strict variant of the office formats are given as those of the usual one.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from perfspec.errors import PerfspecError
from perfspec.messages import Message, message

MAX_DEPTH = 128
MAX_NODES = 1_000_000  # elements and attributes that are kept at once, some 200 bytes each
MAX_ATTRIBUTES = 100_000  # of one element: the parser keeps them all before it says anything
_CHUNK = 64 * 1024
_LONG_TAG = re.compile(r"<[^<]{1000000,}")  # with the text behind it
_STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = "http://schemas.openxmlformats.org/"
_NAMESPACES = {
    "drawingml/main": "drawingml/2006/main",
    "officeDocument/math": "officeDocument/2006/math",
    "officeDocument/relationships": "officeDocument/2006/relationships",
    "spreadsheetml/main": "spreadsheetml/2006/main",
    "wordprocessingml/main": "wordprocessingml/2006/main",
}


def parse(data: bytes, name: str) -> Element:
    """Return the root element; raises PerfspecError where it is no XML, or beyond the limits."""
    target = _Target(name)
    list(_fed(data, name, target))
    return target.root


def stream(data: bytes, name: str, path: Sequence[str]) -> Iterator[Element]:
    """Yield the elements at `path`, tags from the root down, one at a time.

    Nothing else of the part is kept, so the memory is that of the longest of them.
    """
    yield from _fed(data, name, _Target(name, tuple(path)))


def text(data: bytes, name: str) -> str:
    """Return the characters of an XML file in UTF-8 or UTF-16; raises PerfspecError."""
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal(name, message("it is neither UTF-8 nor UTF-16")) from error


def refusal(name: str, problem: Message) -> PerfspecError:
    """Return the error that says why a part is not read."""
    return PerfspecError(
        message("{name} is not read: {problem}", name=name, problem=problem),
        message("open it in the program that made it, and save it anew"),
    )


class _Target:
    """Builds the tree as the parser tells it, and counts."""

    def __init__(self, name: str, path: tuple[str, ...] = ()) -> None:
        self.name = name
        self.found: list[Element] = []
        self._path = path
        self._open: list[Element] = []
        self._kept = 0
        self.root = Element("")
        self._builder = TreeBuilder()
        self.data = self._builder.data

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._kept += 1 + len(attributes)
        if self._kept > MAX_NODES:
            problem = message("a piece of it is too long: more than {n} elements", n=MAX_NODES)
            raise refusal(self.name, problem)
        if len(self._open) == MAX_DEPTH:
            raise refusal(self.name, message("it is nested deeper than {n}", n=MAX_DEPTH))
        self._open.append(self._builder.start(tag, attributes))

    def end(self, tag: str) -> None:
        element = self._builder.end(tag)
        self._open.pop()
        depth = len(self._open)
        if depth and depth < len(self._path):
            # On the way to what is wanted, and beside it: not to be kept.
            self._open[-1].remove(element)
            self._kept = depth
            if depth == len(self._path) - 1 and self._is_wanted(element):
                self.found.append(element)
        elif not depth:
            self.root = element

    def close(self) -> None:
        self._builder.close()

    def _is_wanted(self, element: Element) -> bool:
        tags = [*(above.tag for above in self._open), element.tag]
        return all(wanted in {"*", tag} for wanted, tag in zip(self._path, tags, strict=True))


def _fed(data: bytes, name: str, target: _Target) -> Iterator[Element]:
    written = text(data, name)
    # Before any parsing: what is declared there could grow without end, or fetch other files.
    if "<!DOCTYPE" in written or "<!ENTITY" in written:
        raise refusal(name, message("it declares a document type or entities"))
    for tag in _LONG_TAG.finditer(written):
        if written.count("=", tag.start(), tag.end()) > MAX_ATTRIBUTES:
            problem = message("a piece of it is too long: more than {n} elements", n=MAX_ATTRIBUTES)
            raise refusal(name, problem)
    if _STRICT in written:
        for strict, usual in _NAMESPACES.items():
            written = written.replace(f'"{_STRICT}{strict}"', f'"{_USUAL}{usual}"')
    encoded = written.encode()
    del written
    parser = XMLParser(target=target, encoding="utf-8")  # noqa: S314 — guarded above
    try:
        for start in range(0, len(encoded), _CHUNK):
            parser.feed(encoded[start : start + _CHUNK])
            yield from target.found
            target.found.clear()
        parser.close()
    except ParseError as error:
        line, column = error.position
        problem = message(
            "its XML is broken in line {line}, column {column}", line=line, column=column
        )
        raise refusal(name, problem) from error
    yield from target.found
