"""Labels with a colon and their values in one line: `单位：万元`, `填报人：… 联系电话：…`.

In: the words of a cell or a paragraph. Out: the pairs, and what stands before the first.
"""

import re
from dataclasses import dataclass

from perfspec.importing.tables.ink import Ink
from perfspec.importing.tables.labels import LONGEST, Label, label
from perfspec.importing.tables.lexicon import Meaning, is_sure, meaning

_LONGEST = 400  # characters with several labels
_LABEL = re.compile(
    r"(?:(?<=[\s　。；;])|^)[^\s：:。；，、]{1,20}\s?[^\s：:。；，、]{0,20}\s*[：:]"
)
_COLON = re.compile(r"[：:]")
_AMOUNT = re.compile(r"(\S{2,20})\s+-?[0-9][0-9,.]{0,24}\s*(?:万?元)?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label and its value; `column` is the label's."""

    label: Label
    meaning: Meaning | None
    ink: Ink
    value: Ink
    column: int = 0


def inline(line: Ink) -> tuple[list[Pair], Ink]:
    """Return labels that are known, with what stands behind them, and the words before."""
    text = line.text
    if len(text) > _LONGEST:
        return [], line
    starts = []
    for found in _LABEL.finditer(text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        words = label(text[start : found.end()])
        if words is None or not _is_known(words):
            # 填报单位 某局 单位：元: the last word alone may be the label.
            whole = found[0].rstrip("：:").rstrip()
            start = found.start() + len(whole) - len(whole.split()[-1])
            words = label(text[start : found.end()])
        if words and _is_known(words):
            starts.append((start, found.end(), words))
    pairs = []
    for number, (start, end, words) in enumerate(starts):
        last = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        pairs.append(
            Pair(
                label=words,
                meaning=meaning(words),
                ink=line.part(start, end),
                value=line.part(end, last),
            )
        )
    return pairs, line.part(0, starts[0][0] if starts else len(text))


def beginning(line: Ink) -> Pair | None:
    """Return the label that a cell begins with, its colon or an amount behind it, and the rest."""
    text = line.text
    found = _COLON.search(text, 0, LONGEST)
    if found and text[: found.start()].endswith("其中"):
        found = _COLON.search(text, found.end(), LONGEST)
    end = found.end() if found else 0
    if found is None and len(text) <= LONGEST and (amount := _AMOUNT.fullmatch(text)):
        end = amount.end(1)  # 其他资金 0.00 in one cell
    words = label(text[:end])
    if words is None or not _is_known(words):
        return None
    return Pair(label=words, meaning=meaning(words), ink=line.part(0, end), value=line.part(end))


def _is_known(words: Label) -> bool:
    return is_sure(words) and meaning(words) is not None
