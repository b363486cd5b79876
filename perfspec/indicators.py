"""Make indicators of the rows that the project schema accepts, in the classes of a form."""

from collections import Counter
from hashlib import sha256
from typing import Any

from perfspec import formcheck
from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Indicator, IndicatorClass
from perfspec.schema.words import did_you_mean, shorten
from perfspec.values import Bands, Target
from perfspec.values.targets import DIRECTIONS, OPERATORS, banded_target, split_target, target


def read(rows: list[Any], at: Place, form: Form) -> tuple[tuple[Indicator, ...], list[Diagnostic]]:
    """Return the indicators of `rows`, and what the form or the other rows object to."""
    found: list[Diagnostic] = []
    indicators: list[Indicator] = []
    taken = Counter(str(row["id"]) for row in rows if "id" in row)
    for index, row in enumerate(rows):
        place = at / index
        found += formcheck.require(row, place, form.required_on_indicator, "project", form)
        classified = _classified(row["class"], form)
        if classified is None:
            found.append(_unknown_class(str(row["class"]), place / "class", form))
            continue
        fields, wrong_fields = formcheck.extra_fields(row, place, form, "indicator")
        found += wrong_fields
        found += _wrong_operator(row["target"], place / "target")
        name = str(row["name"])
        indicators.append(
            Indicator(
                id=str(row.get("id") or derived_id(classified, name, taken)),
                classified=classified,
                name=name,
                description=str(row.get("description", "")),
                target=_target(row["target"]),
                basis=str(row.get("basis", "")),
                weight=str(row.get("weight", "")),
                fields=fields,
                at=place,
            )
        )
    return tuple(indicators), [*found, *_repeated_ids(rows, at)]


def derived_id(classified: IndicatorClass, name: str, taken: Counter[str]) -> str:
    """Return the id of an indicator that has none, from its class and name; note it in `taken`.

    A second indicator of the same class and name gets `-2`: a filed paper can have both.
    """
    stem = (classified.standard or "other").rpartition(".")[2].replace("_", "-")
    digest = sha256(f"{classified.first}/{classified.second}/{name}".encode()).hexdigest()[:8]
    derived = base = f"{stem}-{digest}"
    while taken[derived]:
        taken[base] += 1
        derived = f"{base}-{taken[base]}"
    taken[derived] += 1
    return derived


def _classified(written: Any, form: Form) -> IndicatorClass | None:  # noqa: ANN401 — schema-checked data
    """Return the class that `written` names, or None if the form has no such label.

    A pair of labels stands as it was filed; whether the form puts them together is a matter
    of review. An empty cell is a class without labels.
    """
    if isinstance(written, list):
        first, second = map(str, written)
        known = (c for c in form.classes if (c.first, c.second) == (first, second))
        return next(known, IndicatorClass(first=first, second=second, standard=""))
    if not written:
        return IndicatorClass(first="", second="", standard="")
    return next((c for c in form.classes if (c.second or c.first) == written), None)


def _unknown_class(written: str, at: Place, form: Form) -> Diagnostic:
    labels = [known.second or known.first for known in form.classes]
    return error(
        "unknown-class",
        at,
        message("the form {form} has no class {label!r}", form=form.name, label=shorten(written)),
        hint=did_you_mean(written, labels, {}),
    )


def _target(written: Any) -> Target:  # noqa: ANN401 — schema-checked data
    if not isinstance(written, dict):
        return target(str(written))
    if "bands" in written:
        return banded_target(Bands(**{key: str(text) for key, text in written["bands"].items()}))
    parts = (str(written.get(key, "")) for key in ("op", "value", "unit"))
    return split_target(*parts)


def _wrong_operator(written: Any, at: Place) -> list[Diagnostic]:  # noqa: ANN401 — schema-checked data
    op = str(written.get("op", "")) if isinstance(written, dict) else ""
    # Some forms keep 定性 in the column of operators.
    if not op or op in OPERATORS or op in DIRECTIONS:
        return []
    text = message("{op!r} is no operator", op=shorten(op))
    return [error("wrong-value", at / "op", text, hint=did_you_mean(op, OPERATORS, {}))]


def _repeated_ids(rows: list[Any], at: Place) -> list[Diagnostic]:
    seen: set[str] = set()
    found = []
    for index, row in enumerate(rows):
        key = str(row.get("id", ""))
        if key and key in seen:
            place = at / index / "id"
            found.append(error("duplicate-id", place, message("{id!r} stands twice", id=key)))
        seen.add(key)
    return found
