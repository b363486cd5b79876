"""The elements of a web page, within limits.

In: its characters. Out: its root element, or a `PerfspecError`. The parser follows the algorithm of
HTML, which knows no broken page, but repeats the formats that a stranger left open in each further
paragraph, and looks through all open elements for each tag; so both are watched while it reads.
"""

import io
from collections.abc import Callable
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

from perfspec.errors import PerfspecError
from perfspec.messages import Message, message

MAX_DEPTH = 200
MAX_FORMATS = 64
MAX_ATTRIBUTES = 1_000  # of one element: each is held against all before it
MAX_NODES = 2_000_000  # some 500 bytes each
_CHUNK = 2048


def parse(text: str, name: str) -> Element:
    """Return the root; elements of HTML have no namespace, comments have no text as tag."""
    parser = HTMLParser(namespace_html_elements=False)
    watched = _Watched(text, lambda: _check(parser, watched, name))
    # Not the characters themselves: the parser takes a short text for the name of a file.
    root: Element = parser.parse(watched)
    _check_depth(root, name)
    return root


class _Watched(io.StringIO):
    """Hands a text out in small pieces, and looks before each what became of the last."""

    def __init__(self, text: str, look: Callable[[], None]) -> None:
        super().__init__(text)
        self.tags = self.nodes = 0
        self._look = look

    def read(self, size: int | None = -1, /) -> str:
        """Return the next piece."""
        if size == 0:
            return ""
        self._look()
        piece = super().read(_CHUNK)
        self.tags = piece.count("<") - piece.count("</")
        return piece


def _check(parser: HTMLParser, watched: _Watched, name: str) -> None:
    tree = parser.tree
    formats = len(tree.active_formatting_elements)
    if len(tree.open_elements) > MAX_DEPTH or formats > MAX_FORMATS:
        raise _refusal(name, message("its elements stand in one another beyond all measure"))
    token = parser.tokenizer.current_token or {}
    if len(token.get("data") or ()) > MAX_ATTRIBUTES and not isinstance(token["data"], str):
        problem = message("an element has more than {number} attributes", number=MAX_ATTRIBUTES)
        raise _refusal(name, problem)
    # Each start of a paragraph repeats the open formats.
    watched.nodes += watched.tags * (1 + formats)
    if watched.nodes > MAX_NODES:
        raise _refusal(name, message("it has more than {number} elements", number=MAX_NODES))


def _check_depth(root: Element, name: str) -> None:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise _refusal(name, message("its elements stand in one another beyond all measure"))


def _refusal(name: str, problem: Message) -> PerfspecError:
    return PerfspecError(
        message("{name} is not read: {problem}", name=name, problem=problem),
        message("open it in a browser, copy the tables into Word, and save them as .docx"),
    )
