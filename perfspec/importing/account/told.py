"""What import tells a person of a filing: which form, what was read, guessed, dropped, left over.

In: what was found, chosen and made, and the accounts. Out: sections of entries, which every format
of the report shows alike.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from perfspec import schema
from perfspec.documents import Dropped, Where, Why
from perfspec.importing import Found, Guess, Use, account
from perfspec.importing.account import Account, Field
from perfspec.importing.account.characters import Piece
from perfspec.importing.draft import Data, Draft
from perfspec.messages import Message, message

_SUMS: Mapping[str, Message] = {
    "read": message("read into the specs"),
    Use.LABEL.value: message("labels and heads"),
    Use.REPEATED.value: message("said before"),
    Use.FURNITURE.value: message("printed by the form"),
    Use.CONTENTS.value: message("list of contents"),
    Use.EMPTY.value: message("signs of empty cells"),
    "dropped": message("no content: field codes, headers and the like"),
    "spacing": message("blanks and line breaks"),
    "aside": message("understood, but no value of the specs"),
    "left over": message("left over"),
}
_WHY: Mapping[Why, Message] = {
    Why.FIELD: message("field codes"),
    Why.CONTENTS: message("list of contents that the program made"),
    Why.FURNITURE: message("headers, footers and page numbers"),
    Why.DELETED: message("deleted with tracked changes"),
    Why.HIDDEN: message("hidden text"),
    Why.COMMENT: message("comments"),
    Why.NOTE: message("footnotes and endnotes"),
    Why.BOX: message("text boxes and drawings"),
    Why.SCRIPT: message("scripts and styles"),
    Why.REPEATED: message("heads repeated on each page"),
    Why.OTHER: message("other parts of the file"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that is known of an import: `path` is the filing's folder, `form` why it was chosen."""

    path: str
    found: Found
    draft: Draft
    form: tuple[Message, ...]
    guesses: tuple[Guess, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the report; `quote` are characters of the document, as they stand."""

    text: Message
    at: Where | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines of the report under a title; there may be none. `is_sum` is one for each document."""

    title: Message
    entries: tuple[Entry, ...]
    is_sum: bool = False


def of(
    path: str, found: Found, draft: Draft, form: Sequence[Message], guesses: Iterable[Guess] = ()
) -> Told:
    """Return what is to be told; each guess is told once, whoever made it."""
    values = (
        Guess(text=value.guess, at=value.at) for value in draft.origins.values() if value.guess
    )
    every = dict.fromkeys((one.text, one.at) for one in (*draft.guesses, *values, *guesses))
    every |= dict.fromkeys((one.text, one.at) for one in found.guesses)
    return Told(
        path=path,
        found=found,
        draft=draft,
        form=tuple(form),
        guesses=tuple(Guess(text=text, at=at) for text, at in every),
        accounts=account.of(found, draft),
    )


def sections(told: Told) -> tuple[Section, ...]:
    """Return the whole report."""
    aside = [piece for one in told.accounts for piece in one.aside]
    left = [piece for one in told.accounts for piece in one.left]
    return (
        Section(title=form_of(told), entries=tuple(Entry(text=one) for one in told.form)),
        Section(title=message("What was read"), entries=tuple(_read(told))),
        Section(title=message("About the files"), entries=tuple(_notes(told))),
        Section(
            title=message("What was guessed: {count}", count=len(told.guesses)),
            entries=tuple(Entry(text=one.text, at=one.at) for one in told.guesses),
        ),
        *(
            Section(title=_total(one), entries=tuple(_sums(one)), is_sum=True)
            for one in told.accounts
        ),
        *(part for one in told.accounts for part in _dropped(one)),
        Section(
            title=message("Understood, but no value of the specs: {count}", count=len(aside)),
            entries=tuple(map(_quoted, aside)),
        ),
        Section(
            title=message("Left over: {count}", count=len(left)),
            entries=tuple(map(_quoted, left)),
        ),
    )


def form_of(told: Told) -> Message:
    """Return which form was seen."""
    return message("Form: {form}", form=told.draft.form)


def label(name: Field) -> str:
    """Return a field as the specs call it, with its Chinese title."""
    kind, *keys = name
    inner = [step for key in keys for step in ((key, 0) if key in _LISTS else (key,))]
    while inner and isinstance(inner[-1], int):
        inner.pop()
    if kind in schema.SPECS and inner:
        return f"{'.'.join((kind, *keys[:-1]))}.{schema.label(kind, *inner)}"
    return ".".join(name)


_LISTS = frozenset({"indicators", "units", "goals", "sub_goals", "measures", "projects"})


def _notes(told: Told) -> Iterator[Entry]:
    for document in told.found.documents:
        for note in document.notes:
            yield Entry(text=note.text, at=note.at)


def _read(told: Told) -> Iterator[Entry]:
    draft = told.draft
    unit = str(draft.filing.get("money_unit", ""))
    for key in ("overall_goal", "sub_goals", "measures"):
        value = draft.filing.get(key)
        if value:
            count = len(value) if isinstance(value, list) else 1
            said = message("{field}: {count}", field=schema.label("filing", key), count=count)
            yield Entry(text=said)
    yield Entry(text=message("projects: {count}", count=len(draft.projects)))
    for key, project in draft.projects.items():
        value = draft.origins.get(f"projects/{key}.yaml#name")
        said = message(
            "{id}: budget {amount}{unit}, indicators: {count}",
            id=key,
            amount=_total_of(project) or "—",
            unit=unit,
            count=_count(project),
        )
        yield Entry(text=said, at=value.at if value else None, quote=str(project.get("name", "")))


def _total_of(project: Data) -> str:
    budget = project.get("budget")
    return str(budget.get("total", "")) if isinstance(budget, dict) else ""


def _count(project: Data) -> int:
    parts = [project, project.get("medium_term")]
    rows = [part.get("indicators") for part in parts if isinstance(part, dict)]
    return sum(len(one) for one in rows if isinstance(one, list))


def _total(one: Account) -> Message:
    return message(
        "{document}: every character, {count}",
        document=one.document.name,
        count=f"{one.total:,}",
    )


def _sums(one: Account) -> Iterator[Entry]:
    for name, count in one.sums.items():
        if count or name == "left over":
            said = message("{what}: {count}", what=_SUMS[name], count=f"{count:,}")
            yield Entry(text=said)
        if name == "read":
            for field, length in sorted(one.read.items()):
                said = message("  {field}: {count}", field=label(field), count=f"{length:,}")
                yield Entry(text=said)


def _dropped(one: Account) -> Iterator[Section]:
    groups: dict[Why, list[Dropped]] = {}
    for piece in one.dropped:
        groups.setdefault(piece.why, []).append(piece)
    for why, pieces in groups.items():
        title = message("Dropped: {why}: {count}", why=_WHY[why], count=len(pieces))
        yield Section(title=title, entries=tuple(map(_quoted, pieces)))


def _quoted(piece: Piece | Dropped) -> Entry:
    length = message("{count} characters", count=f"{len(piece.text):,}")
    return Entry(text=length, at=piece.at, quote=piece.text)
