"""Numbers of a list are counted 1, 2, 3, and 一、 does not stand below 一、.

Why: a number that is skipped is a part that was lost, or one that the reader looks for.

Bad::

    goals:
      - 1.完成馆藏纸质档案数字化10万页。
      - 3.接待查阅档案不少于2000人次。

Good::

    goals:
      - 1.完成馆藏纸质档案数字化10万页：（1）明清档案；（2）民国档案。
      - 2.接待查阅档案不少于2000人次。

Silent: lists that begin with another number than 1, or anew with 1 below other words; numbers that
go on from chapter to chapter. Under which headings 一、 may not stand is up to the form.
"""

from collections.abc import Callable, Iterable, Iterator

from perfspec.diagnostics import Edit, Fix, Place, Related, Severity
from perfspec.evidence import counting, numbering, siblings
from perfspec.evidence.numbering import Mark
from perfspec.evidence.siblings import Siblings
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Option, Rule


def _check(filing: Filing, context: Context) -> Judgement:
    headed = context.options["under_headings"]
    for items in siblings.numbered(filing):
        for found in counting.breaks(items.texts):
            before, mark = found.before.mark, found.at.mark
            at = items.place(found.at.index).part(mark.start, mark.end)
            text = message(
                "{number!r} comes after {before!r}; {expected!r} is expected",
                number=mark.text,
                before=before.text,
                expected=found.expected,
            )
            other = items.place(found.before.index).part(before.start, before.end)
            related = (Related(other, message("the number before it")),)
            lost = not filing.complete
            yield RULE.undecided(at, text) if lost else RULE.finding(at, text, related=related)
        for at, number in _marks(items, numbering.overdone):
            edit = Edit(at.part(number.end - 1, number.end), "")
            fix = Fix(title=message("take off the 、"), edits=(edit,))
            yield RULE.finding(at, message("no 、 is needed behind a number in brackets"), fix=fix)
        chapters = list(_marks(items, numbering.chapters)) if items.key in headed else []
        if chapters:
            yield RULE.finding(
                chapters[0][0],
                message("{mark!r} stands under a heading of its kind", mark=chapters[0][1].text),
                hint=message("the form prints 一、 二、 三、 above; （一） or 1. comes below"),
                related=tuple(Related(at, message("here too")) for at, _ in chapters[1:]),
            )


def _marks(items: Siblings, find: Callable[[str], Iterable[Mark]]) -> Iterator[tuple[Place, Mark]]:
    for index, text in enumerate(items.texts):
        for mark in find(text):
            yield items.place(index).part(mark.start, mark.end), mark


TITLE = message("texts of filing.yaml that the form prints under 一、 二、 三、")
UNDER = Option(name="under_headings", default=(), title=TITLE)
RULE = Rule(module=__name__, level=Severity.WARNING, check_filing=_check, options=(UNDER,))
