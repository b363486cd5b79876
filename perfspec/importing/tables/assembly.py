"""Put the tables of a document together into projects.

In: the blocks of a document. Out: `TablesFound`. A project begins at a title, or at a row with a
name or code while the one before has its own; a table without them goes on with it.
"""

from collections.abc import Sequence

from perfspec.documents import Block, Paragraph
from perfspec.importing import Guess
from perfspec.importing.tables import lists, rows
from perfspec.importing.tables.building import Building, is_project
from perfspec.importing.tables.finishing import finished
from perfspec.importing.tables.grid import grid
from perfspec.importing.tables.ink import ink
from perfspec.importing.tables.kinds import is_of_duties
from perfspec.importing.tables.parting import parted
from perfspec.importing.tables.reading import Reading, above, close
from perfspec.importing.tables.records import TablesFound
from perfspec.importing.tables.repeats import without_repeats
from perfspec.importing.tables.titles import Heading, heading
from perfspec.messages import message

_ABOVE = 12  # lines above a table that may be its title and captions


def projects(blocks: Sequence[Block]) -> TablesFound:
    """Return the projects of the tables among `blocks`."""
    reading = Reading()
    taken: set[int] = set()
    before: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            before.append(block)
            continue
        table = parted(grid(block))
        if is_of_duties(table):
            text = message("a table of a department's duties; the specs have no place for it")
            reading.guesses.append(Guess(text=text, at=block.at))
            taken |= {one.number for cell in block.cells for one in cell.paragraphs}
            before = []
            continue
        taken |= _titles(reading, before)
        before = []
        rows.read(reading, table, block.at)
    close(reading)
    _sift(reading)
    if not any(project.indicators for project in reading.done):
        told = lists.project([block for block in blocks if isinstance(block, Paragraph)])
        if told is not None:
            reading.done.append(told[0])
            taken |= told[1]
    found, repeated = without_repeats([finished(project) for project in reading.done], reading.wide)
    used = [*reading.used, *(one for project in reading.done for one in project.used), *repeated]
    guesses = [*reading.guesses, *(one for project in reading.done for one in project.guesses)]
    if reading.is_whole and found:
        text = message("this table is about a whole department, not about a project")
        guesses.append(Guess(text=text, at=found[0].at))
    return TablesFound(
        projects=tuple(found),
        used=tuple(used),
        guesses=tuple(guesses),
        kind=reading.kind or "targets",
        taken=frozenset(taken),
    )


def _sift(reading: Reading) -> None:
    """Leave over what tables say that are none of projects."""
    kept: list[Building] = []
    wide_ones: set[int] = set()
    for number, project in enumerate(reading.done):
        if is_project(project):
            wide_ones |= {len(kept)} if number in reading.wide else set()
            kept.append(project)
    reading.done, reading.wide = kept, wide_ones


def _titles(reading: Reading, before: list[Paragraph]) -> set[int]:
    """Take the lines right above a table that are its title and its captions."""
    found: list[Heading] = []
    numbers = set()
    for paragraph in reversed(before[-_ABOVE:]):
        line = ink([paragraph], paragraph.at)
        if not line.pieces:
            continue
        one = heading(line)
        if one is None or (one.fields and any(below.is_title for below in found)):
            # What stands above the title, and is none, was said below the last table.
            break
        found.append(one)
        numbers.add(paragraph.number)
    for one in reversed(found):
        above(reading, one)
    return numbers
