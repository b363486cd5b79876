"""What stands in each sheet of the workbook: figures, judgements, changes and indicators.

In: sections. Out: heads with their widths, and rows of cells, texts or exact numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perfspec.changes import Changes, table, wording
from perfspec.changes.order import Added, Dropped, Open, Part, ordered
from perfspec.changes.projectrows import medium_term_indicators
from perfspec.changes.row import Section
from perfspec.changes.summary import Summary, figures
from perfspec.changes.table import Cell
from perfspec.changes.words import ADDED, DROPPED, HOWS, MENDED, PROBABLE, SHIFTS
from perfspec.compare import IndicatorChange, Table
from perfspec.findings import Finding
from perfspec.messages import Message, Translate, message
from perfspec.model import Indicator
from perfspec.report.text import LEVELS

_Head = tuple[Message, int]
# Label and code of department and sides stand first in every sheet.
_SECTION: tuple[_Head, ...] = (
    (message("older side"), 8),
    (message("newer side"), 8),
    (message("department code"), 12),
    (message("department"), 24),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its name, its columns with their widths in digits, and its rows."""

    name: Message
    heads: tuple[_Head, ...]
    rows: Iterator[list[Cell]]


def sheets(changes: Changes, shown: tuple[Section, ...], words: Translate) -> tuple[Sheet, ...]:
    """Return the sheets in their order."""
    return (
        Sheet(name=message("Overview"), heads=_FIGURES, rows=_overview(changes, shown, words)),
        Sheet(name=message("Judgements"), heads=_JUDGEMENTS, rows=_judgements(shown, words)),
        Sheet(
            name=message("Changes"),
            heads=tuple((head, width) for head, width, _ in table.COLUMNS),
            rows=(table.cells(one, row, words) for one in shown for row in one.rows),
        ),
        Sheet(name=message("Indicators"), heads=_INDICATORS, rows=_indicators(shown, words)),
    )


_FIGURES = (
    *_SECTION,
    (message("content"), 36),
    (message("number"), 18),
    (message("unit of measure"), 10),
)


def _overview(
    changes: Changes, shown: tuple[Section, ...], words: Translate
) -> Iterator[list[Cell]]:
    for section in shown:
        for what, number, unit in _counted(figures([section])):
            yield [*_of(section), words(what), number, unit]
    for mark, filings in ((DROPPED, changes.dropped), (ADDED, changes.added)):
        for one in filings:
            yield [None, None, None, one.name, words(_only(mark[1], one.side)), None, one.path]
    for finding in changes.left_out:
        said = message("could not be read: {why}", why=finding.message)
        yield [None, None, None, None, words(said), None, finding.spot.path]


def _only(word: Message, side: str) -> Message:
    return message("filing {what}, on the side {side} only", what=word, side=side)


def _counted(told: Summary) -> Iterator[tuple[Message, Decimal | None, str]]:
    money, projects = told.money, told.projects
    yield message("budget of the older side"), money.before, money.unit
    yield message("budget of the newer side"), money.after, money.unit
    yield message("budget, by how much"), money.difference, money.unit
    yield message("budget, by how many per cent"), money.percent, "%"
    counts = (
        (message("projects on both sides"), projects.matched),
        (message("projects without change, but for writing and year"), projects.same),
        (message("projects changed"), projects.changed),
        (message("projects renamed"), projects.renamed),
        (message("projects added"), projects.added),
        (message("projects dropped"), projects.ended),
        (message("projects split or merged"), projects.regrouped),
        (message("projects to be confirmed"), projects.open),
        (message("projects left out, because they could not be read"), told.left_out),
        *((message("targets {what}", what=SHIFTS[one][1]), n) for one, n in told.targets.items()),
        (message("indicators added"), told.indicators_added),
        (message("indicators dropped"), told.indicators_dropped),
        (message("indicators to be confirmed"), told.indicators_open),
        *(
            (message("judgements: {what}", what=LEVELS[one]), n)
            for one, n in told.judgements.items()
        ),
    )
    for what, n in counts:
        yield what, Decimal(n), ""


