"""Printed labels apart from how they are printed: blanks, numbers, brackets, colons.

In: the text of a cell. Out: a `Label`; and the labels with a colon inside a line.
"""

import re
from dataclasses import dataclass

LONGEST = 48  # characters: what is longer is no label

_FORMS = str.maketrans("（）：／％．，；［］【】﹙﹚", "():/%.,;[][]()")
_NUMBER = re.compile(
    r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、]|\([0-9一二三四五六七八九十]{1,3}\)"
)
_AMONG = re.compile(r"其中[:,]?")
_NOTE = re.compile(r"[(\[]([^()\[\]]{1,16})[)\]]$")
_YEAR = re.compile(r"20[0-9]{2}年度?|(?:20)?[Xx×*]{2,4}年度?")
_MARKS = "*★☆●◆□■▲"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label: `key` is what the lexicon knows it by, `printed` what a person would call it.

    `note` stands in brackets behind it, `year` before it, `is_part` says that 其中 does.
    """

    key: str
    printed: str
    note: str = ""
    year: str = ""
    is_part: bool = False


def plain(text: str) -> str:
    """Return a text without blanks, its signs in half width."""
    return "".join(text.split()).translate(_FORMS)


def label(text: str) -> Label | None:
    """Return a text as a label, or None where it is too long or has no words."""
    if not text or len(text) > LONGEST:
        return None
    word = plain(text).strip(_MARKS)
    if number := _NUMBER.match(word):
        word = word[number.end() :]
    among = _AMONG.match(word)
    if among and among.end() < len(word):
        word = word[among.end() :]
    word = word.rstrip(":")
    key, note = word, ""
    if (found := _NOTE.search(word)) and found.start():
        key, note = word[: found.start()].rstrip(":"), found[1]
    year = ""
    if (begin := _YEAR.match(key)) and begin.end() < len(key):
        key, year = key[begin.end() :], begin[0]
    if not key:
        return None
    is_part = among is not None
    return Label(key=key, printed=_printed(text), note=note, year=year, is_part=is_part)


def _printed(text: str) -> str:
    """Return a label as printed, without blanks, number, 其中 and colon."""
    word = "".join(text.split()).strip(_MARKS)
    half = word.translate(_FORMS)
    start = number.end() if (number := _NUMBER.match(half)) else 0
    if (among := _AMONG.match(half, start)) and among.end() < len(half):
        start = among.end()
    return word[start:].rstrip(":：")
