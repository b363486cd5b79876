"""Brackets and quotes of a text: which belong together, and which stand alone.

In: a text, or the passages of a filing. Out: the pairs and the lone signs. Each kind is paired for
itself, so that two kinds may cross. What only looks like a bracket is left out where the text is
whole without it: the number of a list `1)`, an interval [90,100), an apostrophe, inches, `:)`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from perfspec import prose
from perfspec.evidence import brackets
from perfspec.passages import Passage

# Of each kind, what opens and what closes; several where they come in two shapes.
_KINDS = (
    ("（(", "）)"),
    ("《", "》"),
    ("“", "”"),
    ("‘", "’"),
    ("「", "」"),
    ("『", "』"),
    ("【", "】"),
    ("〔﹝", "〕﹞"),
)
_OPENS = {sign: kind for kind, (signs, _) in enumerate(_KINDS) for sign in signs}
_CLOSES = {sign: kind for kind, (_, signs) in enumerate(_KINDS) for sign in signs}
_OTHER = {
    sign: other
    for pair in _KINDS
    for one, two in (pair, pair[::-1])
    for sign, other in zip(one, two, strict=True)
}
_SIGN = re.compile(f"[{''.join(_OTHER)}]")
_PLAIN = rf"[^{''.join(_OTHER)}\n]*"
_CLOSED = "|".join(f"(?<={re.escape(sign)}){_PLAIN}{re.escape(_OTHER[sign])}" for sign in _OPENS)
# Where the next sign behind one that opens is not its other, or two close in a row. Without it all
# is paired; with it a text has to be read.
SUSPECT = re.compile(
    rf"[{''.join(_OTHER)}\n](?:(?<=[{''.join(_CLOSES)}\n]){_PLAIN}[{''.join(_CLOSES)}]"
    rf"|(?<=[{''.join(_OPENS)}])(?!{_CLOSED}))|\A{_PLAIN}[{''.join(_CLOSES)}]"
)
_LOOKALIKE = re.compile(
    r"(?<![0-9A-Za-z.])(?:[0-9０-９]{1,2}(?:\.[0-9]{1,2})?|[A-Za-z])(?P<list>[)）])"
    r"|(?:^|(?<=[\s；。，、：;,:.]))(?:[一二三四五六七八九十]{1,3}|[①-⑳])(?P<han>[)）])"
    r"|[\[［][0-9.%,，∞+~～-]{1,20}(?P<below>[)）])|(?P<above>[(（])[0-9.%,，∞+~～-]{1,20}[\]］]"
    r"|[0-9A-Za-z]\s?(?P<mark>[’”])|(?P<year>[‘’])[0-9]{2}(?![0-9])|[:;=]-?(?P<mouth>[()])",
    re.MULTILINE,
)
_QUOTED = re.compile("[“”][^“”。；\n]{1,30}[“”]|[‘’][^‘’。；\n]{1,30}[‘’]")
_HAN = re.compile("[一-鿿]")
_CHINESE = re.compile("[一-鿿《》“”「」『』【】，。；：、！？]")
_NUMBER = re.compile("[0-9A-Za-z一二三四五六七八九十]{1,3}")
# Straight quotes may be the other half of curly ones.
_STRAIGHT = {'"': "“”", "＂": "“”", "'": "‘’"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A sign that opens and the one that closes it."""

    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class Paired:
    """The pairs of a text, in the order in which they close, and the signs that stand alone."""

    pairs: tuple[Pair, ...]
    alone: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A sign that stands alone, or both quotes around some words where one is not as meant."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands there."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """A pair of brackets of two widths, and what is to stand where for one width."""

    opened: int
    closed: int
    at: int
    sign: str


@lru_cache(maxsize=1024)
def read(text: str) -> Paired:
    """Return the pairs of `text` and the signs that stand alone."""
    found = _pair(text, frozenset())
    if found.alone:
        left = {one.start(str(one.lastgroup)) for one in _LOOKALIKE.finditer(text)}
        found = min(found, _pair(text, frozenset(left)), key=lambda one: len(one.alone))
        straight = {sign for mark, signs in _STRAIGHT.items() if mark in text for sign in signs}
        alone = tuple(at for at in found.alone if text[at] not in straight)
        found = Paired(found.pairs, alone)
    return found


