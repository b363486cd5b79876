"""What was promised in numbers last year is promised again, or the unit says why not.

Why: «开展培训4次» that is in no text any more is less for the money, and no table shows it.

Bad::

    before:
      purpose: 用于馆藏纸质档案数字化8万页，举办档案员培训4次
    purpose: 用于馆藏纸质档案数字化10万页

Good::

    before:
      purpose: 用于馆藏纸质档案数字化8万页，举办档案员培训4次
    purpose: 用于馆藏纸质档案数字化10万页，举办档案员培训5次

Silent: promises that stand in another text now, or that an indicator measures; that the number is
another one; what `indicator-dropped` tells, because an indicator of the same went with it. In a
fragment of a filing it cannot be said.
"""

from collections.abc import Iterable

from perfspec.compare import Comparison, LostPromise, ProjectChange, TextChange
from perfspec.contrast import dropped, wording
from perfspec.diagnostics import Place, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _filing(comparison: Comparison, context: Context) -> Judgement:
    yield from _check(comparison.texts, comparison.new.filing.at, "", context)


def _project(change: ProjectChange, context: Context) -> Judgement:
    gone = dropped.names(change)
    yield from _check(change.texts, change.pair.new.at, gone, context)


def _check(texts: Iterable[TextChange], at: Place, gone: str, context: Context) -> Judgement:
    for one in texts:
        lost = [it for it in one.lost if it.promise.activity not in gone]
        if not lost or one.old is None:
            continue
        there = one.new_at or at / one.key
        if not context.filing.complete:
            yield RULE.undecided(there, message("not all texts may be there"))
            continue
        words = wording.listed(_words(it, one.old) for it in lost)
        year = wording.older(context.compared)
        text = message("promised in {year} and nowhere any more: {words}", year=year, words=words)
        note = message("it was promised here")
        yield RULE.finding(there, text, related=wording.related((it.at for it in lost), note))


def _words(lost: LostPromise, text: str) -> str:
    """Return a promise with its number, which may stand on either side of it."""
    said, count = lost.promise, lost.promise.count or lost.promise
    return text[min(said.start, count.start) : max(said.end, count.end)]


RULE = Rule(
    module=__name__, level=Severity.WARNING, check_comparison=_filing, check_change=_project
)
