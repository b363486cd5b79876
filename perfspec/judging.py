"""What the rules of review say: of a filing, or of what changed between two.

In: the records, settings, and the rules to run. Out: findings, what could not be judged, and how
often each rule looked. A rule runs over whatever it has a check for, and over nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from perfspec.compare import Comparison
from perfspec.diagnostics import Diagnostic
from perfspec.form import Form
from perfspec.model import Filing
from perfspec.review import RULES
from perfspec.rule import Context, Judgement, Rule, Undecided
from perfspec.settings import DEFAULTS, Settings


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
    """What the rules say of a filing, or of two."""

    found: tuple[Diagnostic, ...]
    undecided: tuple[Undecided, ...]
    tallies: Mapping[str, Tally]


def review(
    filing: Filing, form: Form, settings: Settings = DEFAULTS, rules: tuple[Rule, ...] = RULES
) -> Review:
    """Return what `rules` say of `filing`, the filing first and then project by project."""
    return _tallied(_judgements(filing, form, settings, rules), settings)


def judge(
    comparison: Comparison, settings: Settings = DEFAULTS, rules: tuple[Rule, ...] = RULES
) -> Review:
    """Return what `rules` over two years say, the filings first and then project by project.

    Nothing is judged of a comparison that looks back, from a newer filing to an older one.
    """
    return _tallied(_over_years(comparison, settings, rules), settings)


def _tallied(judgements: Iterator[tuple[str, Judgement]], settings: Settings) -> Review:
    found: list[Diagnostic] = []
    undecided: list[Undecided] = []
    outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for code, judgement in judgements:
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


def _over_years(
    comparison: Comparison, settings: Settings, rules: tuple[Rule, ...]
) -> Iterator[tuple[str, Judgement]]:
    new = comparison.new
    running = [
        (
            rule,
            Context(
                filing=new.filing,
                form=new.form,
                options=_options(rule, settings),
                comparison=comparison,
            ),
        )
        for rule in rules
        if comparison.years >= 0 and settings.levels.get(rule.code, rule.level) is not None
    ]
    for rule, context in running:
        if rule.check_comparison:
            yield rule.code, rule.check_comparison(comparison, context)
    for change in comparison.changes:
        for rule, context in running:
            if rule.check_change:
                yield rule.code, rule.check_change(change, context)


def _options(rule: Rule, settings: Settings) -> dict[str, Any]:
    defaults = {option.name: option.default for option in rule.options}
    return {**defaults, **settings.options.get(rule.code, {})}


def _levelled(found: Diagnostic, settings: Settings) -> Diagnostic:
    level = settings.levels.get(found.code)
    return replace(found, severity=level) if level else found
