"""Validate a tree against a published schema.

In: a `Tree` and the name of a schema. Out: findings, in the order of the text.
"""

import json
from decimal import Decimal
from functools import cache
from typing import Any

from perfspec import resources
from perfspec.diagnostics import Diagnostic, Place
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.schema import accept, titles, words
from perfspec.yamltree import Tree

SPECS = ("filing", "project", "form", "actuals", "lineage", "provenance")
NAMES = (*SPECS, "findings", "comparison", "rules")


def text(name: str) -> str:
    """Return the published schema `name`, one of `NAMES`, as JSON text."""
    if name not in NAMES:
        problem = message("there is no schema {name!r}", name=name)
        raise PerfspecError(problem, message("there are: {names}", names=", ".join(NAMES)))
    path = resources.directory("schema") / f"{name}.schema.json"
    return path.read_text(encoding="utf-8")


@cache
def load(name: str) -> dict[str, Any]:
    """Return the schema `name` as data, fractions as Decimal."""
    data: dict[str, Any] = json.loads(text(name), parse_float=Decimal)
    return data


def label(name: str, *keys: str | int) -> str:
    """Return the last of `keys`, which lead through a document, as `total（预算数）`."""
    title = titles.find(load(name), keys)
    return words.labelled(str(keys[-1]), {str(keys[-1]): title} if title else {})


def is_group(name: str, key: str) -> bool:
    """Tell whether `key` of a document after the schema `name` holds further keys."""
    inner = load(name)["properties"].get(key, {})
    return isinstance(inner, dict) and inner.get("type") == "object"


def validate(tree: Tree, name: str) -> list[Diagnostic]:
    """Return what in `tree` does not fit the schema `name`."""
    if _accepts(name)(tree.data):
        return []
    findings = words.describe(tree, _validator(name).iter_errors(tree.data), load(name))
    return sorted(findings, key=lambda finding: _start(tree, finding))


# What may be wrong in a file that other files and the form can be held against all the same.
_SLIPS = {
    "filing": frozenset({"additionalProperties", "enum", "maximum", "minimum"}),
    "project": frozenset({"additionalProperties", "enum", "pattern"}),
    "form": frozenset[str](),
    "actuals": frozenset[str](),
    "lineage": frozenset[str](),
    "provenance": frozenset[str](),
}


def is_readable(tree: Tree, name: str) -> bool:
    """Tell whether `tree` has the shape of the schema `name`, be some keys and values wrong."""
    return _accepts(name)(tree.data) or all(
        problem.validator in _SLIPS[name] and list(problem.path) != ["spec"]
        for problem in _validator(name).iter_errors(tree.data)
    )


def _start(tree: Tree, finding: Diagnostic) -> int:
    return tree.locate(finding.at).start if isinstance(finding.at, Place) else finding.at.start


@cache
def _accepts(name: str) -> accept.Check:
    return accept.compiled(_whole(name))


@cache
def _validator(name: str) -> Any:  # noqa: ANN401 — jsonschema has no type for a made class
    # Importing jsonschema takes as long as reading a filing, and most filings do without.
    from perfspec.schema.dialect import Validator  # noqa: PLC0415

    return Validator(_whole(name))


@cache
def _whole(name: str) -> Any:  # noqa: ANN401 — JSON
    return _inlined(load(name), load(name)["definitions"])


def _inlined(schema: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401 — JSON
    """Return `schema` with what its `$ref`s name put in: looking that up takes a third of the time.

    The published schemas refer to their own definitions only, and to none that holds itself.
    """
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        named = definitions[str(schema["$ref"]).removeprefix("#/definitions/")]
        own = {key: value for key, value in schema.items() if key != "$ref"}
        return _inlined(named | own, definitions)
    return {key: _inlined(value, definitions) for key, value in schema.items()}
