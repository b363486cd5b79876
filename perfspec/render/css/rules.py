"""A style sheet as rules: selectors with declarations, and what is said of pages.

Only what is meant for paper is read: rules for screens and for browsers are left out. A style
sheet that is larger than any form needs is refused: what a selector costs is paid per element.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render.css import declarations, variables
from perfspec.render.css.declarations import Declaration
from perfspec.render.css.measures import Token
from perfspec.render.css.properties import split
from perfspec.render.css.variables import Variables

MOST_CHARACTERS = 1_000_000
MOST_RULES = 5_000
MOST_TOKENS = 100
MOST_DEPTH = 10
_PAPER = ("all", "print")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of elements: its compiled selectors and what it declares."""

    selectors: tuple[Token, ...]
    block: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule:
    """A rule of pages, as parsed."""

    prelude: tuple[Token, ...]
    content: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A style sheet: its rules in their order, and its custom properties."""

    elements: tuple[Rule, ...]
    pages: tuple[PageRule, ...]
    variables: Variables


def sources(root: Element) -> Iterator[str]:
    """Yield the style sheets of a document that are meant for paper."""
    for element in root.iter("style"):
        media = tinycss2.parse_component_value_list(element.get("media", "all"))
        if element.get("data-browser") is None and _is_for_paper(media):
            yield "".join(element.itertext())


def read(sheet: str) -> Rules:
    """Return the rules of a style sheet in their order.

    Raises PerfspecError when there are more, or larger ones, than a form may have.
    """
    if len(sheet) > MOST_CHARACTERS:
        raise PerfspecError(
            message(
                "the style sheet of the form has more than {limit} characters",
                limit=MOST_CHARACTERS,
            )
        )
    rules: list[Rule] = []
    pages: list[PageRule] = []
    items = list(_items(sheet, 0))
    known = variables.read(item for item in items if item.type == "qualified-rule")
    for item in items:
        if item.type == "qualified-rule":
            rules += _rule(item, known)
        elif item.lower_at_keyword == "page":
            pages.append(PageRule(prelude=tuple(item.prelude), content=tuple(item.content)))
        if len(rules) + len(pages) > MOST_RULES:
            raise PerfspecError(
                message("the style sheet of the form has more than {limit} rules", limit=MOST_RULES)
            )
    return Rules(elements=tuple(rules), pages=tuple(pages), variables=known)


def _items(content: Token, depth: int) -> Iterator[Token]:
    """Yield the rules for paper, those inside `@media` in place."""
    for item in tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True):
        if item.type == "qualified-rule":
            yield item
        elif item.type != "at-rule" or item.content is None:
            continue
        elif item.lower_at_keyword == "page":
            yield item
        elif _is_media(item) and depth < MOST_DEPTH:
            yield from _items(item.content, depth + 1)


def _is_media(item: Token) -> bool:
    return item.lower_at_keyword == "media" and _is_for_paper(item.prelude)


def _is_for_paper(media: Sequence[Token]) -> bool:
    """Tell whether one of the media is paper; a condition on a window is none."""
    queries: list[list[str]] = [[]]
    for token in split(media):
        if token.type == "literal" and token.value == ",":
            queries.append([])
        else:
            queries[-1].append(token.lower_value if token.type == "ident" else token.type)
    return (
        any(query in ([kind], ["only", kind]) for query in queries for kind in _PAPER)
        or ["not", "screen"] in queries
    )


def _rule(item: Token, known: Variables) -> Iterator[Rule]:
    """Yield a rule whose selectors are understood; one that is not makes all void."""
    _check_size(item.prelude)
    try:
        selectors = tuple(cssselect2.compile_selector_list(item.prelude))
    except cssselect2.SelectorError:
        return
    yield Rule(selectors=selectors, block=declarations.read(item.content, known))


def _check_size(prelude: Sequence[Token]) -> None:
    """Raise PerfspecError for a selector that is longer or deeper than one may be."""
    size = 0
    waiting = [(token, 0) for token in reversed(prelude)]
    while waiting:
        token, depth = waiting.pop()
        is_comma = depth == 0 and token.type == "literal" and token.value == ","
        size = 0 if is_comma else size + 1
        if size > MOST_TOKENS or depth > MOST_DEPTH:
            raise PerfspecError(
                message(
                    "the style sheet of the form has a selector of more than {limit} words",
                    limit=MOST_TOKENS,
                )
            )
        inside = getattr(token, "arguments", None) or getattr(token, "content", None) or ()
        waiting += [(part, depth + 1) for part in inside]
