"""An indicator stands in the class of what it measures.

Why: the classes ask different questions (how much, how well, when, at what cost, to what effect);
an indicator in a wrong one leaves its own class empty and is evaluated with a wrong weight.

Bad::

    indicators:
      - {class: 社会效益指标, name: 查档群众满意度, target: ≥95%}
      - {class: 质量指标, name: 档案归档及时率, target: ≥95%}

Good::

    indicators:
      - {class: 服务对象满意度指标, name: 查档群众满意度, target: ≥95%}
      - {class: 时效指标, name: 档案归档及时率, target: ≥95%}

Silent: forms without the class where it belongs; 完成率 and 覆盖率 among the quantities; names of
two things (及时准确率); everything that could stand in two classes. Only the name counts.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import belonging, tables
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    labels = {known.standard: known.second or known.first for known in context.form.classes}
    for table in tables.of_project(project):
        for row in table.rows:
            wanted = belonging.wanted(row, tables.standard(row.classified, context.form))
            label = next((labels[one] for one in wanted if one in labels), None)
            if label is None:
                continue
            stands = row.classified.second or row.classified.first
            text = message(
                "{name!r} belongs to {wanted}, not to {stands}",
                name=row.name,
                wanted=label,
                stands=stands,
            )
            related = Related(row.at / "name", message("the indicator"))
            yield RULE.finding(row.at / "class", text, related=(related,))


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
