"""The targets of a project are thought over each year.

Why: a table that is last year's, number for number, was copied and not set; targets that stay for
years lead nowhere.

Bad::

    before:
      indicators:
        - {name: 档案数字化页数, target: ≥10万页}
        - {class: 质量指标, name: 数字化成果验收合格率, target: ≥95%}
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}
    budget: {total: 180000.00, sources: {fiscal: 180000.00, other: 0.00}}
    indicators:
      - {name: 档案数字化页数, target: ≥10万页}
      - {class: 质量指标, name: 数字化成果验收合格率, target: ≥95%}
      - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}

Good::

    before:
      indicators:
        - {name: 档案数字化页数, target: ≥10万页}
        - {class: 质量指标, name: 数字化成果验收合格率, target: ≥95%}
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}
    budget: {total: 180000.00, sources: {fiscal: 180000.00, other: 0.00}}
    indicators:
      - {name: 档案数字化页数, target: ≥10万页}
      - {class: 质量指标, name: 数字化成果验收合格率, target: ≥96%}
      - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}

Silent: two states of one year; projects with fewer than 3 targets that leave room for better ones
(`targets`; 100 %, no accident and costs do not); more money (`more-for-same`). Told once for the
filing, and as a warning where two years or more lie between.
"""

from perfspec.compare import Comparison
from perfspec.contrast import copies, wording
from perfspec.diagnostics import Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Option, Rule


def _check(comparison: Comparison, context: Context) -> Judgement:
    least = context.options["targets"]
    found = [one for one in comparison.changes if copies.is_copied(one, context.form, least)]
    if comparison.years < 1 or not found:
        return
    args = {"count": len(found), "all": len(comparison.changes), "year": comparison.old.filing.year}
    names = wording.listed(one.pair.new.name or one.pair.new.id for one in found)
    note = message("all of these are as they were")
    yield RULE.finding(
        comparison.new.filing.at / "projects",
        message(
            "in {count} of {all} projects all targets are as in {year}: {names}",
            names=names,
            **args,
        ),
        level=Severity.WARNING if comparison.years > 1 else None,
        related=wording.related((one.pair.new.at / "indicators" for one in found), note),
    )


_TITLE = message("so many targets that leave room for better ones make a table")
RULE = Rule(
    module=__name__,
    level=Severity.INFO,
    check_comparison=_check,
    options=(Option(name="targets", default=3, least=1, title=_TITLE),),
)
