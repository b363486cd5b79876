"""Hold the keys of a spec against what its form declares."""

from collections.abc import Iterable, Mapping
from typing import Any

from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.form import Column, Form
from perfspec.messages import message
from perfspec.model import Fields
from perfspec.schema import label
from perfspec.schema.words import did_you_mean


def require(
    data: Mapping[str, Any],
    at: Place,
    keys: Iterable[str],
    schema_name: str,
    form: Form,
) -> list[Diagnostic]:
    """Return a finding for each of `keys`, which the form prints, that `data` lacks."""
    return [
        error(
            "missing-key",
            at,
            message(
                "the form {form} wants the key {key}", form=form.name, key=label(schema_name, key)
            ),
            hint=message("a value that is empty on paper is written `{key}: ''`", key=key),
        )
        for key in keys
        if key not in data
    ]


def columns(
    data: Mapping[str, Any], at: Place, declared: tuple[Column, ...], form: Form
) -> list[Diagnostic]:
    """Return what `data` has beside the declared columns, and which of them it lacks."""
    labels = {column.id: column.label for column in declared}
    unknown = [
        error(
            "unknown-key",
            at.key(key),
            message("the form {form} has no {key!r} here", form=form.name, key=key),
            hint=did_you_mean(key, labels, labels),
        )
        for key in data
        if key not in labels
    ]
    missing = [
        error(
            "missing-key",
            at,
            message(
                "the form {form} wants the key {key}",
                form=form.name,
                key=f"{column.id}（{column.label}）",
            ),
            hint=message("a value that is empty on paper is written `{key}: ''`", key=column.id),
        )
        for column in declared
        if column.id not in data
    ]
    # A misspelt key is one slip: it is not reported as missing too.
    return unknown or missing


def extra_fields(
    data: Mapping[str, Any], at: Place, form: Form, on: str
) -> tuple[Fields, list[Diagnostic]]:
    """Return the values under `fields` of a filing, project or indicator, and the findings."""
    given: Mapping[str, Any] = data.get("fields", {})
    at = at / "fields"
    declared = {field.id: field for field in form.fields if field.on == on}
    labels = {field.id: field.label for field in declared.values()}
    found = [
        error(
            "unknown-key",
            at.key(key),
            message("the form {form} has no {key!r} here", form=form.name, key=key),
            hint=did_you_mean(key, labels, labels) if labels else None,
        )
        for key in given
        if key not in declared
    ]
    for field in declared.values():
        value = str(given.get(field.id, ""))
        if field.required and field.id not in given:
            found.append(
                error(
                    "missing-key",
                    at,
                    message(
                        "the form {form} wants the key {key}",
                        form=form.name,
                        key=f"fields.{field.id}（{field.label}）",
                    ),
                )
            )
        elif value and field.values and value not in field.values:
            found.append(
                error(
                    "wrong-value",
                    at / field.id,
                    message(
                        "{name} is {value!r}, which is not offered here",
                        name=f"{field.id}（{field.label}）",
                        value=value,
                    ),
                    hint=did_you_mean(value, field.values, {}),
                )
            )
    return {key: str(value) for key, value in given.items()}, found
