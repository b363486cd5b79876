"""Brackets and quotes are closed where they were opened, by a sign of their width.

Why: with one half missing nobody can tell where the remark or the title ends, or whether something
was cut off with the other half.

Bad::

    purpose: 用于馆藏纸质档案数字化10万页（含扫描、著录，购置扫描仪2台

Good::

    purpose: 用于馆藏纸质档案数字化10万页（含扫描、著录），购置扫描仪2台

Silent: `1)` and 「一）」 before items, intervals [90,100), apostrophes, inches, straight quotes and
what they may close; two kinds that cross; a bracket that is opened in one item of a list and closed
in another; a text that breaks off with 「…」. Two widths are a warning.
"""

from collections.abc import Iterator

from perfspec.diagnostics import Diagnostic, Edit, Fix, Severity
from perfspec.evidence import pairing, written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.passages import Passage
from perfspec.rule import Context, Judgement, Rule


def _check(filing: Filing, _context: Context) -> Judgement:
    passages = list(written.holding(filing, pairing.SUSPECT))
    for lone in pairing.alone(passages):
        at, sign = lone.passage.at.part(lone.start, lone.end), lone.words[0]
        other, opens = pairing.other(sign), pairing.opens(sign)
        if lone.end - lone.start > 1:
            meant = f"{sign if opens else other}{lone.words[1:-1]}{other if opens else sign}"
            text = message("{quoted} is written, {meant} is meant", quoted=lone.words, meant=meant)
            fix = Fix(title=message("write {wanted!r}", wanted=meant), edits=(Edit(at, meant),))
            yield RULE.finding(at, text, fix=fix)
        elif opens:
            text = message("{sign} is opened and no {other} closes it", sign=sign, other=other)
            yield RULE.finding(at, text)
        else:
            text = message("{sign} closes what no {other} opened", sign=sign, other=other)
            yield RULE.finding(at, text)
    for passage in passages:
        yield from _mixed(passage)


def _mixed(passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text
    for one in pairing.mixed(text):
        edit = Edit(passage.at.part(one.at, one.at + 1), one.sign)
        signs = f"{text[one.opened]}…{text[one.closed]}"
        yield RULE.finding(
            passage.at.part(one.opened, one.closed + 1),
            message("the brackets {signs} are of two widths", signs=signs),
            level=Severity.WARNING,
            fix=Fix(title=message("write {wanted!r}", wanted=one.sign), edits=(edit,)),
        )


RULE = Rule(module=__name__, level=Severity.ERROR, check_filing=_check)
