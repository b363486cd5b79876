"""What changed, for programs: one JSON document after the schema `comparison`.

Numbers that specs state are texts, because they are exact. Paths are from the workspace's root,
those of a revision behind its name and a colon.
"""

import json
from decimal import Decimal
from itertools import islice
from json.encoder import encode_basestring

from perfspec.changes import Changes, Gone, Step
from perfspec.changes.figures import plain
from perfspec.changes.order import key
from perfspec.changes.row import Row, Section
from perfspec.changes.summary import Summary, figures
from perfspec.changes.view import is_same, sections
from perfspec.compare import Side
from perfspec.compare.pairs import Matching, Pair, Proposal, T
from perfspec.findings import Spot
from perfspec.report.json import finding, spot
from perfspec.report.text import Style

_Object = dict[str, object]
_ENCODER = json.JSONEncoder(ensure_ascii=False)
# How deep dictionaries and lists are broken into lines: down to the lists of a matching.
_DEEPEST = {dict: 7, list: 8}


def give(changes: Changes, style: Style) -> str:
    """Return the document."""
    made = sections(changes)
    shown = iter(made)
    document = {
        "spec": 1,
        "status": "same" if is_same(changes, made) else "changed",
        "sides": list(changes.labels),
        "departments": [
            {
                "code": course.code,
                "name": course.name,
                "steps": [_step(one, style) for one in islice(shown, len(course.steps))],
            }
            for course in changes.courses
        ],
        "dropped": [_gone(one) for one in changes.dropped],
        "added": [_gone(one) for one in changes.added],
        "refused": [finding(one, style) for one in changes.left_out],
    }
    return _written(document, 0) + "\n"


def _written(value: object, depth: int) -> str:
    """Return JSON with a line for each change: lists to a depth, and what holds them, are broken.

    With an indent everywhere the library takes ten times as long.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:  # most fields of a row are
        return "null"
    if not value or not isinstance(value, dict | list) or depth >= _DEEPEST[type(value)]:
        return _ENCODER.encode(value)
    inner = "  " * (depth + 1)
    if isinstance(value, dict):
        parts = [f'"{name}": {_written(one, depth + 1)}' for name, one in value.items()]
    else:
        parts = [_written(one, depth + 1) for one in value]
    lines = f",\n{inner}".join(parts)
    ends = "{}" if isinstance(value, dict) else "[]"
    return f"{ends[0]}\n{inner}{lines}\n{'  ' * depth}{ends[1]}"


def _step(section: Section, style: Style) -> _Object:
    step = section.step
    compared = step.comparison
    return {
        "sides": list(section.labels),
        "same": section.is_same,
        "old": _side(compared.old, step.old_spot(compared.old.filing.at)),
        "new": _side(compared.new, step.new_spot(compared.new.filing.at)),
        "summary": _summary(figures([section])),
        "matching": _matchings(step, style),
        "changes": [_row(row, style) for row in section.rows],
        "judgements": [finding(one, style) for one in step.judgements],
        "suppressed": [
            {"reason": one.reason, "finding": finding(one.finding, style)}
            for one in step.suppressed
        ],
        "undecided": [
            {"code": one.code, "message": style.translate(one.message), **spot(one.spot)}
            for one in step.undecided
        ],
        "left_out": sorted(compared.left_out),
    }


def _side(side: Side, at: Spot) -> _Object:
    filing = side.filing
    return {
        "path": at.path,
        "year": filing.year,
        "form": filing.form,
        "money_unit": side.form.money_unit,
        "stage": filing.stage,
    }


def _summary(told: Summary) -> _Object:
    money, projects = told.money, told.projects
    return {
        "budget": {
            "before": _number(money.before),
            "after": _number(money.after),
            "difference": _number(money.difference),
            "percent": _number(money.percent),
            "unit": money.unit,
        },
        "projects": {
            "matched": projects.matched,
            "same": projects.same,
            "changed": projects.changed,
            "renamed": projects.renamed,
            "added": projects.added,
            "ended": projects.ended,
            "open": projects.open,
            "regrouped": projects.regrouped,
        },
        "targets": {shift.value: n for shift, n in told.targets.items()},
        "indicators": {
            "added": told.indicators_added,
            "dropped": told.indicators_dropped,
            "open": told.indicators_open,
        },
        "judgements": {level.value: n for level, n in told.judgements.items()},
        "promising_less": [
            {"project": one.group.id, "more_money": one.has_more_money} for one in told.weaker
        ],
    }


def _matchings(step: Step, style: Style) -> _Object:
    """Return what belongs together: units, projects, and the indicators of each table."""
    tables = [
        (change.pair, is_medium_term, table)
        for change in step.comparison.changes
        for is_medium_term, table in ((False, change.indicators), (True, change.medium_term))
        if table
    ]
    return {
        "units": _matching(step.comparison.units, style),
        "projects": _matching(step.comparison.projects, style),
        "indicators": [
            {
                "old_project": pair.old.id,
                "new_project": pair.new.id,
                "medium_term": is_medium_term,
                **_matching(table.matching, style),
            }
            for pair, is_medium_term, table in tables
        ],
    }


def _matching(matching: Matching[T], style: Style) -> _Object:
    return {
        "pairs": [_pair(one, style) for one in matching.pairs],
        "proposals": [_proposal(one, style) for one in matching.proposals],
        "confirmed": [_proposal(one, style) for one in matching.confirmed],
        "dropped": [key(one) for one in matching.dropped],
        "added": [key(one) for one in matching.added],
    }


def _pair(pair: Pair[T], style: Style) -> _Object:
    return {
        "old": key(pair.old),
        "new": key(pair.new),
        "how": pair.how.value,
        "likeness": pair.likeness,
        "reasons": [style.translate(one) for one in pair.reasons],
    }


def _proposal(one: Proposal[T], style: Style) -> _Object:
    return {
        "relation": one.relation.value,
        "old": [key(thing) for thing in one.old],
        "new": [key(thing) for thing in one.new],
        "likeness": one.likeness,
        "reasons": [style.translate(reason) for reason in one.reasons],
    }


def _row(row: Row, style: Style) -> _Object:
    return {
        "subject": row.subject.value,
        "kind": row.kind.value,
        "mark": {"sign": row.mark[0], "word": style.translate(row.mark[1])},
        "key": row.key,
        "label": row.label,
        "project": row.project,
        "project_name": row.project_name,
        "indicator": row.indicator,
        "indicator_name": row.indicator_name,
        "medium_term": row.is_medium_term,
        "old": _end(row.old, row.old_spot),
        "new": _end(row.new, row.new_spot),
        "before": _number(row.before),
        "after": _number(row.after),
        "difference": _number(row.difference),
        "percent": _number(row.percent),
        "unit": row.unit,
        "shift": row.shift.value if row.shift else None,
        "weaker": row.promises_less,
        "mended": row.mended,
        "assumed": list(row.assumed),
        "assumed_units": list(row.assumed_units),
        "timing": row.timing.value if row.timing else None,
        "relation": row.relation.value if row.relation else None,
        "how": row.how.value if row.how else None,
        "likeness": row.likeness,
        "pieces": [{"edit": one.edit.value, "text": one.text} for one in row.pieces],
        "lost": list(row.lost),
    }


def _end(text: str | None, at: Spot | None) -> _Object | None:
    """Return what one side says and where; null where it says nothing."""
    return None if text is None else {"text": text, "at": spot(at) if at else None}


def _number(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _gone(one: Gone) -> _Object:
    return {"side": one.side, "path": one.path, "name": one.name}
