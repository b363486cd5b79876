"""No word is misspelt in one of the ways that everyone knows.

Why: the paper is public, and 「5各部门」 is what readers remember of it.

Bad::

    purpose: 用于指导10个乡镇和5各部门整理档案

Good::

    purpose: 用于指导10个乡镇和5个部门整理档案，2026各部门档案按排名表移交

Silent: words that are right somewhere (按排 in 按排名, 做为 in 做为民服务的事), variants that are
a matter of style (其它, 帐户, 部份), and 各 behind a year, a list number or the number of an
annex.
"""

from perfspec.diagnostics import Edit, Fix, Severity
from perfspec.evidence import slips, written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Option, Rule


def _check(filing: Filing, context: Context) -> Judgement:
    pairs = tuple(context.options["words"])
    for passage in written.holding(filing, slips.suspect(pairs)):
        for slip in slips.find(passage.text, pairs):
            found = passage.text[slip.start : slip.end]
            edit = Edit(passage.at.part(slip.at, slip.at + len(slip.wrong)), slip.right)
            yield RULE.finding(
                passage.at.part(slip.start, slip.end),
                message(
                    "{written!r} is written, {wanted!r} is meant",
                    written=found,
                    wanted=found.replace(slip.wrong, slip.right),
                ),
                fix=Fix(title=message("write {wanted!r}", wanted=slip.right), edits=(edit,)),
            )


RULE = Rule(
    module=__name__,
    level=Severity.WARNING,
    check_filing=_check,
    options=(
        Option(
            name="words",
            default=slips.TYPOS,
            title=message("pairs of a wrong and a right word, written «wrong→right»"),
        ),
    ),
)
