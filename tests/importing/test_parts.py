"""The parts of a filing beside its tables, known by the words of their headings."""

import pytest

from perfspec.importing import Stretch, Use, parts
from perfspec.importing.parts import PartsFound, headings
from perfspec.importing.parts.headings import Part
from perfspec.messages import english
from tests.importing import papers

SEED = """第一部分
部门整体绩效目标
一、总体绩效目标
全面提高网络安全工作水平。
二、分项绩效目标
一、深入贯彻落实。
二、提高政治站位
三、牢牢掌握领导权
三、工作保障措施
一是加强领导。
二是巩固阵地。
第二部分
预算项目绩效目标""".splitlines()


def read(*lines: str, tables: frozenset[str] = frozenset()) -> PartsFound:
    return parts.read(papers.paragraphs(lines), tables)


def texts(found: PartsFound, key: str) -> list[str] | None:
    values = getattr(found, key)
    return None if values is None else [one.text for one in values]


def used(found: PartsFound, use: Use, *lines: str) -> list[str]:
    return [
        lines[one.stretch.paragraph][one.stretch.start : one.stretch.end]
        for one in found.used
        if one.use is use
    ]


def test_the_parts_of_the_seed_are_known_by_their_headings() -> None:
    found = read(*SEED)
    assert texts(found, "overall_goal") == ["全面提高网络安全工作水平。"]
    assert texts(found, "sub_goals") == [
        "一、深入贯彻落实。",
        "二、提高政治站位",
        "三、牢牢掌握领导权",
    ]
    assert texts(found, "measures") == ["一是加强领导。", "二是巩固阵地。"]
    heads = [SEED[at] for at in (0, 1, 2, 4, 8, 11, 12)]
    assert sorted(used(found, Use.LABEL, *SEED)) == sorted(heads)
    assert found.guesses == ()


def test_every_character_of_the_parts_is_a_value_or_used() -> None:
    found = read(*SEED)
    stretches = [one.stretch for one in found.used]
    for key in ("overall_goal", "sub_goals", "measures"):
        stretches += [one for value in getattr(found, key) for one in value.stretches]
    length = sum(one.end - one.start for one in stretches)
    assert length == sum(map(len, SEED))
    assert len(set(stretches)) == len(stretches)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("目录", Part.CONTENTS),
        ("第一部分", Part.WHOLE),
        ("第一部分部门整体绩效目标", Part.WHOLE),
        ("第一部分：部门整体支出绩效目标", Part.WHOLE),
        ("总体绩效目标", Part.OVERALL),
        ("（一）总体绩效目标", Part.OVERALL),
        ("1.总体目标：", Part.OVERALL),
        ("二、分项绩效目标", Part.SUB_GOALS),
        ("二、部门职责-工作活动绩效目标", Part.SUB_GOALS),
        ("部门整体绩效目标（2022年）", Part.WHOLE),
        ("三工作保障措施", Part.MEASURES),
        ("第二部分预算项目绩效目标", Part.PROJECTS),
        ("第二部分", Part.PROJECTS),
    ],
)
def test_a_heading_is_known_with_any_number(said: str, part: Part) -> None:
    known = headings.heading(said)
    assert known
    assert (known.part, known.end) == (part, len(said))


@pytest.mark.parametrize(
    "said",
    [
        "一、深入贯彻落实总体绩效目标",
        "二、提高工作保障措施水平",
        "1.网络信息办公专项经费绩效目标表",
        "总体绩效目标1",
        "",
        "一、",
    ],
)
def test_an_item_is_no_heading_whatever_its_number(said: str) -> None:
    assert headings.heading(said) is None


def test_words_behind_the_colon_of_a_heading_belong_to_the_part() -> None:
    line = "一、总体绩效目标：全面提高：水平。"
    found = read(line, "第二段。")
    assert texts(found, "overall_goal") == ["全面提高：水平。", "第二段。"]
    assert used(found, Use.LABEL, line) == ["一、总体绩效目标："]
    assert found.overall_goal
    assert found.overall_goal[0].stretches == (Stretch(papers.PAPER, 0, 9, len(line)),)


def test_a_paragraph_without_number_goes_on_with_the_item_before() -> None:
    found = read("二、分项绩效目标", "1.甲", "还有甲", "2.乙")
    assert found.sub_goals
    assert [one.markdown for one in found.sub_goals] == ["1.甲\n\n还有甲", "2.乙"]
    assert texts(found, "sub_goals") == ["1.甲\n还有甲", "2.乙"]
    assert found.guesses == ()


def test_where_no_item_has_a_number_each_paragraph_is_one_and_that_is_told() -> None:
    found = read("工作保障措施", "加强领导。", "保障经费。")
    assert texts(found, "measures") == ["加强领导。", "保障经费。"]
    assert [english(one.text) for one in found.guesses] == [
        "no item has a number; each paragraph was taken for an item"
    ]
    assert found.measures
    assert found.measures[0].guess == found.guesses[0].text


def test_a_number_that_the_program_counts_begins_an_item() -> None:
    lines = [
        papers.paragraph("分项绩效目标", 0),
        papers.paragraph("甲", 1, marker="（一）"),
        papers.paragraph("乙", 2, marker="B. "),
    ]
    found = parts.read(lines)
    assert texts(found, "sub_goals") == ["（一）甲", "B. 乙"]


@pytest.mark.parametrize(
    "text", ["一、", "（一）甲", "1.甲", "12、甲", "①甲", "一是甲", "第一，甲", "1）甲", "(3)甲"]
)
def test_marks_of_items_are_known(text: str) -> None:
    assert headings.marks(text)


@pytest.mark.parametrize("text", ["甲", "1.5万元", "2020年", "一定", "十分重要", "第一批", ""])
def test_what_only_begins_with_a_figure_is_no_mark(text: str) -> None:
    assert not headings.marks(text)


