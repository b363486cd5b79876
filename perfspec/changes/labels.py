"""What a field is called on the paper: the titles that schemas and forms give it."""

from functools import cache

from perfspec import schema
from perfspec.diagnostics import Place
from perfspec.form import Form
from perfspec.schema import titles

FILING, PROJECT = "filing", "project"
_FIELDS = "fields"
_DEEPEST = 2


def field(document: str, at: Place | None, key: str, form: Form) -> tuple[str, str]:
    """Return the key path of a field, list positions left out, and its label.

    In: the schema of the document, the place of the field, its key for where there is no place, and
    the form, which has the labels of extra fields.
    """
    keys = at.keys if at and at.keys else tuple(key.split("."))
    words = tuple(one for one in keys if isinstance(one, str))
    if len(words) >= _DEEPEST and words[-2] == _FIELDS:
        label = next((one.label for one in form.fields if one.id == words[-1]), words[-1])
    else:
        label = title(document, tuple(0 if isinstance(one, int) else one for one in keys))
    return ".".join(words), label or words[-1]


@cache
def title(document: str, keys: tuple[str | int, ...]) -> str:
    """Return the title that the schema `document` gives to the last word of `keys`."""
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    return titles.find(schema.load(document), keys)
