"""The form has the second level of an indicator under the first level that it stands under.

Why: the form prints which second levels (二级指标) belong to which first level (一级指标); a row
in the wrong part of the table is sent back.

Bad::

    indicators:
      - {class: [效益指标, 成本指标], name: 单页数字化成本, target: ≤2元/页}

Good::

    indicators:
      - {class: 成本指标, name: 单页数字化成本, target: ≤2元/页}

Silent: a row with an empty class, which `field-empty` tells. Whether the class suits what the
indicator measures is not judged here.
"""

from perfspec.diagnostics import Place, Severity
from perfspec.evidence import tables
from perfspec.form import Form
from perfspec.messages import Message, message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    for table in tables.of_project(project):
        for row in table.rows:
            labels = row.classified
            if not labels.standard and labels.first.strip() and labels.second.strip():
                at, text = _why(row, context.form)
                yield RULE.finding(at, text)


def _why(row: Indicator, form: Form) -> tuple[Place, Message]:
    at, first, second = row.at / "class", row.classified.first, row.classified.second
    wanted = next((known.first for known in form.classes if known.second == second), None)
    if wanted:
        text = message(
            "the form has {second} under {wanted}, not under {first}",
            second=second,
            wanted=wanted,
            first=first,
        )
        return at / 0, text
    below = [known.second for known in form.classes if known.first == first]
    if not below:
        return at / 0, message("the form has no first level {first!r}", first=first)
    if not any(below):
        return at / 1, message("the form has no second level under {first}", first=first)
    text = message(
        "the form has no {second!r} under {first}; it has {known}",
        second=second,
        first=first,
        known="、".join(below),
    )
    return at / 1, text


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
