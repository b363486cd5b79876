"""The JSON type of a scalar of a tree, which is text: the one of YAML 1.2's core schema."""

import re

from perfspec.yamltree import Text

# YAML 1.2.2 §10.3.2, the core schema.
# Whole numbers in other notations or too long to count are numbers here: no field wants them.
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
    r"|0o[0-7]+|0x[0-9a-fA-F]+"
)
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_NULL = re.compile(r"null|Null|NULL|~")
_RESOLUTION = (
    ("integer", _INTEGER),
    ("number", _NUMBER),
    ("boolean", _BOOLEAN),
    ("null-word", _NULL),
)
# What a text begins with that may be anything but a string; most are Chinese.
_FIRST = frozenset("-+.0123456789tTfFnN~")


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
    if value[0] in _FIRST:
        for name, pattern in _RESOLUTION:
            if pattern.fullmatch(value):
                return name
    return "string"
