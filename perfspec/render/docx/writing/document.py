"""The main part of the file: the sections and their blocks, and the fields over several of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from perfspec.render.docx.body import Block, Body, PageOf, Paragraph, Revision, Section, Table
from perfspec.render.docx.writing import fields
from perfspec.render.docx.writing.ledger import Ledger, bookmarks
from perfspec.render.docx.writing.paragraphs import NOTHING, Around, paragraph, seam
from perfspec.render.docx.writing.properties import stamp
from perfspec.render.docx.writing.sections import begun, section
from perfspec.render.docx.writing.styles import StyleSheet
from perfspec.render.docx.writing.tables import table
from perfspec.render.docx.writing.xmltext import HEAD, SPACES


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The main part, the parts with its headers and footers, and whether fields want updating."""

    document: str
    furniture: Mapping[str, str]
    updates: bool


def make(body: Body, sheet: StyleSheet, numbers: Mapping[str, str], date: datetime) -> Made:
    """Return the main part of the file."""
    ledger = Ledger(sheet=sheet, numbers=numbers, date=stamp(date), bookmarks=bookmarks(body))
    furniture = begun(body.watermark)
    lists = _contents(body, numbers)
    written = []
    for number, one in enumerate(body.sections):
        properties = section(one.page, furniture, ledger)
        is_last = number == len(body.sections) - 1
        around = {i: field for (place, i), field in lists.items() if place == number}
        written.append(_blocks(one.blocks, ledger, "" if is_last else properties, around))
        if is_last:
            written.append(properties)
    return Made(
        document=f"{HEAD}<w:document {SPACES}><w:body>{''.join(written)}</w:body></w:document>",
        furniture=furniture.parts,
        updates=ledger.updates,
    )


def _blocks(
    blocks: Sequence[Block], ledger: Ledger, ending: str, around: Mapping[int, Around]
) -> str:
    """Return the blocks of a section; `ending` are its properties, unless it is the last one."""
    made = []
    last = len(blocks) - 1
    carrier = last if last >= 0 and _can_end_a_section(blocks[last]) else None
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            beside = around.get(number, NOTHING)
            if number == carrier:
                beside = replace(beside, section=ending)
            made.append(paragraph(block, ledger, around=beside))
            continue
        after = blocks[number + 1] if number < last else None
        is_joined = after is not None and not isinstance(after, Paragraph) and after.joins
        made.append(table(block, ledger, is_joined=is_joined))
        if after is not None and not isinstance(after, Paragraph):
            # Word would make one table of two that touch. With one of them the seam is gone, too.
            mark = ledger.changed(_revision(block) or _revision(after))
            made.append(seam(mark, hidden=is_joined, keeps=is_joined))
    if (carrier is None and ending) or (blocks and not isinstance(blocks[-1], Paragraph)):
        made.append(seam(section=ending if carrier is None else ""))
    return "".join(made)


def _can_end_a_section(block: Block) -> bool:
    """Tell whether a section may end with a block.

    Not if it may go and take the end with it, and not where a list of contents ends: LibreOffice
    would lose the footers' page numbers.
    """
    return isinstance(block, Paragraph) and not block.revision and not block.contents


def _revision(table: Table) -> Revision:
    """Return whether a table is new or gone as a whole."""
    revisions = {row.revision for row in table.rows}
    return revisions.pop() if len(revisions) == 1 else Revision.NONE


def _contents(body: Body, numbers: Mapping[str, str]) -> dict[tuple[int, int], Around]:
    """Return where the fields begin and end that hold the contents lists.

    A list is one field: of further entries under its letter, behind others, only the page
    numbers are fields.
    """
    around: dict[tuple[int, int], Around] = {}
    seen: set[str] = set()
    for number, one in enumerate(body.sections):
        for letter, first, last in _runs(one):
            if letter in seen:
                continue
            seen.add(letter)
            stale = any(_is_stale(block, numbers) for block in one.blocks[first : last + 1])
            begin = fields.begin(fields.contents(letter), stale=stale) + fields.separate()
            end = fields.end()
            if first == last:
                around[number, first] = Around(before=begin, after=end)
            else:
                around[number, first] = Around(before=begin)
                around[number, last] = Around(after=end)
    return around


def _runs(one: Section) -> Iterator[tuple[str, int, int]]:
    """Yield letter, first and last block of entries that follow each other under one letter."""
    letter, first = "", 0
    for number, block in enumerate((*one.blocks, None)):
        now = block.contents if isinstance(block, Paragraph) else ""
        if now != letter:
            if letter:
                yield letter, first, number - 1
            letter, first = now, number


def _is_stale(block: Block, numbers: Mapping[str, str]) -> bool:
    return isinstance(block, Paragraph) and any(
        isinstance(inline, PageOf) and not (inline.shown or numbers.get(inline.bookmark))
        for inline in block.content
    )
