"""No punctuation mark stands twice, and no two marks stand side by side.

Why: 「。。」 and 「，。」 are slips of the hand that everyone who opens the paper sees.

Bad::

    goals:
      - 1.完成馆藏纸质档案数字化10万页，并通过验收。。

Good::

    goals:
      - 1.完成馆藏纸质档案数字化10万页……并通过验收——由档案馆组织。

Silent: 「……」 and 「——」, which are one mark each, 「...」 and 「！！」. There is no fix for three
and more 「。」, which may stand for 「……」, nor for two different marks inside a text: either may
be meant.
"""

import re

from perfspec.diagnostics import Edit, Fix, Severity
from perfspec.evidence import written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.passages import Passage
from perfspec.rule import Context, Judgement, Rule

_SUSPECT = re.compile(r"[。，、；：,;:][。，、；：,;:]")
# ASCII signs count beside a full-width one only: `::` and `;;` mean something to computers.
_MARKS = re.compile(r"[,;:]?[。，、；：][。，、；：,;:]+|[,;:][。，、；：]|,,+")


def _check(filing: Filing, _context: Context) -> Judgement:
    for passage in written.holding(filing, _SUSPECT):
        for found in _MARKS.finditer(passage.text):
            marks = found.group()
            same = len(set(marks)) == 1
            yield RULE.finding(
                passage.at.part(found.start(), found.end()),
                message("the mark {mark!r} stands {times} times", mark=marks[0], times=len(marks))
                if same
                else message("the marks {marks!r} stand side by side", marks=marks),
                hint=message("one mark is expected here"),
                fix=_fix(passage, found.start(), found.end()),
            )


def _fix(passage: Passage, start: int, end: int) -> Fix | None:
    marks = passage.text[start:end]
    if marks in {"。。", "，，", "、、", "；；", "：：", ",,"}:
        keep = marks[0]
    elif "。" in marks and set(marks) != {"。"} and not passage.text[end:].strip():
        keep = "。"  # at the very end nothing else can be meant
    else:
        return None
    edit = Edit(passage.at.part(start, end), keep)
    return Fix(title=message("keep one {mark!r}", mark=keep), edits=(edit,))


RULE = Rule(module=__name__, level=Severity.ERROR, check_filing=_check)
