"""Name and description of an indicator speak of the same thing, no more and no less.

Why: 「重大突发事件处置率」 and 「突发事件处置率」 are counted differently, and at the end of the
year the unit can choose.

Bad::

    indicators:
      - {name: 重大突发事件应急处置率, description: 妥善处置突发事件的比率, target: ≥90%}

Good::

    indicators:
      - {name: 重大突发事件应急处置率, description: 妥善处置重大突发事件的比率, target: ≥90%}

Silent: words that do not stand before the same thing in both texts, or where one text says it with
another word of the list; money. A description may be narrower as to place and kind: only words of
size are looked for in it. A description that shortens on purpose is a known false finding.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import qualifiers, tables
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Option, Rule

_SIZES = ("重大", "特大", "大型", "重点", "主要")
_WORDS = (*_SIZES, "宣传", "专项", "新增", "农村", "城镇", "贫困", "低收入", "困难")


def _check(project: Project, context: Context) -> Judgement:
    words, sizes = tuple(context.options["words"]), tuple(context.options["sizes"])
    for table in tables.of_project(project):
        for row in table.rows:
            name, description = row.at / "name", row.at / "description"
            for loss in qualifiers.lost(row.name, row.description, words):
                yield RULE.finding(
                    name.part(loss.start, loss.end),
                    message("{word!r} stands in the name, not in the description", word=loss.word),
                    related=(Related(description.part(*loss.other), message("without it here")),),
                )
            for loss in qualifiers.lost(row.description, row.name, sizes):
                yield RULE.finding(
                    description.part(loss.start, loss.end),
                    message("{word!r} stands in the description, not in the name", word=loss.word),
                    related=(Related(name.part(*loss.other), message("without it here")),),
                )


_OPTIONS = (
    Option(name="words", default=_WORDS, title=message("words a name may not have alone")),
    Option(name="sizes", default=_SIZES, title=message("words a description may not add")),
)
RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check, options=_OPTIONS)
