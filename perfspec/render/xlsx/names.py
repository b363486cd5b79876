"""Names of sheets that Excel takes: short, without some signs, different from each other.

Excel compares names without regard to capitals, and counts UTF-16. It keeps `History` to itself.
Some of the full-width signs are refused where Chinese is the language of Excel: none is used.
"""

from collections.abc import Iterable

_LONGEST = 31
_FORBIDDEN = frozenset("[]:*?/\\［］：＊？／＼")
_TAKEN = ("history",)
_NAMELESS = "表"


def names(wanted: Iterable[str]) -> list[str]:
    """Return a name for each of `wanted`, in their order; a later double gets a number."""
    taken = set(_TAKEN)
    counts: dict[str, int] = {}
    given = []
    for words in wanted:
        base = _clean(words)
        first = name = _cut(base, _LONGEST)
        count = counts.get(first, 1)
        while name.casefold() in taken:
            count += 1
            ending = f"({count})"
            name = _cut(base, _LONGEST - len(ending)) + ending
        counts[first] = count
        taken.add(name.casefold())
        given.append(name)
    return given


def _clean(words: str) -> str:
    shown = "".join(" " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in words)
    return " ".join(shown.split()).strip(" '") or _NAMELESS


def _cut(name: str, most: int) -> str:
    """Return as much of `name` as `most` units of UTF-16 hold."""
    encoded = name.encode("utf-16-le", "surrogatepass")
    if len(encoded) <= 2 * most:
        return name
    return encoded[: 2 * (most - 1)].decode("utf-16-le", "ignore").rstrip(" '") + "…"
