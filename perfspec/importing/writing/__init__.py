"""Write a draft as the YAML files of a filing.

In: a `Draft`. Out: the texts of its files by their paths from the workspace's root, each proved to
read back as the data. Raises PerfspecError for what no file can hold.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from perfspec import yamltree
from perfspec.documents import Where
from perfspec.documents.wording import words as place_words
from perfspec.errors import PerfspecError
from perfspec.importing import Guess
from perfspec.importing.draft import Data, Draft
from perfspec.importing.writing import cleaning, layout
from perfspec.messages import Message, Translate, message
from perfspec.report.visible import seen
from perfspec.source import Source
from perfspec.texts import MAX_BYTES

_SAFE = re.compile(r"(?=.{1,64}\Z)[0-9A-Za-z]+(-[0-9A-Za-z]+)*")
# Names that Windows keeps for devices.
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The texts of the files, by their paths, and what had to be decided in writing them."""

    texts: Mapping[str, str]
    guesses: tuple[Guess, ...] = ()


def folder(draft: Draft) -> str:
    """Return the path of the filing's folder from the workspace's root."""
    return f"specs/{draft.year}/{draft.department}"


def texts(draft: Draft, words: Translate) -> Written:
    """Return the files of `draft`; `words` puts their comments into a language."""
    _refuse_names(draft)
    guesses: list[Guess] = []
    made: dict[str, str] = {}
    for name, data in files(draft).items():
        clean, removed = cleaning.cleaned(data)
        guesses += _told(draft, name, removed)
        made[f"{folder(draft)}/{name}"] = text(name, clean, _head(draft, name, words))
    if draft.pack:
        made[f"templates/{draft.form}/form.yaml"] = draft.pack
    return Written(texts=made, guesses=tuple(guesses))


def files(draft: Draft) -> dict[str, Data]:
    """Return the data of each file, by its name in the filing's folder."""
    made = {"filing.yaml": draft.filing}
    made |= {f"projects/{key}.yaml": data for key, data in draft.projects.items()}
    if draft.actuals is not None:
        made["actuals.yaml"] = draft.actuals
    return made


def text(name: str, data: Data, head: Iterable[str] = ()) -> str:
    """Return `data` as the text of a file with comments at its head, proved to read back."""
    lines = [*(f"# {line}" for line in head), *layout.lines(data)]
    made = "\n".join(lines) + "\n"
    if len(made.encode()) > MAX_BYTES:
        raise PerfspecError(
            message("{path} would have more than {limit} bytes", path=name, limit=MAX_BYTES),
            message("import fewer tables at once, into filings of their own"),
        )
    tree, found = yamltree.parse(Source(path=name, text=made))
    if tree is None or found or tree.data != layout.typed(data):
        raise AssertionError(name)
    return made


def _refuse_names(draft: Draft) -> None:
    """Raise PerfspecError for a name that would lead to another folder."""
    for name in (draft.department, draft.form, *draft.projects):
        if not _SAFE.fullmatch(name) or _DEVICES.fullmatch(name):
            raise PerfspecError(
                message("{name!r} cannot be the name of a folder or file of a filing", name=name),
                message("it has letters, digits and - only; name another with --department"),
            )


def _head(draft: Draft, name: str, words: Translate) -> list[str]:
    """Return what a file says of where it was read from."""
    if name == "filing.yaml":
        documents = dict.fromkeys(value.at.document for value in draft.origins.values())
        names = "、".join(seen(one) for one in documents)
        said = [message("read from {names} by perfspec import", names=names)] if names else []
        return [*map(words, said), words(message("what each value was read from: provenance.yaml"))]
    first = draft.origins.get(f"{name}#name")
    return [words(message("read from {place}", place=_table(first.at)))] if first else []


def _table(at: Where) -> Message:
    """Return where the table of a value stands."""
    whole = replace(at, document=seen(at.document), sheet=seen(at.sheet))
    return place_words(replace(whole, row=0, column=0))


def _told(draft: Draft, name: str, removed: Mapping[str, Iterable[str]]) -> list[Guess]:
    """Return what is to be said of characters that no spec can hold."""
    nowhere = Where(document=name)
    told = []
    for key, names in removed.items():
        value = draft.origins.get(f"{name}#{key}")
        said = message(
            "{key} had characters that cannot be seen, which a spec cannot hold: {names}",
            key=key,
            names=", ".join(names),
        )
        told.append(Guess(text=said, at=value.at if value else nowhere))
    return told
