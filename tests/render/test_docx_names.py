"""Styles are called as Word calls its own where Word builds upon them, and as the form else."""

import pytest

from perfspec.render.docx.writing.names import Name, Use, names

PLAIN, HEADING, ENTRY, FOOTER = Use(), Use(level=2), Use(contents=True), Use(footer=True)


def _told(*uses: tuple[str, Use]) -> list[tuple[str, str, str]]:
    named = names(dict(uses)).values()
    return [(name.identifier, name.name, name.alias) for name in named]


def test_the_first_style_of_a_kind_gets_the_name_that_word_knows() -> None:
    assert _told(("小标题", HEADING), ("表标题", HEADING), ("条目", ENTRY), ("脚", FOOTER)) == [
        ("Heading2", "heading 2", "小标题"),
        ("Style2", "表标题", ""),
        ("Toc1", "toc 1", "条目"),
        ("Footer", "footer", "脚"),
    ]


def test_each_style_of_contents_gets_a_level_and_the_tenth_none() -> None:
    told = _told(*((f"第{number}", ENTRY) for number in range(1, 11)))
    assert [name for _, name, _ in told] == [*(f"toc {n}" for n in range(1, 10)), "第10"]


def test_a_style_that_is_called_as_word_translates_its_own_is_that() -> None:
    assert _told(("某标题", HEADING), ("标题 2", HEADING), ("正文", PLAIN), ("标题", PLAIN)) == [
        ("Style1", "某标题", ""),
        ("Heading2", "heading 2", ""),
        ("BodyText", "Body Text", ""),
        ("Title", "Title", ""),
    ]


@pytest.mark.parametrize("taken", ["Normal", "table grid", "表格 文字", "Heading 2"])
def test_no_two_styles_have_one_name(taken: str) -> None:
    told = _told(("小标题", HEADING), ("表格 文字", PLAIN), (f" {taken}", PLAIN), ("A,B", PLAIN))
    named = [name.lower() for _, name, _ in told]
    assert named == ["heading 2", "表格 文字", f"{taken.lower()} 2", "a，b"]
    assert len({identifier for identifier, _, _ in told}) == 4


def test_a_level_beyond_those_of_word_is_its_last() -> None:
    assert names({"深": Use(level=12)})["深"].name == "heading 9"


def test_a_style_without_a_name_gets_one() -> None:
    assert names({"": PLAIN}) == {"": Name(identifier="Style1", name="样式", is_own=True)}
