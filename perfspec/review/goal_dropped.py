"""A goal of last year goes on, is reached, or is replaced by another.

Why: a goal that is left out without another in its place leaves the project with less to aim at.

Bad::

    before:
      goals:
        - 1.完成馆藏纸质档案数字化8万页。
        - 2.建成县级数字档案馆，通过省级测评。
    goals:
      - 1.完成馆藏纸质档案数字化10万页。

Good::

    before:
      goals:
        - 1.完成馆藏纸质档案数字化8万页。
        - 2.建成县级数字档案馆，通过省级测评。
    goals:
      - 1.完成馆藏纸质档案数字化10万页。
      - 2.数字档案馆通过国家级测评。

Silent: lists in which another goal was put in; goals with a number that is promised nowhere any
more, which `commitment-dropped` tells. In a fragment of a filing it cannot be said. For
information: a goal may have been reached.
"""

from collections.abc import Iterable

from perfspec.compare import Comparison, ProjectChange, TextChange
from perfspec.contrast import wording
from perfspec.diagnostics import Place, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _filing(comparison: Comparison, context: Context) -> Judgement:
    yield from _check(comparison.texts, "sub_goals", comparison.new.filing.at, context)


def _project(change: ProjectChange, context: Context) -> Judgement:
    at = change.pair.new.at
    yield from _check(change.texts, "goals", at, context)
    if change.pair.new.medium_term:
        goals = change.medium_term_goals
        yield from _check(goals, "medium_term.goals", at, context)


def _check(texts: Iterable[TextChange], key: str, at: Place, context: Context) -> Judgement:
    items = [one for one in texts if one.key == key]
    gone = [one for one in items if one.new is None and one.old and one.old_at]
    if not gone or any(one.old is None or one.lost for one in items):
        return
    for part in key.split("."):
        at /= part
    if not context.filing.complete:
        yield RULE.undecided(at, message("not all texts may be there"))
        return
    goals = wording.listed(((one.old or "").strip("。；") for one in gone), "；")
    args = {"year": wording.older(context.compared), "goals": goals}
    text = message("a goal of {year} is gone, with none in its place: {goals}", **args)
    note = message("it stood here")
    related = wording.related((one.old_at for one in gone if one.old_at), note)
    yield RULE.finding(at, text, related=related)


RULE = Rule(module=__name__, level=Severity.INFO, check_comparison=_filing, check_change=_project)
