"""An indicator measures a rate or its change, not the rate of change of a rate.

Why: from 80 % to 84 % is a change of 4 points or of 5 per cent; 「合格率提升率≥5%」 leaves open
which is meant, and the unit's self-evaluation will choose the better.

Bad::

    indicators:
      - {name: 验收合格率较上年提升率, target: ≥5%}

Good::

    indicators:
      - {name: 验收合格率提高百分点, target: ≥5个百分点}
      - {name: 就业人数增长率, target: ≥5%}

Silent: rates that are no shares (效率, 频率, 生产率, 税率); two things side by side
(「就业率和收入增长率」); 「完成率」 of a rate.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import tables, wording
from perfspec.messages import message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, _context: Context) -> Judgement:
    for table in tables.of_project(project):
        for row in table.rows:
            yield from _check_row(row)


def _check_row(row: Indicator) -> Judgement:
    for key, text in (("name", row.name), ("description", row.description)):
        if span := wording.rate_of_rate(text):
            yield RULE.finding(
                (row.at / key).part(*span),
                message("{words!r} is the rate of change of a rate", words=text[slice(*span)]),
                hint=message("measure the rate itself, or its change in points (个百分点)"),
            )
            return


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
