"""A project that is new stands out.

Why: money for something that was not there last year wants its own look.

Bad::

    before:
      projects:
        - {code: 130000251010010000001, name: 馆藏档案数字化经费}
    projects:
      - {code: 130000261010010000001, name: 馆藏档案数字化经费}
      - {code: 130000261010010000002, name: 消防器材购置}

Good::

    before:
      projects:
        - {code: 130000251010010000001, name: 馆藏档案数字化经费}
        - {code: 130000251010010000002, name: 消防器材购置}
    projects:
      - {code: 130000261010010000001, name: 馆藏档案数字化经费}
      - {code: 130000261010010000002, name: 消防器材购置}

Silent: projects that may be one of last year's, or a part of one. Where the older filing is a
fragment it cannot be said. Told once for the filing, with the budgets, and for information.
"""

from perfspec.compare import Comparison
from perfspec.contrast import projects, wording
from perfspec.diagnostics import Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(comparison: Comparison, _context: Context) -> Judgement:
    added, at = comparison.projects.added, comparison.new.filing.at / "projects"
    if added and not comparison.old.filing.complete:
        yield RULE.undecided(at, message("not all projects of the older year may be there"))
    elif added:
        names = projects.in_words(added, comparison.new.form)
        year = wording.older(comparison)
        yield RULE.finding(
            at,
            message("new since {year}: {projects}", year=year, projects=names),
            related=wording.related((one.at / "name" for one in added), message("new")),
        )


RULE = Rule(module=__name__, level=Severity.INFO, check_comparison=_check)
