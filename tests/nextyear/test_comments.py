# ruff: noqa: E501 — a case of a table is read in one line
"""Where a comment is put: right YAML in every style, and on the line that it is for."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import directives, yamldump
from perfspec.diagnostics import Diagnostic, Place
from perfspec.directives import Stretches
from perfspec.nextyear import layout
from perfspec.nextyear.comments import Todo, todos
from perfspec.yamltree import Text, Tree
from tests.helpers import tree

SAY = "改"
TODO = f"# perfspec: todo — {SAY}"


def commented(text: str, *keys: tuple[str | int, ...], rules: tuple[str, ...] = ()) -> str:
    """Return `text` with a comment for each of `keys`; it must read as before."""
    of = tree(text)
    wanted = [Todo(at=_place(of, path), words=(SAY,), rules=rules) for path in keys]
    made = layout.spliced(text, todos(of, wanted, 2020))
    assert tree(made).data == of.data
    return made


def _place(of: Tree, path: Iterable[str | int]) -> Place:
    place = of.place
    for key in path:
        place = place / key
    return place


CASES = [
    ("a: b\n", ("a",), f"a: b  {TODO}\n"),
    ("a: 'b'\nc: d\n", ("a",), f"a: 'b'  {TODO}\nc: d\n"),
    ("a: b", ("a",), f"a: b  {TODO}"),
    ("a: b   \n", ("a",), f"a: b  {TODO}   \n"),
    ("a: b # c\n", ("a",), f"{TODO}\na: b # c\n"),
    ("x:\n  - b\n  - c\n", ("x", 1), f"x:\n  - b\n  - c  {TODO}\n"),
    ("x:\n  - a: b\n    c: d\n", ("x", 0, "a"), f"x:\n  - a: b  {TODO}\n    c: d\n"),
    ("a: >-\n  b\n\n  c\n\nd: e\n", ("a",), f"{TODO}\na: >-\n  b\n\n  c\n\nd: e\n"),
    ("z: |+\n  b\n\n\nd: >-\n  e\n", ("d",), f"z: |+\n  b\n\n\n{TODO}\nd: >-\n  e\n"),
    ("x:\n- |\n  # b\n- |\n  c\n", ("x", 1), f"x:\n- |\n  # b\n{TODO}\n- |\n  c\n"),
    ("a: 'b\n  c'\n", ("a",), f"{TODO}\na: 'b\n  c'\n"),
    ("a: b\n  c\nd: e\n", ("a",), f"{TODO}\na: b\n  c\nd: e\n"),
    ("z: b\n  c\nd: 'e\n  f'\n", ("d",), f"z: b\n  c\n{TODO}\nd: 'e\n  f'\n"),
    ("x:\n  - {a: b, c: d}\n", ("x", 0, "a"), f"x:\n  {TODO}\n  - {{a: b, c: d}}\n"),
    ("x: [a,\n  b,\n  c]\n", ("x", 1), f"x: [a,\n  {TODO}\n  b,\n  c]\n"),
    ("{a: 'b\n  c', d: e}\n", ("d",), f"{TODO}\n{{a: 'b\n  c', d: e}}\n"),
    ("a:\n  b\n", ("a",), f"{TODO}\na:\n  b\n"),
    ("a: {b: c}\n", ("a",), f"a: {{b: c}}  {TODO}\n"),
    ("a:\n  b: c\n  d: e\n", ("a",), f"{TODO}\na:\n  b: c\n  d: e\n"),
    ("a: b\r\nc: >-\r\n  d\r\n", ("c",), f"a: b\r\n{TODO}\r\nc: >-\r\n  d\r\n"),
    (f"a: {'长' * 45}\n", ("a",), f"{TODO}\na: {'长' * 45}\n"),
    (
        "# perfspec: ignore typo — 有\na: b\n",
        ("a",),
        f"# perfspec: ignore typo — 有\na: b  {TODO}\n",
    ),
]


@pytest.mark.parametrize(("text", "keys", "made"), CASES)
def test_a_comment_stands_where_there_is_room(
    text: str, keys: tuple[str | int, ...], made: str
) -> None:
    assert commented(text, keys) == made


def test_the_rules_that_are_put_off_are_named() -> None:
    made = commented("a: b\n", ("a",), rules=("year-stale", "project-code"))
    assert made == f"a: b  # perfspec: todo year-stale, project-code — {SAY}\n"


def test_one_line_gets_one_comment() -> None:
    made = commented("x:\n  - {a: b, c: d}\n", ("x", 0, "a"), ("x", 0, "c"))
    assert made.count("todo") == 1


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a: b  # perfspec: todo — 等\n", "a: b  # perfspec: todo year-stale — 等；改\n"),
        ("# perfspec: todo typo — 等\na: b\n", "# perfspec: todo typo, year-stale — 等；改\na: b\n"),
        ("#perfspec：todo year-stale：改\na: b\n", "# perfspec: todo year-stale — 改\na: b\n"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_is_added_to_a_comment_that_is_there(text: str, made: str) -> None:
    assert commented(text, ("a",), rules=("year-stale",)) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# 写于 2020 年。\na: b\n", "# perfspec: todo — 以下说明写于2020年，请改写或删去\n# 写于 2020 年。\na: b\n"),
        ("a:\n  # 一\n  # 2020\n  - b\n", "a:\n  # perfspec: todo — 以下说明写于2020年，请改写或删去\n  # 一\n  # 2020\n  - b\n"),
        ("a: b\n# 2020", "a: b\n# perfspec: todo — 以下说明写于2020年，请改写或删去\n# 2020"),
        ("# 2019\na: b # 2020\n", "# 2019\na: b # 2020\n"),
        ("a: |\n  # 2020\nb: 'c\n  # 2020'\n", "a: |\n  # 2020\nb: 'c\n  # 2020'\n"),
        ("# perfspec: ignore typo — 2020\na: b\n", "# perfspec: ignore typo — 2020\na: b\n"),
        ("# perfspec: todo — 改\n# 2020\na: b\n", "# perfspec: todo — 改\n# 2020\na: b\n"),
    ],
)  # fmt: skip
def test_a_comment_that_tells_of_the_old_year_is_to_be_written_anew(text: str, made: str) -> None:
    assert commented(text) == made


_TEXTS = st.text(st.sampled_from("2020年# :\"'-[]{},|>\n绩a "), min_size=1, max_size=12)
_DATA = st.recursive(
    _TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from("abcd"), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("abcd"), _DATA, min_size=1), st.data())
def test_comments_change_nothing_that_is_read(
    data: dict[str, object], drawn: st.DataObject
) -> None:
    text = yamldump.dump(_texts(data))
    of = tree(text)
    chosen = [path for path in _paths(of.data) if drawn.draw(st.booleans())]
    wanted = [Todo(at=_place(of, path), words=(SAY,)) for path in chosen]
    made = layout.spliced(text, todos(of, wanted, 2020))
    again = tree(made)
    assert again.data == of.data
    wrong: list[Diagnostic] = []
    said = directives.read(again.source, Stretches(again), [], wrong)
    lines = {one.line for one in said}
    assert not wrong
    for path in chosen:
        lead = again.stretch(_place(again, path)).lead
        assert again.source.position(lead).line in lines


def _texts(data: object) -> object:
    """Return data with texts as a tree has them, all to be quoted."""
    if isinstance(data, dict):
        return {key: _texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_texts(value) for value in data]
    return Text.of(str(data), plain=False)


def _paths(data: object, path: tuple[str | int, ...] = ()) -> Iterable[tuple[str | int, ...]]:
    """Return the paths of all texts below `data`."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _paths(value, (*path, key))
    else:
        yield path
