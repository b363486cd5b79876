"""Differences of running Chinese text: exact, symmetric, and good to read."""

import re
from collections.abc import Sequence
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Editops, LCSseq

from perfspec.compare import Edit, alignment
from perfspec.compare.pieces import flipped, pieces, words

_MARKS = {Edit.KEPT: "{}", Edit.DELETED: "[-{}-]", Edit.INSERTED: "[+{}+]"}
running = st.lists(
    st.sampled_from(
        [
            "加强",
            "培训",
            "管理",
            "11次",
            "9次",
            "112,500.00",
            "25%",
            "2020年",
            "，",
            "。",
            "、",
            "\n",
            "是",
            "HB1",
        ]
    ),
    max_size=14,
).map("".join)
any_text = running | st.text(max_size=20)


def marked(old: str, new: str) -> str:
    """Return both texts in one, edits marked."""
    return "".join(_MARKS[piece.edit].format(piece.text) for piece in pieces(old, new))


def side(old: str, new: str, left_out: Edit) -> str:
    return "".join(piece.text for piece in pieces(old, new) if piece.edit is not left_out)


@given(any_text, any_text)
def test_kept_and_deleted_make_the_old_text_and_kept_and_inserted_the_new(
    old: str, new: str
) -> None:
    assert side(old, new, Edit.INSERTED) == old
    assert side(old, new, Edit.DELETED) == new


@example("加强，管理，", "管理加强，")
@given(any_text, any_text)
def test_differences_the_other_way_are_the_mirror(old: str, new: str) -> None:
    assert pieces(new, old) == flipped(pieces(old, new))
    assert flipped(flipped(pieces(old, new))) == pieces(old, new)


@given(any_text, any_text)
def test_no_piece_is_empty_or_follows_one_of_its_kind(old: str, new: str) -> None:
    found = pieces(old, new)
    assert all(piece.text for piece in found)
    edits = "".join(piece.edit.value[0] for piece in found)
    assert re.fullmatch(r"k?((di?|i)(k(di?|i))*k?)?", edits), edits


@given(any_text)
def test_equal_texts_are_one_piece(text: str) -> None:
    assert [(piece.edit, piece.text) for piece in pieces(text, text)] == (
        [(Edit.KEPT, text)] if text else []
    )


@given(running, running)
def test_what_stays_between_two_edits_has_more_than_two_characters(old: str, new: str) -> None:
    found = pieces(old, new)
    assert all(len(piece.text) > 2 for piece in found[1:-1] if piece.edit is Edit.KEPT)


