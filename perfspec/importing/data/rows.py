"""Rows of indicators as the data of a project, in the terms of a form.

In: `FoundIndicator`s. Out: the mappings under `indicators`, and what was reached, by ids.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from perfspec.form import Form
from perfspec.importing import FoundIndicator, FoundTarget, Value, plain
from perfspec.importing.data.notes import Entry, renamed, together, unwritten
from perfspec.importing.draft import Data
from perfspec.importing.forms import columns
from perfspec.importing.forms.classes import Classified, classify
from perfspec.indicators import derived_id
from perfspec.messages import message
from perfspec.model import IndicatorClass
from perfspec.schema import label
from perfspec.values.targets import DIRECTIONS, OPERATORS

BANDS = ("excellent", "good", "fair", "poor")


def rows(
    found: Sequence[FoundIndicator], form: Form, entry: Entry
) -> tuple[list[Data], dict[str, Value]]:
    """Return the data of `found`, whose list is `entry`, and what was reached, by ids.

    A row has an id only where something refers to it: else the model derives one that stays the
    same as long as class and name do.
    """
    made: list[Data] = []
    reached: dict[str, Value] = {}
    taken: Counter[str] = Counter()
    told: set[str] = set()
    for at, row in enumerate(found):
        one = entry.inner(at)
        classified = _class(row, form, one, told)
        one.data["class"] = classified.written
        one.data["name"] = ""
        one.line("name", row.name)
        one.line("description", row.description)
        one.data["target"] = target(row.target, one)
        one.line("basis", row.basis)
        _weight(row.weight, one)
        _required(form, one)
        _extra(row, form, one)
        key = derived_id(_labels(classified, form), str(one.data["name"]), taken)
        if row.reached is not None:
            one.data = {"id": key, **one.data}
            reached[key] = row.reached
        made.append(one.data)
    return made, reached


def target(found: FoundTarget, row: Entry) -> object:
    """Return what stands under `target`: a text, its parts, or its bands."""
    if found.bands:
        bands = row.inner("target").inner("bands")
        for key in BANDS:
            bands.data[key] = ""
            bands.line(key, found.bands.get(key))
        return {"bands": bands.data}
    parts = (found.op, found.value, found.unit)
    if not any(parts):
        row.line("target", found.text)
        return row.data.pop("target", "")
    texts = [plain.line(one.text) if one else "" for one in parts]
    values = [one for one in parts if one]
    if not any(texts):
        return ""
    if texts[0] and texts[0] not in OPERATORS and texts[0] not in DIRECTIONS:
        whole = "".join(texts)
        row.origin("target", together(values, whole))
        why = message("{op!r} is no known operator; {text!r} is one text", op=texts[0], text=whole)
        row.notes.guess(values[0].at, why)
        return whole
    split = row.inner("target")
    for key, value, written in zip(("op", "value", "unit"), parts, texts, strict=True):
        if written or key == "value":
            split.data[key] = written
        if value and written:
            split.origin(key, value)
    return split.data


def _class(row: FoundIndicator, form: Form, one: Entry, told: set[str]) -> Classified:
    """Return the class of a row; what is not as printed is told once for each pair of labels."""
    first, second = (value.text if value else None for value in (row.first, row.second))
    classified = classify(_line(first), _line(second), form)
    labels = f"{first}\n{second}"
    if classified.guess and labels not in told:
        told.add(labels)
        one.notes.guess((row.second or row.first or row).at, classified.guess)
    values = [value for value in (row.first, row.second) if value and value.text.strip()]
    if values:
        written = classified.written
        shown = written if isinstance(written, str) else " / ".join(filter(None, written))
        one.origin("class", together(values, shown))
    return classified


def _line(text: str | None) -> str | None:
    return None if text is None else plain.line(text)


def _labels(classified: Classified, form: Form) -> IndicatorClass:
    """Return the class as the model reads it, so that ids are those that it derives."""
    written = classified.written
    if isinstance(written, list):
        first, second = written
        known = (c for c in form.classes if (c.first, c.second) == (first, second))
        return next(known, IndicatorClass(first=first, second=second, standard=""))
    found = (c for c in form.classes if written and (c.second or c.first) == written)
    return next(found, IndicatorClass(first="", second="", standard=""))


def _weight(value: Value | None, one: Entry) -> None:
    if value is not None:
        name = label("project", "indicators", 0, "weight")
        one.exact("weight", value, plain.weight(value.text), name)


def _required(form: Form, one: Entry) -> None:
    """Write empty what the form prints and the paper does not have."""
    for key in form.required_on_indicator:
        one.data.setdefault(key, "")


def _extra(row: FoundIndicator, form: Form, one: Entry) -> None:
    written = fields(row.fields, form, "indicator", one.inner("fields"))
    if written:
        one.data["fields"] = written


def fields(found: Mapping[str, Value], form: Form, on: str, entry: Entry) -> Data:
    """Return the data under `fields` in the order of the form; what it requires may be empty."""
    given: dict[str, Value] = {}
    for printed, value in found.items():
        declared = columns.field(printed, on, form)
        if declared is None or declared.id in given:
            why = message("the form {form} has no field {label!r}", form=form.name, label=printed)
            unwritten(entry.notes, [value], why)
        else:
            given[declared.id] = value
            if on == "project":
                renamed(entry.notes, value.at, printed, declared.label)
    for declared in form.fields:
        if declared.on == on and (declared.required or declared.id in given):
            entry.data[declared.id] = ""
            entry.line(declared.id, given.get(declared.id))
    return entry.data
