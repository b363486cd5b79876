"""Write `docs/spec.md`, the YAML files key by key, from the published schemas.

Usage: python scripts/specdoc.py [--check]

With `--check` nothing is written: exit 1 where the page is stale.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "spec.md"
_FILES = {
    "filing": "filing.yaml",
    "project": "projects/<id>.yaml",
    "actuals": "actuals.yaml",
    "lineage": "lineage.yaml",
    "provenance": "provenance.yaml",
    "form": "form.yaml",
}
# What a kind of value is called on the page, and what is to be said of it.
_KINDS = {
    "amount": "an amount: digits, with a decimal point if any; no comma, no 万, no 元",
    "cell-code": "as code; may be empty",
    "class": "a standard class, such as `output.quantity`, that means the same in every form",
    "code": "letters, digits and `-`; leading zeros stay",
    "fields": "keys that the form declares under `fields` of its form.yaml",
    "decisions": "a list; each has `old`, `new` and, if wanted, `relation` and `note`",
    "file-name": "the name of a file in the same folder",
    "goals": "a list of texts, each with its number as typed",
    "id": "lower-case letters and digits, parted by single `-`; at most 64 characters",
    "indicators": "a list of rows; their keys are shown once",
    "ids": "an id, or a list of ids: codes of units, ids of projects or of indicators",
    "key": "lower-case letters, digits and `_`, beginning with a letter",
    "key-path": "a key, or keys parted by `.`",
    "label": "a text of at least one character",
    "line": "a text of one line; may be empty",
    "markdown": "running text; `**…**` prints bold, an empty line parts paragraphs; may be empty",
    "project": "keys of one decision, shown in the table",
    "relation": "`same`, `split`, `merged` or `different`",
    "step": "keys for one older filing, shown in the table",
    "target": "a text such as `≥90%`, or keys of their own, shown in the table",
    "reached": "keys that are ids of the project's indicators, each with what it reached",
    "percent": "0 to 100, with or without `%`; may be empty",
    "text": "running text, printed letter for letter; may be empty",
    "weight": "a number, not negative; may be empty",
    "year": "a year of four digits",
}
_HEAD = """\
# The spec, key by key

Generated from `schema/*.schema.json` by `python scripts/specdoc.py`; do not edit.

A filing is a folder of YAML files. What is written is what is printed: `0224001`, `112500.00`,
`0` and `2020-01-01` stay as typed, with or without quotes. Refused are aliases, anchors, tags,
merge keys, duplicate and unknown keys, tabs for indenting, a second document, and files of more
than 2 MiB.

In the tables, «must» says which keys have to be there; a key inside another must be there where
the other is. `[]` stands for each item of a list, `<id>` for a name that the form declares. Which
further keys a form wants, and which sources and dates it knows, its form.yaml says. Editors that
know JSON Schema complete and check these keys; `perfspec schema NAME` prints a schema.
"""


def page() -> str:
    """Return the page in Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    used: set[str] = set()
    for name, path in _FILES.items():
        file = ROOT / "schema" / f"{name}.schema.json"
        schema = json.loads(file.read_text(encoding="utf-8"))
        yield f"## `{path}`: {schema['title']}"
        yield ""
        yield _escaped(schema["description"])
        yield ""
        yield "| key | 名称 | must | value | what it is |"
        yield "|---|---|---|---|---|"
        for key, *cells in _rows(schema, schema, "", set()):
            used.add(cells[2].removeprefix("list of "))
            yield f"| `{key}` | {' | '.join(cells)} |"
        yield ""
    yield "## Kinds of values"
    yield ""
    yield "| value | what may stand there |"
    yield "|---|---|"
    for kind, what in sorted(_KINDS.items()):
        if kind in used:
            yield f"| {kind} | {what} |"
    yield ""


def _rows(
    root: dict[str, Any], node: dict[str, Any], path: str, shown: set[str]
) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield path, title, whether required, value and description of each key below `node`.

    What is below a definition in `shown` is not shown again.
    """
    for key, inner in node.get("properties", {}).items():
        must = "yes" if key in node.get("required", ()) else ""
        yield from _row(root, inner, (f"{path}{key}", must), shown)
    extra = node.get("additionalProperties")
    if isinstance(extra, dict) and "title" in extra:
        yield from _row(root, extra, (f"{path}<id>", ""), shown)
    for branch in ("then", "else"):
        if isinstance(node.get(branch), dict):
            yield from _rows(root, node[branch], path, shown)


def _row(
    root: dict[str, Any], inner: dict[str, Any], start: tuple[str, str], shown: set[str]
) -> Iterator[tuple[str, str, str, str, str]]:
    path, must = start
    yield path, inner.get("title", ""), must, _value(inner), _escaped(inner.get("description", ""))
    if inner.get("$ref") in shown:
        return
    whole = _resolved(root, inner)
    if isinstance(whole.get("items"), dict):
        yield from _rows(root, _resolved(root, whole["items"]), f"{path}[].", shown)
    else:
        yield from _rows(root, whole, f"{path}.", shown)
    if "$ref" in inner:
        shown.add(inner["$ref"])


def _escaped(text: str) -> str:
    """Return `text` so that Markdown shows every sign of it."""
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("*", "\\*").replace("|", "\\|")


def _value(node: dict[str, Any]) -> str:
    """Return the kind of a value, or the values that it may have."""
    if "enum" in node:
        return " · ".join(f"`{value}`" for value in node["enum"])
    if "$ref" in node:
        return str(node["$ref"]).rpartition("/")[2]
    kind = node.get("format") or node.get("type", "")
    if isinstance(kind, list):
        lists = "text or list of two texts" if node.get("maxItems") else "text, number or list"
        return lists if "array" in kind else "text"
    if kind == "array":
        item = node["items"]
        return f"list of {_value(item)}" if "title" not in item or "$ref" in item else "list"
    if kind == "integer" and "minimum" in node:
        return f"{node['minimum']} to {node['maximum']}"
    names = {"object": "keys", "boolean": "`true` · `false`", "string": "label"}
    return names.get(kind, str(kind))


def _resolved(root: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Return `node` with what its `$ref` points to; its own words go first."""
    if "$ref" not in node:
        return node
    name = str(node["$ref"]).rpartition("/")[2]
    definition: dict[str, Any] = root["definitions"][name]
    return _resolved(root, {**definition, **{k: v for k, v in node.items() if k != "$ref"}})


def main() -> int:
    """Write the page, or say whether it is stale."""
    parser = argparse.ArgumentParser(description="Write docs/spec.md from the schemas.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    if parser.parse_args().check:
        stale = not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page()
        print("docs/spec.md is stale: run scripts/specdoc.py" if stale else "docs/spec.md is fresh")
        return int(stale)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
