"""What a target accepts is a set: it holds another, or it does not."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from perfspec.compare import accepts
from perfspec.compare.accepts import Span
from perfspec.values import Moment, Period, Quantity, Range, targets
from tests.compare.stated import FEW, NUMBERS, SIGNS, moments, periods, ranges
from tests.laws import tried

_ENDS = st.integers(0, 6).map(Decimal) | st.none()


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    low, high = draw(_ENDS), draw(_ENDS)
    opened = draw(st.booleans()), draw(st.booleans())
    assume(low is None or high is None or low < high or (low == high and not any(opened)))
    return Span(
        ("number", "次"), low, high, low is not None and opened[0], high is not None and opened[1]
    )


_POINTS = [Decimal(at) / 2 for at in range(-2, 15)]


def _accepts(span: Span, point: Decimal) -> bool:
    above = span.low is None or (point > span.low if span.low_open else point >= span.low)
    below = span.high is None or (point < span.high if span.high_open else point <= span.high)
    return above and below


@given(_spans(), _spans())
@example(Span(("day",), None, None), Span(("number",), None, None))
def test_a_set_holds_another_if_it_has_all_its_points(one: Span, other: Span) -> None:
    # Ends are whole numbers from 0 to 6, so that halves between -1 and 7 tell all apart.
    inside = all(_accepts(one, point) for point in _POINTS if _accepts(other, point))
    assert one.holds(other) == (inside and one.axis == other.axis)


_SETS = (
    (
        st.builds(Quantity, st.sampled_from(SIGNS[1:]), FEW, st.sampled_from(["人", "万人", "名"]))
        | st.builds(Quantity, st.sampled_from(SIGNS[1:]), NUMBERS, st.sampled_from(["%", "‰"]))
        | ranges()
    ).map(accepts.of_number)
    | moments().map(accepts.of_date)
    | periods().map(accepts.of_date)
)


@tried(150)
@given(st.lists(_SETS, min_size=3, max_size=8))
def test_inclusion_is_an_order(sets: list[Span]) -> None:
    for one in sets:
        assert one.holds(one)
        for other in sets:
            assert (one.holds(other) and other.holds(one)) == (one == other)
            if one.holds(other):
                assert all(one.holds(third) for third in sets if other.holds(third))


def _span(text: str) -> Span:
    stated = targets.target(text).reading
    assert isinstance(stated, Quantity | Range)
    return accepts.of_number(stated)


@pytest.mark.parametrize(
    ("text", "axis", "low", "high"),
    [
        ("≥90%", ("number", ""), "0.90", None),
        ("≤5‰", ("number", ""), None, "0.005"),
        ("≤2天", ("number", "秒"), "0", "172800"),
        ("超过5户", ("number", "户"), "6", None),
        ("<5户", ("number", "户"), "0", "4"),
        ("<0户", ("number", "户"), None, "-1"),
        ("≤0次", ("number", "次"), "0", "0"),
        ("≤-5人", ("number", "人"), None, "-5"),
        ("300元/人·月", ("number", "元", "人", "月"), "300", "300"),
        ("3-5名", ("number", "人"), "3", "5"),
        ("±5%", ("number", ""), "-0.05", "0.05"),
    ],
)
def test_a_number_accepts_what_lies_between_its_ends(
    text: str, axis: tuple[str, ...], low: str | None, high: str | None
) -> None:
    ends = (Decimal(low) if low else None, Decimal(high) if high else None)
    assert _span(text) == Span(axis, *ends)


@pytest.mark.parametrize("text", [">13969.56标箱", ">5.5人", ">5人/年", ">5天", ">95%"])
def test_what_is_counted_in_parts_keeps_an_open_end(text: str) -> None:
    assert _span(text).low_open


def _accepted(text: str) -> Span:
    stated = targets.target(text).reading
    assert isinstance(stated, Moment | Period)
    return accepts.of_date(stated)


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        ("2020年12月底前", "2020年11月30日前"),
        ("2020年12月底前", "2020年12月"),
        ("2020年12月", "2020年12月31日"),
        ("2020年底前", "2020年12月31日前"),
        ("2020年2月底前", "2020年2月29日"),
        ("每月15日前", "每月10日前"),
    ],
)
def test_a_later_deadline_holds_an_earlier_date(wider: str, narrower: str) -> None:
    assert _accepted(wider).holds(_accepted(narrower))


def test_stretches_of_months_hold_only_themselves() -> None:
    whole, part = _accepted("2020年全年"), _accepted("2020年3月至5月")
    assert whole.holds(_accepted("2020年1-12月"))
    assert not whole.holds(part)
    assert not part.holds(whole)
    assert whole.axis != _accepted("2020年3月").axis
