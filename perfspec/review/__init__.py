"""What a reviewer would send back: one module for each rule, listed here.

In: a `Filing` that could be read, its `Form`, and the settings of the form pack and the workspace.
Out: for each rule what it found, and what it could not judge. A rule sees the model only; it
neither parses text, but through `prose`, nor reads files. A new rule is a module with a `RULE` and
one line below.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from perfspec.diagnostics import Diagnostic, Severity
from perfspec.form import Form
from perfspec.model import Filing
from perfspec.review import (
    amount_exceeds_budget,
    amount_in_name,
    baseline_missing,
    basis_identical,
    basis_names_other_plan,
    budget_sum,
    class_missing,
    class_unknown,
    commitment_uncovered,
    cost_floor,
    cost_vs_budget,
    count_mismatch,
    date_out_of_year,
    description_echo,
    direction,
    document_number,
    doubled_punctuation,
    duplicate_indicator,
    duplicate_project,
    enumeration_sum,
    field_empty,
    glyphs,
    goal_unmeasured,
    half_width_punctuation,
    impossible_date,
    invisible_character,
    item_punctuation,
    mixed_enumeration,
    money_unit,
    name_variants,
    not_measurable,
    number_format,
    numbering,
    operator_assumed,
    payment_plan,
    percent_range,
    placeholder_left,
    project_code,
    purpose_sum,
    qualifier_changed,
    rate_of_rate,
    same_threshold,
    subset_larger,
    typo,
    unbalanced_brackets,
    unit_mismatch,
    unit_missing,
    value_unreadable,
    value_vague,
    weights_sum,
    wrong_class,
    year_stale,
)
from perfspec.rule import Context, Judgement, Rule, Undecided

RULES: tuple[Rule, ...] = (
    amount_exceeds_budget.RULE,
    amount_in_name.RULE,
    baseline_missing.RULE,
    basis_identical.RULE,
    basis_names_other_plan.RULE,
    budget_sum.RULE,
    class_missing.RULE,
    class_unknown.RULE,
    commitment_uncovered.RULE,
    cost_floor.RULE,
    cost_vs_budget.RULE,
    count_mismatch.RULE,
    date_out_of_year.RULE,
    description_echo.RULE,
    direction.RULE,
    document_number.RULE,
    doubled_punctuation.RULE,
    duplicate_indicator.RULE,
    duplicate_project.RULE,
    enumeration_sum.RULE,
    field_empty.RULE,
    glyphs.RULE,
    goal_unmeasured.RULE,
    half_width_punctuation.RULE,
    impossible_date.RULE,
    invisible_character.RULE,
    item_punctuation.RULE,
    mixed_enumeration.RULE,
    money_unit.RULE,
    name_variants.RULE,
    not_measurable.RULE,
    number_format.RULE,
    numbering.RULE,
    operator_assumed.RULE,
    payment_plan.RULE,
    percent_range.RULE,
    placeholder_left.RULE,
    project_code.RULE,
    purpose_sum.RULE,
    qualifier_changed.RULE,
    rate_of_rate.RULE,
    same_threshold.RULE,
    subset_larger.RULE,
    typo.RULE,
    unbalanced_brackets.RULE,
    unit_mismatch.RULE,
    unit_missing.RULE,
    value_unreadable.RULE,
    value_vague.RULE,
    weights_sum.RULE,
    wrong_class.RULE,
    year_stale.RULE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which rules run, at which level, with which options; a level of None switches one off."""

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often a rule looked at a filing or project, and with which of three outcomes."""

    found: int = 0
    clean: int = 0
    undecided: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return how often it looked in all."""
        return Tally(
            found=self.found + other.found,
            clean=self.clean + other.clean,
            undecided=self.undecided + other.undecided,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the rules say of a filing."""

    found: tuple[Diagnostic, ...]
    undecided: tuple[Undecided, ...]
    tallies: Mapping[str, Tally]


DEFAULTS = Settings()


def review(
    filing: Filing, form: Form, settings: Settings = DEFAULTS, rules: tuple[Rule, ...] = RULES
) -> Review:
    """Return what `rules` say of `filing`, the filing first and then project by project."""
    found: list[Diagnostic] = []
    undecided: list[Undecided] = []
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for code, judgement in _judgements(filing, form, settings, rules):
        before = len(found), len(undecided)
        for one in judgement:
            if isinstance(one, Undecided):
                undecided.append(one)
            else:
                found.append(_levelled(one, settings))
        counts = outcomes[code]
        if len(found) > before[0]:
            counts["found"] += 1
        else:
            counts["undecided" if len(undecided) > before[1] else "clean"] += 1
    tallies = {code: Tally(**counts) for code, counts in outcomes.items()}
    return Review(found=tuple(found), undecided=tuple(undecided), tallies=tallies)


def _judgements(
    filing: Filing, form: Form, settings: Settings, rules: tuple[Rule, ...]
) -> Iterator[tuple[str, Judgement]]:
    """Yield the code of each rule with its judgement of the filing, then of each project.

    Project by project, so that what the rules share of a text is worked out once.
    """
    running = [
        (rule.code, rule, Context(filing=filing, form=form, options=_options(rule, settings)))
        for rule in rules
        if settings.levels.get(rule.code, rule.level) is not None
    ]
    for code, rule, context in running:
        if rule.check_filing:
            yield code, rule.check_filing(filing, context)
    for project in filing.projects:
        for code, rule, context in running:
            if rule.check_project:
                yield code, rule.check_project(project, context)


def _options(rule: Rule, settings: Settings) -> dict[str, Any]:
    defaults = {option.name: option.default for option in rule.options}
    return {**defaults, **settings.options.get(rule.code, {})}


def _levelled(found: Diagnostic, settings: Settings) -> Diagnostic:
    level = settings.levels.get(found.code)
    return replace(found, severity=level) if level else found
