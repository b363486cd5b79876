"""The numbers that items and parts of texts carry: 一、 （一） 1. （1） ① 一是 第一，.

In: a text. Out: the marks that stand at its beginning, at that of a line, or behind 。 ； ：.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = "一二三四五六七八九十"
_MARK = re.compile(
    rf"(?P<chapter>[{_WORDS}]{{1,3}})、(?![{_WORDS}]{{1,3}}[、产])"
    rf"|[（(](?P<section>[{_WORDS}]{{1,3}})[）)]、?"
    r"|(?P<point>[0-9]{1,2})(?:[.．](?![0-9])|[.．](?=20[0-9]{2}年)|、(?![0-9]{1,2}[、月日号]))"
    r"|[（(](?P<item>[0-9]{1,2})[）)]、?"
    r"|(?P<circle>[①-⑳])、?"
    rf"|(?P<first>[{_WORDS}]{{1,2}})是"
    rf"|第(?P<ordinal>[{_WORDS}]{{1,2}})[，、,]"
)
_OVERDONE = re.compile(
    rf"(?<![第条款项、和与及至0-9a-zA-Z])(?:[（(][{_WORDS}]{{1,3}}[）)]|(?<=[。；;：:\n])[（(][0-9]{{1,2}}[）)])、(?![（(第])"
)
# How far behind one name its next part is looked for.
_REACH = 100
# Behind a comma only ① and 一是 count on.
_BEGINNING = re.compile(
    rf"[。；;：:\n][ \t\u3000*]{{0,8}}(?=[{_WORDS}0-9（(①-⑳第])|，(?=[{_WORDS}]{{1,2}}是|[①-⑳])"
)
_START = re.compile(r"[ \t\n\u3000*]{0,20}")
_TENS = ("", "十", "二十", "三十", "四十", "五十")
_NUMBERS = {
    tens + ones: 10 * ten + one
    for ten, tens in enumerate(_TENS)
    for one, ones in enumerate(("", *"一二三四五六七八九"))
    if tens or ones
}
_WORDED = {number: label for label, number in _NUMBERS.items()} | {60: "六十"}
# What may stand before the first mark: blanks, and the marks of bold type.
BLANK = " \t\n\u3000*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number at the head of a part; `style` is its way of writing, `text` the mark as typed."""

    start: int
    end: int
    style: str
    number: int
    label: str
    text: str


def head(text: str) -> Mark | None:
    """Return the mark at the very beginning of `text`."""
    start = _START.match(text)
    return _mark(text, start.end() if start else 0, inside=False)


def marks(text: str) -> Iterator[Mark]:
    """Yield the marks of `text`, those inside its sentences too."""
    first = head(text)
    if first:
        yield first
    for beginning in _BEGINNING.finditer(text):
        if first and beginning.end() <= first.start:
            continue
        mark = _mark(text, beginning.end(), inside=beginning[0][0] != "\n")
        if mark:
            yield mark


def _mark(text: str, at: int, *, inside: bool) -> Mark | None:
    """Return the mark that stands at `at`, `inside` a line or at its beginning."""
    found = _MARK.match(text, at)
    if not found:
        return None
    style, label = str(found.lastgroup), str(found[str(found.lastgroup)])
    number = _number(label)
    if not number or (
        inside and style == "point" and text[found.end() : found.end() + 1].isdigit()
    ):
        return None  # 时间：1、2月
    return Mark(start=at, end=found.end(), style=style, number=number, label=label, text=found[0])


def chapters(text: str) -> Iterator[Mark]:
    """Yield the marks 一、 二、 三、 of `text`."""
    return (mark for mark in marks(text) if mark.style == "chapter")


def overdone(text: str) -> Iterator[Mark]:
    """Yield the numbers in brackets behind which a 、 stands that separates nothing.

    示范项目（一）、示范项目（二） and 第三条第（一）、（二）项 are enumerations.
    """
    if "）、" not in text and ")、" not in text:
        return
    for found in _OVERDONE.finditer(text):
        start, end = found.span()
        named = text[max(start - 2, 0) : start].strip(BLANK)
        ahead = text[end : end + _REACH]
        if not named or not any(f"{named}{sign}" in ahead for sign in "（("):
            yield Mark(start=start, end=end, style="section", number=0, label="", text=found[0])


def after(before: Mark, style_of: Mark) -> str:
    """Return the mark that comes after `before`, written as `style_of` is."""
    number = before.number + 1
    if style_of.style == "circle":
        return chr(ord("①") + number - 1)
    label = str(number) if style_of.label.isascii() else _WORDED[number]
    return style_of.text.replace(style_of.label, label, 1)


def _number(label: str) -> int | None:
    if label.isascii():
        return int(label)
    if "①" <= label <= "⑳":
        return ord(label) - ord("①") + 1
    return _NUMBERS.get(label)
