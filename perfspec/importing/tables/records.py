"""What the tables of a document say: projects, and what became of their other characters."""

from dataclasses import dataclass

from perfspec.importing import FoundProject, Guess, Used


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesFound:
    """The projects of tables, in the order of the paper.

    `kind` is what the tables are: `targets`, `self-evaluation` or `monitoring`. `taken` are the
    numbers of the paragraphs outside of tables that belong to project tables, titles and captions.
    What stands neither in a value nor in `used` was not understood.
    """

    projects: tuple[FoundProject, ...] = ()
    used: tuple[Used, ...] = ()
    guesses: tuple[Guess, ...] = ()
    kind: str = "targets"
    taken: frozenset[int] = frozenset()
