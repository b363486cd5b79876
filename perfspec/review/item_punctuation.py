"""The items of a list end alike: all with 。, all with nothing, or with ； and the last with 。.

Why: one 。 among items without is the trace of a hasty change, and reviewers mark each of them.

Bad::

    goals:
      - 1.完成馆藏纸质档案数字化10万页。
      - 2.接待查阅档案不少于2000人次

Good::

    goals:
      - 1.完成馆藏纸质档案数字化10万页；
      - 2.接待查阅档案不少于2000人次。

Silent: items of several sentences among items of one; headings that end with ：; questions; items
that end with a quotation or a remark that has its own 。.
"""

from perfspec.diagnostics import Diagnostic, Edit, Fix, Place, Related, Severity
from perfspec.evidence import endings, siblings
from perfspec.evidence.endings import Item, Mixture
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule


def _check(filing: Filing, _context: Context) -> Judgement:
    mixtures = (endings.mixture(items) for items in siblings.of_all(filing))
    for found in filter(None, mixtures):
        yield _finding(found)


def _finding(found: Mixture) -> Diagnostic:
    first, *rest = found.odd
    others = [Related(_end(one), message("this item too")) for one in rest]
    usual = Related(_end(found.usual), message("other items end so"))
    return RULE.finding(
        _end(first),
        message("this item ends with {sign}, others do not", sign=first.sign)
        if first.sign
        else message("this item ends without {sign}, others with it", sign=found.sign),
        related=(*others, usual),
        fix=Fix(
            title=message("end all items alike"),
            edits=tuple(_edit(one, found.sign) for one in found.odd),
        ),
    )


def _end(item: Item) -> Place:
    return item.passage.at.part(item.end - 1, item.end)


def _edit(item: Item, sign: str) -> Edit:
    last = "" if item.sign else item.passage.text[item.end - 1]
    return Edit(_end(item), last + sign)


RULE = Rule(module=__name__, level=Severity.WARNING, check_filing=_check)
