"""JSON Schema draft-07 over the scalars of a tree, which are all text.

A scalar's type is the one that YAML 1.2's core schema gives it, so that perfspec accepts what
editors and other validators accept with the published schemas; its text stays as typed.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from perfspec.schema.kinds import kind

_DECIMAL = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


def _is(*kinds: str) -> Any:  # noqa: ANN401 — the type that jsonschema's checker takes
    return lambda _checker, value: kind(value) in kinds


def _pattern(
    _validator: object, pattern: str, value: object, _schema: object
) -> Iterator[ValidationError]:
    # In Python, unlike in ECMA-262, `$` matches before a last line break too.
    if isinstance(value, str) and not re.search(pattern.removesuffix("$") + r"\Z", value):
        yield ValidationError(str(value))


def _enum(
    _validator: object, allowed: list[object], value: object, _schema: object
) -> Iterator[ValidationError]:
    # `'1'` is no 1: other validators would refuse it.
    wanted = {("string" if isinstance(item, str) else "integer", str(item)) for item in allowed}
    if not isinstance(value, str) or (kind(value), str(value)) not in wanted:
        yield ValidationError(str(value))


def _minimum(
    _validator: object, limit: Decimal, value: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(value, str) and _DECIMAL.fullmatch(value) and Decimal(value) < limit:
        yield ValidationError(str(value))


def _maximum(
    _validator: object, limit: Decimal, value: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(value, str) and _DECIMAL.fullmatch(value) and Decimal(value) > limit:
        yield ValidationError(str(value))


def _max_length(
    _validator: object, limit: int, value: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(value, str) and len(value) > limit:
        yield ValidationError(str(len(value)))


def _required(
    validator: Any,  # noqa: ANN401 — jsonschema has no type for a made class
    keys: list[str],
    value: object,
    schema: Mapping[str, Any],
) -> Iterator[ValidationError]:
    """Yield an error for each missing key: its message the key, its value whether '' would do."""
    if not isinstance(value, dict):
        return
    for key in keys:
        if key not in value:
            inner = schema.get("properties", {}).get(key, {})
            may_be_empty = validator.evolve(schema=inner).is_valid("")
            yield ValidationError(key, validator_value=may_be_empty)


def _additional(
    validator: Any,  # noqa: ANN401 — jsonschema has no type for a made class
    allowed: object,
    value: object,
    schema: Mapping[str, Any],
) -> Iterator[ValidationError]:
    """Yield an error for each unknown key, with the key as its message."""
    if not isinstance(value, dict):
        return
    for key in value:
        if key in schema.get("properties", {}):
            continue
        if allowed is False:
            yield ValidationError(key)
        else:
            yield from validator.descend(value[key], allowed, path=key)


Validator: Any = extend(  # type: ignore[no-untyped-call]  # untyped in the library
    Draft7Validator,
    validators={
        "pattern": _pattern,
        "enum": _enum,
        "minimum": _minimum,
        "maximum": _maximum,
        "maxLength": _max_length,
        "required": _required,
        "additionalProperties": _additional,
    },
    type_checker=Draft7Validator.TYPE_CHECKER.redefine_many(
        {
            "object": _is("object"),
            "array": _is("array"),
            "string": _is("string"),
            "integer": _is("integer"),
            "number": _is("integer", "number"),
            "boolean": _is("boolean"),
            "null": _is("null"),
        }
    ),
)
