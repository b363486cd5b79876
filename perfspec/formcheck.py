"""Hold the keys of a spec against what its form declares."""

from collections.abc import Iterable, Mapping
from typing import Any

from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.form import Column, Form
from perfspec.messages import message
from perfspec.model import Fields
from perfspec.schema import is_group, label
from perfspec.schema.words import did_you_mean, labelled, shorten


def require(
    data: Mapping[str, Any],
    at: Place,
    keys: Iterable[str],
    schema_name: str,
    form: Form,
) -> list[Diagnostic]:
    """Return a finding for each of `keys`, which the form prints, that `data` lacks."""
    return [
        _missing(
            label(schema_name, *at.keys, key), at, form, None if is_group(schema_name, key) else key
        )
        for key in keys
        if key not in data
    ]


def columns(
    data: Mapping[str, Any], at: Place, declared: tuple[Column, ...], form: Form
) -> list[Diagnostic]:
    """Return what `data` has beside the declared columns, and which of them it lacks."""
    labels = {column.id: column.label for column in declared}
    missing = [
        _missing(labelled(column.id, labels), at, form, column.id)
        for column in declared
        if column.id not in data
    ]
    # A misspelt key is one slip: it is not reported as missing too.
    return _unknown(data, at, labels, form) or missing


def extra_fields(
    data: Mapping[str, Any], at: Place, form: Form, on: str
) -> tuple[Fields, list[Diagnostic]]:
    """Return the values under `fields` of a filing, project or indicator, and the findings."""
    given: Mapping[str, Any] = data.get("fields", {})
    at = at / "fields"
    declared = [field for field in form.fields if field.on == on]
    labels = {field.id: field.label for field in declared}
    found = _unknown(given, at, labels, form)
    for field in declared:
        value = str(given.get(field.id, ""))
        name = labelled(field.id, labels)
        if field.required and field.id not in given:
            found.append(_missing(f"fields.{name}", at, form))
        elif value and field.values and value not in field.values:
            text = message(
                "{name} is {value!r}, which is not offered here", name=name, value=shorten(value)
            )
            hint = did_you_mean(value, field.values, {})
            found.append(error("wrong-value", at / field.id, text, hint=hint))
    return {key: str(value) for key, value in given.items()}, found


def _missing(name: str, at: Place, form: Form, may_be_empty: str | None = None) -> Diagnostic:
    """Return the finding for a key that the form wants; `may_be_empty` is one written `''`."""
    hint = message("a value that is empty on paper is written `{key}: ''`", key=may_be_empty)
    return error(
        "missing-key",
        at,
        message("the form {form} wants the key {key}", form=form.name, key=name),
        hint=hint if may_be_empty else None,
    )


def _unknown(
    data: Iterable[str], at: Place, labels: Mapping[str, str], form: Form
) -> list[Diagnostic]:
    """Return a finding for each key of `data` that the form does not have here."""
    return [
        error(
            "unknown-key",
            at.key(key),
            message("the form {form} has no {key!r} here", form=form.name, key=key),
            hint=did_you_mean(key, labels, labels) if labels else None,
        )
        for key in data
        if key not in labels
    ]
