"""The commonest slips are reported where they were made, in words that say what to do."""

import pytest
import yaml

from perfspec import yamltree
from perfspec.diagnostics import Diagnostic
from perfspec.messages import english
from perfspec.source import Region, Source

NAME = "no space stands behind the colon of 'name'"
TARGET = "no space stands behind the colon of 'target'"
FULLWIDTH = "a full-width colon stands behind 'name'"
SPACE = "a full-width or no-break space cannot indent a line"
ITEM = "this looks like an item of a list"
NO_KEY = "this line has no `key: value`"
REFERENCE = "* and & have a meaning in YAML and cannot begin a text"
TAG = "! has a meaning in YAML and cannot begin a text"
BLOCK = "the text block is not written as YAML expects"
UNFIT = "this line does not fit the lines above it"
HINTS = {
    NAME: "write an ASCII colon and a space: `name: `",
    TARGET: "write an ASCII colon and a space: `target: `",
    FULLWIDTH: "write an ASCII colon and a space: `name: `",
    SPACE: "indent with ordinary spaces, two for each level",
    ITEM: "an item begins with an ASCII `-` and a space: `- `",
    NO_KEY: "an item of a list begins with `- `; a line that goes on is indented; `: ` ends a key",
    REFERENCE: "put the text in quotes",
    TAG: "put the text in quotes",
    BLOCK: "a text that begins with > or | needs quotes, as in '>=90%'",
}
GOALS = "goals:\n  - 1.建成目录\n"

SLIPS = {
    "no space behind a colon, then a blank line and a comment": (
        "year: 2024\nunit:\n  name:馆藏\n\n  # 说明\n  code: 1\n", "3:7", NAME),
    "no space behind a colon at column 1": ("a: x\nname:馆藏\n\n# 说明\nb: y\n", "2:5", NAME),
    "no space behind a colon after other keys": (
        "unit:\n  code: 1\n  name:馆藏\n\n  # 说明\n  kind: x\n", "3:7", NAME),
    "no space before ≥": ("- name: x\n  target:≥98%\n  unit: y\n", "2:9", TARGET),
    "no space before ≥ in the last key": ("- name: x\n  target:≥98%\n- name: y\n", "2:9", TARGET),
    "no space before ≥ in the first key": ("- target:≥98%\n  unit: y\n", "1:9", TARGET),
    "a full-width space behind a colon": ("a: x\nname:　馆藏\nb: y\n", "2:5", NAME),
    "a full-width colon above a blank line": ("a: x\nname：馆藏\n\nb: y\n", "2:5", FULLWIDTH),
    "a full-width colon above a comment": (
        "u:\n  name：馆藏\n\n  # 说明\n  b: y\n", "2:7", FULLWIDTH),
    "a goal without a dash": (GOALS + "  2.整理\n  - 3.修缮\nn: x\n", "3:3", NO_KEY),
    "a goal with a dash and no space": (GOALS + "  -2.整理\n  - 3.修缮\nn: x\n", "3:3", ITEM),
    "a last goal with a dash and no space": (GOALS + "  -2.整理\n\n# 说明\nn: x\n", "3:3", ITEM),
    "a goal with a full-width dash": (GOALS + "  －2.整理\nn: x\n", "3:3", ITEM),
    "a goal with an en dash": (GOALS + "  – 2.整理\nn: x\n", "3:3", ITEM),
    "a goal with dash and no space at column 1": (GOALS + "-2.整理\n\nn: x\n", "3:1", ITEM),
    "a text wrapped to column 1": (GOALS + "并对外服务\n  - 3.修缮\nn: x\n", "3:1", NO_KEY),
    "a wrapped text that begins with a Chinese dash": (GOALS + "——其中\n\nn: x\n", "3:1", NO_KEY),
    "a paragraph pasted into a text block": (
        "overall_goal: |\n  建成目录。\n　　整理档案。\n  修缮库房。\nn: x\n", "3:1", SPACE),
    "a paragraph pasted as a text block": (
        "overall_goal: |\n　　整理档案。\n\nn: x\n", "2:1", SPACE),
    "a key behind full-width spaces": ("u:\n  b: y\n　　name: x\n  d: z\n", "3:1", SPACE),
    "a key behind a full-width space alone": ("u:\n　name: x\nd: z\n", "2:1", SPACE),
    "a key behind no-break spaces": ("u:\n  b: y\n\u00a0\u00a0name: x\n  d: z\n", "3:1", SPACE),
    "a key behind both kinds of spaces": ("u:\n  b: y\n \u00a0name: x\n  d: z\n", "3:2", SPACE),
    "an item behind full-width spaces": (GOALS + "　　- 2.整理\n  - 3.修缮\n", "3:1", SPACE),
    "a value that begins with &": ("a: x\nb: &98%\nc: z\n", "2:4", REFERENCE),
    "a value that begins with & and a space": ("a: x\nb: & 98\n", "2:4", REFERENCE),
    "a value that begins with !": ("a: x\nb: !98%\nc: z\n", "2:4", TAG),
    "a value that begins with >": ("a: x\nb: >98%\nc: z\n", "2:4", BLOCK),
    "a value that begins with |": ("a: x\nb: |98%\nc: z\n", "2:4", BLOCK),
    "a value in bold type": ("a: x\nb: **重点**\nc: z\n", "2:4", REFERENCE),
    "an item that begins with *": ("a:\n  - *98%\n", "2:5", REFERENCE),
    "an item's key that begins with &": ("a:\n  - b: &98%\n", "2:8", REFERENCE),
}  # fmt: skip


