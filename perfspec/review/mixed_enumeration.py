"""The parts of one enumeration are separated by one sign.

Why: 、 and ， mixed leave open which parts belong together.

Bad::

    purpose: 举办宣传活动4场（进机关1场、进学校1场，进企业1场，进社区1场）

Good::

    purpose: 举办宣传活动4场（进机关1场、进学校1场、进企业1场、进社区1场）

Silent: two levels, where each ， closes a group of two or more (「甲1场、乙1场，丙1场、丁1场」);
； above the others; the last part behind 以及 or 并. A group of one beside larger groups is found.
"""

from perfspec import prose
from perfspec.diagnostics import Related, Severity
from perfspec.evidence import separators, written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule


def _check(filing: Filing, _context: Context) -> Judgement:
    for passage in written.holding(filing, separators.SUSPECT):
        for odd, usual in separators.mixed(prose.read(passage.text)):
            yield RULE.finding(
                passage.at.part(odd[0].at, odd[0].at + 1),
                message(
                    "{odd!r} separates the parts here, {usual!r} elsewhere",
                    odd=odd[0].sign,
                    usual=usual[0].sign,
                ),
                related=tuple(
                    Related(passage.at.part(at, at + 1), message("{sign!r} here", sign=sign))
                    for at, sign in ((one.at, one.sign) for one in (*odd[1:], usual[0]))
                ),
            )


RULE = Rule(module=__name__, level=Severity.INFO, check_filing=_check)
