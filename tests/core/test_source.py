"""Offsets become lines and columns, places become regions, messages become words."""

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.diagnostics import Place, Related, Severity, error
from perfspec.errors import PerfspecError
from perfspec.findings import settle
from perfspec.messages import english, message, translator
from perfspec.source import Position, Region, Source
from tests.helpers import tree


@given(st.text(st.sampled_from("绩a𠀀\r\n"), max_size=20))
def test_line_and_column_lead_back_to_the_offset(text: str) -> None:
    source = Source(path="f", text=text)
    for offset in range(len(text) + 1):
        at = source.position(offset)
        assert source.offset(at.line) + at.column - 1 == offset
        assert at.line == text.count("\n", 0, offset) + 1
    assert source.lines == text.count("\n") + 1


def test_a_line_comes_without_its_break() -> None:
    source = Source(path="f", text="一\r\n二\n\n三")
    assert [source.line(number) for number in range(1, source.lines + 1)] == ["一", "二", "", "三"]


def test_places_are_made_step_by_step() -> None:
    place = Place("f")
    assert (place / "a" / 0).keys == ("a", 0)
    assert (place / "a").key("b") == Place("f", ("a", "b"), on_key=True)
    assert (place / "a").part(1, 2) == Place("f", ("a",), span=(1, 2))


@pytest.mark.parametrize(
    ("level", "threshold", "reaches"),
    [("error", "error", True), ("error", "info", True), ("warning", "error", False),
     ("warning", "warning", True), ("info", "warning", False), ("info", "info", True)],
)  # fmt: skip
def test_a_level_reaches_the_milder_ones(level: str, threshold: str, reaches: bool) -> None:
    assert Severity(level).reaches(Severity(threshold)) is reaches


def test_findings_are_in_the_order_of_paths_lines_and_columns() -> None:
    trees = {name: tree("a: 1\nb: [x, y]\n", name) for name in ("p", "q")}
    sources = {name: one.source for name, one in trees.items()}
    places: list[Place | Region] = [
        Place("q", ("a",)),
        Place("p", ("b", 1)),
        Place("p", ("b", 0)),
        Place("p", ("a",)),
        Region(path="unread"),
        Place("unread", ("a",)),
        Region(path="q", start=0, end=1),
    ]
    diagnostics = [error(f"code-{'abcdefg'[n]}", at, message("x")) for n, at in enumerate(places)]
    found = settle(diagnostics, sources, trees)
    assert [(one.spot.path, one.spot.start, one.code[-1]) for one in found] == [
        ("p", Position(1, 4), "d"),
        ("p", Position(2, 5), "c"),
        ("p", Position(2, 8), "b"),
        ("q", Position(1, 1), "g"),
        ("q", Position(1, 4), "a"),
        ("unread", Position(1, 1), "e"),
        ("unread", Position(1, 1), "f"),
    ]
    assert found[0].spot.line == "a: 1"
    assert found[-1].spot.line == ""


def test_a_related_place_is_settled_too() -> None:
    one = tree("a: 1\nb: 2\n", "p")
    related = (Related(one.place / "b", message("see {what}", what="here")),)
    (found,) = settle(
        [error("x", one.place / "a", message("y"), related=related)], {"p": one.source}, {"p": one}
    )
    assert found.related[0].spot.start == Position(2, 4)
    assert english(found.related[0].note) == "see here"


class TestMessages:
    """Messages as values."""

    def test_arguments_are_put_in_after_translation_and_translated_themselves(self) -> None:
        wanted = message("error: {what}", what=message("the file is empty"))
        assert english(wanted) == "error: the file is empty"
        assert translator("zh")(wanted) == "错误：文件是空的"

    def test_braces_of_an_argument_are_no_placeholders(self) -> None:
        assert english(message("unknown key {key!r}", key="{x}")) == "unknown key '{x}'"

    def test_a_language_without_a_catalogue_is_a_bug(self) -> None:
        with pytest.raises(FileNotFoundError):
            translator("fr")
        assert gettext.NullTranslations().gettext("x") == "x"

    def test_an_error_carries_its_message_and_hint(self) -> None:
        problem = PerfspecError(message("no {what}", what="way"), message("try again"))
        assert str(problem) == "no way"
        assert problem.hint == message("try again")
