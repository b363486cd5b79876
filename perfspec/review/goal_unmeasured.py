"""A project goal names a number, a date or a thing to be delivered.

Why: whether 「加强」 and 「提升」 were reached is anyone's opinion; the goals are what the money
is given for, and the indicators are held against them.

Bad::

    goals:
      - 1.加强档案管理，提升档案服务水平。

Good::

    goals:
      - 1.完成馆藏纸质档案数字化10万页，提升档案服务水平。
      - 2.加强档案队伍建设。

Good::

    goals:
      - 1.维修档案楼屋面，改善保管条件。

Silent: projects of which one goal is measured; goals with words for something delivered (购置,
维修, 发放, 举办 …) or for all of a whole (应保尽保, 全覆盖); goals of the medium term. A thing
delivered that is said with other words is a known false finding.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import goals, numbering, siblings
from perfspec.messages import message
from perfspec.model import Project
from perfspec.passages import Passage
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, _context: Context) -> Judgement:
    texts = siblings.yearly_goals(project).passages
    if any(_is_measured(goal) for goal in texts):
        return
    for goal in texts:
        if span := goals.vague(goal.text):
            yield RULE.finding(
                goal.at.part(*span),
                message("the goal has no number, no date and nothing to be delivered"),
                hint=message("say how much, by when, or what there will be at the end of the year"),
            )


def _is_measured(goal: Passage) -> bool:
    head = numbering.head(goal.text)
    return goals.is_measured(goal.text, head.end if head else 0)


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
