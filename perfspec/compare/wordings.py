"""Two targets in words beside each other, and what is said around the figures of a sentence.

In: targets. Out: whether they say the same; a `Verdict` of two sentences with figures; the one
figure of a sentence that says only of what it is. The figures of sentences can be compared only
where the words around them are the same; years move with the filing.
"""

import re
from functools import partial

from perfspec.compare import Shift, numbers
from perfspec.compare.verdict import Verdict, joined
from perfspec.compare.wanted import Terms
from perfspec.values import Phrase, Placeholder, Quantity, Relative, Sentence, Target, figures
from perfspec.values.numerals import NARROW

_SPACE = re.compile(r"\s+")
_POINTS = re.compile(r"[\s，。；、：,;:．.“”\"]+")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?=年|[-—~至]{1,2}[0-9]{4}年)")
_DIGIT = re.compile(r"[0-9０-９]")
_HERE = "#"
# A sentence that only says of what its figure is: 辖区企业满意率达95%.
_SUBJECT = re.compile(r"[^\W0-9_较比提增降减升同超约余每均其共计仅人次的后前中]{2,16}#")


def words(target: Target) -> str:
    """Return what `target` says, without what says nothing."""
    match target.reading:
        case Phrase(text) | Placeholder(text):
            return _SPACE.sub("", text)
        case Relative(op, to):
            return f"{op}{to}"
        case _:
            return _POINTS.sub("", target.text.translate(NARROW))


def are_same(old: str, new: str, years: int) -> bool:
    """Tell whether two texts are the same, or the years in them moved with the filing."""
    if old == new or not years or len(old) != len(new):
        return old == new
    return _YEAR.sub(partial(_moved, years), old) == new


def has_digits(target: Target) -> bool:
    """Tell whether there are figures in the text of `target`."""
    return _DIGIT.search(target.text) is not None


def of_sentences(old: Target, new: Target, terms: Terms) -> Verdict:
    """Return what became of a sentence with figures."""
    mine, its = _figures(old), _figures(new)
    around, now = _around(old, mine), _around(new, its)
    if len(mine) != len(its) or around is None or now is None:
        return _REWORDED
    if not are_same(around, now, terms.years):
        return _REWORDED
    pairs = zip(mine, its, strict=True)
    return joined([numbers.verdict(before, after, terms) for before, after in pairs])


def one_figure(sentence: Target) -> Quantity | None:
    """Return the figure of `sentence` if that says no more than of what it is."""
    stated = _figures(sentence)
    if len(stated) != 1 or not _SUBJECT.fullmatch(_around(sentence, stated) or ""):
        return None
    return stated[0]


_REWORDED = Verdict(shift=Shift.REWORDED)


def _figures(target: Target) -> tuple[Quantity, ...]:
    return target.reading.figures if isinstance(target.reading, Sentence) else ()


def _around(target: Target, stated: tuple[Quantity, ...]) -> str | None:
    """Return the text with a sign for each figure; None where they are not found again."""
    text = _SPACE.sub(" ", target.text.translate(NARROW))
    parts, found, at = [], [], 0
    for start, end, figure in figures.located(text):
        parts += [text[at : max(at, start)], _HERE]
        found.append(figure)
        at = end
    parts.append(text[at:])
    return _POINTS.sub("", "".join(parts)) if tuple(found) == stated else None


def _moved(years: int, found: re.Match[str]) -> str:
    return str(int(found[0]) + years).zfill(4)
