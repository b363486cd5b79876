"""Read what a form pack and a workspace say of rules.

In: the key `rules` of a `form.yaml`, or `perfspec.toml`. Out: a `Layer`, and what is wrong in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from perfspec import manual, review
from perfspec.diagnostics import Diagnostic, Place, Severity, error
from perfspec.messages import Message, message
from perfspec.rule import Option, Rule
from perfspec.schema import kinds
from perfspec.schema.expected import KINDS
from perfspec.schema.words import did_you_mean, level_alone, shorten
from perfspec.settings import LEVELS, Layer
from perfspec.source import Region, Source
from perfspec.texts import read_text
from perfspec.tomltree import Keys, kind, parse
from perfspec.yamltree import Text

FILE = "perfspec.toml"
# Words under `extend-words` go behind those that are there, words under `words` in their place.
_EXTEND = "extend-"
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """What `perfspec.toml` says: of rules, and of what `check` does when it is not told."""

    rules: Layer = field(default_factory=Layer)
    fail_on: Severity | None = None
    baseline: str | None = None


class Where(Protocol):
    """Tells where the keys and values of a file stand."""

    def key(self, keys: Keys) -> Place | Region:
        """Return where the last of `keys` stands."""

    def value(self, keys: Keys) -> Place | Region:
        """Return where the value under `keys` stands."""

    def item(self, keys: Keys, index: int) -> Place | Region:
        """Return where an item of the list under `keys` stands."""


@dataclass(frozen=True, slots=True)
class _InTree:
    at: Place

    def key(self, keys: Keys) -> Place:
        return Place(self.at.path, (*self.at.keys, *keys), on_key=True)

    def value(self, keys: Keys) -> Place:
        return Place(self.at.path, (*self.at.keys, *keys))

    def item(self, keys: Keys, index: int) -> Place:
        return self.value(keys) / index


def read_form(data: Mapping[str, Any], at: Place) -> tuple[Layer, list[Diagnostic]]:
    """Return what the key `rules` of a `form.yaml`, which stands at `at`, says."""
    reader = _Reader(_InTree(at), ())
    return reader.layer(data), reader.found


def read_workspace(
    root: Path, origin: str = ""
) -> tuple[Workspace, Source | None, list[Diagnostic]]:
    """Return what `perfspec.toml` says, its text, and what is wrong in it."""
    source = read_text(root, FILE, origin)
    if isinstance(source, Diagnostic):
        return Workspace(), None, [source]
    parsed = parse(source)
    if isinstance(parsed, Diagnostic):
        return Workspace(), source, [parsed]
    data, where = parsed
    reader = _Reader(where, ())
    reader.known(data, ("check", "rules"))
    check, rules = reader.table(data, "check"), reader.table(data, "rules")
    inner = _Reader(where, ("check",))
    inner.known(check, ("fail-on", "baseline"))
    fail_on = inner.offered(check, "fail-on", [one.value for one in Severity])
    baseline = check.get("baseline")
    if baseline is not None and not isinstance(baseline, str):
        inner.wrong_type("baseline", baseline, KINDS["string"])
        baseline = None
    of_rules = _Reader(where, ("rules",))
    workspace = Workspace(
        rules=of_rules.layer(rules),
        fail_on=Severity(fail_on) if fail_on else None,
        baseline=baseline,
    )
    return workspace, source, reader.found + inner.found + of_rules.found


class _Reader:
    """Reads the values below `base`, and notes what is wrong with them."""

    def __init__(self, where: Where, base: Keys) -> None:
        self.where = where
        self.base = base
        self.found: list[Diagnostic] = []

    def layer(self, data: Mapping[str, Any]) -> Layer:
        """Return what `data`, rules by their codes, says."""
        rules = {rule.code: rule for rule in review.RULES}
        levels: dict[str, Severity | None] = {}
        options: dict[str, dict[str, Any]] = {}
        added: dict[str, dict[str, tuple[str, ...]]] = {}
        for code in data:
            if code not in rules:
                text, hint = manual.unknown(code, rules)
                self._refuse("unknown-rule", code, text, hint)
                continue
            # What a form says has passed its schema: a level alone is met in TOML only.
            hint = level_alone('{code} = {{level = "{level}"}}', code, data[code])
            given = self.table(data, code, hint)
            inner = _Reader(self.where, (*self.base, code))
            level = inner.offered(given, "level", list(LEVELS))
            if level is not None:
                levels[code] = LEVELS[level]
            options[code], added[code] = inner.options(given, rules[code])
            self.found += inner.found
        return Layer(levels=levels, options=options, added=added)

    def options(
        self, given: Mapping[str, Any], rule: Rule
    ) -> tuple[dict[str, Any], dict[str, tuple[str, ...]]]:
        """Return the options of `rule` that replace its defaults, and those that add to them."""
        known = {one.name: one for one in rule.options}
        lists = [one for one in rule.options if isinstance(one.default, tuple)]
        extend = {f"{_EXTEND}{one.name}": one for one in lists}
        replacing: dict[str, Any] = {}
        adding: dict[str, tuple[str, ...]] = {}
        for name, raw in given.items():
            option = known.get(name) or extend.get(name)
            if option is None and name != "level":
                text = message(
                    "the rule {code} has no option {name!r}", code=rule.code, name=shorten(name)
                )
                hint = did_you_mean(name, ["level", *known, *extend], {})
                self._refuse("unknown-option", name, text, hint)
            elif option:
                value = _value(option, raw)
                if value is None:
                    self.wrong_option(name, raw, option)
                elif option.least is not None and value < option.least:
                    args = {"name": name, "value": value, "limit": option.least}
                    text = message("{name} is {value}, less than {limit}", **args)
                    at = self.where.value((*self.base, name))
                    self.found.append(error("wrong-value", at, text))
                elif name in known:
                    replacing[name] = value
                else:
                    adding[option.name] = value
        return replacing, adding

    def known(self, data: Mapping[str, Any], keys: tuple[str, ...]) -> None:
        """Note the keys of `data` that are none of `keys`."""
        for key in data:
            if key not in keys:
                text = message("unknown key {key!r}", key=shorten(key))
                self._refuse("unknown-key", key, text, did_you_mean(key, keys, {}))

    def table(
        self, data: Mapping[str, Any], key: str, hint: Message | None = None
    ) -> Mapping[str, Any]:
        """Return the keys and values under `key`, none where there is something else."""
        value = data.get(key, {})
        if isinstance(value, dict):
            return value
        self.wrong_type(key, value, KINDS["object"], hint)
        return {}

    def offered(self, data: Mapping[str, Any], key: str, choices: list[str]) -> str | None:
        """Return the value under `key` if it is one of `choices`."""
        if key not in data or data[key] in choices:
            return str(data[key]) if key in data else None
        if isinstance(value := data[key], str):
            text = message(
                "{name} is {value!r}, which is not offered here", name=key, value=shorten(value)
            )
            hint = did_you_mean(value, choices, {})
            at = self.where.value((*self.base, key))
            self.found.append(error("wrong-value", at, text, hint=hint))
        else:
            wanted = message("one of {choices}", choices=", ".join(choices))
            self.wrong_type(key, value, wanted)
        return None

    def wrong_option(self, key: str, value: object, option: Option) -> None:
        """Note that the value under `key` is none for `option`, or which item of it is none."""
        wrong: tuple[int, object] | None = None
        if isinstance(option.default, tuple) and isinstance(value, list):
            wrong = next((n, one) for n, one in enumerate(value) if not isinstance(one, str))
        if wrong is None:
            self.wrong_type(key, value, _wanted(option))
            return
        args = {"number": wrong[0] + 1, "found": _kind(wrong[1]), "wanted": KINDS["string"]}
        text = message("item {number} of {name} is {found}, expected {wanted}", name=key, **args)
        at = self.where.item((*self.base, key), wrong[0])
        self.found.append(error("wrong-type", at, text))

    def wrong_type(
        self, key: str, value: object, wanted: Message, hint: Message | None = None
    ) -> None:
        """Note that the value under `key` is of another type than `wanted`."""
        found, at = _kind(value), self.where.value((*self.base, key))
        text = message("{name} is {found}, expected {wanted}", name=key, found=found, wanted=wanted)
        self.found.append(error("wrong-type", at, text, hint=hint))

    def _refuse(self, code: str, key: str, text: Message, hint: Message | None) -> None:
        self.found.append(error(code, self.where.key((*self.base, key)), text, hint=hint))


def _kind(value: object) -> Message:
    return KINDS[kinds.kind(value) if isinstance(value, (Text, dict, list)) else kind(value)]


def _wanted(option: Option) -> Message:
    """Return what the value of `option` has to be."""
    if isinstance(option.default, tuple):
        return message("a list of texts")
    return KINDS["integer" if isinstance(option.default, int) else "number"]


def _value(option: Option, raw: object) -> Any:  # noqa: ANN401 — of the type of the default
    """Return `raw` as the type of the default of `option`, or None."""
    if isinstance(option.default, tuple):
        if isinstance(raw, list) and all(isinstance(one, str) for one in raw):
            return tuple(map(str, raw))
        return None
    if isinstance(raw, Text) and raw.plain and _NUMBER.fullmatch(raw):
        raw = Decimal(raw)
    if isinstance(raw, bool) or not isinstance(raw, (int, Decimal)):
        return None
    whole = isinstance(option.default, int)
    if not Decimal(raw).is_finite() or (whole and raw != int(raw)):
        return None
    return int(raw) if whole else Decimal(raw)
