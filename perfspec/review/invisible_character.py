"""A text has no characters that cannot be seen, and no full-width digits.

Why: they come in with a copy from Word or a web page; 「１２」 is found by no search for 12, and
what a font does not know prints as an empty box.

Bad::

    purpose: 用于馆藏纸质档案数字化１０万页

Good::

    purpose: 　　用于馆藏纸质档案数字化10万页

Silent: the full-width blank, which indents paragraphs and spreads names; 「％」 and full-width
punctuation; rare ideographs of Unicode. Full-width letters are a warning only. A variation
selector behind an emoji is found as well. Zero-width characters are refused before any rule looks.
"""

from itertools import groupby

from perfspec.diagnostics import Diagnostic, Edit, Fix, Severity
from perfspec.evidence import characters, written
from perfspec.evidence.characters import Kind, Stretch
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.passages import Passage
from perfspec.rule import Context, Judgement, Rule


def _check(filing: Filing, _context: Context) -> Judgement:
    for passage in written.holding(filing, characters.SUSPECT):
        found = sorted(characters.find(passage.text), key=lambda one: one.kind)
        for kind, stretches in groupby(found, key=lambda one: one.kind):
            yield _finding(passage, kind, list(stretches))


def _finding(passage: Passage, kind: Kind, stretches: list[Stretch]) -> Diagnostic:
    """Return one finding for all stretches of a kind: who pastes one pastes many."""
    first = stretches[0]
    shown = passage.text[first.start : first.end]
    text = message("the character {code} cannot be seen or printed", code=f"U+{ord(shown[0]):04X}")
    if kind in {Kind.WIDE, Kind.WIDE_LETTER}:
        text = message(
            "{shown!r} is full-width, write {wanted!r}", shown=shown, wanted=first.instead
        )
    edits = tuple(
        Edit(passage.at.part(one.start, one.end), one.instead)
        for one in stretches
        if one.instead is not None
    )
    title = message("put ordinary characters in {times} places", times=len(stretches))
    return RULE.finding(
        passage.at.part(first.start, first.end),
        text,
        level=Severity.WARNING if kind is Kind.WIDE_LETTER else None,
        fix=Fix(title=title, edits=edits) if edits else None,
    )


RULE = Rule(module=__name__, level=Severity.ERROR, check_filing=_check)
