"""A document bears one name throughout the filing.

Why: the reader takes 《…工作方案》 and 《…工作方法》 for two documents and looks for the second.

Bad::

    filing:
      measures: [落实《示例县纸质档案数字化工作方案》]
    goals: [按《示例县纸质档案数字化工作方法》完成10万页]

Good::

    filing:
      measures: [落实《示例县纸质档案数字化工作方案》]
    goals: [按《示例县纸质档案数字化工作方案》完成10万页]

Silent: titles of fewer than ten characters; other signs (- and —); words more at the beginning or
the end, differences of more than two characters, or by a number, a level of government, or a word
that tells two documents from each other. Names without 《》 are not compared: units and programmes
are abbreviated in many right ways.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import variants
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule


def _check(filing: Filing, _context: Context) -> Judgement:
    for first, second in variants.variants(filing):
        yield RULE.finding(
            second.at,
            message("《{x}》 here, 《{first}》 elsewhere", x=second.text, first=first.text),
            hint=message("if it is one document, it needs one name"),
            related=(Related(first.at, message("the other name")),),
        )


RULE = Rule(module=__name__, level=Severity.INFO, check_filing=_check)
