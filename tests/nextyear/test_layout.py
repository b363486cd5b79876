# ruff: noqa: E501 — a case of a table is read in one line
"""The head of filing.yaml, ids and new items, in each style that a file may be written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import quoting, reader
from perfspec.errors import PerfspecError
from perfspec.messages import english
from perfspec.model import Project
from perfspec.nextyear import adding, heads, ids, layout
from perfspec.nextyear.adding import Item
from perfspec.yamltree import Tree
from tests.helpers import FILING_TEXT, PROJECT_TEXT, read_form, tree

HEADS = [
    ("year: 2020\nstage: approved\n", 'year: 2021\nfollows: "2020"\nstage: draft\n'),
    ("year: '2020'   # 年\nstage: draft\n", "year: '2021'   # 年\nfollows: \"2020\"\nstage: draft\n"),
    ('follows: "2019"\nyear: 2020\nstage: draft\n', 'follows: "2020"\nyear: 2021\nstage: draft\n'),
    ("stage: submitted # 报\nyear: 2020", 'stage: draft # 报\nyear: 2021\nfollows: "2020"'),
    ("year: 2020\r\nstage: draft\r\n", 'year: 2021\r\nfollows: "2020"\r\nstage: draft\r\n'),
    ("year: 2020\nsupplied: [year, a]  # 补\nstage: draft\n", 'year: 2021\nfollows: "2020"\nstage: draft\n'),
    ("year: 2020\nsupplied:\n  - year\n  - a  # 补\n# 说明\nstage: draft\n", 'year: 2021\nfollows: "2020"\n# 说明\nstage: draft\n'),
    ("year: 2020\nstage: draft\nsupplied: []", 'year: 2021\nfollows: "2020"\nstage: draft\n'),
    ("{year: 2020, supplied: [year], stage: draft}", '{year: 2021, follows: "2020", stage: draft}'),
    ("{year: 2020, stage: draft, supplied: [year]}\n", '{year: 2021, follows: "2020", stage: draft}\n'),
    ('{"year": "2020", "stage": "draft"}', '{"year": "2021", follows: "2020", "stage": "draft"}'),
    ("  year: 2020\n  stage: draft\n", '  year: 2021\n  follows: "2020"\n  stage: draft\n'),
    ("year: |-\n  2020\nstage: >-\n  draft\n", 'year: |-\n  2021\nfollows: "2020"\nstage: >-\n  draft\n'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made"), HEADS)
def test_a_head_is_rewritten_in_place(text: str, made: str) -> None:
    of = tree(_with_form(text))
    splices, data = heads.rewritten(of, 2021, "plain", read_form())
    again = layout.spliced(of.source.text, splices)
    assert tree(again).data == data
    assert again == _with_form(made)


def _with_form(text: str) -> str:
    if text.startswith("{"):
        return text.replace("{", "{form: plain, ", 1)
    indent = text[: len(text) - len(text.lstrip(" "))]
    end = "\r\n" if "\r" in text else "\n"
    return f"{indent}form: plain{end}{text}"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("year: 2020\nstage: draft\n", 'year: 2021\nfollows: "2020"\nmoney_unit: 元\nstage: draft\n'),
        ("year: 2020\nstage: draft\nmoney_unit: 元\n", 'year: 2021\nfollows: "2020"\nstage: draft\nmoney_unit: 元\n'),
    ],
)  # fmt: skip
def test_with_another_form_the_unit_of_the_amounts_is_said(text: str, made: str) -> None:
    of = tree(f"form: plain\n{text}")
    splices, data = heads.rewritten(of, 2021, "other-2021", read_form())
    again = layout.spliced(of.source.text, splices)
    assert again == f"form: other-2021\n{made}"
    assert tree(again).data == data


def _project(text: str) -> tuple[Tree, Project]:
    of = tree(text, "projects/archive.yaml")
    filing, found = reader.read(tree(FILING_TEXT, "filing.yaml"), {"archive": of}, read_form())
    assert filing, found
    return of, filing.projects[0]


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        ("  - class: 数量指标\n    name: 页数\n    target: 1页\n", "  - id: quantity-c4bb9604\n    class: 数量指标\n    name: 页数\n    target: 1页\n"),
        ("  - {class: 数量指标, name: 页数, target: 1页}\n", "  - {id: quantity-c4bb9604, class: 数量指标, name: 页数, target: 1页}\n"),
        ("  -   name: 页数   # 说\n      class: 数量指标\n      target: 1页\n", "  -   id: quantity-c4bb9604\n      name: 页数   # 说\n      class: 数量指标\n      target: 1页\n"),
        ("  -\n    name: 页数\n    id: pages\n    class: 数量指标\n    target: 1页\n", "  -\n    name: 页数\n    id: pages\n    class: 数量指标\n    target: 1页\n"),
    ],
)  # fmt: skip
def test_an_id_that_was_derived_is_written_down(rows: str, made: str) -> None:
    head = PROJECT_TEXT.partition("  - id")[0]
    of, project = _project(head + rows)
    splices, data = ids.written(of, project)
    again = layout.spliced(of.source.text, splices)
    assert again == head + made
    assert tree(again).data == data
    assert _project(again)[1].indicators[0].id == project.indicators[0].id


def test_the_rows_of_the_whole_term_get_ids_too() -> None:
    row = "    - {class: 数量指标, name: 页数, target: 1页}\n"
    of, project = _project(f"{PROJECT_TEXT}medium_term:\n  goals: []\n  indicators:\n{row}")
    splices, data = ids.written(of, project)
    again = layout.spliced(of.source.text, splices)
    assert "    - {id: quantity-c4bb9604, class" in again
    assert tree(again).data == data


ITEMS = [
    ("x:\n  - a\n", "x:\n  - a\n  - NEW\n"),
    ("x:\n- a # c\n# d\ny: z\n", "x:\n- a # c\n- NEW\n# d\ny: z\n"),
    ("x:\n  -   a", "x:\n  -   a\n  -   NEW"),
    ("x: [a, b]\n", "x: [a, b, NEW]\n"),
    ("x: [\n  a,\n  b,\n]\n", "x: [\n  a,\n  b,\n  NEW,\n]\n"),
    ("x: []\n", "x: [NEW]\n"),
    ("{x: [], y: z}", "{x: [NEW], y: z}"),
    ("x:\r\n  - a\r\n", "x:\r\n  - a\r\n  - NEW\r\n"),
    ("x:\n  - 'a\n    b'\ny: z\n", "x:\n  - 'a\n    b'\n  - NEW\ny: z\n"),
    ("x:\n  - |\n    a\n\ny: z\n", "x:\n  - |\n    a\n  - NEW\n\ny: z\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made"), ITEMS)
def test_an_item_is_put_behind_the_last_one(text: str, made: str) -> None:
    of = tree(text)
    splices = adding.appended(of, of.place / "x", Item(flow="NEW", block=["NEW"]))
    again = layout.spliced(text, splices)
    assert again == made
    assert tree(again).data == {**of.data, "x": [*of.data["x"], "NEW"]}


ROWS = [
    ("x:\n  - k: a\n    l: b\n", "x:\n  - k: a\n    l: b\n  - k: c\n    l: d\n"),
    ("x:\n  - {k: a, l: b}  # c\n", "x:\n  - {k: a, l: b}  # c\n  - {k: c, l: d}\n"),
    ("x:\n  -   k: a\n      l: b\ny: z", "x:\n  -   k: a\n      l: b\n  -   k: c\n      l: d\ny: z"),
    ("x:\n  - k: a\n    l:\n      - m\n      - n\n", "x:\n  - k: a\n    l:\n      - m\n      - n\n  - k: c\n    l: d\n"),
    ("x:\n  -\n    k: a\n", "x:\n  -\n    k: a\n  - k: c\n    l: d\n"),
    ("x: []  # c\ny: z\n", "x:  # c\n  - k: c\n    l: d\ny: z\n"),
    ("x: []", "x:\n  - k: c\n    l: d"),
    ("{x: [{k: a}]}", "{x: [{k: a}, {k: c, l: d}]}"),
    ("{x: []}", "{x: [{k: c, l: d}]}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made"), ROWS)
def test_a_row_is_written_as_those_above_it(text: str, made: str) -> None:
    of = tree(text)
    item = Item(flow="{k: c, l: d}", block=["k: c", "l: d"])
    again = layout.spliced(text, adding.appended(of, of.place / "x", item))
    assert again == made
    assert tree(again).data == {**of.data, "x": [*of.data["x"], {"k": "c", "l": "d"}]}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("网络安全经费", "网络安全经费"),
        ("≥90%", "≥90%"),
        ("<85%", "<85%"),
        (">85%", "'>85%'"),
        ("112500.00", "112500.00"),
        ("0224001", "'0224001'"),
        ("2021-01-01", "'2021-01-01'"),
        ("12:30", "'12:30'"),
        ("1e3", "'1e3'"),
        ("on", "'on'"),
        ("~", "'~'"),
        ("", "''"),
        (" a", "' a'"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("a, b", "'a, b'"),
        ("[a]", "'[a]'"),
        ("- a", "'- a'"),
        ("it's", "it's"),
        ("'a'", "'''a'''"),
        ("*重点*", "'*重点*'"),
        ("@a", "'@a'"),
        ("%", "'%'"),
    ],
)
def test_a_text_is_quoted_where_it_must_be(text: str, written: str) -> None:
    assert quoting.scalar(text) == written


@pytest.mark.parametrize("text", ["a\nb", "a\u200bb", "a\x07", "a\u2028b", "a\rb", "a\x85b"])
def test_a_text_that_no_line_can_hold_is_refused(text: str) -> None:
    with pytest.raises(PerfspecError) as raised:
        quoting.scalar(text)
    assert "has a character that cannot stand" in english(raised.value.message)


@given(st.text(st.sampled_from("绩2020:.-'\"#,[]{}&*!|>%@` ?"), max_size=12))
def test_a_written_text_reads_as_itself_in_every_style(text: str) -> None:
    one = quoting.scalar(text)
    of = tree(f"a: {one}\nb: [{one}, {{c: {one}, d: e}}]\nf:\n  - {one}\n")
    assert of.data == {"a": text, "b": [text, {"c": text, "d": "e"}], "f": [text]}