def _of(section: Section) -> list[Cell]:
    return [*section.labels, section.course.code, section.course.name]


_JUDGEMENTS = (
    *_SECTION,
    (message("level"), 8),
    (message("rule"), 24),
    (message("what it says"), 60),
    (message("where"), 50),
    (message("other places"), 60),
    (message("suppressed, because"), 24),
)


def _judgements(shown: tuple[Section, ...], words: Translate) -> Iterator[list[Cell]]:
    for section in shown:
        for one in wording.worst_first(section.step.judgements):
            yield [*_of(section), *_judgement(one, words), None]
        for held in section.step.suppressed:
            yield [*_of(section), *_judgement(held.finding, words), held.reason]
        for open_ in section.step.undecided:
            level = words(message("not enough data"))
            yield [
                *_of(section),
                level,
                open_.code,
                words(open_.message),
                table.place(open_.spot),
                None,
                None,
            ]


def _judgement(one: Finding, words: Translate) -> list[Cell]:
    others = [f"{table.place(other.spot)} {words(other.note)}" for other in one.related]
    return [
        words(LEVELS[one.severity]),
        one.code,
        words(one.message),
        table.place(one.spot),
        "\n".join(others) or None,
    ]


_INDICATORS = (
    *_SECTION,
    (message("project"), 28),
    (message("medium term"), 8),
    (message("class"), 20),
    (message("indicator"), 32),
    (message("name before"), 32),
    (message("old target"), 18),
    (message("new target"), 18),
    (message("change"), 14),
    (message("by how much"), 12),
    (message("unit of measure"), 8),
    (message("less is promised"), 8),
    (message("matched by"), 18),
    (message("likeness"), 8),
)


def _indicators(shown: tuple[Section, ...], words: Translate) -> Iterator[list[Cell]]:
    """Yield every indicator of the projects in both, the unchanged ones too."""
    for section in shown:
        for change in section.step.comparison.changes:
            old, new = change.pair.old, change.pair.new
            before = [*_of(section), new.name]
            for row in _of_table(change.indicators, old.indicators, new.indicators, words):
                yield [*before, None, *row]
            if change.medium_term:
                first, second = map(medium_term_indicators, (old, new))
                for row in _of_table(change.medium_term, first, second, words):
                    yield [*before, words(message("yes")), *row]


def _of_table(
    told: Table, old: tuple[Indicator, ...], new: tuple[Indicator, ...], words: Translate
) -> Iterator[list[Cell]]:
    changed = {change.pair.new.id: change for change in told.changes}
    for part in ordered(old, new, told.matching):
        yield _of_part(part, changed, words)


def _of_part(
    part: Part[Indicator], changed: dict[str, IndicatorChange], words: Translate
) -> list[Cell]:
    match part:
        case Added(new=new):
            tail = [None, None, new.target.text, words(ADDED[1]), None, None, None, None, None]
            return [_class(new), new.name, *tail]
        case Dropped(old=old):
            tail = [words(DROPPED[1]), None, None, words(message("yes")), None, None]
            return [_class(old), None, old.name, old.target.text, None, *tail]
        case Open(proposal=said):
            names = ["、".join(one.name for one in side) for side in (said.new, said.old)]
            targets = ["、".join(one.target.text for one in side) for side in (said.old, said.new)]
            alike = Decimal(said.likeness)
            return [None, *names, *targets, words(PROBABLE[1]), None, None, None, None, alike]
        case _:
            return _of_pair(changed[part.new.id], words)


def _of_pair(change: IndicatorChange, words: Translate) -> list[Cell]:
    old, new, target = change.pair.old, change.pair.new, change.target
    return [
        _class(new),
        new.name,
        old.name if old.name != new.name else None,
        old.target.text,
        new.target.text,
        words((SHIFTS[target.shift] if target.mended is None else MENDED[target.mended])[1]),
        target.difference,
        target.new.quantity.unit if target.difference and target.new.quantity else None,
        words(message("yes")) if target.is_weaker else None,
        words(HOWS[change.pair.how]),
        Decimal(change.pair.likeness),
    ]


def _class(one: Indicator) -> str:
    return one.classified.second or one.classified.first
