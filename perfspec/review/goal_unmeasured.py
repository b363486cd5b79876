"""A project goal names a number, a date or a thing to be delivered.

Why: whether 「加强」 and 「提升」 were reached is anyone's opinion; the goals are what the money
is given for, and the indicators are held against them.

Bad::

    goals:
      - 1.加强档案管理，提升档案服务水平。

Bad::

    goals:
      - 1.完成馆藏纸质档案数字化10万页。
      - 2.完成上级交办的其他工作。

Good::

    goals:
      - 1.完成馆藏纸质档案数字化10万页，提升档案服务水平。
      - 2.加强档案队伍建设。

Good::

    goals:
      - 1.维修档案楼屋面，改善保管条件。

Silent: goals with words for something delivered (购置, 维修, 发放, 举办 …) or for all of a whole
(应保尽保, 全覆盖); goals of the medium term. Beside a goal that is measured only those are told of
which no word says what the work is (做好各项工作). A thing delivered that is said with other words
is a known false finding.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import goals, siblings
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, _context: Context) -> Judgement:
    texts = siblings.yearly_goals(project).passages
    measured = [goals.is_measured(goal.text) for goal in texts]
    wanting = goals.empty if any(measured) else goals.vague
    for goal, is_measured in zip(texts, measured, strict=True):
        span = None if is_measured else wanting(goal.text)
        if span:
            yield RULE.finding(
                goal.at.part(*span),
                message("the goal has no number, no date and nothing to be delivered"),
                hint=message("say how much, by when, or what there will be at the end of the year"),
            )


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
