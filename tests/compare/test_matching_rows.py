"""The number of a row and the unit in a name tell no two indicators apart."""

import pytest

from perfspec.compare.matching import names


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("指标1：培训人数", "指标2：培训人数"),
        ("指标1:培训人数", "培训人数"),
        ("指标1培训人数", "指标3 培训人数"),
        ("数量指标：培训人数", "培训人数"),
        ("满意度指标1：群众满意度", "群众满意度"),
        ("1.培训人数", "2.培训人数"),
        ("1、培训人数", "培训人数"),
        ("（1）培训人数", "（二）培训人数"),
        ("①培训人数", "③培训人数"),
        ("一、培训人数", "三、培训人数"),
        ("目标1：发放补贴", "目标2：发放补贴"),
    ],
)
def test_the_number_of_a_row_is_no_part_of_a_name(old: str, new: str) -> None:
    alike = names.alike(old, new)
    assert (alike.score, alike.sure) == (100, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("造林面积（亩）", "造林面积"),
        ("造林面积(万亩)", "造林面积（亩）"),
        ("出栏数量（头）", "出栏数量"),
        ("林木采伐监管(万立方米)", "林木采伐监管（立方米）"),
        ("新建水泥路1条", "新建水泥路2条"),
    ],
)
def test_a_unit_or_a_count_in_a_name_is_no_part_of_it(old: str, new: str) -> None:
    alike = names.alike(old, new)
    assert (alike.score, alike.sure) == (95, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("指标1：一期工程进度", "指标1：二期工程进度"),
        ("3、4号楼维修", "3、5号楼维修"),
        ("三、四级公路养护", "三、五级公路养护"),
        ("1.5级标准", "2.5级标准"),
        ("一级种薯繁育基地", "二级种薯繁育基地"),
    ],
)
def test_numbers_that_tell_things_apart_stay(old: str, new: str) -> None:
    assert not names.alike(old, new).sure


@pytest.mark.parametrize("name", ["指标1：", "1、", "目标", "①"])
def test_a_name_that_is_a_number_only_stays(name: str) -> None:
    assert names.reduced(name).narrow
