"""The basis of a target is a document, a standard or a figure, and the one of this target.

Why: the basis lets a reader check why 90 % and not 80 %. One basis for all rows rarely holds every
figure; the project's own name or 「工作需要」 holds none.

Bad::

    indicators:
      - {name: 档案数字化页数, basis: 工作计划}
      - {name: 验收合格率, target: ≥98%, basis: 工作计划}
      - {name: 完成时间, target: 11月底前, basis: 工作计划}

Bad::

    indicators:
      - {name: 档案数字化页数, basis: 馆藏档案数字化经费}

Good::

    indicators:
      - {name: 档案数字化页数, basis: 《示例县档案数字化三年规划》}
      - {name: 验收合格率, target: ≥98%, basis: 《纸质档案数字化规范》}
      - {name: 完成时间, target: 11月底前, basis: 《示例县档案数字化三年规划》}

Silent: tables of fewer than three rows; empty cells. That all rows rest on one document is said as
information only: in a small project it may be right.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import bases, tables
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_ROWS = 3


def _check(project: Project, _context: Context) -> Judgement:
    for table in tables.of_project(project):
        rows = [row for row in table.rows if row.basis.strip()]
        named = [row for row in rows if bases.repeats(row.basis, project.name)]
        vague = [row for row in rows if bases.is_empty(row.basis)]
        if named:
            yield RULE.finding(
                named[0].at / "basis",
                message("the basis only repeats the name of the project"),
                level=Severity.WARNING,
                related=tuple(Related(row.at / "basis", message("here too")) for row in named[1:]),
            )
        if vague:
            yield RULE.finding(
                vague[0].at / "basis",
                message("{basis!r} is no document, standard or figure", basis=vague[0].basis),
                level=Severity.WARNING,
                related=tuple(Related(row.at / "basis", message("here too")) for row in vague[1:]),
            )
        same = len({row.basis.strip() for row in rows}) == 1
        if same and not (named or vague) and len(rows) == len(table.rows) >= _ROWS:
            yield RULE.finding(
                rows[0].at / "basis",
                message("all {count} targets rest on one basis", count=len(rows)),
                hint=message("in a small project this may be right"),
            )


RULE = Rule(module=__name__, level=Severity.INFO, check_project=_check)
