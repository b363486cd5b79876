"""The Chinese catalogue says everything that the program says, and is compiled."""

import gettext

import catalogue
import pytest
from babel.messages.catalog import Catalog

from perfspec.messages import LANGUAGES, LOCALE, english, message, translator


def test_every_message_is_in_the_catalogue_with_the_same_arguments() -> None:
    wanted = catalogue.messages()
    assert len(wanted) > 100
    assert list(catalogue.problems(catalogue.load("zh"), wanted)) == []


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
        # The words of the field stay Chinese in English messages: 万, 元, full-width colon.
        foreign = {character for character in text if character > "\u00ff"}
        assert foreign <= set("万元：")


def test_arguments_that_are_messages_are_translated_too() -> None:
    inner = message("a list")
    outer = message("{name} is {found}, expected {wanted}", name="x", found=inner, wanted=inner)
    assert english(outer) == "x is a list, expected a list"
    assert translator("zh")(outer) == "x 应为列表，这里是列表"


def test_both_languages_have_a_catalogue_or_need_none() -> None:
    assert LANGUAGES == ("zh", "en")
    assert gettext.find("perfspec", LOCALE, ["zh"])
