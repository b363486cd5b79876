"""Projects are not split or merged between two years.

Why: budgets and targets of a project in parts, or of several in one, cannot be compared one by one;
the sums can.

Bad::

    before:
      projects:
        - {code: 130000251010010000001, name: 档案数字化和库房维修}
    projects:
      - {code: 130000261010010000001, name: 档案数字化}
      - {code: 130000261010010000002, name: 库房维修}
    lineage:
      - {relation: split, old: [p1], new: [p1, p2]}

Good::

    before:
      projects:
        - {code: 130000251010010000001, name: 档案数字化}
        - {code: 130000251010010000002, name: 库房维修}
    projects:
      - {code: 130000261010010000001, name: 档案数字化}
      - {code: 130000261010010000002, name: 库房维修}

Silent: what nobody recorded in `lineage.yaml`; where it looks like a split or a merger, it cannot
be said before somebody confirms it with `perfspec match`. For information.
"""

from perfspec.compare import Comparison
from perfspec.compare.pairs import Proposal, Relation
from perfspec.contrast import projects
from perfspec.diagnostics import Related, Severity
from perfspec.messages import Message, message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_OF_PARTS = frozenset({Relation.SPLIT, Relation.MERGED})


def _check(comparison: Comparison, _context: Context) -> Judgement:
    for one in comparison.projects.confirmed:
        if one.relation in _OF_PARTS and one.new:
            note = message("it stood here")
            related = tuple(Related(it.at / "name", note) for it in one.old)
            yield RULE.finding(one.new[0].at / "name", _text(one, comparison), related=related)
    for one in comparison.projects.proposals:
        if one.relation in _OF_PARTS and one.new:
            text = message("{what}; perfspec match records it", what=_text(one, comparison))
            yield RULE.undecided(one.new[0].at / "name", text)


def _text(one: Proposal[Project], comparison: Comparison) -> Message:
    args = {
        "old": projects.in_words(one.old, comparison.old.form),
        "new": projects.in_words(one.new, comparison.new.form),
    }
    if one.relation is Relation.SPLIT:
        return message("{old} was split into {new}", **args)
    return message("{old} were merged into {new}", **args)


RULE = Rule(module=__name__, level=Severity.INFO, check_comparison=_check)
