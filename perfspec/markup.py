"""Text of a spec as HTML: literal text, and the little Markdown that some fields know.

In: text as typed. Out: escaped HTML. Markdown means paragraphs parted by an empty line, breaks
and `**strong**`, nothing else: no lists that eat numbers, no quotations that eat `>=`, no links
and no raw HTML. Stars are marks beside any character that is no space: after Markdown's own rule,
made for words with spaces between them, `**一是加强领导。**成立小组` would keep its stars.
"""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from wcwidth import wcwidth

_PARAGRAPHS = re.compile(r"\n(?:[ \t]*\n)+")
# Blanks are looked at from the first of a run only: from each, a long run takes its square.
_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")
_STARS = re.compile(r"\*{2,}")
_WIDE = 2


def plain(text: str) -> str:
    """Return literal `text` as HTML; a line break between two Chinese characters is nothing."""
    return escape(joined(text.strip("\n")))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of Markdown `text` as HTML, each without its `<p>`."""
    parts = _PARAGRAPHS.split(text.strip("\n"))
    return tuple(_inline(part) for part in parts if part.strip(" \t\n"))


def joined(text: str) -> str:
    """Return `text` in one line: a break between Chinese characters is nothing, else a blank."""

    def join(found: re.Match[str]) -> str:
        before, after = _beside(text, found)
        if before and after and wcwidth(before) == wcwidth(after) == _WIDE:
            return ""
        return " "

    return _BREAK.sub(join, text)


def _beside(text: str, found: re.Match[str]) -> tuple[str, str]:
    """Return the characters before and behind what was found, empty at the ends of the text."""
    start, end = found.span()
    return text[max(start - 1, 0) : start], text[end : end + 1]


def _stars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 — markdown-it's signature
    """Take a run of stars, as markdown-it's own rule does, whatever stands beside it."""
    run = _STARS.match(state.src, state.pos)
    if silent or run is None:
        return False
    before, after = _beside(state.src, run)
    for _ in run.group():
        state.push("text", "", 0).content = "*"
        state.delimiters.append(
            Delimiter(
                marker=ord("*"),
                length=len(run.group()),
                token=len(state.tokens) - 1,
                end=-1,
                open=bool(after.strip()),
                close=bool(before.strip()),
            )
        )
    state.pos = run.end()
    return True


_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "escape", "newline"])
_MARKDOWN.inline.ruler.at("emphasis", _stars)


def _inline(text: str) -> str:
    html: list[str] = []
    for block in _MARKDOWN.parseInline(text):
        tokens = block.children or []
        html += [_token(tokens, at) for at in range(len(tokens))]
    return "".join(html)


def _token(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    if token.type == "softbreak":
        before, after = (
            _content(tokens, range(at - 1, -1, -1)),
            _content(tokens, range(at + 1, len(tokens))),
        )
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
