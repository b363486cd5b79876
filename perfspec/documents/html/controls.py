"""What a form shows in its fields, and what a list prints before its items.

In: an element. Out: the characters that a person sees, which no text of the page has.
"""

from xml.etree.ElementTree import Element

from perfspec.documents import Why
from perfspec.documents.html.look import tag

_BOXES = {"checkbox", "radio"}
_UNSEEN = {"hidden", "file", "image", "password", "color", "range"}
_BUTTONS = {"submit", "reset", "button"}
_LETTERS = 26
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


def shown(control: Element) -> tuple[str, Why | None]:
    """Return what a field of a form shows, and why it is no content."""
    kind = control.get("type", "text").casefold()
    if kind in _BOXES:
        return "☑" if control.get("checked") is not None else "□", None
    if kind in _UNSEEN:
        return "", None
    return control.get("value", ""), Why.FURNITURE if kind in _BUTTONS else None


def chosen(select: Element) -> list[Element]:
    """Return the options of a list that are shown: those selected, or the first."""
    options = [option for option in select.iter() if tag(option) == "option"]
    found = [option for option in options if option.get("selected") is not None]
    return found or ([] if select.get("multiple") is not None else options[:1])


def markers(items: Element) -> dict[Element, str]:
    """Return the numbers of a list; bullets say nothing, and are none."""
    found: dict[Element, str] = {}
    if tag(items) != "ol" or "list-style:none" in items.get("style", "").replace(" ", ""):
        return found
    entries = [child for child in items if tag(child) == "li"]
    is_reversed = items.get("reversed") is not None
    number = _number(items.get("start"), len(entries) if is_reversed else 1)
    for entry in entries:
        number = _number(entry.get("value"), number)
        kind = entry.get("type", items.get("type", "1"))
        found[entry] = f"{counted(kind, number)}."
        number += -1 if is_reversed else 1
    return found


def counted(kind: str, number: int) -> str:
    """Return a number as the `type` of a list writes it: 1, a, A, i or I."""
    text = ""
    if kind in {"a", "A"}:
        text = _letters(number)
    elif kind in {"i", "I"} and 0 < number <= _MOST_ROMAN:
        text = _roman(number)
    if not text:
        return str(number)
    return text.upper() if kind.isupper() else text


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    signs = []
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        signs.append(sign * times)
    return "".join(signs)


def _number(written: str | None, default: int) -> int:
    digits = (written or "").strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):  # noqa: PLR2004 - of 32 bits
        return default
    return int(written or "")
