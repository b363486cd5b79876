"""What is noted while the data of a filing is made: where values came from, what was decided.

In: values, and the keys that they are written under. Out: origins and guesses of a `Draft`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from perfspec.documents import Where
from perfspec.importing import Guess, Value, plain
from perfspec.importing.draft import Data
from perfspec.importing.forms.columns import compact
from perfspec.importing.plain import Plain
from perfspec.messages import Message, message


@dataclass(slots=True, kw_only=True)
class Notes:
    """Origins of values, by file, `#` and keys, and guesses."""

    origins: dict[str, Value] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)

    def guess(self, at: Where, text: Message) -> None:
        """Note that something was decided without certainty."""
        self.guesses.append(Guess(text=text, at=at))


@dataclass(slots=True, kw_only=True)
class Entry:
    """A mapping of a spec while it is made; `path` is that of its keys in `notes`."""

    path: str
    notes: Notes
    data: Data = field(default_factory=dict)

    def origin(self, key: str | int, value: Value) -> None:
        """Note where the value under `key` came from."""
        gap = "" if self.path.endswith("#") else "/"
        self.notes.origins[f"{self.path}{gap}{key}"] = value

    def line(self, key: str, value: Value | None) -> None:
        """Write a text of one line; nothing where the table has no such cell."""
        if value is not None:
            self.data[key] = plain.line(value.text)
            self.origin(key, value)

    def text(self, key: str, value: Value | None) -> None:
        """Write a text with the line breaks that it has on paper."""
        if value is not None:
            self.data[key] = value.text.strip()
            self.origin(key, value)

    def exact(self, key: str, value: Value, read: Plain | None, name: str) -> None:
        """Write what was read of a figure or code; say so where it is not what is printed."""
        printed = value.text.strip()
        self.data[key] = read.text if read else ""
        if read:
            self.origin(key, value)
        else:
            why = message(
                "{printed!r} cannot stand under {key}, left empty", printed=printed, key=name
            )
            self.notes.guess(value.at, why)
        if read and read.changed:
            what = message(
                "{printed!r} is written {text!r} under {key}",
                printed=printed,
                text=read.text,
                key=name,
            )
            self.notes.guess(value.at, what)

    def inner(self, key: str | int) -> "Entry":
        """Return a mapping below `key`; whoever fills it puts its data there."""
        gap = "" if self.path.endswith("#") else "/"
        return Entry(path=f"{self.path}{gap}{key}", notes=self.notes)


def renamed(notes: Notes, at: Where, printed: str, label: str) -> None:
    """Note that a label of the paper was taken for another one of the form."""
    if compact(printed) != compact(label):
        text = message(
            "{printed!r} was taken for {label!r} of the form", printed=printed, label=label
        )
        notes.guess(at, text)


def together(values: Sequence[Value], text: str) -> Value:
    """Return several values as one that is written as `text`."""
    guess = next((one.guess for one in values if one.guess), None)
    stretches = tuple(stretch for one in values for stretch in one.stretches)
    return replace(values[0], text=text, stretches=stretches, guess=guess, markdown="")


def unwritten(notes: Notes, values: Iterable[Value | None], why: Message) -> None:
    """Note that values with a text were read, but have no place in the specs."""
    for value in values:
        if value is not None and value.text.strip():
            notes.guess(
                value.at, message("{text!r} was not written: {why}", text=value.text, why=why)
            )
