"""The commonest slips in YAML typed on a Chinese keyboard, found by the look of a line.

The parser often goes on reading for several lines before it gives up, so what it says fits
neither the line nor the cause.
"""

import re

from perfspec.diagnostics import Diagnostic, error
from perfspec.messages import Message, message
from perfspec.source import Region, Source

_LEADING_TAB = re.compile(r"^ *(\t)")
_FULLWIDTH_COLON = re.compile(r"^ *(?:- +)?([a-z_0-9]+) *(：)")
# What begins with a digit is a time of day, and what goes on with a slash an address.
_BARE_COLON = re.compile(r"^ *(?:- +)*([a-z_][a-z_0-9]*)(:)[^ \t/]")
_WIDE_SPACE = re.compile(r"^ *([\u3000\u00a0])")
_WIDE_SPACE_BEFORE_KEY = re.compile(r"^ *([\u3000\u00a0])[\s\u3000]*(?:- |[a-z_][a-z_0-9]*:)")
# Two dashes in a row are Chinese punctuation and no attempt at a list.
_BARE_DASH = re.compile(r"^ *(?:(-)[^ \t-]|([－–—−‐‑])(?![－–—−‐‑]))")

_LOST = re.compile(r"[ \t]+(#[^\s#].*)")

WIDE_SPACES = ("\u3000", "\u00a0")
WIDE_SPACE: tuple[Message, Message] = (
    message("a full-width or no-break space cannot indent a line"),
    message("indent with ordinary spaces, two for each level"),
)


def find(source: Source, offset: int, *, guilty: bool) -> Diagnostic | None:
    """Return the slip in the line of `offset`, or in the line with content above it.

    With `guilty` the parser is sure of the line: more is taken for a slip, and only there.
    """
    line = source.position(offset).line
    if guilty:
        return _common(source, line) or _guilty(source, line)
    return _common(source, line) or _common(source, _above(source, line))


def find_comment(source: Source, end: int) -> Diagnostic | None:
    """Return the text behind a value that YAML takes for a comment and the writer did not."""
    if (lost := _LOST.match(source.text, end)) is None:
        return None
    return error(
        "yaml-comment",
        Region(path=source.path, start=lost.start(1), end=lost.end(1)),
        message("from # on, this is a comment and not read"),
        hint=message("a text with # in it needs quotes ' '; a comment has a space behind #"),
    )


def _above(source: Source, line: int) -> int:
    """Return the nearest line above `line` that is neither blank nor a comment, or 0."""
    numbers = range(line - 1, 0, -1)
    return next((at for at in numbers if source.line(at).partition("#")[0].strip(" ")), 0)


def _common(source: Source, line: int) -> Diagnostic | None:
    """Return the slip that a line shows wherever the parser has stopped."""
    if not line:
        return None
    text = source.line(line)
    if colon := _FULLWIDTH_COLON.match(text):
        key = colon.group(1)
        said = message("a full-width colon stands behind {key!r}", key=key)
        return _slip(source, line, colon, "yaml-colon", (said, _colon_hint(key)))
    if colon := _BARE_COLON.match(text):
        key = colon.group(1)
        said = message("no space stands behind the colon of {key!r}", key=key)
        return _slip(source, line, colon, "yaml-colon", (said, _colon_hint(key)))
    if tab := _LEADING_TAB.match(text):
        said = message("a tab stands where YAML wants spaces")
        hint = message("indent with two spaces for each level")
        return _slip(source, line, tab, "yaml-tab", (said, hint))
    if space := _WIDE_SPACE_BEFORE_KEY.match(text):
        return _slip(source, line, space, "yaml-space", WIDE_SPACE)
    return None


def _guilty(source: Source, line: int) -> Diagnostic | None:
    """Return the slip that a line shows which the parser could take for no key."""
    text = source.line(line)
    if space := _WIDE_SPACE.match(text):
        return _slip(source, line, space, "yaml-space", WIDE_SPACE)
    if dash := _BARE_DASH.match(text):
        said = message("this looks like an item of a list")
        hint = message("an item begins with an ASCII `-` and a space: `- `")
        return _slip(source, line, dash, "yaml-item", (said, hint))
    return None


def _colon_hint(key: str) -> Message:
    return message("write an ASCII colon and a space: `{key}: `", key=key)


def _slip(
    source: Source, line: int, found: re.Match[str], code: str, words: tuple[Message, Message]
) -> Diagnostic:
    """Return the finding at the last group of `found`, which is the wrong character."""
    at = source.offset(line) + found.start(found.lastindex or 0)
    region = Region(path=source.path, start=at, end=at + 1)
    return error(code, region, words[0], hint=words[1])