def alone(passages: Iterable[Passage]) -> list[Lone]:
    """Return the signs that stand alone.

    What is opened in one item of a list may be closed in a later one, and a text that breaks off
    need not be closed. A document number in two kinds of brackets is a matter of its own.
    """
    found = []
    for passage in passages:
        if signs := read(passage.text).alone:
            numbers = brackets.wrong(prose.read(passage.text))
            told = {at for _, opened, closed in numbers for at in (opened, closed)}
            broken = passage.text.rstrip("。；）) ").endswith(("…", "..."))
            found += [
                (passage, at)
                for at in signs
                if at not in told and not (broken and passage.text[at] in _OPENS)
            ]
    return _quotes_joined(_not_across(found))


def mixed(text: str) -> list[Mixed]:
    """Return the round brackets of `text` that are half-width on one side only.

    They are to be full-width around or beside Chinese, else as they were opened. The number of an
    item in brackets may have any.
    """
    found = [
        pair
        for pair in read(text).pairs
        if _OTHER[text[pair.opened]] != text[pair.closed]
        and text[pair.opened] in "（("
        and not _NUMBER.fullmatch(text, pair.opened + 1, pair.closed)
    ]
    numbers = brackets.wrong(prose.read(text)) if found else ()
    told = {opened for _, opened, _ in numbers}
    return [_mixed(text, pair) for pair in found if pair.opened not in told]


def _mixed(text: str, pair: Pair) -> Mixed:
    around = text[max(0, pair.opened - 1) : pair.opened] + text[pair.closed + 1 : pair.closed + 2]
    wide = text[pair.opened] == "（" or bool(
        _HAN.search(text, pair.opened, pair.closed) or _CHINESE.search(around)
    )
    at, sign = pair.closed, "）" if wide else ")"
    if wide and text[pair.opened] == "(":
        at, sign = pair.opened, "（"
    return Mixed(opened=pair.opened, closed=pair.closed, at=at, sign=sign)


def _quotes_joined(found: list[tuple[Passage, int]]) -> list[Lone]:
    """Return `found` with two quotes around a few words made one."""
    lone: list[Lone] = []
    for passage, at in found:
        last = lone[-1] if lone else None
        if last and last.passage is passage:
            words = passage.text[last.start : at + 1]
            if _QUOTED.fullmatch(words):
                lone[-1] = Lone(passage=passage, start=last.start, end=at + 1)
                continue
        lone.append(Lone(passage=passage, start=at, end=at + 1))
    return lone


def _not_across(found: list[tuple[Passage, int]]) -> list[tuple[Passage, int]]:
    """Return those of `found` that no other item of their list opens or closes."""
    waiting: dict[tuple[object, ...], list[int]] = {}
    paired: set[int] = set()
    for index, (passage, at) in enumerate(found):
        *record, last = passage.at.keys
        sign = passage.text[at]
        if isinstance(last, int) and sign in _OPENS:
            waiting.setdefault((passage.at.path, *record, _OPENS[sign]), []).append(index)
        elif opened := waiting.get((passage.at.path, *record, _CLOSES.get(sign))):
            paired |= {index, opened.pop()}
    return [one for index, one in enumerate(found) if index not in paired]


def opens(sign: str) -> bool:
    """Tell whether `sign` opens a bracket or a quote."""
    return sign in _OPENS


def other(sign: str) -> str:
    """Return the sign that belongs to `sign`, of its width."""
    return _OTHER[sign]


def _pair(text: str, left: frozenset[int]) -> Paired:
    """Return the pairs of `text` where the signs at `left` count for nothing."""
    waiting: tuple[list[int], ...] = tuple([] for _ in _KINDS)
    pairs, alone = [], []
    for found in _SIGN.finditer(text):
        at, sign = found.start(), found[0]
        if at in left:
            continue
        if sign in _OPENS:
            waiting[_OPENS[sign]].append(at)
        elif waiting[_CLOSES[sign]]:
            pairs.append(Pair(waiting[_CLOSES[sign]].pop(), at))
        else:
            alone.append(at)
    return Paired(tuple(pairs), tuple(sorted((*alone, *(at for one in waiting for at in one)))))
