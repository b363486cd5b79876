"""What the form asks for is filled in.

Why: a table with an empty cell says nothing that could be checked at the end of the year, and is
sent back.

Bad::

    indicators:
      - {name: 档案数字化页数, target: ''}

Good::

    indicators:
      - {name: 档案数字化页数, target: ≥10万页}

Silent: an empty cell for a source of money, which may mean that there is none; the payment plan and
the code of a project, which have rules of their own. Without name, budget, goal, indicators, or the
class, name and value of one, a project cannot be judged; other empty cells are warnings, a column
with several of them one. In a fragment (`complete: false`) an empty cell is not judged.
"""

from collections.abc import Iterable

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import blanks
from perfspec.evidence.blanks import Blank
from perfspec.messages import message
from perfspec.model import Filing, Project
from perfspec.rule import Context, Judgement, Rule


def _check_filing(filing: Filing, context: Context) -> Judgement:
    yield from _told(blanks.of_filing(filing, context.form), context)


def _check_project(project: Project, context: Context) -> Judgement:
    yield from _told(blanks.of_project(project, context.form), context)


def _told(found: Iterable[Blank], context: Context) -> Judgement:
    note = message("this one is empty as well")
    for blank in found:
        if not context.filing.complete:
            yield RULE.undecided(blank.at, blank.text)
            continue
        level = Severity.ERROR if blank.needed else Severity.WARNING
        related = tuple(Related(other, note) for other in blank.others)
        yield RULE.finding(blank.at, blank.text, level=level, related=related)


RULE = Rule(
    module=__name__,
    level=Severity.ERROR,
    check_filing=_check_filing,
    check_project=_check_project,
)
