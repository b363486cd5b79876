"""What was read of a document so far: projects that are done, and the one that goes on.

In: titles, heads of tables and their ends, as they come. Out: the project that a row belongs to.
"""

from dataclasses import dataclass, field, replace

from perfspec.documents import Where
from perfspec.importing import Guess, Used
from perfspec.importing.tables import filling
from perfspec.importing.tables.body import Body, closed
from perfspec.importing.tables.building import Building
from perfspec.importing.tables.grid import Box
from perfspec.importing.tables.lexicon import Meaning
from perfspec.importing.tables.titles import Heading, joined


@dataclass(slots=True, kw_only=True)
class Reading:
    """What was read so far, and the project that is being read."""

    done: list[Building] = field(default_factory=list)
    wide: set[int] = field(default_factory=set)
    project: Building | None = None
    above: list[Heading] = field(default_factory=list)
    is_fresh: bool = False
    body: Body | None = None
    columns: int = 0
    group: Meaning | None = None
    group_box: Box | None = None
    kind: str = ""
    is_whole: bool = False
    used: list[Used] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)


def above(reading: Reading, one: Heading, *, is_inside: bool = False) -> None:
    """Keep what stands above a table, or in it; a title that is new begins a project."""
    reading.above.append(one)
    reading.kind = reading.kind or one.kind
    reading.is_whole = reading.is_whole or one.is_whole
    if not one.is_title or one.is_again:
        return
    if one.title is None and is_inside and reading.project and not reading.project.indicators:
        # 绩效指标表 over the rows of a project whose upper half is done.
        return
    project = reading.project
    old = project.values.get("title") if project else None
    is_same = old is not None and one.title is not None and old.text == one.title.text
    # Two projects may have one name: then their titles have different numbers.
    if project is None or not is_same or project.number != one.number:
        reading.is_fresh = True


def ensured(reading: Reading, at: Where) -> Building:
    """Return the project that is being read; begin one after a title."""
    if reading.project is None or reading.is_fresh:
        close(reading)
        reading.project = Building(at=at)
        reading.is_fresh = False
    say(reading)
    return reading.project


def begin(reading: Reading, project: Building) -> None:
    """Begin a project in a table of several; what stands above the table is said of each."""
    if reading.project is not None:
        reading.done.append(reading.project)
    reading.wide.add(len(reading.done))
    reading.project = project
    say(reading)
    reading.is_fresh = False


def say(reading: Reading) -> None:
    """Put what stands above the table into the project."""
    if reading.project is None or not reading.above:
        return
    filling.head(reading.project, joined(reading.above))
    is_wide = reading.body is not None and reading.body.head.is_wide
    # What stands above a table of several projects is said of each.
    reading.above = [replace(one, title=None, used=()) for one in reading.above] if is_wide else []


def end(reading: Reading) -> None:
    """End the rows of indicators."""
    if reading.body is not None and reading.project is not None:
        closed(reading.project, reading.body)
    if reading.body is not None and reading.body.head.is_wide:
        reading.above = []
    reading.body = None


def close(reading: Reading) -> None:
    """End the project."""
    end(reading)
    if reading.project is not None:
        reading.done.append(reading.project)
    reading.project = None
