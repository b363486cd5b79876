"""A project says what it does, what that is good for, and whether those served are satisfied.

Why: output without benefit, or benefit without output, cannot be judged at the end of the year.
The form prints its classes so that each is thought of; a class that does not apply is rare.

Bad::

    indicators:
      - {class: 数量指标, name: 档案数字化页数, target: ≥10万页}

Good::

    purpose: 用于馆藏纸质档案数字化10万页

Silent: classes that the form does not have; single classes of benefit, for many a project has no
economic or ecological one; a class that only the table of the whole term has; a class to which
`wrong-class` moves a row. A row without a class may be any, and a fragment (`complete: false`) may
lack rows: then nothing is judged.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import belonging, tables
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_EXPECTED = ("output.quantity", "output.quality", "output.timeliness", "output.cost")


def _check(project: Project, context: Context) -> Judgement:
    form, at = context.form, project.at / "indicators"
    rows = [row for table in tables.of_project(project) for row in table.rows]
    if not rows:  # told by field-empty
        return
    standards = {tables.standard(row.classified, form) for row in rows}
    standards |= belonging.moved(rows, form)
    missing = _missing(standards, form)
    if missing and not context.filing.complete:
        yield RULE.undecided(at, message("the filing is a fragment and may lack indicators"))
    elif missing and "" in standards:
        yield RULE.undecided(at, message("the class of an indicator is not known"))
    else:
        grave = [label for standard, label in missing if standard in {"output", "benefit"}]
        other = [label for _, label in missing if label not in grave]
        for labels, level in ((grave, Severity.ERROR), (other, Severity.WARNING)):
            if labels:
                text = message("no indicator belongs to {labels}", labels="、".join(labels))
                yield RULE.finding(at, text, level=level)


def _missing(standards: set[str], form: Form) -> list[tuple[str, str]]:
    """Return the classes, with their labels, that the form has and no row belongs to."""
    have = standards | {standard.partition(".")[0] for standard in standards}
    missing = {}
    for known in form.classes:
        first = known.standard.partition(".")[0]
        if first not in have:
            missing[first] = known.first
        elif known.standard in _EXPECTED and known.standard not in have:
            missing[known.standard] = known.second
    return list(missing.items())


RULE = Rule(module=__name__, level=Severity.ERROR, check_project=_check)
