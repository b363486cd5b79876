"""Text of a spec as HTML: literal text, and the little Markdown that some fields know.

In: text as typed. Out: escaped HTML. Markdown means paragraphs parted by an empty line, breaks
and `**strong**`, nothing else: no lists that eat numbers, no quotations that eat `>=`, no links
and no raw HTML.
"""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from wcwidth import wcwidth

_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "escape", "newline"])
_PARAGRAPHS = re.compile(r"\n(?:[ \t]*\n)+")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_WIDE = 2


def plain(text: str) -> str:
    """Return literal `text` as HTML; a line break between two Chinese characters is nothing."""
    return escape(_joined(text.rstrip("\n")))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of Markdown `text` as HTML, each without its `<p>`."""
    parts = _PARAGRAPHS.split(text.strip("\n"))
    return tuple(_inline(part) for part in parts if part.strip())


def _joined(text: str) -> str:
    def join(found: re.Match[str]) -> str:
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        if before and after and wcwidth(before) == wcwidth(after) == _WIDE:
            return ""
        return " "

    return _BREAK.sub(join, text)


def _inline(text: str) -> str:
    html: list[str] = []
    for block in _MARKDOWN.parseInline(text):
        tokens = block.children or []
        html += [_token(tokens, at) for at in range(len(tokens))]
    return "".join(html)


def _token(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    if token.type == "softbreak":
        before, after = _content(tokens, range(at - 1, -1, -1)), _content(tokens, range(at + 1, len(tokens)))
        return "" if wcwidth(before[-1:]) == wcwidth(after[:1]) == _WIDE else " "
    if token.type == "hardbreak":
        return "<br>"
    if token.type == "strong_open" and token.markup == "**":
        return "<strong>"
    if token.type == "strong_close" and token.markup == "**":
        return "</strong>"
    # Single stars and underlines are no markup here: they stand as typed.
    return escape(token.content or token.markup)


def _content(tokens: list[Token], order: range) -> str:
    return next((tokens[at].content for at in order if tokens[at].content), " ")
