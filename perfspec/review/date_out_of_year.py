"""A date in a target is in the fiscal year, or in the term of the project.

Why: an indicator is evaluated at the end of the year; a date behind it cannot be checked then, and
one before it was copied from an earlier filing.

Bad::

    filing: {year: 2026}
    indicators:
      - {class: 时效指标, name: 完成时间, target: 2025年11月底前}

Good::

    filing: {year: 2026}
    indicators:
      - {class: 时效指标, name: 完成时间, target: 2026年11月底前}

Silent: dates within the term of the project; periods that the year is in (2025-2027年); later
years named in its name, purpose or goals; rows of the whole term; what comes back (每月25日) or is
named in words (次年3月). A deadline without a year («12月底前») means the year of the filing on
most papers: it is told once for a table, for information only.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import dates, measured, tables
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule


def _check(project: Project, context: Context) -> Judgement:
    year = context.filing.year
    start, end = dates.term(project)
    for table in tables.of_project(project):
        undated = []
        for row in table.rows if table.yearly else ():
            last = dates.last_month(row.target)
            if last is None:
                continue
            at, value, month = measured.place(row), row.target.text.strip(), dates.counted(last)
            if last.year is None:
                undated.append((at, value))
            elif project.term and end and month > end:
                stated = project.term.end
                text = message(
                    "{value!r} is after the end of the project, {end}", value=value, end=stated
                )
                yield RULE.finding(at, text)
            elif last.year != year and not (end and start <= month):
                if dates.encloses(row.target, year):
                    continue
                if last.year > year and dates.speaks_of(project, last.year):
                    continue
                text = message("{value!r} is not in the fiscal year {year}", value=value, year=year)
                yield RULE.finding(at, text)
        if undated:
            (at, value), *others = undated
            yield RULE.finding(
                at,
                message("{value!r} does not say the year", value=value),
                level=Severity.INFO,
                hint=message("it may stay where the year of the filing is meant"),
                related=tuple(
                    Related(place, message("no year here either")) for place, _ in others
                ),
            )


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
