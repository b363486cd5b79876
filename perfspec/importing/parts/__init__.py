"""The parts of a filing beside its tables: cover, contents, goals and measures of the department.

In: the paragraphs that belong to no project table, in the order of the paper. Out: `PartsFound`.
The parts are known by the words of their headings, wherever these stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from perfspec.documents import Paragraph
from perfspec.importing import Guess, Use, Used, Value
from perfspec.importing.parts import headings
from perfspec.importing.parts.cover import Cover
from perfspec.importing.parts.cover import read as read_cover
from perfspec.importing.parts.headings import Part
from perfspec.importing.parts.prose import running
from perfspec.importing.parts.stretching import Words, words
from perfspec.messages import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsFound:
    """What the parts say; None is a part without a heading. See `importing.Found`."""

    cover: Cover
    overall_goal: tuple[Value, ...] | None
    sub_goals: tuple[Value, ...] | None
    measures: tuple[Value, ...] | None
    used: tuple[Used, ...]
    guesses: tuple[Guess, ...]


@dataclass(slots=True, kw_only=True)
class _Section:
    """What stands under a heading: paragraphs, and where in each the words begin.

    `counts` are the signs that its items are counted in.
    """

    part: Part | None
    head: Words | None = None
    lines: list[tuple[Paragraph, int]] = field(default_factory=list)
    counts: set[str] = field(default_factory=set)


def read(
    paragraphs: Iterable[Paragraph | None], tables: frozenset[str] = frozenset()
) -> PartsFound:
    """Return what `paragraphs` say; None stands for a project's table between them.

    `tables` are the names of the projects whose tables were found, without blanks.
    """
    front: list[Words] = []
    contents: list[Words] = []
    pages: list[Words] = []
    sections = _sections(_spoken(paragraphs, pages), front, contents)
    used = [*_heads(sections), *_contents(contents, sections, tables)]
    used += [use for page in pages for use in page.used(Use.FURNITURE)]
    cover = read_cover(front)
    guesses: list[Guess] = []
    overall = _overall(sections, guesses)
    listed = [_items(_lines(sections, part, guesses), guesses) for part in _LISTS]
    return PartsFound(
        cover=cover,
        overall_goal=overall,
        sub_goals=listed[0],
        measures=listed[1],
        used=(*cover.used, *used),
        guesses=(*cover.guesses, *guesses),
    )


_LISTS = (Part.SUB_GOALS, Part.MEASURES)
_TEXTS = (Part.OVERALL, *_LISTS)


def _sections(
    lines: Iterable[Words | None], front: list[Words], contents: list[Words]
) -> list[_Section]:
    """Return the sections; note what stands before them in `front`, and the list of contents."""
    sections = [_Section(part=None)]
    entries: set[str] = set()
    last = 0
    document = ""
    for spoken in lines:
        now = sections[-1]
        if spoken and spoken.paragraph.at.document != document:
            # No part goes on in the next document.
            document = spoken.paragraph.at.document
            now = _Section(part=None)
            sections.append(now)
            last = 0
        if spoken is None:
            if now.part is not Part.PROJECTS:
                sections.append(_Section(part=Part.PROJECTS))
            continue
        entry = headings.entry(spoken.text)
        rank = _rank(spoken.text, entry, now.part)
        # A list of contents goes through the parts once; then come the parts.
        if rank >= last and entry not in entries:
            last = rank
            entries.add(entry)
            contents.append(spoken)
        elif head := headings.heading(spoken.text):
            sections.append(_Section(part=head.part, head=spoken))
            if head.end < len(spoken.text):
                sections[-1].lines.append((spoken.paragraph, spoken.offsets[head.end]))
        elif now.part in {None, Part.CONTENTS} or _is_unknown(spoken, now):
            if now.part is not None:
                sections.append(_Section(part=None))
            front.append(spoken)
        else:
            now.lines.append((spoken.paragraph, 0))
            now.counts.add(headings.count(spoken.text)[0])
    return sections


def _spoken(paragraphs: Iterable[Paragraph | None], pages: list[Words]) -> Iterator[Words | None]:
    """Yield the words of the paragraphs that have some; note the numbers of pages in `pages`."""
    for paragraph in paragraphs:
        spoken = words(paragraph) if paragraph else None
        if spoken and headings.is_page_number(spoken.text):
            pages.append(spoken)
        elif spoken is None or spoken.text:
            yield spoken


def _is_unknown(spoken: Words, now: _Section) -> bool:
    """Tell whether a heading of a part that nobody knows ends a section."""
    if now.head is None or now.part not in _TEXTS:
        return False
    return headings.follows(spoken.text, now.head.text, now.counts)


_ORDER = (Part.WHOLE, Part.OVERALL, Part.SUB_GOALS, Part.MEASURES, Part.PROJECTS)


def _rank(said: str, entry: str, part: Part | None) -> int:
    """Return how far down a line stands in a list of contents, -1 for what is none of its lines.

    Such lines stand under 目录, or before all parts with a page number.
    """
    if part not in {None, Part.CONTENTS} or (part is None and entry == said):
        return -1
    known = headings.entry_part(said)
    if known in _ORDER:
        return _ORDER.index(known)
    return len(_ORDER) if headings.entry_table(said) else -1


def _heads(sections: Sequence[_Section]) -> list[Used]:
    """Return the use of the headings; those of a list of contents have no text under them."""
    full = {one.part for one in sections if one.lines}
    seen: dict[Part, int] = {}
    for at, section in enumerate(sections):
        if section.part in _TEXTS:
            seen[section.part] = at
    used: list[Used] = []
    for at, section in enumerate(sections):
        if section.head is None or section.part is None:
            continue
        head = headings.heading(section.head.text)
        again = section.part in full and not section.lines and seen.get(section.part, at) != at
        use = Use.CONTENTS if again or section.part is Part.CONTENTS else Use.LABEL
        used += section.head.used(use, 0, head.end - head.remark if head else None)
    return used


def _contents(
    contents: Sequence[Words], sections: Sequence[_Section], tables: frozenset[str]
) -> list[Used]:
    """Return the use of the lines of contents that say what stands elsewhere too."""
    known = {one.part for one in sections if one.part}
    return [
        used
        for line in contents
        if headings.entry_part(line.text) in known or tables.intersection(_names(line))
        for used in line.used(Use.CONTENTS, 0, _end(line))
    ]


def _end(line: Words) -> int | None:
    """Return where a remark in a line of contents begins, None without one."""
    plain = headings.entry(line.text)
    known = headings.heading(plain)
    return len(plain) - known.remark if known and known.remark else None


def _names(line: Words) -> tuple[str, ...]:
    return headings.entry_table(line.text)


def _overall(sections: Sequence[_Section], guesses: list[Guess]) -> tuple[Value, ...] | None:
    lines = _lines(sections, Part.OVERALL, guesses)
    if lines is not None:
        return tuple(running([paragraph], start) for paragraph, start in lines)
    # Some papers have a text under 部门整体绩效目标 and no heading of its own.
    whole = _lines(sections, Part.WHOLE, guesses)
    if not whole:
        return None
    text = message("it has no heading 总体绩效目标; it was taken for the overall goal")
    guesses.append(Guess(text=text, at=whole[0][0].at))
    return tuple(running([paragraph], start, text) for paragraph, start in whole)


def _lines(
    sections: Sequence[_Section], part: Part, guesses: list[Guess]
) -> list[tuple[Paragraph, int]] | None:
    """Return what stands under the headings of `part`, or None if there is none."""
    found = [one for one in sections if one.part is part]
    full = [one for one in found if one.lines]
    for one in full[1:]:
        text = message("the heading stands here again; what follows was added to the first")
        guesses.append(Guess(text=text, at=one.lines[0][0].at))
    return [line for one in full for line in one.lines] if found else None


def _items(
    lines: list[tuple[Paragraph, int]] | None, guesses: list[Guess]
) -> tuple[Value, ...] | None:
    """Return the items of a list: a number begins one, what has none goes on with it."""
    if lines is None:
        return None
    numbered = [
        bool(one.marker.strip()) or headings.marks(one.text[start:]) for one, start in lines
    ]
    guess: Message | None = None
    if not any(numbered) and len(lines) > 1:
        guess = message("no item has a number; each paragraph was taken for an item")
        guesses.append(Guess(text=guess, at=lines[0][0].at))
    starts = [at for at, one in enumerate(numbered) if one or at == 0 or not any(numbered)]
    ends = [*starts[1:], len(lines)]
    return tuple(
        running([paragraph for paragraph, _ in lines[start:end]], lines[start][1], guess)
        for start, end in zip(starts, ends[: len(starts)], strict=True)
    )
