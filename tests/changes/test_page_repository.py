"""The paper of the two years in this repository names every change that was made on purpose."""

from functools import cache
from pathlib import Path

import pytest

from perfspec.changes import words
from perfspec.compare import Shift, Timing
from perfspec.model import Project
from tests.changes.examples import CHINESE
from tests.helpers import run
from tests.needs import needs
from tests.nextyear import test_repository as purpose
from tests.render import pages

pytestmark = needs("pango", "pdftotext")

BACK = {Shift.TIGHTENED: Shift.RELAXED, Shift.RELAXED: Shift.TIGHTENED}
YEARS = [("2020", "2021"), ("2021", "2020")]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the text of the paper by its older side, in the order in which it is read."""
    folder = tmp_path_factory.mktemp("papers")
    return {old: _told(old, new, folder / f"{old}.pdf") for old, new in YEARS}


def _told(old: str, new: str, path: Path) -> str:
    ended = run("--lang", "zh", "diff", old, new, "-o", str(path), cwd=purpose.ROOT)
    assert ended.code == 0
    return "".join(pages.texts(path.read_bytes(), path.parent))


@cache
def _projects(year: str) -> dict[str, Project]:
    return {one.id: one for one in purpose.side(year).filing.projects}


def _name(year: str, indicator: str) -> str:
    indicators = _projects(year)["network-office"].indicators
    return "".join(next(one.name for one in indicators if one.id == indicator).split())


def _word(known: tuple[str, object]) -> str:
    sign, word = known
    return f"{sign}{CHINESE.translate(word)}"  # type: ignore[arg-type]


@pytest.mark.parametrize("target", purpose.TARGETS, ids=lambda target: target[0])
def test_a_target_stands_with_both_years_and_what_became_of_it(
    told: dict[str, str], target: tuple[str, str, str, str, set[str]]
) -> None:
    indicator, before, after, shift, changed = target
    there = Shift(shift)
    mark = _word(words.MENDED[True] if there is Shift.REVERSED else words.SHIFTS[there])
    back = _word(
        words.MENDED[False] if there is Shift.REVERSED else words.SHIFTS[BACK.get(there, there)]
    )
    assert f"{before}{after}{mark}" in told["2020"]
    assert f"{after}{before}{back}" in told["2021"]
    if "name" not in changed:
        assert f"{_name('2021', indicator)}{before}{after}" in told["2020"]
        assert f"{_name('2020', indicator)}{after}{before}" in told["2021"]


def test_a_renamed_indicator_says_both_names(told: dict[str, str]) -> None:
    assert "删完成及时率（%）增处置时间≤2天≤1天" in told["2020"]
    assert "删处置时间增完成及时率（%）≤1天≤2天" in told["2021"]


def test_what_came_and_what_went_is_named(told: dict[str, str]) -> None:
    added, dropped = _word(words.ADDED), _word(words.DROPPED)
    for indicator, target in zip(purpose.ADDED, purpose.NEW_TARGETS, strict=True):
        assert f"{_name('2021', indicator)}—{target}{added}" in told["2020"]
        assert f"{_name('2021', indicator)}{target}—{dropped}" in told["2021"]
    for indicator in purpose.DROPPED:
        assert f"{_name('2020', indicator)}≥90%—{dropped}" in told["2020"]
        assert f"{_name('2020', indicator)}—≥90%{added}" in told["2021"]


def test_the_project_that_came_and_the_money_are_told_on_the_first_page(
    told: dict[str, str],
) -> None:
    drill = _projects("2021")["cyber-drill"].name
    first = {old: text.partition("—1—")[0] for old, text in told.items()}
    assert "112,500.00→186,000.00↑增加+73,500.00元(+65.3%)" in first["2020"]
    assert "186,000.00→112,500.00↓减少−73,500.00元(−39.5%)" in first["2021"]
    assert f"{drill}—60,000.00+60,000.00{_word(words.ADDED)}" in first["2020"]
    assert f"{drill}60,000.00—−60,000.00{_word(words.DROPPED)}" in first["2021"]
    for text in (told["2020"], told["2021"]):
        assert "126,000.00" in text
        assert "112,500.00" in text
    assert CHINESE.translate(words.TIMINGS[Timing.LATER]) in told["2020"]
    assert CHINESE.translate(words.TIMINGS[Timing.EARLIER]) in told["2021"]


def test_who_reads_the_first_page_alone_learns_what_got_weaker_for_more_money(
    told: dict[str, str],
) -> None:
    first = told["2020"].partition("—1—")[0]
    _, _, weaker = first.partition("资金未减而目标减弱的项目")
    assert "网络信息办公专项经费↑增加+13,500.00(+12.0%)" in weaker
    for indicator in (*purpose.DROPPED, "satisfaction"):
        assert f"{_name('2020', indicator)}≥90%" in weaker
    assert "没有“资金未减而目标减弱”的项目。" in told["2021"]
