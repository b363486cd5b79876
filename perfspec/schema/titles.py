"""The Chinese title of a key, which depends on where the key stands.

In: a schema and a key path of a document. Out: the title that the schema gives the key there.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]


def find(root: Schema, keys: tuple[str | int, ...]) -> str:
    """Return the title of the last of `keys`, or an empty text; `keys` ends with a word."""
    title, schemas = "", [root]
    for key in keys:
        schemas = [inner for schema in schemas for inner in _inner(root, schema, key)]
        title = next((str(schema["title"]) for schema in schemas if "title" in schema), "")
    return title


def around(root: Schema, keys: tuple[str | int, ...], schema: Any) -> dict[str, str]:  # noqa: ANN401 — as jsonschema types it
    """Return the titles of the words in `keys`, and of those that `schema`, met there, lists."""
    ends = [at for at, key in enumerate(keys, start=1) if isinstance(key, str)]
    found = {str(keys[at - 1]): title for at in ends if (title := find(root, keys[:at]))}
    listed = schema.get("properties", {})
    return found | {key: str(inner["title"]) for key, inner in listed.items() if "title" in inner}


def _inner(root: Schema, schema: Schema, key: str | int) -> Iterator[Schema]:
    """Yield what `schema` says of the value under `key`."""
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix("#/definitions/")
        yield from _inner(root, root["definitions"][name], key)
        return
    if isinstance(key, int):
        found = schema.get("items")
    else:
        found = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
    if isinstance(found, dict):
        yield found
    for branch in ("then", "else"):
        if branch in schema:
            yield from _inner(root, schema[branch], key)
