"""What was measured last year is measured this year.

Why: an indicator that disappears takes its promise with it; the unit says what takes its place.

Bad::

    before:
      indicators:
        - {name: 档案数字化页数, target: ≥8万页}
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}
    indicators:
      - {name: 档案数字化页数, target: ≥10万页}

Good::

    before:
      indicators:
        - {name: 档案数字化页数, target: ≥8万页}
        - {class: 社会效益指标, name: 查阅档案人次, target: ≥2000人次}
    indicators:
      - {name: 档案数字化页数, target: ≥10万页}
      - {class: 社会效益指标, name: 查阅档案人次, target: ≥2100人次}

Silent: rows that promised nothing (empty, never filled in), and rows that stood twice. Where an
indicator probably goes on under another name, and in a fragment of a filing, it cannot be said.
Told once for each table, with what was promised.
"""

from perfspec.compare import ProjectChange, Table
from perfspec.contrast import dropped, wording
from perfspec.diagnostics import Place, Severity
from perfspec.messages import message
from perfspec.rule import Context, Judgement, Rule


def _check(change: ProjectChange, context: Context) -> Judgement:
    at = change.pair.new.at
    yield from _table(change.indicators, at / "indicators", context)
    if change.medium_term and change.pair.new.medium_term:
        yield from _table(change.medium_term, at / "medium_term" / "indicators", context)


def _table(table: Table, at: Place, context: Context) -> Judgement:
    for one in dropped.perhaps(table):
        args = {"name": one.old[0].name, "others": wording.listed(row.name for row in one.new)}
        text = message("{name} may be {others} now; perfspec match records which", **args)
        yield RULE.undecided(one.new[0].at / "name", text)
    gone = dropped.indicators(table)
    if gone and not context.filing.complete:
        yield RULE.undecided(at, message("not all indicators may be there"))
    elif gone:
        year = wording.older(context.compared)
        text = message("gone since {year}: {rows}", year=year, rows=dropped.in_words(gone))
        related = wording.related((row.at / "name" for row in gone), message("it stood here"))
        yield RULE.finding(at, text, hint=_HINT, related=related)


_HINT = message("if one goes on under another name, confirm it with perfspec match")
RULE = Rule(module=__name__, level=Severity.WARNING, check_change=_check)
