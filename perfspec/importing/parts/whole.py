"""Tables of a whole department (部门整体): their goals are the overall goal of the filing.

In: the projects that tables gave, and the paragraphs beside them. Out: the overall goal, the
projects without it, and what was decided.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from perfspec.documents import Document, Paragraph
from perfspec.importing import FoundProject, Guess, Use, Used, Value
from perfspec.importing.parts.stretching import Words, words
from perfspec.messages import message

_LONGEST = 40
_ENDS = ("绩效目标表", "绩效目标申报表", "绩效目标批复表", "绩效自评表", "绩效目标")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The goals of the department, None where no table is the department's."""

    projects: tuple[FoundProject, ...]
    overall_goal: tuple[Value, ...] | None = None
    used: tuple[Used, ...] = ()
    guesses: tuple[Guess, ...] = ()


def split(
    projects: Sequence[FoundProject],
    documents: Iterable[Document],
    beside: Iterable[Paragraph | None],
) -> Whole:
    """Return the goals of the table that names no project, where a title says 整体.

    `beside` are the paragraphs that nothing was found in so far.
    """
    nameless = [one for one in projects if not (one.name or one.title or one.code) and one.goals]
    titled = any(_title(one) for document in documents for one in document.paragraphs())
    if not titled or len(nameless) != 1:
        return Whole(projects=tuple(projects))
    table = nameless[0]
    free = [title for one in beside if one is not None and (title := _title(one))]
    text = message("the table is the whole department's; its goals are the overall goal")
    return Whole(
        projects=tuple(replace(one, goals=()) if one is table else one for one in projects),
        overall_goal=table.goals,
        used=tuple(used for line in free for used in line.used(Use.LABEL)),
        guesses=(Guess(text=text, at=table.at),),
    )


def _title(paragraph: Paragraph) -> Words | None:
    """Return the words of a title over the table of a whole department."""
    text = paragraph.text
    if len(text) > _LONGEST or "整体" not in text:
        return None
    line = words(paragraph)
    return line if line.text.endswith(_ENDS) else None
