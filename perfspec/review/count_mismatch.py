"""The purpose and the goals give the same numbers as the indicators.

Why: what the text promises is what the money was asked for; a smaller number in the table lets the
unit deliver less and still score in full.

Bad::

    purpose: 开展大型普法宣传活动11次（宪法日1次、宣传周7次、送法下乡1次、联合执法宣传2次）
    indicators:
      - {class: 数量指标, name: 大型普法宣传活动次数, target: 9次}

Good::

    purpose: 开展大型普法宣传活动11次（宪法日1次、宣传周7次、送法下乡1次、联合执法宣传2次）
    indicators:
      - {class: 数量指标, name: 大型普法宣传活动次数, target: 11次}

Silent: goals of a filing with several projects, parts (其中), numbers for each month or village,
estimates, 人 beside 人次, times and money, a target above 至少, an indicator that counts several
things at once (视察、调研次数) or one part of what is listed. The two may count different things:
the names only look alike (数字化 and 档案数字化), and the indicator may have a narrower scope.
"""

from perfspec import passages, prose
from perfspec.diagnostics import Related, Severity
from perfspec.evidence import stated, wholes
from perfspec.evidence.stated import Disagreement
from perfspec.messages import Message, message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_SHOWN = 5
_GOALS = {"overall_goal", "sub_goals"}


def _check(project: Project, context: Context) -> Judgement:
    filing, alone = context.filing, len(context.filing.projects) == 1
    goals = [one for one in passages.of_filing(filing) if alone and one.key in _GOALS]
    for found in stated.disagreements(project, goals):
        count, indicator, text = found.count, found.indicator, found.passage.text
        said, target = text[count.start : count.end], indicator.target.text
        told = (
            message("{n} here, but the indicator asks for {x} only", n=said, x=target)
            if found.is_floor
            else message("{n} here, but {x} in the indicator", n=said, x=target)
        )
        note = message("the indicator says {x}", x=target)
        yield RULE.finding(
            found.passage.at.part(count.start, count.end),
            told,
            hint=_explained(found),
            related=(Related(indicator.at / "target", note),),
        )


def _explained(found: Disagreement) -> Message | None:
    """Return which of the parts that the text enumerates give the indicator's number."""
    parts = wholes.enumerated(prose.read(found.passage.text), found.count)
    ways = stated.subsets(parts, found.quantity.number) if parts else ()
    sums = list(dict.fromkeys(" + ".join(str(part.number) for part in some) for some in ways))
    if not sums:
        return None
    target, shown = found.indicator.target.text, "; ".join(sums[:_SHOWN])
    if len(sums) > _SHOWN:
        n = len(sums) - _SHOWN
        return message("parts that give {x}: {sums}, and {n} more", x=target, sums=shown, n=n)
    return message("parts that give {x}: {sums}", x=target, sums=shown)


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
