"""The geometry of the plots: numbers in, lengths out, whatever the numbers are."""

from decimal import Decimal

import pytest

from perfspec.changes.page import plots, small
from perfspec.changes.page.plots import Bars, Datum
from tests.changes import papers
from tests.changes.papers import SVG


def _datum(name: str, old: str | None, new: str | None, **more: object) -> Datum:
    sure = bool(more.get("sure", True))
    return Datum(
        name=name,
        old=None if old is None else Decimal(old),
        new=None if new is None else Decimal(new),
        labels=(old or "—", new or "—"),
        note=str(more.get("note", "")),
        sure=sure,
    )


def _bars(*data: Datum, most: int = 10) -> Bars:
    made = plots.bars(data, most=most)
    assert made
    return made


def test_bars_are_as_long_as_their_numbers() -> None:
    made = _bars(_datum("甲", "100", "50"))
    old, new = made.groups[0].bars
    assert (old.side, new.side) == ("old", "new")
    assert old.x == new.x == made.zero == 0
    assert old.width == 2 * new.width
    assert old.width < plots.WIDTH < old.width + 60
    assert (old.label, new.label) == ("100", "50")
    assert old.label_x == old.width + 4


def test_what_changed_most_stands_first_and_the_rest_is_counted() -> None:
    made = _bars(
        _datum("少", "10", "11"), _datum("多", "10", "90"), _datum("新", None, "40"), most=2
    )
    assert [group.full for group in made.groups] == ["多", "新"]
    assert made.more == 1
    assert [len(group.bars) for group in made.groups] == [2, 1]


def test_what_is_not_sure_stands_behind_what_is() -> None:
    made = _bars(_datum("疑", None, "900", sure=False), _datum("定", "1", "2"))
    assert [group.full for group in made.groups] == ["定", "疑"]


def test_negative_numbers_go_the_other_way_from_zero() -> None:
    made = _bars(_datum("负", "-50", "100"))
    old, new = made.groups[0].bars
    assert made.zero == old.width > 0
    assert old.x == 0
    assert new.x == made.zero
    assert new.width == pytest.approx(2 * old.width, abs=Decimal("0.02"))
    assert old.label_x == made.zero + 4


def test_nothing_but_zeros_has_bars_of_no_length() -> None:
    made = _bars(_datum("零", "0", "0.00"))
    assert [bar.width for bar in made.groups[0].bars] == [0, 0]


def test_without_numbers_there_is_no_plot() -> None:
    assert plots.bars([_datum("无", None, None)], most=3) is None
    assert plots.bars([], most=3) is None


def test_a_project_without_numbers_is_counted_as_left_out() -> None:
    assert _bars(_datum("无", None, None), _datum("有", "1", "2")).more == 1


def test_a_name_too_long_for_its_line_is_cut_and_kept_whole_beside() -> None:
    name = "某某市农业农村和水利发展综合服务保障" * 6
    (group,) = _bars(_datum(name, "1", "2", note="＋ 新增")).groups
    assert group.full == name
    assert group.name.endswith("…")
    assert 35 < len(group.name) < 50


def test_an_endless_number_leaves_room_for_bars() -> None:
    (group,) = _bars(_datum("长", "9" * 500, "1")).groups
    assert 0 < group.bars[0].width < plots.WIDTH
    assert len(group.bars[0].label) < 50


@pytest.mark.parametrize("text", ["", "短", "abc", "八个字的项目名称"])
def test_what_has_room_is_not_cut(text: str) -> None:
    assert plots.fitted(text, 100) == text


def test_a_small_line_goes_from_the_least_to_the_most() -> None:
    made = small.line([Decimal(90), Decimal(90), Decimal(95)])
    assert made
    first, second, third = made.points
    assert first.y == second.y > third.y
    assert [point.last for point in made.points] == [False, False, True]
    assert len(made.lines) == 2


def test_a_small_line_is_broken_where_a_year_is_missing() -> None:
    made = small.line([Decimal(1), None, Decimal(2), Decimal(2)])
    assert made
    assert len(made.points) == 3
    assert len(made.lines) == 1


def test_one_number_is_no_course() -> None:
    assert small.line([Decimal(1), None, None]) is None
    assert small.columns([None, Decimal(1)]) is None


def test_columns_stand_on_zero_and_hang_from_it() -> None:
    made = small.columns([Decimal(10), Decimal(-5), None, Decimal(5)])
    assert made
    ten, minus, five = made.columns
    assert ten.y + ten.height == minus.y == made.base == five.y + five.height
    assert ten.height == pytest.approx(2 * minus.height, abs=Decimal("0.02"))
    assert minus.height == pytest.approx(five.height, abs=Decimal("0.02"))
    assert [column.last for column in made.columns] == [False, False, True]


def test_the_plot_of_the_paper_draws_the_numbers_of_its_table() -> None:
    page = papers.parsed("rich")
    figure = papers.find(page, "figure", "plot")[0]
    table = papers.find(page, "table", "budgets")[0]
    checked = 0
    lengths: set[Decimal] = set()
    for group in figure.iter("g"):
        name = next(one.text for one in group.iter("text"))
        old, new, *_ = papers.row(table, name)[1:]
        labels = [one.text for one in group.iter("text")][2:]
        assert labels == [number for number in (old, new) if number != "—"]
        for label, bar in zip(labels, group.iter("rect"), strict=True):
            lengths.add(
                (Decimal(bar.get("width")) * 10000 / Decimal(label.replace(",", ""))).quantize(
                    Decimal("0.1")
                )
            )
            checked += 1
    assert checked > 10
    assert max(lengths) - min(lengths) <= Decimal("0.2")


def test_plots_have_a_title_and_a_description_with_the_numbers() -> None:
    page = papers.parsed("three")
    shown = list(page.iter("svg"))
    assert len(shown) > 6
    for svg in shown:
        assert svg.get("role") == "img"
        (title,) = [one for one in svg if one.tag in {"title", f"{SVG}title"}]
        assert title.text
        assert title.get("id") in svg.get("aria-labelledby")
    told = [papers.said(one) for one in page.iter("desc")]
    assert any("学生营养餐补助：2020年 600,000.00、2021年 540,000.00" in one for one in told)
