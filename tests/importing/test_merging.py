# ruff: noqa: E501 — a case of a table is read in one line
"""A merge says what the paper says, and leaves every other character of the files alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import yamltree
from perfspec.errors import PerfspecError
from perfspec.importing import merging
from perfspec.importing.merging.mergetree import Merge, Said
from perfspec.importing.writing import layout
from perfspec.messages import Message, english
from perfspec.source import Source

OLD = """\
# 头注
spec: 1
stage: approved   # 已批
unit: 224001
name: 修路   # 名称
code:
budget: {total: 5, sources: {}}   # 预算
purpose: >-
  第一句，
  第二句

# 目标
goals:
  - 一、甲   # 甲
  # 乙前
  - 二、乙
notes: []   # 无
indicators:
  # 行一
  - id: a
    class: 数量指标
    name: 里程
    target: 5公里   # 会定
  - {id: b, class: 质量指标, name: 合格, target: {value: 5}}
"""
IDS = {"indicators": ["a", "b"]}


class _All(Said):
    """Everything was read."""

    def __init__(self) -> None:
        super().__init__(())

    def has(self, keys: tuple[str | int, ...]) -> bool:
        return bool(keys)


def parsed(text: str) -> yamltree.Tree:
    tree, found = yamltree.parse(Source(path="x.yaml", text=text))
    assert tree is not None
    assert found == []
    return tree


def merge(text: str, new: dict[str, Any], said: Said | None = None) -> tuple[str, list[str]]:
    """Return the text with `new` merged in, proved, and what is said of it."""
    tree = parsed(text)
    one = Merge(tree=tree, said=said or _All(), ids=IDS)
    wanted = one.mapping(tree.place, (), tree.data, layout.typed(new))
    notes: list[Message] = []
    made = merging.proved(tree, one.splices, wanted, notes)
    return made, [english(note) for note in (*one.notes, *notes)]


def whole(**changes: object) -> dict[str, Any]:
    return {**parsed(OLD).data, **changes}


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({}, "", ""),
        ({"stage": "draft", "spec": "2"}, "", ""),
        ({"name": "修桥"}, "name: 修路   # 名称", "name: 修桥   # 名称"),
        ({"name": "a: b # c"}, "name: 修路   # 名称", "name: 'a: b # c'   # 名称"),
        ({"name": ""}, "name: 修路   # 名称", "name: ''   # 名称"),
        ({"code": "0012"}, "code:\n", "code: '0012'\n"),
        ({"purpose": "别的"}, ">-\n  第一句，\n  第二句\n", "别的\n"),
        ({"purpose": "甲\n\n乙"}, ">-\n  第一句，\n  第二句\n", "|-\n  甲\n\n  乙\n"),
        ({"budget": {"total": "6", "sources": {}}}, "{total: 5,", "{total: 6,"),
        ({"budget": {"total": "5", "sources": {"fiscal": "5"}}}, "sources: {}", "sources: {fiscal: 5}"),
        ({"budget": {"total": "5", "sources": {}, "x": "1"}}, "sources: {}}", "sources: {}, x: 1}"),
        ({"goals": ["一、甲", "二、丙"]}, "二、乙", "二、丙"),
        ({"goals": ["一、甲", "新", "二、乙"]}, "# 甲\n", "# 甲\n  - 新\n"),
        ({"goals": ["新", "一、甲", "二、乙"]}, "goals:\n", "goals:\n  - 新\n"),
        ({"goals": ["一、甲", "二、乙", "三", "四"]}, "二、乙\n", "二、乙\n  - 三\n  - 四\n"),
        ({"notes": ["一", "二"]}, "notes: []   # 无", "notes:\n  - 一\n  - 二   # 无"),
        ({"extra": {"k": "v"}}, "value: 5}}\n", "value: 5}}\nextra:\n  k: v\n"),
    ],
)  # fmt: skip
def test_what_differs_is_edited_and_every_other_character_stays(
    changes: dict[str, Any], old: str, new: str
) -> None:
    made, notes = merge(OLD, whole(**changes))
    assert OLD.count(old) == 1 or not old
    assert made == OLD.replace(old, new) if old else made == OLD
    assert notes == []


def test_rows_are_found_by_their_ids_and_new_ones_come_behind_the_row_before() -> None:
    rows = parsed(OLD).data["indicators"]
    new = {"class": "时效指标", "name": "按时", "target": {"op": "≥", "value": "5"}}
    made, notes = merge(
        OLD, whole(indicators=[{**rows[0], "target": "6公里", "basis": "文"}, new, rows[1]])
    )
    assert notes == []
    assert made == OLD.replace(
        "target: 5公里   # 会定\n",
        "target: 6公里   # 会定\n    basis: 文\n"
        "  - class: 时效指标\n    name: 按时\n    target: {op: ≥, value: 5}\n",
    )


def test_a_row_in_brackets_stays_in_brackets() -> None:
    rows = parsed(OLD).data["indicators"]
    made, _ = merge(
        OLD, whole(indicators=[rows[0], {**rows[1], "name": "甲,乙", "basis": "文\n二"}])
    )
    assert made == OLD.replace(
        "name: 合格, target: {value: 5}}", "name: '甲,乙', target: {value: 5}, basis: \"文\\n二\"}"
    )


def test_what_the_paper_lacks_is_kept_and_told() -> None:
    new = whole(goals=["二、乙"], indicators=parsed(OLD).data["indicators"][1:])
    del new["purpose"]
    made, notes = merge(OLD, new)
    assert made == OLD
    assert notes == [
        f"x.yaml: {key} is kept: the paper does not say it"
        for key in ("goals/1", "indicators/1 「里程」", "purpose")
    ]


def test_a_value_that_was_not_read_from_the_paper_changes_nothing() -> None:
    made, notes = merge(OLD, whole(name="别的", code="5"), Said(["goals/0"]))
    assert made == OLD.replace("code:\n", "code: 5\n")
    assert notes == ["x.yaml: name is kept: the paper does not say it"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [(("a", 0), True), (("a",), True), (("a", 0, "b"), True), (("a", 1), False), (("b",), False)],
)
def test_a_value_was_read_with_its_parts_and_as_a_part(
    keys: tuple[str | int, ...], *, expected: bool
) -> None:
    assert Said(["a/0"]).has(keys) is expected


def test_line_breaks_between_words_that_print_alike_stay() -> None:
    text = "overall_goal: |\n  **一**二\n  三\npurpose: |\n  甲\n  乙\n"
    made, notes = merge(text, {"overall_goal": "**一**二三", "purpose": "甲乙"})
    assert (made, notes) == (text, [])


def test_units_are_found_by_their_codes_and_projects_by_their_ids() -> None:
    text = "units:\n  - code: 2\n    name: 乙   # 注\nprojects: [b, c]\n"
    new = {
        "units": [{"code": "1", "name": "甲"}, {"code": "2", "name": "乙局"}],
        "projects": ["a", "b", "d", "c"],
    }
    made, notes = merge(text, new)
    assert notes == []
    assert made == (
        "units:\n  - code: 1\n    name: 甲\n  - code: 2\n    name: 乙局   # 注\n"
        "projects: [a, b, d, c]\n"
    )


def test_what_no_edit_can_say_is_written_anew_and_told() -> None:
    text = "a: 1\nfields:\n    { k: v,   # 注\n      l: w }\n? b\n: c\n"
    made, notes = merge(text, {"b": "多\n行"})
    assert parsed(made).data["b"] == "多\n行"
    assert all("kept" in note or "written anew" in note for note in notes)


def test_what_cannot_be_proved_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_reads", lambda *_: False)
    with pytest.raises(PerfspecError, match="laid out too freely"):
        merge(OLD, whole(name="修桥"))


_LINE = st.text(st.sampled_from("甲乙：: #-'\"{}[],\n 1a|>*"), max_size=8).map(str.strip)


@given(
    st.dictionaries(st.sampled_from(["name", "code", "purpose", "more"]), _LINE),
    st.lists(_LINE, max_size=4),
    st.lists(st.tuples(st.sampled_from(["a", "b", "c", "d"]), _LINE), max_size=4, unique_by=lambda x: x[0]),
)  # fmt: skip
def test_whatever_the_paper_says_the_file_says_then(
    texts: dict[str, str], goals: list[str], rows: list[tuple[str, str]]
) -> None:
    indicators = [{"id": key, "class": "数量指标", "name": name} for key, name in rows]
    made, _ = merge(OLD, {**texts, "goals": goals, "indicators": indicators})
    data = parsed(made).data
    assert {key: data[key] for key in texts} == texts
    assert [one for one in data["goals"] if one in goals] == [
        one for one in goals if one in data["goals"]
    ] or goals
    assert set(goals) <= set(data["goals"])
    names = [row["name"] for row in data["indicators"]]
    assert all(name in names for _, name in rows)
    for comment in ("# 头注", "# 已批", "# 行一", "# 会定", "# 乙前"):
        assert comment in made
