"""Words are compared as words: what says nothing does not count, and years move."""

import pytest

from perfspec.compare import wordings
from perfspec.values import Quantity, figures, targets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("持续提高", "持续 提高"),
        ("定性 长期", "长期"),
        ("保障安全，维护秩序。", "保障安全 维护秩序"),
        ("不超预算", "≤预算"),
        ("88 / 100", "８８/100"),
        ("≥**人", "≥ ** 人"),
    ],
)
def test_blanks_and_points_say_nothing(one: str, other: str) -> None:
    assert wordings.words(targets.target(one)) == wordings.words(targets.target(other))


@pytest.mark.parametrize(
    ("old", "new", "years", "same"),
    [
        ("2020年前完成", "2021年前完成", 1, True),
        ("2020年前完成", "2021年前完成", 0, False),
        ("2020年前完成", "2021年前完成", 2, False),
        ("2020-2022年完成", "2021-2023年完成", 1, True),
        ("2020年前完成", "2020年前完成", 1, True),
        ("2020元", "2021元", 1, False),
        ("9999年", "10000年", 1, False),
    ],
)
def test_years_move_with_the_filing(old: str, new: str, years: int, same: bool) -> None:
    assert wordings.are_same(old, new, years) is same
    assert wordings.are_same(new, old, -years) is same


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("辖区企业满意率达95%以上。", "≥95%"),
        ("满意度达到90%", "≥90%"),
        ("较上年提高5个百分点", None),
        ("每年不少于3次", None),
        ("约100人", None),
        ("培训3次，共50人", None),
        ("满意度达到90%的有5个村", None),
    ],
)
def test_a_sentence_may_say_no_more_than_a_number(text: str, figure: str | None) -> None:
    expected = targets.quantity(figure) if figure else None
    assert wordings.one_figure(targets.target(text)) == expected


def test_figures_are_found_where_they_stand() -> None:
    text = "2020年培训不少于3次以上，满意度达95%"
    found = list(figures.located(text))
    assert [text[start:end] for start, end, _ in found] == ["不少于3次以上", "达95%"]
    assert [quantity for _, _, quantity in found] == list(figures.quantities(text))
    assert all(isinstance(quantity, Quantity) for _, _, quantity in found)
