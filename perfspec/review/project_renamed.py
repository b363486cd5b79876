"""A project keeps its name.

Why: a project under another name is hard to follow through the years, for the bureau and the
public; the new name may also mean another thing.

Bad::

    before:
      name: 馆藏档案数字化经费
    name: 智慧档案馆建设经费

Good::

    before:
      name: 2025年馆藏档案数字化经费
    name: 2026年馆藏档案数字化经费

Silent: names that differ in the year, an amount or a document number. Where two projects are
probably one under two names, it cannot be said before somebody confirms it with `perfspec match`.
For information.
"""

from perfspec.compare import Comparison
from perfspec.compare.pairs import Relation
from perfspec.contrast import wording
from perfspec.diagnostics import Related, Severity
from perfspec.evidence import cores
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(comparison: Comparison, _context: Context) -> Judgement:
    for pair in comparison.projects.pairs:
        old, new = pair.old.name, pair.new.name
        if cores.read(old).core != cores.read(new).core:
            text = message("{old!r} has another name now", old=old)
            related = Related(pair.old.at / "name", message("the older name"))
            yield RULE.finding(pair.new.at / "name", text, related=(related,))
    for one in comparison.projects.proposals:
        if one.relation is Relation.SAME:
            args = {"name": one.old[0].name, "others": wording.listed(it.name for it in one.new)}
            text = message("{name} may be {others} now; perfspec match records which", **args)
            yield RULE.undecided(one.new[0].at / "name", text)


RULE = Rule(module=__name__, level=Severity.INFO, check_comparison=_check)
