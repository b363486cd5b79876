"""A target can be read: a number, a date, bands, or words.

Why: «88 / 100» or «?%» promises nothing that could be reached or missed.

Bad::

    indicators:
      - {name: 档案数字化页数, target: 88 / 100}
      - {name: 档案数字化页数, target: '?页'}

Good::

    indicators:
      - {name: 档案数字化页数, target: ≥10万页}
      - {class: 可持续影响指标, name: 档案利用服务的作用, target: 长期}

Silent: an empty cell (`field-empty`), what was never filled in (`placeholder-left`), and any words
in Chinese: what cannot be read as a number may be a level or a standard (达到国家二级标准).
"""

import re

from perfspec import targets
from perfspec.diagnostics import Severity
from perfspec.evidence import days, measured, placeholders, tables
from perfspec.messages import message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule
from perfspec.values import Quantity, Reading, Sentence

# Two signs in a row make a word; one may be a unit.
_WORDS = re.compile("[一-鿿]{2}")
# Classes and standards (AAA, ISO9001, A级), proportions (1:3), fractions (2/3, 12/10万), 1+N.
_OTHER = re.compile(
    "[≥≤><=]?(?:[A-Za-zⅠ-Ⅻ][A-Za-z0-9+ -]*[级类]?|[0-9.]+ ?[:：∶比] ?[0-9.]+"
    "|[0-9.]{1,5}/[0-9]{1,2}[十百千万]?|[0-9]{1,2}\\+[0-9A-Z]{1,2}(?:\\+[0-9A-Z])?)"
)


def _check(project: Project, _: Context) -> Judgement:
    for table in tables.of_project(project):
        for row in table.rows:
            for key, text, reading in _cells(row):
                unread = reading is None or isinstance(reading, Sentence)
                if not unread or not text or _WORDS.search(text) or any(days.impossible(text)):
                    continue
                at = row.at / "target" / "bands" / key if key else measured.place(row)
                if isinstance(reading, Sentence):
                    if len(reading.figures) > 1 and _are_alike(reading.figures):
                        several = message(
                            "{value!r} states several numbers and not of what", value=text
                        )
                        yield RULE.finding(at, several)
                elif not _OTHER.fullmatch(text) and not any(placeholders.find(text)):
                    unknown = message("{value!r} is neither a number, a date nor words", value=text)
                    yield RULE.finding(at, unknown)


def _are_alike(figures: tuple[Quantity, ...]) -> bool:
    """Tell whether the numbers have one unit and are not the bounds of a range."""
    return len({one.unit for one in figures}) == 1 and not any(one.op for one in figures)


def _cells(row: Indicator) -> list[tuple[str, str, Reading | None]]:
    if row.target.bands is None:
        return [("", row.target.text.strip(), row.target.reading)]
    return [(key, text.strip(), targets.target(text).reading) for key, text in measured.cells(row)]


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
