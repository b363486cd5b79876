"""A date is in the calendar.

Why: November has no 31st; whoever is held to the date cannot tell whether the day before or the day
after is meant.

Bad::

    indicators:
      - {class: 时效指标, name: 完成时间, target: 2026年11月31日前}

Good::

    indicators:
      - {class: 时效指标, name: 完成时间, target: 2026年11月30日前}

Silent: numbers of months and days (24月, 32日, 18月龄), ranges of months, dates in Chinese numerals
and of the lunar calendar, 29 February where the year is not stated, and what may be the number of
a contract (2026-13-01).
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import days, written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule


def _check(filing: Filing, _context: Context) -> Judgement:
    for passage in written.holding(filing, days.SUSPECT):
        for wrong in days.impossible(passage.text):
            date = passage.text[wrong.start : wrong.end]
            yield RULE.finding(
                passage.at.part(wrong.start, wrong.end),
                message(
                    "{date} does not exist: the month has {days} days", date=date, days=wrong.days
                )
                if wrong.days
                else message("{date} does not exist: a year has 12 months", date=date),
            )


RULE = Rule(module=__name__, level=Severity.WARNING, check_filing=_check)
