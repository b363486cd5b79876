"""The Chinese catalogue says everything that the program says, and is compiled."""

import gettext
import sys
from types import ModuleType

import catalogue
import pytest
from babel.messages.catalog import Catalog

from perfspec.cli import language, perfspec
from perfspec.diagnostics import Severity
from perfspec.messages import LANGUAGES, LOCALE, english, message, translator
from perfspec.review import RULES
from perfspec.rule import Rule


@pytest.fixture(autouse=True)
def _english_help() -> None:
    """Put the help texts back: a test before may have run a command in Chinese."""
    language.translate_help(perfspec, "en")


def test_every_message_is_in_the_catalogue_with_the_same_arguments() -> None:
    wanted = catalogue.wanted()
    assert len(wanted) > 100
    assert list(catalogue.problems(catalogue.load("zh"), wanted)) == []


def test_every_manual_is_complete_and_in_the_catalogue() -> None:
    assert list(catalogue.faults(RULES)) == []
    paragraphs = {text for rule in RULES for text in catalogue.paragraphs(rule)}
    assert len(paragraphs) > 2 * len(RULES)
    assert paragraphs <= catalogue.wanted()


@pytest.mark.parametrize(
    ("docstring", "fault"),
    [
        ("Right.\n\nBad::\n\n    a: 1\n\nGood::\n\n    a: 2\n", "Right."),
        ("Right.\n\nWhy: of {x}.\n\nBad::\n\n    a: 1\n\nGood::\n\n    a: 2\n", "a brace in the"),
    ],
)
def test_a_manual_that_lacks_a_part_or_has_a_brace_is_named(
    docstring: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("perfspec.review.some_rule", docstring)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    rule = Rule(module=module.__name__, level=Severity.ERROR)
    (line,) = catalogue.faults([rule])
    assert line.startswith(f"some-rule: {fault}")
    assert catalogue.wanted()


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = LOCALE / "zh" / "LC_MESSAGES" / "perfspec.mo"
    assert compiled.read_bytes() == catalogue.compiled(catalogue.load("zh"))


@pytest.mark.parametrize(
    ("text", "translation", "problem"),
    [
        ("gone", "没有了", "no longer used: 'gone'"),
        ("kept {a}", "留下", "other arguments: 'kept {a}' -> ('留下',)"),
        ("kept {a}", "", "not translated: 'kept {a}'"),
    ],
)
def test_a_wrong_entry_is_named(text: str, translation: str, problem: str) -> None:
    entries = Catalog(locale="zh")
    entries.add(text, translation)
    assert problem in list(catalogue.problems(entries, {"kept {a}"}))


def test_a_missing_entry_is_named() -> None:
    assert list(catalogue.problems(Catalog(locale="zh"), {"new"})) == [
        "not in the catalogue: 'new'"
    ]


def test_english_is_the_text_itself() -> None:
    for text in catalogue.messages():
        # What is quoted of a paper stays Chinese: units, numbers of items, an example.
        quoted = [character for character in text if "\u4e00" <= character <= "\u9fff"]
        assert len(quoted) <= 8, text
        assert 3 * len(quoted) < len(text), text


def test_arguments_that_are_messages_are_translated_too() -> None:
    inner = message("a list")
    outer = message("{name} is {found}, expected {wanted}", name="x", found=inner, wanted=inner)
    assert english(outer) == "x is a list, expected a list"
    assert translator("zh")(outer) == "x 应为列表，这里是列表"


def test_both_languages_have_a_catalogue_or_need_none() -> None:
    assert LANGUAGES == ("zh", "en")
    assert gettext.find("perfspec", LOCALE, ["zh"])
