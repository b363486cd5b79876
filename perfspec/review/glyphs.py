"""Signs in targets are the usual ones: ≥, ≤, = and %.

Why: «≧», «>=» and «百分比» mean the same, but one table with several ways of writing looks put
together, and systems into which the values are copied know the usual signs only.

Bad::

    indicators:
      - {name: 验收合格率, target: ≧98百分比}

Good::

    indicators:
      - {name: 验收合格率, target: ≥98%}

Silent: operators in words (不低于, 大于等于), and signs in other texts.
"""

import re

from perfspec.diagnostics import Edit, Fix, Place, Severity
from perfspec.evidence import measured, tables
from perfspec.messages import message
from perfspec.model import Indicator, Project
from perfspec.rule import Context, Judgement, Rule

_USUAL = {
    **{more + equal: "≥" for more in ">＞﹥" for equal in "=＝"},
    **{less + equal: "≤" for less in "<＜﹤" for equal in "=＝"},
    **dict.fromkeys("≧⩾", "≥"),
    **dict.fromkeys("≦⩽", "≤"),
    **dict.fromkeys("═＝﹦", "="),
    **dict.fromkeys("＞﹥", ">"),
    **dict.fromkeys("＜﹤", "<"),
    **dict.fromkeys(("％", "﹪", "百分比"), "%"),
}
_ANY = frozenset("".join(_USUAL))
_SIGNS = re.compile(
    "[><＞＜﹥﹤][=＝]|[≧≦⩾⩽═＝﹦＞＜﹥﹤％﹪]|(?:(?<=[0-9])|(?<=[0-9] )|^)百分比(?!例)"
)


def _check(project: Project, _: Context) -> Judgement:
    for table in tables.of_project(project):
        for row in table.rows:
            if _ANY.isdisjoint(row.target.text):
                continue
            for at, text in _cells(row):
                found = list(_SIGNS.finditer(text))
                edits = tuple(Edit(at.part(*one.span()), _USUAL[one[0]]) for one in found)
                if edits:
                    wanted = message(
                        "{found!r} is usually written {usual!r}",
                        found=found[0][0],
                        usual=edits[0].text,
                    )
                    fix = Fix(title=message("write the usual signs"), edits=edits)
                    yield RULE.finding(edits[0].at, wanted, fix=fix)


def _cells(row: Indicator) -> tuple[tuple[Place, str], ...]:
    at, split = row.at / "target", row.target.split
    if row.target.bands is not None:
        return tuple((at / "bands" / key, text) for key, text in measured.cells(row))
    if split is None:
        return ((at, row.target.text),)
    return ((at / "op", split.op), (at / "value", split.value), (at / "unit", split.unit))


RULE = Rule(module=__name__, level=Severity.INFO, check_project=_check)
