"""A target is not below what was reached the year before.

Why: what was reached already needs no effort; a target that stays although it was passed by far
was set too low.

Bad::

    before:
      indicators:
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}
      actuals: {查阅档案人次: 2600人次}
    indicators:
      - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}

Good::

    before:
      indicators:
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}
      actuals: {查阅档案人次: 2600人次}
    indicators:
      - {class: 社会效益指标, name: 查阅档案人次, target: ≥2600人次}

Silent: filings without actual values; a target within 5 % of what was reached (`margin`); costs;
targets that leave no room (100 %); what was not to happen and did not; targets that became weaker,
which `target-weaker` tells. For information where less than 120 % of it was reached (`reached`).
"""

from perfspec.compare import Comparison, Shift
from perfspec.contrast import reached
from perfspec.contrast.reached import Reached
from perfspec.diagnostics import Related, Severity
from perfspec.messages import Message, message
from perfspec.rule import Context, Judgement, Option, Rule


def _check(comparison: Comparison, context: Context) -> Judgement:
    if comparison.years < 1:
        return
    for one in reached.of_comparison(comparison):
        if one.actual is None or one.numbers is None:
            text = message("what was reached in {year} is not known as a number", year=one.year)
            yield RULE.undecided(one.row.at, text)
        elif one.is_beyond(100 + context.options["margin"]):
            far = one.is_beyond(context.options["reached"])
            related = (one.row.before, Related(one.actual.at, message("what was reached")))
            level = None if far else Severity.INFO
            yield RULE.finding(one.row.at, _text(one), level=level, related=related)


def _text(one: Reached) -> Message:
    args = {"new": one.row.new, "actual": one.words, "year": one.year}
    if one.row.shift is Shift.SAME:
        return message("the target is still {new!r}; in {year} {actual!r} was reached", **args)
    return message("{new!r} asks for less than was reached in {year}: {actual!r}", **args)


_MARGIN = message("so many per cent may a target be below what was reached")
_REACHED = message("so many per cent of the target, reached, make it a warning")
RULE = Rule(
    module=__name__,
    level=Severity.WARNING,
    check_comparison=_check,
    options=(
        Option(name="margin", default=5, least=0, title=_MARGIN),
        Option(name="reached", default=120, least=100, title=_REACHED),
    ),
)