@given(running, running)
def test_a_number_with_its_unit_is_never_cut(old: str, new: str) -> None:
    for text, left_out in ((old, Edit.INSERTED), (new, Edit.DELETED)):
        ends, at = set(), 0
        for piece in pieces(old, new):
            at += len(piece.text) if piece.edit is not left_out else 0
            ends.add(at)
        inside = {
            at
            for number in re.finditer(r"112,500\.00|(?<!\d)(?:11次|9次)|25%|2020年", text)
            for at in range(number.start() + 1, number.end())
        }
        assert not ends & inside


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "举办活动11次，培训两次。",
            "举办活动9次，培训两次。",
            "举办活动[-11次-][+9次+]，培训两次。",
        ),
        (
            "宣传材料费55000元，",
            "宣传材料费55,000.00元，",
            "宣传材料费[-55000元-][+55,000.00元+]，",
        ),
        ("满意度达到90%以上", "满意度达到95.5%以上", "满意度达到[-90%-][+95.5%+]以上"),
        ("按照2020年度工作计划", "按照2021年度工作计划", "按照[-2020年度-][+2021年度+]工作计划"),
        (
            "编码13063621HBMFX90HG2OQ7有效",
            "编码13063622HBMFX90HG2OQ7有效",
            "编码[-13063621HBMFX90HG2OQ7-][+13063622HBMFX90HG2OQ7+]有效",
        ),
        ("共1,000人", "共1，000人", "共[-1,000人-][+1，000人+]"),
        (
            "加强管理。规范行为。",
            "加强管理。建立制度。规范行为。",
            "加强管理。[+建立制度。+]规范行为。",
        ),
        ("开展宣传活动", "开展宣传品、宣传活动", "开展[+宣传品、+]宣传活动"),
        ("开展宣传品、宣传活动", "开展宣传活动", "开展[-宣传品、-]宣传活动"),
        ("手册、海报和展板", "手册、海报", "手册、海报[-和展板-]"),
        (
            "先甲乙丙丁。后戊己庚辛。",
            "后戊己庚辛。先甲乙丙丁。",
            "[+后戊己庚辛。+]先甲乙丙丁。[-后戊己庚辛。-]",
        ),
        (
            "提高政治站位，增强责任感",
            "完成道路维修三公里以上",
            "[-提高政治站位，增强责任感-][+完成道路维修三公里以上+]",
        ),
        ("甲的一", "乙的二", "[-甲的一-][+乙的二+]"),
        (
            "全县公路养护子丑寅卯辰巳午未的工作申酉戌亥甲乙丙丁",
            "全县公路养护春夏秋冬东南西北的工作梅兰竹菊笔墨纸砚",
            "全县公路养护[-子丑寅卯辰巳午未的工作申酉戌亥甲乙丙丁-][+春夏秋冬东南西北的工作梅兰竹菊笔墨纸砚+]",
        ),
        (
            "全县公路养护子丑寅卯辰的工作申酉戌亥甲",
            "全县公路养护春夏秋冬东的工作梅兰竹菊笔",
            "全县公路养护[-子丑寅卯辰-][+春夏秋冬东+]的工作[-申酉戌亥甲-][+梅兰竹菊笔+]",
        ),
        (
            "按照工作计划落实责任到人的",
            "按照群众需要修建道路桥梁的",
            "[-按照工作计划落实责任到人的-][+按照群众需要修建道路桥梁的+]",
        ),
        ("", "新增。", "[+新增。+]"),
        ("取消。", "", "[-取消。-]"),
        ("开展。。", "开展。", "开展。[-。-]"),
    ],
)
def test_differences_read_as_a_person_would_mark_them(old: str, new: str, told: str) -> None:
    assert marked(old, new) == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共112,500.00元。", ["共", "112,500.00元", "。"]),
        ("2020年5月1日", ["2020年", "5月", "1日"]),
        ("3-5次ABC", ["3-5次", "ABC"]),
        ("1.加强", ["1", ".", "加", "强"]),
        ("2019，2020年", ["2019", "，", "2020年"]),
        ("２５％", ["２５％"]),
    ],
)
def test_a_number_with_its_unit_is_one_word(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("piece", ["工作。", "工", "1，", "，", "ab "])
def test_two_megabytes_are_compared_in_tables_of_a_bounded_size(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells: list[int] = []

    def editops(old: Sequence[int], new: Sequence[int]) -> Editops:
        cells.append(len(old) * len(new))
        return LCSseq.editops(old, new)

    monkeypatch.setattr(alignment, "LCSseq", SimpleNamespace(editops=editops))
    text = piece * (700_000 // len(piece))
    old, new = f"甲{text}乙{text}", f"丙{text}丁戊{text}己"
    found = pieces(old, new)
    kept_and = {edit: [one.text for one in found if one.edit in {edit, Edit.KEPT}] for edit in Edit}
    assert "".join(kept_and[Edit.DELETED]) == old
    assert "".join(kept_and[Edit.INSERTED]) == new
    assert sum(cells) <= 10**8


def test_long_texts_hold_together_by_what_stands_once() -> None:
    lines = [f"第{at}项工作是{at * at}。" for at in range(20_000)]
    new = ["新增。", *lines[:5_000], "替换。", *lines[5_001:15_000], *lines[15_002:], "末尾。"]
    changes = [
        piece for piece in pieces("".join(lines), "".join(new)) if piece.edit is not Edit.KEPT
    ]
    assert [(piece.edit.value, piece.text) for piece in changes] == [
        ("inserted", "新增。"),
        ("deleted", lines[5_000].rstrip("。")),
        ("inserted", "替换"),
        ("deleted", lines[15_000] + lines[15_001]),
        ("inserted", "末尾。"),
    ]


def test_a_clause_that_moved_in_a_long_text_leaves_the_others_kept() -> None:
    lines = [f"第{at}项工作是{at * at}。" for at in range(20_000)]
    new = [*lines[:100], *lines[101:15_000], lines[100], *lines[15_000:]]
    changes = [one for one in pieces("".join(lines), "".join(new)) if one.edit is not Edit.KEPT]
    assert [(one.edit.value, one.text) for one in changes] == [
        ("deleted", lines[100]),
        ("inserted", lines[100]),
    ]
