"""Which rules run, how bad their findings are, and with which options: one layer over the other.

In: a `Layer` of the form pack, and one of the workspace, which goes over it. Out: `Settings` for a
review.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from perfspec import review
from perfspec.diagnostics import Severity

LEVELS: Mapping[str, Severity | None] = {one.value: one for one in Severity} | {"off": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which rules run, at which level, with which options; a level of None switches one off."""

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


DEFAULTS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What one file says of rules: levels, options that replace, options that add."""

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    added: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


def combine(layers: Iterable[Layer]) -> Settings:
    """Return the settings of `layers`, each over the one before."""
    levels: dict[str, Severity | None] = {}
    options: dict[str, dict[str, Any]] = {}
    defaults = {(rule.code, one.name): one.default for rule in review.RULES for one in rule.options}
    for layer in layers:
        levels |= layer.levels
        for code, given in layer.options.items():
            options.setdefault(code, {}).update(given)
        for code, added in layer.added.items():
            for name, words in added.items():
                before = options.setdefault(code, {}).get(name, defaults[code, name])
                options[code][name] = tuple(dict.fromkeys((*before, *words)))
    return Settings(levels=levels, options=options)


def choose(settings: Settings, select: frozenset[str], ignore: frozenset[str]) -> Settings:
    """Return `settings` with only the rules in `select` on, if any, and those in `ignore` off.

    A rule that is selected runs, even where the settings switch it off.
    """
    levels = dict(settings.levels)
    for rule in review.RULES:
        if rule.code in ignore or (select and rule.code not in select):
            levels[rule.code] = None
        elif select and levels.get(rule.code, rule.level) is None:
            del levels[rule.code]
    return Settings(levels=levels, options=settings.options)
