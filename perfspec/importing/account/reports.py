"""The report of an import as text, Markdown or JSON, whole or in short.

In: what is to be told of each filing. Out: text.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from perfspec.changes.escaping import escaped
from perfspec.documents import Where
from perfspec.documents.wording import words as place
from perfspec.importing.account import Account, told
from perfspec.importing.account.characters import Piece
from perfspec.importing.account.told import Entry, Section, Told
from perfspec.messages import Message, Translate, message
from perfspec.report.visible import seen

_QUOTE = 60
_MOST = 5
_WHOLE = 10**9


def text(imports: Sequence[Told], words: Translate) -> str:
    """Return the whole report for a text file."""
    lines: list[str] = []
    for one in imports:
        lines += [one.path, "=" * len(one.path), ""]
        for section in _shown(one):
            lines += [words(section.title)]
            lines += [f"  {_line(entry, words, _WHOLE)}" for entry in section.entries]
            lines.append("")
    return "\n".join(lines)


def markdown(imports: Sequence[Told], words: Translate) -> str:
    """Return the whole report as Markdown."""
    lines: list[str] = []
    for one in imports:
        lines += [f"# {escaped(one.path)}", ""]
        for section in _shown(one):
            lines += [f"## {escaped(words(section.title))}", ""]
            lines += [_item(_line(entry, words, _WHOLE)) for entry in section.entries]
            lines += [""] if section.entries else []
    return "\n".join(lines)


def data(imports: Sequence[Told], words: Translate) -> str:
    """Return the whole report as JSON."""
    filings = [_filing(one, words) for one in imports]
    return json.dumps({"report": 1, "filings": filings}, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Told], Translate], str]] = {
    "txt": text,
    "md": markdown,
    "json": data,
}


def short(one: Told, words: Translate) -> Iterator[str]:
    """Yield the lines that a person reads at once: of long lists the beginning and a count."""
    yield one.path
    for section in told.sections(one):
        if section.entries and not section.is_sum:
            yield f"  {words(section.title)}"
            yield from _beginning(section, words)
    for account in one.accounts:
        yield f"  {words(_balance(account))}"


def _shown(one: Told) -> Iterator[Section]:
    """Yield the sections of the whole report: a count of none is told, an empty list is not."""
    return (part for part in told.sections(one) if part.entries or part.title.args)


def _item(line: str) -> str:
    """Return a line as an item of a list in Markdown, one that is set in as an inner one."""
    inner = line.lstrip(" ")
    return f"{line[: len(line) - len(inner)]}- {escaped(inner, _WHOLE)}"


def _balance(account: Account) -> Message:
    sums = account.sums
    accounted = account.total - sums["left over"]
    return message(
        "{document}: characters {total}, accounted for {accounted}, left over {left}",
        document=seen(account.document.name),
        total=f"{account.total:,}",
        accounted=f"{accounted:,}",
        left=f"{sums['left over']:,}",
    )


def _beginning(section: Section, words: Translate) -> Iterator[str]:
    for entry in section.entries[:_MOST]:
        yield f"    {_line(entry, words, _QUOTE)}"
    if len(section.entries) > _MOST:
        more = len(section.entries) - _MOST
        yield f"    {words(message('… and {count} more: --report FILE lists all', count=more))}"


def _line(entry: Entry, words: Translate, room: int) -> str:
    parts = [words(place(entry.at))] if entry.at else []
    parts.append(words(entry.text))
    line = "  ".join(map(seen, parts)) if entry.at else seen(words(entry.text))
    if entry.quote:
        cut = entry.quote if len(entry.quote) <= room else f"{entry.quote[:room]}…"
        line += f"  「{seen(cut)}」"
    return line


def _filing(one: Told, words: Translate) -> dict[str, object]:
    return {
        "path": one.path,
        "form": one.draft.form,
        "reasons": [words(reason) for reason in one.form],
        "projects": list(one.draft.projects),
        "guesses": [{"message": words(each.text), "at": where(each.at)} for each in one.guesses],
        "documents": [_document(account) for account in one.accounts],
    }


def _document(one: Account) -> dict[str, object]:
    def pieces(found: Iterable[Piece]) -> list[dict[str, object]]:
        return [{"text": piece.text, "at": where(piece.at)} for piece in found]

    return {
        "name": one.document.name,
        "format": one.document.format,
        "characters": one.total,
        "sums": one.sums,
        "read": {".".join(name): count for name, count in sorted(one.read.items())},
        "dropped": [
            {"why": piece.why.value, "text": piece.text, "at": where(piece.at)}
            for piece in one.dropped
        ],
        "aside": pieces(one.aside),
        "left_over": pieces(one.left),
    }


def where(at: Where) -> dict[str, object]:
    """Return a place as data, without what it does not have."""
    named = ((one.name, getattr(at, one.name)) for one in fields(at))
    return {name: value for name, value in named if value}
