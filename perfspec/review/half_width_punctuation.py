"""One text has punctuation of one width.

Why: a half-width sign sticks to the character before it and breaks lines at the wrong place; beside
full-width ones it shows on the paper.

Bad::

    goals: ["加强管理，规范行为,完成馆藏档案数字化10万页"]

Good::

    goals: [加强管理，规范行为，完成馆藏档案数字化10万页]

Silent: texts whose signs are all half-width, as many publish them; signs behind digits and letters
(1,000, 8:30, 6:2:2, 24h;), proportions (男:女=1:2), brackets around digits, letters and formulas
or without Chinese before them, and short texts: names, targets, bases. A 「?」 inside a sentence is
not touched: it may be a character that was lost.
"""

from perfspec.diagnostics import Edit, Fix, Severity
from perfspec.evidence import widths, written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule

_PROSE = {"overall_goal", "sub_goals", "measures", "purpose", "goals", "description"}


def _check(filing: Filing, _context: Context) -> Judgement:
    for passage in written.holding(filing, widths.SUSPECT):
        found = widths.narrow(passage.text) if passage.key in _PROSE else []
        if not found or not widths.WIDE.search(passage.text):
            continue
        first = found[0]
        at = passage.at.part(first.start, first.start + 1)
        edits = tuple(Edit(passage.at.part(one.start, one.end), one.wide) for one in found)
        shown = passage.text[first.start]
        yield RULE.finding(
            at,
            message("{shown!r} is half-width, write {wanted!r}", shown=shown, wanted=first.wide),
            fix=Fix(
                title=message("put full-width punctuation in {times} places", times=len(edits)),
                edits=edits,
            ),
        )


RULE = Rule(module=__name__, level=Severity.INFO, check_filing=_check)
