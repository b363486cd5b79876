"""Half-width punctuation in Chinese running text.

In: a text. Out: the signs that stand behind Chinese, each with what is to stand there instead.
"""

import re
from dataclasses import dataclass

from perfspec.evidence import pairing

_HAN = "㐀-䶿一-鿿"
# Without one of these a text has no such sign.
SUSPECT = re.compile(rf"[{_HAN}》”）】」][,;:?(]")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "(": "（", ")": "）"}
# A text with one of these has full-width punctuation.
WIDE = re.compile("[，；：？（）]")
_BEHIND = re.compile(
    rf"(?<=[{_HAN}》”）】」])(?:"
    # Who compares two things with : states numbers behind them, 男:女=1:2.
    rf"(?P<colon>: {{0,3}})(?![{_HAN}]{{1,6}}(?:比[例值]|[=＝为是达约]{{1,2}} ?[0-9.]+ ?[:：∶]))"
    rf"(?=[{_HAN}《“（【「0-9A-Za-z\n]|\Z)"
    rf"|(?P<pause>[,;] {{0,3}})(?=[{_HAN}《“（【「0-9A-Za-z\n]|\Z)"
    # Inside a sentence it may be a character that was lost.
    r"|(?P<asked>\?)(?=[”」\n]|\Z))"
)
_MIXED = re.compile(rf"(?<=[0-9A-Za-z%])[,;] {{0,3}}(?=[{_HAN}《“])")
_CHINESE = re.compile(f"[{_HAN}]")
_BEFORE = re.compile(f"[{_HAN}》”]")
_FORMULA = re.compile(r"[=＝+*/×÷]")


@dataclass(frozen=True, slots=True, order=True)
class Narrow:
    """A half-width sign, with the blanks behind it, and the full-width one that is meant."""

    start: int
    end: int
    wide: str


def narrow(text: str) -> list[Narrow]:
    """Return the half-width signs of `text` that are to be full-width."""
    found = [_narrow(one) for one in _BEHIND.finditer(text)]
    if "(" in text:
        for pair in pairing.read(text).pairs:
            if _is_chinese(text, pair):
                found += [Narrow(at, at + 1, _WIDE[text[at]]) for at in (pair.opened, pair.closed)]
    if found:
        # What may be right elsewhere is not left beside those that were changed.
        found += [_narrow(one) for one in _MIXED.finditer(text)]
    return sorted(found)


def _narrow(found: re.Match[str]) -> Narrow:
    return Narrow(*found.span(), _WIDE[found[0][0]])


def _is_chinese(text: str, pair: pairing.Pair) -> bool:
    """Tell whether half-width brackets stand behind Chinese and around it."""
    if text[pair.opened] != "(" or text[pair.closed] != ")":
        return False
    inside = text[pair.opened + 1 : pair.closed]
    return bool(
        _BEFORE.match(text[max(0, pair.opened - 1)])
        and _CHINESE.search(inside)
        and not _FORMULA.search(inside + text[pair.closed + 1 : pair.closed + 2])
    )
