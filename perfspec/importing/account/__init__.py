"""What became of every character of the documents: the sums are equal, or it is a bug.

In: what was found, and the draft that was made of it. Out: an `Account` of each document.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from perfspec.documents import Document, Dropped, Where
from perfspec.importing import Found, Stretch, Use, Used
from perfspec.importing.account.characters import Characters, Piece
from perfspec.importing.draft import Draft
from perfspec.importing.walking import values
from perfspec.importing.writing import files

Field = tuple[str, ...]

_LEFT, _SPACING, _ASIDE = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The characters of a document by what became of them.

    `read` counts by fields: `filing` or `project` and keys without numbers. `aside` was
    understood and is no value of the filing, such as a title that differs from the name. What is
    `left` was not understood.
    """

    document: Document
    total: int
    read: Mapping[Field, int]
    used: Mapping[Use, int]
    dropped: tuple[Dropped, ...]
    aside: tuple[Piece, ...]
    left: tuple[Piece, ...]
    spacing: int

    @property
    def sums(self) -> dict[str, int]:
        """How many characters became what; together they are `total`."""
        return {
            "read": sum(self.read.values()),
            **{use.value: self.used.get(use, 0) for use in Use},
            "dropped": _length(self.dropped),
            "spacing": self.spacing,
            "aside": _length(self.aside),
            "left over": _length(self.left),
        }


def of(found: Found, draft: Draft) -> tuple[Account, ...]:
    """Return the accounts of the documents of `found`; `draft` is what was made of it."""
    read = {one: _field(key) for key, value in draft.origins.items() for one in value.stretches}
    kept = {text.strip() for data in files(draft).values() for text in _texts(data)}
    names = [document.name for document in found.documents]
    if len(set(names)) < len(names):
        raise ValueError(names)
    aside: list[Stretch] = []
    used = list(found.used)
    for value in values(found):
        if value.text.strip() in kept:
            used += [Used(stretch=one, use=Use.REPEATED) for one in value.stretches]
        else:
            aside += value.stretches
    return tuple(_account(document, read, used, aside) for document in found.documents)


def left_over(found: Found) -> Iterator[tuple[Stretch, Where]]:
    """Yield the stretches, not of blanks only, that are in no value and have no use."""
    taken = dict.fromkeys((one for value in values(found) for one in value.stretches), _ASIDE)
    taken |= dict.fromkeys((one.stretch for one in found.used), _ASIDE)
    for document in found.documents:
        characters = Characters(document)
        characters.put(taken)
        for piece in characters.pieces(_LEFT, _SPACING):
            yield piece.stretch, piece.at


def _account(
    document: Document,
    read: Mapping[Stretch, Field],
    used: Iterable[Used],
    aside: Iterable[Stretch],
) -> Account:
    """Return what became of the characters of `document`: the last thing said of one holds."""
    paint = Characters(document)
    paint.put(dict.fromkeys(aside, _ASIDE))
    uses = {use: _ASIDE + 1 + at for at, use in enumerate(Use)}
    paint.put({one.stretch: uses[one.use] for one in used})
    names = sorted(set(read.values()))
    codes = {name: _ASIDE + 1 + len(uses) + at for at, name in enumerate(names)}
    paint.put({stretch: codes[name] for stretch, name in read.items()})
    left, aside_pieces = list(paint.pieces(_LEFT, _SPACING)), list(paint.pieces(_ASIDE, _SPACING))
    counts = paint.counts()
    account = Account(
        document=document,
        total=paint.size + _length(document.dropped) + document.spacing,
        read={name: counts[code] for name, code in codes.items() if counts[code]},
        used={use: counts[code] for use, code in uses.items() if counts[code]},
        dropped=document.dropped,
        aside=tuple(aside_pieces),
        left=tuple(left),
        spacing=document.spacing + counts[_SPACING],
    )
    if sum(account.sums.values()) != account.total:
        raise AssertionError(document.name, account.sums, account.total)
    return account


def _length(pieces: Iterable[Piece | Dropped]) -> int:
    return sum(len(one.text) for one in pieces)


def _field(key: str) -> Field:
    """Return the field of a key of `Draft.origins`: its file, and its keys without numbers."""
    file, _, inner = key.partition("#")
    kind = "project" if file.startswith("projects/") else file.removesuffix(".yaml")
    if kind == "actuals":
        return (kind,)
    return kind, *(one for one in inner.split("/") if not one.isdecimal())


def _texts(data: object) -> Iterator[str]:
    """Yield the texts of data."""
    if isinstance(data, Mapping):
        for one in data.values():
            yield from _texts(one)
    elif isinstance(data, (list, tuple)):
        for one in data:
            yield from _texts(one)
    else:
        yield str(data)
