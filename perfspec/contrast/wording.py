"""How rules over two years call the older side, and how they list what there is much of."""

from collections.abc import Iterable
from itertools import islice

from perfspec.compare import Comparison
from perfspec.diagnostics import Place, Related
from perfspec.messages import Message, message
from perfspec.schema.words import shorten

_SHOWN = 6  # so many things are named, and as many places shown
# What is the same in more files than this is told once: the list would hide all else.
SINGLY = 3


def older(comparison: Comparison) -> Message:
    """Return the year of the older side; two states of one year have the same."""
    if comparison.years == 0:
        return message("the version before")
    return message("{year}", year=comparison.old.filing.year)


def listed(words: Iterable[str], sign: str = "、") -> str:
    """Return the first of many words, each short enough for a message."""
    first = list(islice(words, _SHOWN + 1))
    more = "……" if len(first) > _SHOWN else ""
    return sign.join(map(shorten, first[:_SHOWN])) + more


def related(places: Iterable[Place], note: Message) -> tuple[Related, ...]:
    """Return the first of many places, with what is to be seen there."""
    return tuple(Related(at, note) for at in islice(places, _SHOWN))
