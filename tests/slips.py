"""Rules made for tests: one that finds and mends words, one that lacks what it needs."""

from collections.abc import Iterator
from decimal import Decimal

from perfspec import passages
from perfspec.diagnostics import Diagnostic, Edit, Fix, Related, Severity
from perfspec.messages import message
from perfspec.model import Filing, Project
from perfspec.rule import Context, Option, Rule, Undecided


def _slips(project: Project, context: Context) -> Iterator[Diagnostic]:
    """Find each character in `words`; what is written 「错x」 is mended to 「对x」."""
    for passage in passages.of_project(project):
        for at, character in enumerate(passage.text):
            if character in context.options["words"]:
                place = passage.at.part(at, at + 1)
                yield SLIP.finding(
                    place,
                    message("{word!r} is a slip", word=character),
                    related=(Related(project.at / "unit", message("the unit")),),
                    fix=Fix(title=message("write {word!r}", word="对"), edits=(Edit(place, "对"),)),
                )


def _lacking(filing: Filing, _context: Context) -> Iterator[Undecided]:
    if not filing.complete:
        yield LACKING.undecided(filing.at / "year", message("the year is not stated"))


SLIP = Rule(
    module="tests.word_slip",
    level=Severity.WARNING,
    check_project=_slips,
    options=(
        Option(name="words", default=("错",), title=message("words")),
        Option(name="limit", default=3, least=2, title=message("a limit")),
        Option(name="share", default=Decimal("0.5"), title=message("a share")),
    ),
)
LACKING = Rule(module="tests.data_lacking", level=Severity.INFO, check_filing=_lacking)
RULES = (LACKING, SLIP)
