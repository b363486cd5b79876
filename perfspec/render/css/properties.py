"""The properties that concern a word processor: what their values may be.

A reader takes the tokens of a value. What it does not understand is None, and the declaration is
as if it were not there, as the standard wants.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

import tinycss2.color3

from perfspec.render.css import contents
from perfspec.render.css.measures import Measure, Token, measure, number

Tokens = Sequence[Token]
Reader = Callable[[Tokens], object | None]

SIDES = ("top", "right", "bottom", "left")
_BOLD = 600
_SIZES = {
    "xx-small": Decimal("6.75"),
    "x-small": Decimal("7.5"),
    "small": Decimal("9.75"),
    "medium": Decimal(12),
    "large": Decimal("13.5"),
    "x-large": Decimal(18),
    "xx-large": Decimal(24),
}
_EDGES = {"thin": Decimal("0.75"), "medium": Decimal("2.25"), "thick": Decimal("3.75")}


def split(tokens: Tokens) -> list[Token]:
    """Return the tokens without blanks and comments."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def one(tokens: Tokens) -> Token:
    """Return the only token there is, or None."""
    found = split(tokens)
    return found[0] if len(found) == 1 else None


def keyword(tokens: Tokens) -> str | None:
    """Return the single word that is written, in lower case."""
    token = one(tokens)
    return token.lower_value if token is not None and token.type == "ident" else None


def families(tokens: Tokens) -> tuple[str, ...] | None:
    """Return family names: a string each, or words with single blanks between them."""
    names: list[list[str]] = [[]]
    for token in split(tokens):
        if token.type == "literal" and token.value == ",":
            names.append([])
        elif token.type in ("ident", "string"):
            names[-1].append(token.value)
        else:
            return None
    return tuple(" ".join(words) for words in names) if all(names) else None


def _length(words: Mapping[str, object], tokens: Tokens) -> object | None:
    token = one(tokens)
    if token is None:
        return None
    return words.get(token.lower_value) if token.type == "ident" else measure(token)


def _line_height(tokens: Tokens) -> object | None:
    token = one(tokens)
    if token is None or keyword(tokens) == "normal":
        return keyword(tokens)
    factor = number(token)
    return measure(token) if factor is None else factor


def _weight(tokens: Tokens) -> bool | None:
    token = one(tokens)
    weight = None if token is None else number(token)
    if weight is not None:
        return weight >= _BOLD
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(
        keyword(tokens) or ""
    )


def _colour(tokens: Tokens) -> str | None:
    """Return RRGGBB, `transparent` or `currentcolor`."""
    token = one(tokens)
    found = None if token is None else tinycss2.color3.parse_color(token)
    if found is None or isinstance(found, str):
        return found and found.lower()
    if found.alpha == 0:
        return "transparent"
    return "".join(f"{round(part * 255):02X}" for part in (found.red, found.green, found.blue))


def _background(tokens: Tokens) -> str | None:
    """Return the colour among what is said of a background."""
    found = (_colour([token]) for token in split(tokens))
    return next((colour for colour in found if colour is not None), None)


def _name(tokens: Tokens) -> str | None:
    token = one(tokens)
    return token.value if token is not None and token.type == "ident" else None


def _vertical(tokens: Tokens) -> str | None:
    return keyword(tokens) or ("baseline" if _length({}, tokens) else None)


def _listed(tokens: Tokens) -> str | None:
    """Return the kind of marker; the shorthand says its place and picture, too."""
    words = [token.lower_value for token in split(tokens) if token.type == "ident"]
    return next((word for word in words if word not in ("inside", "outside")), None)


def _resets(tokens: Tokens) -> tuple[tuple[str, int], ...] | None:
    """Return the counters that are set, each with its number."""
    found: dict[str, int] = {}
    name = ""
    for token in split(tokens):
        if token.type == "ident":
            name = token.value
            found[name] = 0
        elif token.type == "number" and token.is_integer and name:
            found[name] = token.int_value
        else:
            return None
    return tuple(found.items())


def _words(*words: str) -> Reader:
    def read(tokens: Tokens) -> str | None:
        found = keyword(tokens)
        return found if found in words else None

    return read


def _points(words: Mapping[str, Decimal]) -> Reader:
    return partial(_length, {word: Measure(points=size) for word, size in words.items()})


_ANY = partial(_length, {"auto": "auto"})
_NOT_AUTO = partial(_length, {})
_LIMIT = partial(_length, {"none": "auto", "auto": "auto"})
_BREAK = _words("auto", "avoid", "avoid-page", "page", "always", "left", "right", "recto", "verso")
_LINES = "none hidden solid double dotted dashed groove ridge inset outset"

READERS: Mapping[str, Reader] = {
    "display": keyword,
    "position": keyword,
    "font-family": families,
    "font-size": partial(
        _length,
        {word: Measure(points=size) for word, size in _SIZES.items()}
        | {"smaller": Measure(em=Decimal(5) / 6), "larger": Measure(em=Decimal("1.2"))},
    ),
    "font-weight": _weight,
    "line-height": _line_height,
    "color": _colour,
    "background-color": _background,
    "text-align": _words("left", "right", "center", "justify", "start", "end"),
    "text-indent": _NOT_AUTO,
    "letter-spacing": partial(_length, {"normal": Measure()}),
    "vertical-align": _vertical,
    "white-space": keyword,
    "list-style-type": _listed,
    "border-collapse": keyword,
    "table-layout": keyword,
    "box-sizing": keyword,
    "width": _ANY,
    "height": _ANY,
    "min-width": _ANY,
    "min-height": _ANY,
    "max-width": _LIMIT,
    "break-before": _BREAK,
    "break-after": _BREAK,
    "break-inside": _BREAK,
    "page": _name,
    "justify-content": keyword,
    "flex-direction": keyword,
    "content": contents.read,
    "counter-reset": _resets,
    **dict.fromkeys(SIDES, _ANY),
    **{f"margin-{side}": _ANY for side in SIDES},
    **{f"padding-{side}": _NOT_AUTO for side in SIDES},
    **{f"border-{side}-width": _points(_EDGES) for side in SIDES},
    **{f"border-{side}-style": _words(*_LINES.split()) for side in SIDES},
}
# What those below take over when nothing else is said.
INHERITED = frozenset(
    (
        "font-family",
        "font-size",
        "font-weight",
        "line-height",
        "color",
        "text-align",
        "text-indent",
        "letter-spacing",
        "white-space",
        "list-style-type",
        "border-collapse",
    )
)
