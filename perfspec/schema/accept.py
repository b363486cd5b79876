"""Make a fast test of a schema: does it accept the data of a tree, yes or no.

In: a schema without `$ref`, as data. Out: a function that says whether jsonschema with our dialect
would find nothing; why it refuses is for jsonschema to say. Most files are accepted, and walking
a schema keyword by keyword took half of the time of checking them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from perfspec.schema.kinds import kind

Check = Callable[[Any], bool]
_DECIMAL = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
# Keywords that refuse nothing.
_NOTES = frozenset(
    {
        "$schema",
        "$id",
        "title",
        "description",
        "definitions",
        "format",
        "contentMediaType",
        "default",
    }
)


def compiled(schema: Any) -> Check:  # noqa: ANN401 — JSON
    """Return the test that `schema` makes; a keyword that it does not know is a bug."""
    if isinstance(schema, bool):
        return lambda _data: schema
    unknown = schema.keys() - _NOTES - _KEYWORDS.keys()
    if unknown:
        raise NotImplementedError(f"no test for {', '.join(sorted(unknown))}")
    makers = dict.fromkeys(_KEYWORDS[key] for key in schema if key in _KEYWORDS)
    return _all([make(schema) for make in makers])


def _all(checks: list[Check]) -> Check:
    if len(checks) == 1:
        return checks[0]

    def accepts(data: Any) -> bool:  # noqa: ANN401 — data of any shape
        for check in checks:  # noqa: SIM110 — a generator for each value takes twice the time
            if not check(data):
                return False
        return True

    return accepts


def _type(schema: Mapping[str, Any]) -> Check:
    named = schema["type"]
    allowed = frozenset([named] if isinstance(named, str) else named)
    if "number" in allowed:
        allowed |= {"integer"}
    return lambda data: kind(data) in allowed


def _enum(schema: Mapping[str, Any]) -> Check:
    wanted = {
        ("string" if isinstance(item, str) else "integer", str(item)) for item in schema["enum"]
    }
    return lambda data: isinstance(data, str) and (kind(data), str(data)) in wanted


def _pattern(schema: Mapping[str, Any]) -> Check:
    # As in the dialect: `$` is the end of the text.
    search = re.compile(schema["pattern"].removesuffix("$") + r"\Z").search
    return lambda data: not isinstance(data, str) or search(data) is not None


def _limits(schema: Mapping[str, Any]) -> Check:
    low, high = schema.get("minimum"), schema.get("maximum")

    def accepts(data: object) -> bool:
        if not isinstance(data, str) or not _DECIMAL.fullmatch(data):
            return True
        number = Decimal(data)
        return (low is None or number >= low) and (high is None or number <= high)

    return accepts


def _max_length(schema: Mapping[str, Any]) -> Check:
    limit = schema["maxLength"]
    return lambda data: not isinstance(data, str) or len(data) <= limit


def _min_length(schema: Mapping[str, Any]) -> Check:
    limit = schema["minLength"]
    return lambda data: kind(data) != "string" or len(data) >= limit


def _list(schema: Mapping[str, Any]) -> Check:
    least, most = schema.get("minItems", 0), schema.get("maxItems")
    item = compiled(schema.get("items", True))

    def accepts(data: object) -> bool:
        if not isinstance(data, list):
            return True
        fits = least <= len(data) and (most is None or len(data) <= most)
        return fits and all(map(item, data))

    return accepts


def _object(schema: Mapping[str, Any]) -> Check:
    required = frozenset(schema.get("required", ()))
    known = {key: compiled(inner) for key, inner in schema.get("properties", {}).items()}
    other = compiled(schema.get("additionalProperties", True))

    def accepts(data: object) -> bool:
        if not isinstance(data, dict):
            return True
        if not required <= data.keys():
            return False
        for key, value in data.items():  # noqa: SIM110 — as above
            if not known.get(key, other)(value):
                return False
        return True

    return accepts


def _choice(schema: Mapping[str, Any]) -> Check:
    condition = compiled(schema["if"])
    met, unmet = compiled(schema.get("then", True)), compiled(schema.get("else", True))
    return lambda data: (met if condition(data) else unmet)(data)


def _group(make: Callable[[Mapping[str, Any]], Check], keys: Iterable[str]) -> dict[str, Any]:
    return dict.fromkeys(keys, make)


_KEYWORDS: dict[str, Callable[[Mapping[str, Any]], Check]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    **_group(_limits, ("minimum", "maximum")),
    "maxLength": _max_length,
    "minLength": _min_length,
    **_group(_list, ("items", "minItems", "maxItems")),
    **_group(_object, ("required", "properties", "additionalProperties")),
    **_group(_choice, ("if", "then", "else")),
}
