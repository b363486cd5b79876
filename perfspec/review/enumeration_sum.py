"""The parts of an enumeration add up to the total that stands with them.

Why: the reader adds them up; where they do not come out, the total or a part is wrong, and the
money was reckoned from one of them.

Bad::

    purpose: 开展宣传活动11次（宪法日1次、宣传周7次、送法下乡1次、联合执法宣传1次）

Good::

    purpose: 开展宣传活动11次（宪法日1次、宣传周7次、送法下乡1次、联合执法宣传2次）

Silent: lists behind 其中 or 含, lists with 等 or with an estimate, parts in another unit. People
may be counted twice (党员 and 妇女), and two parts may be examples only: these are warnings.
"""

from collections.abc import Iterable

from perfspec import passages, prose
from perfspec.diagnostics import Related, Severity
from perfspec.evidence import wholes
from perfspec.messages import message
from perfspec.passages import Passage
from perfspec.rule import Judgement, Rule


def _check(texts: Iterable[Passage]) -> Judgement:
    for passage in texts:
        if not wholes.may_have_parts(passage.text):
            continue
        for found in wholes.wrong_sums(prose.read(passage.text)):
            total, parts = found.total, found.parts
            written = [passage.text[part.start : part.end] for part in parts]
            yield RULE.finding(
                passage.at.part(total.start, total.end),
                message(
                    "the parts {parts} do not add up to {total}",
                    parts=" + ".join(written),
                    total=passage.text[total.start : total.end],
                ),
                level=None if found.sure else Severity.WARNING,
                related=tuple(
                    Related(passage.at.part(part.start, part.end), message("a part of it"))
                    for part in parts
                ),
            )


RULE = Rule(
    module=__name__,
    level=Severity.ERROR,
    check_filing=lambda filing, _: _check(passages.of_filing(filing)),
    check_project=lambda project, _: _check(passages.of_project(project)),
)
