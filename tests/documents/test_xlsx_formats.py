"""Numbers are shown as Excel shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec.documents.xlsx.formats import BUILT_IN, general, shown

_ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("112500.10000000001", "General", "112500.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("45.50", "General", "45.5"),
        ("0", "General", "0"),
        ("13063621", "0", "13063621"),
        ("1E+20", "0", "100000000000000000000"),
        ("112500", "0.00", "112500.00"),
        ("1.005", "0.00", "1.01"),
        ("0.25", "0.00%", "25.00%"),
        ("0.5", "0%", "50%"),
        ("90", '"≥"0"%"', "≥90%"),
        ("9", '0"次"', "9次"),
        ("9", "0\\次", "9次"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("12", "#,##0", "12"),
        ("-5", "#,##0.00;-#,##0.00", "-5.00"),
        ("-1234.5", "0.0", "-1234.5"),
        ("-1234.5", "(0.0);[Red](0.0)", "(1234.5)"),
        ("0", _ACCOUNTING, "-"),
        ("12", _ACCOUNTING, "12.00"),
        ("5", "¥#,##0.00", "¥5.00"),
        ("5", "[$¥-804]#,##0.00", "¥5.00"),
        ("7", "0_);(0)", "7"),
        ("0.5", "#.##", ".5"),
        ("3", "#.##", "3."),
        ("7", "000", "007"),
        ("12345678", "0!.0,", "1234.6"),
        ("12345678", "0.0,", "12345.7"),
        ("123", "000-00", "001-23"),
        ("2", "@", "2"),
        ("2", 'General"元"', "2元"),
        ("5", ";;;", ""),
        ("5", '"完成"', "完成"),
        # What is not understood is the plain number:
        ("5", "# ?/?", "5"),
        ("5", "0.00E+00", "5"),
        ("100", "[>=100]0;0.0", "100"),
        ("5", "[DBNum1]0", "5"),
        ("5", "x", "5"),
        ("5", "0.0-0", "5"),
        ("5", "0" * 300, "5"),
        ("abc", "0", "abc"),
        ("NaN", "0", "NaN"),
        ("1e400", "0", "1e400"),
        # Dates and times:
        ("43891", "yyyy/m/d", "2020/3/1"),
        ("43891", 'yyyy"年"mm"月"dd"日";@', "2020年03月01日"),
        ("43891", '[$-804]e"年"', "2020年"),
        ("43891.75", "h:mm AM/PM", "6:00 PM"),
        ("43891.25", "上午/下午h:mm", "上午6:00"),
        ("43891.75", "上午/下午h:mm", "下午6:00"),
        ("43891.25", "hh:mm:ss A/P", "06:00:00 A"),
        ("43891.5", "m/d/yy h:mm", "3/1/20 12:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("1.5", "[mm]", "2160"),
        ("0.99999999", "h:mm:ss", "0:00:00"),
        ("43891.123456", "mm:ss.0", "57:47.0"),
        ("43891", "aaaa aaa", "星期日 周日"),
        ("43891", "dddd ddd mmmm mmm mmmmm", "Sunday Sun March Mar M"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("60", "yyyy-mm-dd", "60"),
        ("60", "h:mm", "0:00"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("9999999", "yyyy-mm-dd", "9999999"),
    ],
)  # fmt: skip
def test_numbers_are_shown_as_their_format_says(stored: str, code: str, text: str) -> None:
    assert shown(stored, code) == text


def test_days_may_count_from_1904() -> None:
    assert shown("42429", "yyyy/m/d", since_1904=True) == "2020/3/1"
    assert shown("2958465", "yyyy", since_1904=True) == "9999"


@pytest.mark.parametrize("code", BUILT_IN.values())
def test_built_in_formats_are_all_understood(code: str) -> None:
    assert shown("43891.5", code)


@given(
    st.text(st.sampled_from('0#?,.;%"[]$-_*\\!@ymdhse/AP年 E+Gnral<>'), max_size=20),
    st.sampled_from(["0", "-1.5", "43891.3", "1e-29", "60"]),
)
def test_no_format_breaks_the_reading(code: str, stored: str) -> None:
    shown(stored, code)
    shown(stored, code, since_1904=True)


@given(st.integers(-(10**14), 10**14), st.integers(0, 8))
def test_a_plain_number_is_itself(number: int, places: int) -> None:
    assert general(str(number)) == str(number)
    assert general("112500.10000000001") == "112500.1"
    assert (
        general(f"{number}e-{places}").replace(".", "").lstrip("-0")
        == str(number).lstrip("-").rstrip("0")
        or places == 0
        or number % 10 == 0
    )
