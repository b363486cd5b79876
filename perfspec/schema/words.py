"""Plain words for what a schema refuses.

Each keyword of the schemas has one function here that makes a finding of its errors.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from perfspec.diagnostics import Diagnostic, Place, Severity, error
from perfspec.messages import Message, message
from perfspec.schema import titles
from perfspec.schema.expected import FORMATS, KINDS
from perfspec.schema.kinds import kind
from perfspec.yamltree import Tree

if TYPE_CHECKING:  # jsonschema is imported where something is refused
    from jsonschema.exceptions import ValidationError

_ROOM = 60
_LEVELS = tuple(one.value for one in Severity)
_FULLWIDTH_COLON = re.compile(r"^[a-z_]+[ ]*：")


def describe(
    tree: Tree, errors: "Iterable[ValidationError]", root: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    """Yield a finding for each error against the schema `root`, one for all that a slip caused."""
    all_errors = list(errors)
    misspelt = {
        (tuple(found.path), near)
        for found in all_errors
        if found.validator == "additionalProperties" and (near := _nearest_key(found))
    }
    untyped = {tuple(found.path) for found in all_errors if found.validator == "type"}
    for found in all_errors:
        place = tree.place
        for key in found.path:
            place = place / key
        if found.validator == "required" and (tuple(found.path), found.message) in misspelt:
            continue
        if found.validator != "type" and tuple(found.path) in untyped:
            continue
        yield _WORDS[str(found.validator)](
            found, place, titles.around(root, place.keys, found.schema)
        )


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `word` was probably meant to be."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str], labels: Mapping[str, str]) -> Message:
    """Return the hint for an unknown `word`: the nearest known one, else all of them."""
    choices = list(known)
    if near := closest(word, choices):
        return message("did you mean {near}?", near=labelled(near, labels))
    shown = ", ".join(labelled(choice, labels) for choice in choices)
    return message("known here: {shown}", shown=shown)


def labelled(key: str, labels: Mapping[str, str]) -> str:
    """Return `key` with its title: `total（预算数）`."""
    return f"{key}（{labels[key]}）" if key in labels else key


def _name(place: Place, labels: Mapping[str, str]) -> str:
    keys = [str(key) for key in place.keys if isinstance(key, str)]
    return labelled(keys[-1], labels) if keys else place.path


def _free_keys(found: "ValidationError") -> list[str]:
    """Return the keys that the schema knows and that are not there yet."""
    instance: Any = found.instance
    schema: Any = found.schema
    return [key for key in schema["properties"] if key not in instance]


def _nearest_key(found: "ValidationError") -> str | None:
    return closest(found.message, _free_keys(found))


def _unknown_key(found: "ValidationError", place: Place, labels: Mapping[str, str]) -> Diagnostic:
    return error(
        "unknown-key",
        place.key(found.message),
        message("unknown key {key!r}", key=shorten(found.message)),
        hint=did_you_mean(found.message, _free_keys(found), labels),
    )


def _missing_key(found: "ValidationError", place: Place, labels: Mapping[str, str]) -> Diagnostic:
    return error(
        "missing-key",
        place,
        message("the key {key} is missing", key=labelled(found.message, labels)),
        hint=message("a value that is empty on paper is written `{key}: ''`", key=found.message)
        if found.validator_value
        else None,
    )


def _wrong_type(found: "ValidationError", place: Place, labels: Mapping[str, str]) -> Diagnostic:
    wanted: Any = found.validator_value
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    instance: Any = found.instance
    is_kind = kind(instance)
    hint: Message | None = None
    if isinstance(instance, str) and _FULLWIDTH_COLON.match(instance):
        hint = message("the colon ： is full-width: write an ASCII colon and a space")
    elif is_kind == "null-word":
        hint = message("leave the value empty, or put the word in quotes")
    elif "string" in kinds and is_kind in {"integer", "number", "boolean"}:
        hint = message("put it in quotes: '{value}'", value=instance)
    elif "string" in kinds and is_kind == "object":
        hint = message("a text that contains `: ` needs quotes")
    elif "string" in kinds and is_kind == "array":
        hint = message("a text that begins with [ or - needs quotes")
    elif is_kind == "null" and "null" not in kinds:
        hint = message("the key has no value, or its value is not indented below it")
    elif kinds == ["object"] and place.keys[:-1] == ("rules",):
        hint = level_alone("{code}: {{level: {level}}}", str(place.keys[-1]), instance)
    return error(
        "wrong-type",
        place,
        message(
            "{name} is {found}, expected {wanted}",
            name=_name(place, labels),
            found=KINDS[is_kind],
            wanted=KINDS["string" if "string" in kinds else kinds[0]],
        ),
        hint=hint,
    )


def level_alone(pattern: str, code: str, value: object) -> Message:
    """Return how the level of a rule is written, where `value` stands in place of its settings."""
    level = value if value in _LEVELS else "off"
    return message("write {example}", example=pattern.format(code=code, level=level))


def _wrong_format(found: "ValidationError", place: Place, labels: Mapping[str, str]) -> Diagnostic:
    schema: Any = found.schema
    expected, hint = FORMATS[schema["format"]]
    return error(
        "wrong-value",
        place,
        message(
            "{name} is {value!r}, expected {wanted}",
            name=_name(place, labels),
            value=_shown(found.instance),
            wanted=expected,
        ),
        hint=hint,
    )


def _not_offered(found: "ValidationError", place: Place, labels: Mapping[str, str]) -> Diagnostic:
    choices: Any = found.validator_value
    return error(
        "wrong-value",
        place,
        message(
            "{name} is {value!r}, which is not offered here",
            name=_name(place, labels),
            value=_shown(found.instance),
        ),
        hint=did_you_mean(_shown(found.instance), [str(choice) for choice in choices], {}),
    )


def shorten(text: str) -> str:
    """Return `text`, or as much of its beginning as a message has room for."""
    return text if len(text) <= _ROOM else f"{text[:_ROOM]}…"


def _shown(instance: object) -> str:
    return shorten(str(instance)) if isinstance(instance, str) else "…"


def _out_of_range(found: "ValidationError", place: Place, labels: Mapping[str, str]) -> Diagnostic:
    args = {
        "name": _name(place, labels),
        "value": _shown(found.instance),
        "limit": str(found.validator_value),
    }
    if found.validator == "minimum":
        return error("wrong-value", place, message("{name} is {value}, less than {limit}", **args))
    return error("wrong-value", place, message("{name} is {value}, more than {limit}", **args))


def _count(found: "ValidationError", place: Place, labels: Mapping[str, str]) -> Diagnostic:
    instance: Any = found.instance
    args = {
        "name": _name(place, labels),
        "count": len(instance),
        "limit": str(found.validator_value),
    }
    texts = {
        "minItems": message("{name} is a list of {count}, expected {limit} or more", **args),
        "maxItems": message("{name} is a list of {count}, expected no more than {limit}", **args),
        "minLength": message("{name} is {count} characters long, expected {limit} or more", **args),
        "maxLength": message(
            "{name} is {count} characters long, expected no more than {limit}", **args
        ),
    }
    return error("wrong-value", place, texts[str(found.validator)])


_WORDS: "dict[str, Callable[[ValidationError, Place, Mapping[str, str]], Diagnostic]]" = {
    "additionalProperties": _unknown_key,
    "enum": _not_offered,
    "maxItems": _count,
    "maxLength": _count,
    "maximum": _out_of_range,
    "minItems": _count,
    "minLength": _count,
    "minimum": _out_of_range,
    "pattern": _wrong_format,
    "required": _missing_key,
    "type": _wrong_type,
}
