"""A new row for the table of a project.

In: what a person says of the indicator, the form and the rows that are there. Out: the row as it is
written, its keys in the order of the row above.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.messages import message
from perfspec.nextyear.adding import Item
from perfspec.quoting import scalar
from perfspec.schema.words import did_you_mean

_KEYS = ("id", "class", "name", "description", "target", "basis", "weight", "fields")
_PARTS = re.compile(r"([≥≤><=＞＜＝≧≦]?)\s*(-?[0-9]+(?:\.[0-9]+)?)\s*(.*)")
_BANDS = ("excellent", "good", "fair", "poor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person says of a new indicator; what is empty is left to be filled in."""

    id: str
    label: str
    name: str
    target: str
    description: str = ""
    basis: str = ""
    weight: str = ""


def row(asked: Asked, form: Form, others: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the row for `asked`; raises PerfspecError for a class that the form does not have."""
    labels = [known.second or known.first for known in form.classes]
    if asked.label not in labels:
        raise PerfspecError(
            message("the form {form} has no class {label!r}", form=form.name, label=asked.label),
            did_you_mean(asked.label, labels, {}),
        )
    made = _cells(asked, form, _target(asked.target, form))
    order = [*(others[-1] if others else ()), *_KEYS]
    return {key: made[key] for key in dict.fromkeys(("id", *order)) if key in made}


def blank(label: str, form: Form) -> dict[str, Any]:
    """Return a row of a class with nothing filled in, and no id yet."""
    asked = Asked(id="", label=label, name="", target="")
    made = _cells(asked, form, _empty_target(form))
    return {key: made[key] for key in _KEYS[1:] if key in made}


def _cells(asked: Asked, form: Form, target: Any) -> dict[str, Any]:  # noqa: ANN401 — as `_target`
    texts = {"description": asked.description, "basis": asked.basis, "weight": asked.weight}
    wanted = {key: text for key, text in texts.items() if text or key in form.required_on_indicator}
    cells = {"id": asked.id, "class": asked.label, "name": asked.name, "target": target, **wanted}
    fields = {one.id: "" for one in form.fields if one.on == "indicator" and one.required}
    return {**cells, "fields": fields} if fields else cells


def item(made: Mapping[str, Any]) -> Item:
    """Return a row as it is written."""
    pairs = [f"{key}: {_written(value)}" for key, value in made.items()]
    return Item(flow=f"{{{', '.join(pairs)}}}", block=pairs)


def _empty_target(form: Form) -> Any:  # noqa: ANN401 — a text or keys, as the form has it
    if form.target == "split":
        return {"op": "", "value": "", "unit": ""}
    return {"bands": dict.fromkeys(_BANDS, "")} if form.target == "bands" else ""


def _target(text: str, form: Form) -> Any:  # noqa: ANN401 — a text or keys, as the form has it
    """Return the target as the form writes it: one text, parted, or in bands."""
    if form.target == "split":
        parts = _PARTS.fullmatch(text)
        if parts is None:
            return {"value": text}
        return dict(zip(("op", "value", "unit"), parts.groups(), strict=True))
    if form.target == "bands":
        bands = [part.strip() for part in text.split("/")]
        if len(bands) != len(_BANDS):
            raise PerfspecError(
                message("the form {form} wants four values of a target", form=form.name),
                message("give them from the best to the worst: --target '95%/90%/85%/<85%'"),
            )
        return {"bands": dict(zip(_BANDS, bands, strict=True))}
    return text


def _written(value: Any) -> str:  # noqa: ANN401 — a text or keys
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_written(one)}' for key, one in value.items())}}}"
    return scalar(value)
