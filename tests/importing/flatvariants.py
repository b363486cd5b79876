"""The invented filing in the ways in which programs, forms and people write the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.importing.flatpaper import (
    PROJECTS,
    SECOND,
    Project,
    Rows,
    part_one,
    table,
    title,
)

Parts = tuple[int | None, int | None, int | None]
ALL: Parts = (1, 3, 3)
NONE: Parts = (None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A text and what it says: projects, how many goals, sub-goals and measures, and the form.

    None is not looked at. `bands` says that targets are the four bands of `band`.
    """

    data: bytes
    projects: Sequence[Project] = PROJECTS
    parts: Parts = ALL
    form: str = "hebei-2020"
    has_bands: bool = False


VARIANTS: dict[str, Variant] = {}


def add(
    name: str,
    text: str,
    ones: Sequence[Project] = PROJECTS,
    parts: Parts = ALL,
    code: str = "utf-8",
) -> None:
    """Add a way of writing; `code` is its encoding."""
    VARIANTS[name] = Variant(data=text.encode(code), projects=ones, parts=parts)


def each(make: Callable[[int, Project], str], ones: Sequence[Project] = PROJECTS) -> str:
    """Return part one and the tables of each project."""
    tables = "".join(make(n, one) + "\n" for n, one in enumerate(ones, 1))
    return part_one() + SECOND + tables


def both(n: int, one: Project, above: Rows, below: Rows) -> str:
    """Return a project in two tables."""
    return title(n, one) + table(above) + table(below)
