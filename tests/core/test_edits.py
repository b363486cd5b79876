"""Fixes are made in the text, change nothing else, and are proved or left out."""

import pytest

from perfspec import edits, yamltree
from perfspec.diagnostics import Diagnostic, Edit, Fix, Place, Severity
from perfspec.edits import Mended
from perfspec.findings import Finding, settle
from perfspec.messages import message
from perfspec.source import Source
from perfspec.yamltree import Tree
from tests.helpers import tree

PATH = "file.yaml"
A = Place(PATH, ("a",))


def finding(one: Tree, *changes: Edit) -> Finding:
    """Return a finding that `changes` mend."""
    diagnostic = Diagnostic(
        code="some-code",
        severity=Severity.ERROR,
        message=message("something is wrong"),
        at=changes[0].at if changes else A,
        fix=Fix(title=message("mend it"), edits=changes),
    )
    (settled,) = settle([diagnostic], {PATH: one.source}, {PATH: one}, by_rule=True)
    return settled


def mend(text: str, *fixes: tuple[Edit, ...]) -> Mended:
    """Return what becomes of a file with these fixes."""
    one = tree(text, PATH)
    return edits.mend({PATH: one}, [finding(one, *changes) for changes in fixes])


@pytest.mark.parametrize(
    ("text", "start", "end", "new", "expected"),
    [
        ("a: 一。。 # 。。\n", 1, 3, "。", "a: 一。 # 。。\n"),
        ("# x\r\na: 一。。\r\nb:   'x'  \r\n", 1, 3, "。", "# x\r\na: 一。\r\nb:   'x'  \r\n"),
        ("a: 一。。", 1, 3, "。", "a: 一。"),
        ("{b: [x, y], a: 一。。}", 1, 3, "。", "{b: [x, y], a: 一。}"),
        ("a: x\n\n\n", 0, 1, "y", "a: y\n\n\n"),
        # quotes and escapes
        ("a: 'it''s 。。'\n", 5, 7, "'", "a: 'it''s '''\n"),
        ("a: 'it''s'\n", 2, 3, "", "a: 'its'\n"),
        ('a: "x\\u4E00。。\\n"\n', 2, 4, '"\\', 'a: "x\\u4E00\\"\\\\\\n"\n'),
        ('a: "x\\u4E00y"\n', 1, 2, "二", 'a: "x二y"\n'),
        ('a: "一二"\n', 1, 1, "\n", 'a: "一\\n二"\n'),
        # texts over several lines
        ("a: >-\n  一。。\n\n  二\nb: x\n", 1, 3, "。", "a: >-\n  一。\n\n  二\nb: x\n"),
        ("a: 一。。\n  二 # x\n", 1, 3, "。", "a: 一。\n  二 # x\n"),
        ("a: 一\n  二。。\n", 2, 4, "。", "a: 一\n  二。\n"),
        ("a: |\n  一。。\n  二\n", 1, 3, "。", "a: |\n  一。\n  二\n"),
        ("a: |\n  一\n  二。。\n", 3, 5, "。", "a: |\n  一\n  二。\n"),
        ("a: '一。。\r\n  二'\r\n", 1, 3, "。", "a: '一。\r\n  二'\r\n"),
        # a plain text that would be read as something else gets quotes
        ("a: 一二 # x\n", 1, 1, " # ", "a: '一 # 二' # x\n"),
        ("a: x\n", 0, 0, "- ", "a: '- x'\n"),
        ("a: it's\n", 4, 4, ": '", "a: 'it''s: '''\n"),
        ("[x, 一]", None, None, "一, 二", None),
        ("a: 一二\n", 0, 2, "", "a: \n"),
        ("{a: 一}\n", 0, 1, "a, b", "{a: 'a, b'}\n"),
    ],
)
def test_an_edit_changes_its_words_and_no_other_byte(
    text: str, start: int | None, end: int | None, new: str, expected: str | None
) -> None:
    if start is None or end is None:
        mended = mend(text, (Edit(Place(PATH, (1,)), new),))
        assert mended.texts == {PATH: "[x, '一, 二']"}
        return
    mended = mend(text, (Edit(A.part(start, end), new),))
    assert mended.texts == {PATH: expected}
    assert (len(mended.done), mended.refused) == (1, ())


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        # what is no text, or is not there
        ("a: [x]\n", Edit(A, "y")),
        ("a: x\n", Edit(A / "b", "y")),
        ("a: [x]\n", Edit(A / "b", "y")),
        ("a: [x]\n", Edit(A / 1, "y")),
        ("a: x\n", Edit(Place("other.yaml", ("a",)), "y")),
        ("a: x\n", Edit(Place(PATH).key("a"), "b")),
        # what cannot be written there
        ("a: |\n  一\n  二\n", Edit(A.part(0, 1), "x\ny")),
        ("a: >-\n  一\n  二\n", Edit(A.part(0, 0), "  ")),
        ("a: x\n", Edit(A, "x\ny")),
        ("a: x\n", Edit(A, "x\u200b")),
        ('a: "x\\\n  y"\n', Edit(A.part(0, 1), "一")),
        ("a:\nb: x\n", Edit(A, "y")),
        ("a: # x\nb: x\n", Edit(A, "y")),
    ],
)
def test_an_edit_that_cannot_be_proved_is_left_out(text: str, edit: Edit) -> None:
    mended = mend(text, (edit,))
    assert mended.texts == {}
    assert (mended.done, len(mended.refused)) == ((), 1)


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    good, bad = Edit(A.part(0, 1), "y"), Edit(Place(PATH, ("b",)), "y")
    text = "a: xx\nb: [x]\nc: x\n"
    assert mend(text, (good, bad)).texts == {}
    assert mend(text, (good, bad), (Edit(Place(PATH, ("c",)), "z"),)).texts == {
        PATH: "a: xx\nb: [x]\nc: z\n"
    }


