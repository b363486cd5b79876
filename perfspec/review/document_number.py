"""The year of a document number stands in 〔 〕.

Why: numbers are issued so; whoever searches for a document by its number finds it only as it was
issued, and [ ] or （ ） are what every reviewer corrects.

Bad::

    purpose: 根据冀财社[2021]152号文件，用于馆藏纸质档案数字化10万页

Good::

    purpose: 根据冀财社〔2021〕152号文件，用于馆藏纸质档案数字化10万页

Silent: numbers without an issuer, of contracts, buildings and orders (「第3号」), which are
written in many ways; ﹝ ﹞, which look the same on paper.
"""

from perfspec import prose
from perfspec.diagnostics import Edit, Fix, Severity
from perfspec.evidence import brackets, written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule


def _check(filing: Filing, _context: Context) -> Judgement:
    for passage in written.holding(filing, brackets.SUSPECT):
        for number, opened, closed in brackets.wrong(prose.read(passage.text)):
            edits = (
                Edit(passage.at.part(opened, opened + 1), "〔"),
                Edit(passage.at.part(closed, closed + 1), "〕"),
            )
            yield RULE.finding(
                passage.at.part(opened, closed + 1),
                message(
                    "the year of {number!r} stands in {signs}; {wanted} is expected",
                    number=passage.text[number.start : number.end],
                    signs=number.brackets,
                    wanted="〔〕",
                ),
                fix=Fix(title=message("write 〔{year}〕", year=number.year), edits=edits),
            )


RULE = Rule(module=__name__, level=Severity.WARNING, check_filing=_check)
