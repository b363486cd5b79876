"""No indicator stands twice in a table.

Why: a row that was copied and not changed counts its result twice; two rows that differ in nothing
but the value promise two things for one.

Bad::

    indicators:
      - {name: 档案数字化页数, target: ≥10万页}
      - {name: 档案数字化页数, target: ≥10万页}

Good::

    indicators:
      - {name: 档案数字化页数, description: 纸质档案, target: ≥10万页}
      - {name: 档案数字化页数, description: 照片档案, target: ≥2万页}

Silent: the same name under two classes, with two descriptions, or in the table of the year and
that of the whole term. Without descriptions two values for one name are a warning only.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import tables
from perfspec.messages import message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, _context: Context) -> Judgement:
    for table in tables.of_project(project):
        first: dict[tuple[str, ...], Indicator] = {}
        for row in table.rows:
            if not row.name.strip():
                continue
            before = first.setdefault(_key(row), row)
            if before is row:
                continue
            same = _squeezed(before.target.text) == _squeezed(row.target.text)
            yield RULE.finding(
                row.at / "name",
                message("{name} stands twice in the table", name=row.name)
                if same
                else message("{name} stands twice in the table, with two values", name=row.name),
                level=None if same or row.description.strip() else Severity.WARNING,
                related=(Related(before.at / "name", message("it stands here first")),),
            )


def _key(row: Indicator) -> tuple[str, ...]:
    labels = (row.classified.first, row.classified.second)
    return (*labels, *map(_squeezed, (row.name, row.description)), *row.fields.values())


def _squeezed(text: str) -> str:
    return "".join(text.split())


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