def test_several_edits_of_one_text_go_together() -> None:
    mended = mend(
        "a: '一。。二。。'\nb: |\n  x\n",
        (Edit(A.part(1, 3), "。"), Edit(A.part(4, 6), "'")),
        (Edit(Place(PATH, ("b",)).part(0, 1), "y"),),
    )
    assert mended.texts == {PATH: "a: '一。二'''\nb: |\n  y\n"}
    assert len(mended.done) == 2


def test_of_fixes_in_each_others_way_the_first_is_made_and_the_others_are_for_later() -> None:
    fixes = [
        (Edit(A.part(*span), "y"),) for span in ((2, 4), (3, 5), (2, 2), (1, 3), (4, 5), (0, 1))
    ]
    mended = mend("a: abcdef\n", *fixes)
    assert mended.texts == {PATH: "a: ybyyf\n"}
    assert (len(mended.done), mended.refused) == (3, ())


def test_one_that_cannot_be_made_keeps_no_other_from_being_made() -> None:
    rows = "".join(f"- x{number}\n" for number in range(9))
    changes = [
        (Edit(Place(PATH, (at,)).part(0, 1), "\u200b" if at in {3, 7} else "y"),) for at in range(9)
    ]
    mended = mend(rows, *changes)
    assert mended.texts[PATH].split() == [
        word for at in range(9) for word in ("-", f"{'x' if at in {3, 7} else 'y'}{at}")
    ]
    assert (len(mended.done), len(mended.refused)) == (7, 2)


def test_two_that_go_alone_and_not_together_are_made_one_by_one() -> None:
    fixes = [(Edit(A.part(0, 1), "- "),), (Edit(A.part(1, 2), ": "),)]
    mended = mend("a: xyz\n", *fixes)
    assert mended.texts == {PATH: "a: '- yz'\n"}
    assert (len(mended.done), mended.refused) == (1, ())


def test_every_character_that_can_be_typed_reads_back_or_is_refused() -> None:
    for text in (
        "a: 一二\nb: x\n",
        "a: '一二'\n",
        'a: "一二"\n',
        "a: |\n  一二\n",
        "[{a: 一二, b: x}]\n",
    ):
        at = A if text[0] == "a" else Place(PATH, (0, "a"))
        for character in """ !"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t""":
            for new in (character, f"{character} ", f" {character}", f"x{character}"):
                for start, end in ((0, 0), (1, 1), (2, 2), (0, 2)):
                    mended = mend(text, (Edit(at.part(start, end), new),))
                    if mended.texts:
                        read, _ = yamltree.parse(Source(path=PATH, text=mended.texts[PATH]))
                        assert read
                        value = read.data["a"] if text[0] == "a" else read.data[0]["a"]
                        lines = "\n" if "|" in text[:4] else ""
                        assert value == "一二"[:start] + new + "一二"[end:] + lines
                    else:
                        assert "|" in text[:4], (text, new, start)
