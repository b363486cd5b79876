"""A number has its operator where the form wants one.

Why: «9次» may mean at least nine, at most nine or nine exactly; in a form with a column for it,
the cell must not stay empty, or whoever evaluates the year decides.

Bad::

    form: {operators: required}
    indicators:
      - {name: 档案数字化页数, target: 10万页}

Good::

    form: {operators: required}
    indicators:
      - {name: 档案数字化页数, target: ≥10万页}

Silent: forms that do not want an operator; on paper «9次» is normal, and comparisons say what was
assumed. Dates, bands and words have no operator.
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import measured
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    if not context.form.operators_required:
        return
    for one in measured.of_project(project):
        if not one.banded and not one.quantity.op:
            text = message("{value!r} has no operator, such as ≥, ≤ or =", value=one.text)
            yield RULE.finding(one.at, text)


RULE = Rule(module=__name__, level=Severity.INFO, check_project=_check)
