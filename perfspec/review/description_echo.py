"""The description of an indicator says more than its name.

Why: the description is where a reader learns what is counted, over which whole, and how; a copy of
the name leaves all of it open.

Bad::

    indicators:
      - {name: 验收合格率（%）, description: 验收合格率。, target: ≥98%}

Good::

    indicators:
      - {name: 验收合格率（%）, description: 验收合格页数占完成页数的比率, target: ≥98%}

Silent: no description at all; one that repeats the name and adds words. Where three rows and more
of a table repeat their names, that is one finding.
"""

import re

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import tables
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_MANY = 3
# Units in brackets, blanks, and what ends or lists a text.
_ASIDE = re.compile(r"[（(][^（()）]{0,4}[）)]|[\s。；;.]")


def _check(project: Project, _context: Context) -> Judgement:
    for table in tables.of_project(project):
        rows = [row for row in table.rows if row.description.strip()]
        echoes = [row for row in rows if _core(row.description) == _core(row.name)]
        if len(echoes) >= _MANY:
            first, *rest = echoes
            yield RULE.finding(
                first.at / "description",
                message(
                    "{count} of {total} descriptions only repeat the name",
                    count=len(echoes),
                    total=len(table.rows),
                ),
                hint=message("say what is counted, over which whole, and how"),
                related=tuple(Related(row.at / "description", message("here too")) for row in rest),
            )
            continue
        for row in echoes:
            yield RULE.finding(
                row.at / "description",
                message("the description only repeats the name"),
                hint=message("say what is counted, over which whole, and how"),
                related=(Related(row.at / "name", message("the name")),),
            )


def _core(text: str) -> str:
    return _ASIDE.sub("", text) or text


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
