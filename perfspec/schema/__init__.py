"""Validate a tree against a published schema.

In: a `Tree` and the name of a schema. Out: findings, in the order of the text.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from perfspec import resources
from perfspec.diagnostics import Diagnostic, Place
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.schema import words
from perfspec.schema.dialect import Validator
from perfspec.yamltree import Tree

SPECS = ("filing", "project", "form")
NAMES = (*SPECS, "findings")


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


@cache
def titles(name: str) -> Mapping[str, str]:
    """Return the Chinese title of each key that the schema `name` knows."""
    return dict(_titles(load(name)))


def label(name: str, *keys: str) -> str:
    """Return keys as messages show them: `budget.total（预算数）`."""
    title = titles(name).get(keys[-1], "")
    return ".".join(keys) + (f"（{title}）" if title else "")


def validate(tree: Tree, name: str) -> list[Diagnostic]:
    """Return what in `tree` does not fit the schema `name`."""
    findings = words.describe(tree, list(_validator(name).iter_errors(tree.data)), titles(name))
    return sorted(findings, key=lambda finding: _start(tree, finding))


def _start(tree: Tree, finding: Diagnostic) -> int:
    return tree.locate(finding.at).start if isinstance(finding.at, Place) else finding.at.start


def _titles(schema: object) -> Iterator[tuple[str, str]]:
    if isinstance(schema, dict):
        for key, inner in schema.get("properties", {}).items():
            if isinstance(inner, dict) and isinstance(inner.get("title"), str):
                yield key, inner["title"]
        for value in schema.values():
            yield from _titles(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _titles(value)


@cache
def _validator(name: str) -> Any:  # noqa: ANN401 — jsonschema has no type for a made class
    return Validator(load(name))
