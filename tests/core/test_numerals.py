"""Numbers are read as papers write them, exactly, and where they end is known."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.values import numerals

READ = [
    ("9次", "9", "次"),
    ("112500.00", "112500.00", ""),
    ("１２．５元", "12.5", "元"),
    ("1,030,700.00元", "1030700.00", "元"),
    ("1，030", "1030", ""),
    ("1,03", "1", ",03"),
    ("1,0301", "1", ",0301"),
    ("2019,2020", "2019", ",2020"),
    ("3.", "3", "."),
    ("10万页", "100000", "页"),
    ("23.5万", "235000", ""),
    ("2.34567万", "23456.7", ""),
    ("3千", "3000", ""),
    ("5百万元", "5000000", "元"),
    ("1千万", "10000000", ""),
    ("2万亿", "2000000000000", ""),
    ("1亿2000万元", "120000000", "元"),
    ("3万5千", "35000", ""),
    ("5百分点", "5", "百分点"),
    ("5十分", "5", "十分"),
    ("一", "1", ""),
    ("两次", "2", "次"),
    ("零", "0", ""),
    ("十", "10", ""),
    ("十五个", "15", "个"),
    ("二十", "20", ""),
    ("一百零五", "105", ""),
    ("一百一十", "110", ""),
    ("一百五", "150", ""),
    ("三千零五十", "3050", ""),
    ("一万零三", "10003", ""),
    ("两万五", "25000", ""),
    ("三十万元", "300000", "元"),
    ("一亿二千万", "120000000", ""),
    ("一亿二", "120000000", ""),
    ("两万亿", "2000000000000", ""),
    ("二〇二〇年", "2020", "年"),
    ("二零二五", "2025", ""),
    ("一九九八", "1998", ""),
    ("三点五万", "35000", ""),
    ("九十五点五", "95.5", ""),
    ("下午三点", None, ""),
    ("三点十分", "3", "点十分"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "rest"), READ)
def test_a_number_is_read_to_its_end(text: str, number: str | None, rest: str) -> None:
    found = numerals.read(text)
    assert (found and (str(found[0]), text[found[1] :])) == (number and (number, rest))


@pytest.mark.parametrize(
    "text",
    ["", "次", "1.2.3", "-5", "三五", "一二三", "十三五", "三亿万", "一千一千", "百万", "千家", "万一", "亿", "二三十",
     "一" * 40, "一百亿亿"],
)  # fmt: skip
def test_what_is_no_well_formed_number_is_none(text: str) -> None:
    assert numerals.read(text) is None


def test_a_number_is_read_where_it_begins() -> None:
    assert numerals.read("不少于30小时", 3) == (Decimal(30), 5)
    assert numerals.read("不少于30小时", 2) is None


@pytest.mark.parametrize(
    ("text", "stem", "multiplier", "figures"),
    [
        ("20万元", "20", "万", True),
        ("1亿2000万元", "12000", "万", True),
        ("三十万元", "30", "万", False),
        ("一亿二千万", "12000", "万", False),
        ("三点五万", "3.5", "万", False),
        ("五千元", "5000", "", False),
        ("9次", "9", "", True),
    ],
)
def test_the_multiplier_stands_apart(text: str, stem: str, multiplier: str, figures: bool) -> None:
    found = numerals.parse(text)
    assert found
    assert (str(found.stem), found.multiplier, found.figures) == (stem, multiplier, figures)
    assert found.number == found.stem * numerals.factor(multiplier)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("百分之九十以上", "90", "%"),
        ("百分之百", "100", "%"),
        ("百分之95.5", "95.5", "%"),
        ("千分之三", "3", "‰"),
        ("万分之五", "5", "‱"),
        ("十分之一", "1", "成"),
    ],
)
def test_a_share_in_words_has_its_unit(text: str, number: str, unit: str) -> None:
    found = numerals.share(text)
    assert found
    assert (str(found[0]), found[1]) == (number, unit)


@pytest.mark.parametrize("text", ["", "百分", "百分之", "百分之很多", "三分之二"])
def test_a_share_that_has_no_exact_number_is_none(text: str) -> None:
    assert numerals.share(text) is None


def test_numbers_are_found_in_running_text() -> None:
    text = "2020年开展两次，投入3万5千元；第1.2.3条：一二三产业1,030元"
    found = [text[numeral.start : numeral.end] for numeral in numerals.find(text)]
    assert found == ["2020", "两", "3万5千", "1,030"]


def test_a_long_number_keeps_all_its_digits() -> None:
    digits = "1" * 60
    assert numerals.read(f"{digits}.5") == (Decimal(f"{digits}.5"), 62)
    assert numerals.times(Decimal(f"{digits}.5"), Decimal(10000)) == Decimal(f"{digits}5000")


_ONES = "零一二三四五六七八九"


def _spoken(number: int) -> str:
    """Write `number`, below a hundred million, as a clerk does."""
    if number >= 10**4:
        rest = number % 10**4
        zero = "零" if 0 < rest < 10**3 else ""
        return f"{_spoken(number // 10**4)}万{zero}{_spoken(rest) if rest else ''}"
    words, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if gap and words else "") + _ONES[digit] + name
        gap = not digit
    return words or "零"


@given(st.integers(0, 10**8 - 1))
def test_words_say_what_digits_say(number: int) -> None:
    words = _spoken(number)
    assert numerals.read(words) == (Decimal(number), len(words))


@given(
    st.text(alphabet="0123456789０５.,，十百千万亿一二两三零〇点分之元 ", max_size=30),
    st.integers(0, 30),
)
def test_no_text_breaks_the_reader(text: str, at: int) -> None:
    found = numerals.read(text, at)
    assert found is None or (at < found[1] <= len(text) and isinstance(found[0], Decimal))
    starts = [numeral.start for numeral in numerals.find(text)]
    assert starts == sorted(set(starts))
