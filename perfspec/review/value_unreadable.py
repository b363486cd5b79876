"""A target can be read: a number, a date, bands, or words.

Why: «88 / 100», «?%» or «98%≥» promises nothing that could be reached or missed.

Bad::

    indicators: [{target: 88 / 100}, {target: '?页'}, {target: '98%≥'}]

Good::

    indicators: [{name: 档案数字化页数, target: ≥10万页}]

Silent: an empty cell (`field-empty`), what was never filled in (`placeholder-left`), and any words
in Chinese: what cannot be read as a number may be a level or a standard (达到国家二级标准).
"""

import re

from perfspec.diagnostics import Severity
from perfspec.evidence import days, measured, placeholders, signs, tables
from perfspec.messages import Message, message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule
from perfspec.values import Quantity, Reading, Sentence, targets

_WORDS = re.compile("[一-鿿]{2}")  # one sign may be a unit
# Classes and standards (AAA, ISO9001, A级), proportions (1:3), fractions (2/3, 12/10万), 1+N.
_OTHER = re.compile(
    "[≥≤><=]?(?:[A-Za-zⅠ-Ⅻ][A-Za-z0-9+ -]*[级类]?|[0-9.]+ ?[:：∶比] ?[0-9.]+"
    "|[0-9.]{1,5}/[0-9]{1,2}[十百千万]?|[0-9]{1,2}\\+[0-9A-Z]{1,2}(?:\\+[0-9A-Z])?)"
)


def _check(project: Project, _: Context) -> Judgement:
    for table in tables.of_project(project):
        for row in table.rows:
            for key, text, reading in _cells(row):
                if text and (wrong := _wrong(text, reading)):
                    at = row.at / "target" / "bands" / key if key else measured.place(row)
                    yield RULE.finding(at, wrong)


def _wrong(text: str, reading: Reading | None) -> Message | None:
    if not (reading is None or isinstance(reading, Sentence)):
        return None
    if sign := signs.out_of_place(text):
        return message("{sign!r} means nothing in {value!r}", sign=sign, value=text)
    if _WORDS.search(text) or any(days.impossible(text)):
        return None
    if isinstance(reading, Sentence):
        told = message("{value!r} states several numbers and not of what", value=text)
        return told if len(reading.figures) > 1 and _are_alike(reading.figures) else None
    if _OTHER.fullmatch(text) or any(placeholders.find(text)):
        return None
    return message("{value!r} is neither a number, a date nor words", value=text)


def _are_alike(figures: tuple[Quantity, ...]) -> bool:
    """Tell whether the numbers have one unit and are not the bounds of a range."""
    return len({one.unit for one in figures}) == 1 and not any(one.op for one in figures)


def _cells(row: Indicator) -> list[tuple[str, str, Reading | None]]:
    if row.target.bands is None:
        return [("", row.target.text.strip(), row.target.reading)]
    return [(key, text.strip(), targets.target(text).reading) for key, text in measured.cells(row)]


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
