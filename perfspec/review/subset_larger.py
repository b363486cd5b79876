"""A part is not larger than its whole.

Why: 「培训200人，其中党员300人」 cannot be; one of the two numbers is wrong.

Bad::

    purpose: 培训档案员200人次，其中乡镇档案员300人次、村档案员50人次

Good::

    purpose: 培训档案员350人次，其中乡镇档案员300人次、村档案员50人次

Silent: parts in another unit than the whole, unit prices, estimates. What stands in brackets is a
part only behind 其中, 含 or 包括 inside them, else it is a remark: （全馆共有库房12间）; words of
a whole or of another time (共, 总, 合同, 已付, 累计) make it one, too. 「其中」 speaks of the
number just before it. Parts that together come to more than the whole may overlap and are left
alone.
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
        for part, whole in wholes.larger_parts(prose.read(passage.text)):
            written = passage.text[whole.start : whole.end]
            yield RULE.finding(
                passage.at.part(part.start, part.end),
                message(
                    "{part} is a part of {whole}, and larger",
                    part=passage.text[part.start : part.end],
                    whole=written,
                ),
                related=(Related(passage.at.part(whole.start, whole.end), message("the whole")),),
            )


RULE = Rule(
    module=__name__,
    level=Severity.WARNING,
    check_filing=lambda filing, _: _check(passages.of_filing(filing)),
    check_project=lambda project, _: _check(passages.of_project(project)),
)
