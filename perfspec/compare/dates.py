"""Two dates beside each other: deadlines, days, months and stretches of months.

In: what two targets state, and how many years lie between their filings. Out: a `Verdict`.

A deadline moves with the year of the filing: the end of 2020 in one filing and the end of 2021 in
the next are the same. Where both name one year the deadline stands still and is not moved. A date
without a year is in the year of the other one. A day, month or stretch beside a deadline is read as
a deadline too, by its end.
"""

from dataclasses import replace

from perfspec.compare import Shift, accepts
from perfspec.compare.accepts import Span
from perfspec.compare.verdict import REDEFINED, Verdict, of_spans
from perfspec.values import Moment, Period

Date = Moment | Period


def verdict(old: Date, new: Date, years: int) -> Verdict:
    """Return what became of a date."""
    mine, its = _year(old), _year(new)
    year = mine or its or accepts.ANY_YEAR
    moved = years if mine and its and mine != its else 0
    deadlines = (_is_deadline(old), _is_deadline(new))
    ops = ("", "")
    if deadlines[0] != deadlines[1]:
        ops = ("", "≤") if deadlines[0] else ("≤", "")
    before = _span(old, year=year, moved=moved, until=bool(ops[0]))
    after = _span(new, year=year, moved=0, until=bool(ops[1]))
    if before.axis == after.axis:
        return Verdict(shift=of_spans(before, after), ops=ops)
    if accepts.DAYS_OF_MONTH in {before.axis, after.axis}:
        return REDEFINED
    return Verdict(shift=Shift.SHIFTED)


def _span(stated: Date, *, year: int, moved: int, until: bool) -> Span:
    if isinstance(stated, Period):
        span = accepts.until if until else accepts.of_date
        return span(stated, year=year, moved=moved)
    return accepts.of_date(replace(stated, op="≤") if until else stated, year=year, moved=moved)


def _year(stated: Date) -> int | None:
    """Return the first year that is named, if one is."""
    return stated.year or stated.last_year if isinstance(stated, Period) else stated.year


def _is_deadline(stated: Date) -> bool:
    return isinstance(stated, Moment) and stated.op == "≤"
