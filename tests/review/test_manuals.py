"""The manual of every rule is complete, and its examples are what it says."""

import pytest

from perfspec import manual
from perfspec.review import RULES
from perfspec.rule import Rule
from tests.review.examples import examine

EXAMPLES = [
    (rule, kind, text)
    for rule in RULES
    for kind, texts in (("bad", manual.of(rule).bad), ("good", manual.of(rule).good))
    for text in texts
]


@pytest.mark.parametrize(
    ("rule", "kind", "text"), EXAMPLES, ids=[f"{rule.code}-{kind}" for rule, kind, _ in EXAMPLES]
)
def test_bad_is_found_and_good_is_clean(rule: Rule, kind: str, text: str) -> None:
    said = examine(rule, text)
    assert bool(said.found) is (kind == "bad"), said
    assert not said.undecided


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_sound_filing_is_clean(rule: Rule) -> None:
    said = examine(rule)
    assert (said.found, said.undecided) == ((), ())


def test_the_rules_are_listed_in_the_order_of_their_names() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
