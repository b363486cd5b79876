"""What is compared with last year says what last year's figure was.

Why: nobody can tell at the end of the year whether 「较上年提高」 was reached, if the figure to
start from stands nowhere.

Bad::

    indicators:
      - {name: 查阅档案人次, target: 较上年增加10%, basis: 工作计划}

Good::

    indicators:
      - {name: 查阅档案人次, target: 较上年增加10%, basis: 上年实际1850人次}

Silent: a figure in the name, description, value or basis (「由1850人次增加到2000人次」), or in a
field of the form for past years. A figure in the text above the table is not looked for.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import tables, wording
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    for table in tables.of_project(project):
        for row in table.rows:
            yield from _check_row(row, context.form)


def _check_row(row: Indicator, form: Form) -> Judgement:
    texts = {"name": row.name, "description": row.description, "target": row.target.text}
    found = ((key, span) for key, text in texts.items() if (span := wording.comparison(text)))
    key, span = next(found, ("", (0, 0)))
    if not key or any(wording.states_past(text) for text in (*texts.values(), row.basis)):
        return
    if any(
        value.strip() for label, value in _fields(row, form) if "上年" in label or "去年" in label
    ):
        return
    at = row.at / key
    plain = key != "target" or row.target.split is None
    yield RULE.finding(
        at.part(*span) if plain and row.target.bands is None else at,
        message(
            "{words!r} compares with a figure that is not stated", words=texts[key][slice(*span)]
        ),
        hint=message("state it in the description or the basis, for example 上年实际1850人次"),
    )


def _fields(row: Indicator, form: Form) -> list[tuple[str, str]]:
    """Return the row's own fields of the form, each with its label."""
    return [(field.label, row.fields.get(field.id, "")) for field in form.fields]


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
