"""A project of last year goes on, or was to end.

Why: what was begun and is left out may be unfinished, or go on where nobody looks.

Bad::

    before:
      projects:
        - {code: 130000251010010000001, name: 馆藏档案数字化经费}
        - {code: 130000251010010000002, name: 消防器材购置}
    projects:
      - {code: 130000261010010000001, name: 馆藏档案数字化经费}

Good::

    before:
      projects:
        - {code: 130000251010010000001, name: 馆藏档案数字化经费}
        - {code: 130000251010010000002, name: 消防器材购置, term: {start: '', end: 2025年}}
    projects:
      - {code: 130000261010010000001, name: 馆藏档案数字化经费}

Silent: projects whose term ended by then, or whose name says that they are done once (一次性);
projects that may go on under another name or in a part of another. In a fragment of a filing it
cannot be said. Told once for the filing, with the budgets, and for information.
"""

from perfspec.compare import Comparison
from perfspec.contrast import projects, wording
from perfspec.diagnostics import Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(comparison: Comparison, context: Context) -> Judgement:
    old, at = comparison.old, comparison.new.filing.at / "projects"
    ended = [one for one in comparison.projects.dropped if not projects.was_to_end(one, comparison)]
    if ended and not context.filing.complete:
        yield RULE.undecided(at, message("not all projects may be there"))
    elif ended:
        names = projects.in_words(ended, old.form)
        note = message("it stood here")
        yield RULE.finding(
            at,
            message("gone since {year}: {rows}", year=wording.older(comparison), rows=names),
            related=wording.related((one.at / "name" for one in ended), note),
        )


RULE = Rule(module=__name__, level=Severity.INFO, check_comparison=_check)
