"""Shorthands taken apart: `margin`, `border`, `font` and their like as single properties."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import tinycss2

from perfspec.render.css.measures import Token
from perfspec.render.css.properties import READERS, SIDES, Tokens, split

# What any property may be set to, whatever its values are.
WIDE = frozenset(("inherit", "initial", "unset", "revert"))
Parts = Iterator[tuple[str, Tokens]]

_SYNONYMS = {
    "page-break-before": "break-before",
    "page-break-after": "break-after",
    "page-break-inside": "break-inside",
    "background": "background-color",
    "list-style": "list-style-type",
}
_FONT = ("font-weight", "font-size", "line-height", "font-family")


def taken_apart(name: str, tokens: Tokens) -> Parts:
    """Yield the single properties that a declaration of `name` sets, with their tokens."""
    shorthand = _SHORTHANDS.get(name)
    if shorthand is None:
        yield _SYNONYMS.get(name, name), tokens
    else:
        yield from shorthand(split(tokens))


def _sides(pattern: str, tokens: Tokens) -> Parts:
    """Yield a property for each side: one value for all, or two to four, clockwise."""
    if not 1 <= len(tokens) <= len(SIDES):
        return
    right = tokens[1] if len(tokens) > 1 else tokens[0]
    bottom = tokens[2] if len(tokens) > 2 else tokens[0]  # noqa: PLR2004 — the third of four
    left = tokens[3] if len(tokens) == len(SIDES) else right
    for side, value in zip(SIDES, (tokens[0], right, bottom, left), strict=True):
        yield pattern.format(side), [value]


def _edges(sides: tuple[str, ...], tokens: Tokens) -> Parts:
    """Yield width and style of edges; what is not said is as if there were no edge."""
    said: dict[str, Tokens] = {"width": _words("medium"), "style": _words("none")}
    if _is_wide(tokens):
        said = dict.fromkeys(said, tokens)
    else:
        for token in tokens:
            for part in said:
                if READERS[f"border-top-{part}"]([token]) is not None:
                    said[part] = [token]
    for side in sides:
        for part, value in said.items():
            yield f"border-{side}-{part}", value


def _font(tokens: Tokens) -> Parts:
    if _is_wide(tokens):
        yield from ((name, tokens) for name in _FONT)
        return
    sizes = (i for i, token in enumerate(tokens) if _is_size(token))
    size = next(sizes, None)
    if size is None:
        return
    line, families = _words("normal"), tokens[size + 1 :]
    if families and families[0].type == "literal" and families[0].value == "/":
        line, families = families[1:2], families[2:]
    if READERS["font-family"](families) is None:
        return
    weights = ([token] for token in tokens[:size] if READERS["font-weight"]([token]) is not None)
    yield "font-weight", next(weights, _words("normal"))
    yield "font-size", [tokens[size]]
    yield "line-height", line
    yield "font-family", families


def _is_size(token: Token) -> bool:
    return token.type != "number" and READERS["font-size"]([token]) is not None


def _is_wide(tokens: Tokens) -> bool:
    return len(tokens) == 1 and tokens[0].type == "ident" and tokens[0].lower_value in WIDE


def _words(text: str) -> Tokens:
    found: Tokens = tinycss2.parse_component_value_list(text)
    return found


_SHORTHANDS: Mapping[str, Callable[[Tokens], Parts]] = {
    "font": _font,
    "margin": partial(_sides, "margin-{}"),
    "padding": partial(_sides, "padding-{}"),
    "inset": partial(_sides, "{}"),
    "border-width": partial(_sides, "border-{}-width"),
    "border-style": partial(_sides, "border-{}-style"),
    "border": partial(_edges, SIDES),
    **{f"border-{side}": partial(_edges, (side,)) for side in SIDES},
}