def test_a_part_that_has_a_heading_only_is_empty_and_one_without_is_none() -> None:
    found = read("一、总体绩效目标", "二、分项绩效目标")
    assert found.overall_goal == ()
    assert found.sub_goals == ()
    assert found.measures is None


def test_a_text_under_the_whole_is_the_overall_goal_and_that_is_told() -> None:
    found = read("部门整体绩效目标", "全面提高。")
    assert texts(found, "overall_goal") == ["全面提高。"]
    assert len(found.guesses) == 1


CONTENTS = (
    "目　录",
    "第一部分 部门整体绩效目标",
    "一、总体绩效目标……………1",
    "三、工作保障措施\t3",
    "1.办公经费绩效目标表........5",
    "2.别的绩效目标表 6",
    "第一部分",
    "部门整体绩效目标",
    "一、总体绩效目标",
    "全面提高。",
)


def test_lines_of_the_list_of_contents_are_used_where_the_paper_says_them_again() -> None:
    found = read(*CONTENTS, tables=frozenset({"办公经费"}))
    assert used(found, Use.CONTENTS, *CONTENTS) == [
        CONTENTS[0],
        CONTENTS[1],
        CONTENTS[2],
        CONTENTS[4],
    ]
    assert texts(found, "overall_goal") == ["全面提高。"]


def test_a_page_number_has_few_digits() -> None:
    assert headings.entry("一、总体绩效目标…12") == "一、总体绩效目标"
    assert headings.entry("办公经费20221231") == "办公经费20221231"


def test_a_list_of_contents_without_head_is_known_by_page_numbers() -> None:
    lines = ("一、总体绩效目标 1", "一、总体绩效目标", "全面提高。")
    found = read(*lines)
    assert used(found, Use.CONTENTS, *lines) == [lines[0]]


def test_headings_without_text_before_the_parts_are_contents() -> None:
    lines = (
        "一、总体绩效目标",
        "二、分项绩效目标",
        "一、总体绩效目标",
        "甲",
        "二、分项绩效目标",
        "1.乙",
    )
    found = read(*lines)
    assert used(found, Use.CONTENTS, *lines) == list(lines[:2])
    assert texts(found, "sub_goals") == ["1.乙"]
    assert found.guesses == ()


def test_a_part_that_stands_twice_is_joined_and_told() -> None:
    found = read("工作保障措施", "一是甲", "工作保障措施", "二是乙")
    assert texts(found, "measures") == ["一是甲", "二是乙"]
    assert len(found.guesses) == 1


def test_what_follows_a_table_is_no_part_of_the_measures() -> None:
    lines = papers.paragraphs(["工作保障措施", "一是甲", "表后的话"])
    found = parts.read([*lines[:2], None, lines[2]])
    assert texts(found, "measures") == ["一是甲"]


COVER = ("承德县民政局2022年部门预算绩效文本", "承德县民政局编制", "承德县财政局审核")


def test_the_cover_says_names_and_year() -> None:
    cover = read(*COVER, *SEED).cover
    assert cover.short_name
    assert cover.year
    assert cover.department_name
    assert cover.reviewer
    assert (cover.short_name.text, cover.year.text) == ("承德县民政局", "2022")
    assert (cover.department_name.text, cover.reviewer.text) == ("承德县民政局", "承德县财政局")
    assert cover.year.stretches == (Stretch(papers.PAPER, 0, 6, 10),)
    printed = [
        COVER[one.stretch.paragraph][one.stretch.start : one.stretch.end] for one in cover.used
    ]
    assert printed == ["年部门预算绩效文本", "编制", "审核"]


@pytest.mark.parametrize(
    ("lines", "name", "year"),
    [
        (("甲县民政局", "2022年部门预算绩效文本"), "甲县民政局", "2022"),
        (("甲县民政局\n2022年部门预算绩效文本",), "甲县民政局", "2022"),
        (("甲 县 民 政 局 2022 年 度 部 门 预 算 绩 效 文 本",), "甲 县 民 政 局", "2022"),
        (("甲县民政局二〇二二年部门整体支出绩效目标",), "甲县民政局", "二〇二二"),
        (("2022年部门预算项目绩效目标文本",), None, "2022"),
    ],
)
def test_titles_in_other_words_are_read_too(
    lines: tuple[str, ...], name: str | None, year: str
) -> None:
    cover = read(*lines).cover
    assert cover.year
    assert cover.year.text == year
    assert (cover.short_name.text if cover.short_name else None) == name


def test_years_in_figures_and_in_chinese_are_one() -> None:
    assert (
        headings.year("2022")
        == headings.year("二〇二二年")
        == headings.year("二零二二年度")
        == 2022
    )
    assert headings.year("1999") is None
    assert headings.year("今年") is None


def test_a_second_cover_is_told_and_left_over() -> None:
    found = read(
        "甲县2022年部门预算绩效文本", "乙县2021年部门预算绩效文本", "甲县2022年部门预算绩效文本"
    )
    assert found.cover.year
    assert found.cover.year.text == "2022"
    assert len(found.guesses) == 2
    assert [one.stretch.paragraph for one in found.used if one.use is Use.REPEATED] == [2]


def test_labels_before_the_names_of_the_cover_are_labels() -> None:
    cover = read(
        "编制单位：甲县民政局", "审核单位：甲县财政局", "示例，不是正式文本", "二〇二二年一月"
    ).cover
    assert cover.department_name
    assert cover.reviewer
    assert (cover.department_name.text, cover.reviewer.text) == ("甲县民政局", "甲县财政局")
    assert [one.stretch.paragraph for one in cover.used] == [0, 1]
    assert cover.sample
    assert cover.sample.text == "示例，不是正式文本"