def findings(text: str) -> list[Diagnostic]:
    """Return what is found in a text that has no tree."""
    tree, found = yamltree.parse(Source(path="f", text=text))
    assert tree is None
    return found


def told(text: str, found: Diagnostic) -> tuple[str, str]:
    """Return line:column and words of a finding."""
    assert isinstance(found.at, Region)
    at = Source(path="f", text=text).position(found.at.start)
    return f"{at.line}:{at.column}", english(found.message)


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_reported_once_and_where_it_was_made(
    monkeypatch: pytest.MonkeyPatch, loader: type, slip: str
) -> None:
    monkeypatch.setattr(yamltree, "_LOADER", loader)
    text, where, words = SLIPS[slip]
    for written in (text, text.replace("\n", "\r\n")):
        (found,) = findings(written)
        assert told(written, found) == (where, words)
        assert found.hint
        assert english(found.hint) == HINTS[words]


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("a: 1\n- https://example.invalid\nb: 2\n", "2:1", UNFIT),
        ("a: x\n12:30开会\n\nb: y\n", "2:1", NO_KEY),
        ("a: |\n  　　整理档案\n b: c\n", "3:2", UNFIT),
        ("a:\n  b: |\n    x\n c: @d\n", "4:2", UNFIT),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_slip_is_not_blamed(text: str, where: str, words: str) -> None:
    (found,) = findings(text)
    assert told(text, found) == (where, words)


MISSING = "this looks like a new item whose `- ` is missing"
AGAIN = "key {!r} stands here a second time"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "list:\n  - name: x\n    a: 1\n    unit: y\n    name: z\n    a: 2\n    unit: w\n",
            [("5:5", MISSING)],
        ),
        (
            (
                "list:\n  - name: x\n    sub: {a: 1, a: 2}\n    unit: 1\n    name: z\n    unit: 2\n"
                "  - a: 1\n    a: 2\n"
            ),
            [("3:17", AGAIN.format("a")), ("5:5", MISSING), ("8:5", AGAIN.format("a"))],
        ),
        ("list:\n  - name: x\n    unit: y\n    unit: z\n", [("4:5", AGAIN.format("unit"))]),
        ("a: 1\nb: 2\na: 3\nb: 4\n", [("3:1", AGAIN.format("a")), ("4:1", AGAIN.format("b"))]),
        (
            "list:\n  - u:\n      a: 1\n      b: 2\n      a: 3\n      b: 4\n",
            [("5:7", AGAIN.format("a")), ("6:7", AGAIN.format("b"))],
        ),
    ],
)  # fmt: skip
def test_several_keys_that_repeat_in_an_item_are_one_item_without_its_dash(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = findings(text)
    assert [told(text, one) for one in found] == expected
    assert {one.code for one in found} == {"duplicate-key"}
    for one in found:
        wants_dash = english(one.message) == MISSING
        assert one.hint
        assert ("write `- name`" in english(one.hint)) == wants_dash
        assert ("keep one" in english(one.hint)) != wants_dash
