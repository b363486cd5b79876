"""JSON Schema draft-07 over the scalars of a tree, which are all text.

A scalar's type is the one that YAML 1.2's core schema gives it, so that perfspec accepts what
editors and other validators accept with the published schemas; its text stays as typed.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from perfspec.yamltree import Text

# YAML 1.2.2 §10.3.2, the core schema.
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_NUMBER = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_NULL = re.compile(r"null|Null|NULL|~")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def kind(value: object) -> str:
    """Return the JSON type of a value of a tree."""
    if isinstance(value, dict):
        return "object"
    if isinstance(value, list):
        return "array"
    if not isinstance(value, Text) or not value.plain:
        return "string"
    if not value:
        return "null"
    for name, pattern in _RESOLUTION:
        if pattern.fullmatch(value):
            return name
    return "string"


_RESOLUTION = (("integer", _INTEGER), ("number", _NUMBER), ("boolean", _BOOLEAN), ("null-word", _NULL))


def _is(*kinds: str) -> Any:  # noqa: ANN401 — the type that jsonschema's checker takes
    return lambda _checker, value: kind(value) in kinds


def _pattern(_validator: object, pattern: str, value: object, _schema: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and not re.search(pattern, value):
        yield ValidationError(str(value))


def _enum(_validator: object, allowed: list[object], value: object, _schema: object) -> Iterator[ValidationError]:
    if not isinstance(value, str) or value not in {str(item) for item in allowed}:
        yield ValidationError(str(value))


def _minimum(_validator: object, limit: Decimal, value: object, _schema: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and _DECIMAL.fullmatch(value) and Decimal(value) < limit:
        yield ValidationError(str(value))


def _maximum(_validator: object, limit: Decimal, value: object, _schema: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and _DECIMAL.fullmatch(value) and Decimal(value) > limit:
        yield ValidationError(str(value))


def _max_length(_validator: object, limit: int, value: object, _schema: object) -> Iterator[ValidationError]:
    if isinstance(value, str) and len(value) > limit:
        yield ValidationError(str(len(value)))


def _required(_validator: object, keys: list[str], value: object, _schema: object) -> Iterator[ValidationError]:
    """Yield an error for each missing key, with the key as its message."""
    if isinstance(value, dict):
        yield from (ValidationError(key) for key in keys if key not in value)


def _additional(validator: Any, allowed: object, value: object, schema: Any) -> Iterator[ValidationError]:  # noqa: ANN401 — jsonschema's own signature
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
