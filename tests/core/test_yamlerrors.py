"""What the YAML parsers say is put into words for people who do not know YAML's grammar."""

import pytest
import yaml

from perfspec import yamlerrors, yamltree
from perfspec.messages import english
from perfspec.source import Source

SYNTAX = [
    ("a: @x", 3, "a value cannot begin with this character"),
    ("a: `x", 3, "a value cannot begin with this character"),
    ("a: ]", 3, "a value cannot begin with this character"),
    ("a: ,x", 3, "a value cannot begin with this character"),
    ("a: ?", 3, "a value cannot begin with this character"),
    ("a: 'x", 3, "a quotation is opened here and never closed"),
    ('a: 绩\nb: "x\nc: d\n', 8, "a quotation is opened here and never closed"),
    ("a: b: c", 4, "a colon stands where no key can be"),
    ("key\nb: 1", 5, "a colon stands where no key can be"),
    ("a: b\n c\nd", 8, "this line has no `key: value`"),
    ("- a\nb: c", 4, "this line does not fit the lines above it"),
    ("绩:\n  b: 1\n c: 2", 11, "this line does not fit the lines above it"),
    ("a: 'b' c", 7, "this line does not fit the lines above it"),
    ("a: - b", 3, "a list item cannot stand here"),
    ("a: >=90%", 3, "the text block is not written as YAML expects"),
    ("a: |\n\tx\n", 5, "a tab stands where YAML wants spaces"),
    ("a:\n\tb: c\n", 3, "a tab stands where YAML wants spaces"),
    ('a: "\\xZZ"', 6, "this is no escape that YAML knows"),
    ("a: b\n...\nc: d", 9, "a second document begins here"),
    ("a: [1", 5, "a list or mapping in brackets is not closed"),
    ("a: {x: 1", 8, "a list or mapping in brackets is not closed"),
    ("a: !<x", 3, "! has a meaning in YAML and cannot begin a text"),
    ("a: & b", 3, "* and & have a meaning in YAML and cannot begin a text"),
    ("a: * b", 3, "* and & have a meaning in YAML and cannot begin a text"),
    ("%YAML 1.1 x\n---\na: b", 10, "% has a meaning in YAML and cannot begin a line"),
    ("绩效：1\nname：x\nb: 1", 9, "a full-width colon stands behind 'name'"),
    ("a: 1\n- b：2\nc: 3", 8, "a full-width colon stands behind 'b'"),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(("text", "offset", "words"), SYNTAX)
def test_a_syntax_error_is_told_in_plain_words_whichever_parser_finds_it(
    monkeypatch: pytest.MonkeyPatch, loader: type, text: str, offset: int, words: str
) -> None:
    monkeypatch.setattr(yamltree, "_LOADER", loader)
    tree, (found,) = yamltree.parse(Source(path="f", text=text))
    assert tree is None
    assert english(found.message) == words
    assert (found.at.start if not hasattr(found.at, "keys") else None) == offset
    assert found.hint


def test_what_no_table_knows_is_told_in_the_words_of_the_parser() -> None:
    mark = yaml.Mark("f", 99, 0, 0, "", 0)
    problem = yaml.MarkedYAMLError("while dreaming", None, "found a unicorn", mark)
    found = yamlerrors.describe(Source(path="f", text="a: b"), problem)
    assert english(found.message) == "not valid YAML: while dreaming found a unicorn"
    unmarked = yamlerrors.describe(Source(path="f", text="a: b"), yaml.MarkedYAMLError())
    assert unmarked.code == "yaml-syntax"


@pytest.mark.parametrize(
    "character", "\x00\x07\x1b\x7f\x85\xad\u200b\u200e\u2028\u202e\ufeff\ufffe\uffff\U000e0001"
)
def test_what_nobody_sees_on_paper_is_found(character: str) -> None:
    assert yamlerrors.find_invisible(f"绩{character}效") == 1
    source = Source(path="f", text=f"绩效: 'a{character}'")
    _, (found,) = yamltree.parse(source)
    assert (found.code, found.at.start) == ("character", 6)  # type: ignore[union-attr]  # a region


@pytest.mark.parametrize(
    "text", ["绩　效\t x\n", "a\r\nb", "\u00a0é\ufe0f\U000e0100", "\ue000", "😀𠀀", ""]
)
def test_what_is_seen_or_ends_a_line_is_kept(text: str) -> None:
    assert yamlerrors.find_invisible(text) is None


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\x07", "U+0007"),
        ("\U000e0001", "U+E0001 LANGUAGE TAG"),
    ],
)
def test_a_character_is_named_by_its_number_and_name(character: str, name: str) -> None:
    assert yamlerrors.name_of(character) == name
