"""Laws of the comparison of targets: mirror, inclusion, units and ways of writing."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from perfspec.compare import Shift, TargetChange
from perfspec.compare import targets as compared
from perfspec.values import Quantity, Target, targets
from perfspec.values.figures import OPERATORS
from perfspec.values.numerals import times
from perfspec.values.unitnames import UNITS
from perfspec.values.units import unit
from tests.compare.stated import (
    BANDED,
    DATED,
    NUMBERS,
    NUMERIC,
    OPS,
    QUANTITIES,
    SIGNS,
    TARGETS,
    sentences,
    written,
)
from tests.laws import tried

_NEAR_YEARS = st.integers(-2, 2)
_MIRROR = {
    Shift.TIGHTENED: Shift.RELAXED,
    Shift.RELAXED: Shift.TIGHTENED,
    Shift.QUANTIFIED: Shift.DEQUANTIFIED,
    Shift.DEQUANTIFIED: Shift.QUANTIFIED,
}


@tried(150)
@given(TARGETS, st.booleans(), _NEAR_YEARS)
def test_what_did_not_change_is_the_same(target: Target, ceiling: bool, years: int) -> None:
    copied = replace(target)
    found = compared.change(target, copied, ceiling=ceiling, years=years)
    assert (found.shift, found.difference) == (Shift.SAME, None)
    assert found.old_assumed == found.new_assumed


@tried(500)
@given(
    st.tuples(TARGETS, TARGETS)
    | st.tuples(NUMERIC, NUMERIC)
    | st.tuples(DATED, DATED)
    | st.tuples(sentences(), sentences())
    | st.tuples(BANDED, BANDED),
    st.booleans(),
    _NEAR_YEARS,
)
def test_the_way_back_is_the_mirror(both: tuple[Target, Target], ceiling: bool, years: int) -> None:
    old, new = both
    there = compared.change(old, new, ceiling=ceiling, years=years)
    back = compared.change(new, old, ceiling=ceiling, years=-years)
    assert back == compared.mirrored(there)
    assert there == compared.mirrored(back)
    assert back.shift is _MIRROR.get(there.shift, there.shift)
    assert (back.old_assumed, back.new_assumed) == (there.new_assumed, there.old_assumed)
    assert (back.old_unit, back.new_unit) == (there.new_unit, there.old_unit)


def _base(change: TargetChange) -> Fraction | None:
    """Return the difference in the base unit."""
    quantity = change.new.quantity
    if change.difference is None or quantity is None:
        return None
    scale = unit(quantity.unit or change.new_unit).scale
    return Fraction(change.difference) * Fraction(scale)


@tried(200)
@given(NUMERIC, NUMERIC)
def test_a_difference_is_exact_and_turns_its_sign(old: Target, new: Target) -> None:
    there, back = compared.change(old, new), compared.change(new, old)
    one, other = _base(there), _base(back)
    assert one is None or other is None or one == -other
    if (
        one is not None
        and old.quantity
        and new.quantity
        and old.quantity.unit
        and new.quantity.unit
    ):
        numbers = [
            Fraction(target.quantity.measure.number) for target in (old, new) if target.quantity
        ]
        assert one == numbers[1] - numbers[0]


_BY_BASE = {
    base: [name for names in scales.values() for name in names.split()]
    for _, base, scales in UNITS
    if base and len(scales) > 1
} | {"%": ["%", "‰", "比例", "成", "百分比", "‱"]}


@st.composite
def _rewritten(draw: st.DrawFn) -> tuple[Target, Target, Target]:
    """Return a quantity, the same in another unit of its dimension, and another quantity."""
    names = st.sampled_from(_BY_BASE[draw(st.sampled_from(sorted(_BY_BASE)))])
    one, other, third = draw(names), draw(names), draw(names)
    op = draw(st.sampled_from(SIGNS[1:]))
    ratio = Fraction(unit(one).scale) / Fraction(unit(other).scale)
    number = times(draw(NUMBERS), Decimal(ratio.denominator))
    same = times(number, Decimal(ratio.numerator)) / ratio.denominator
    assume(Fraction(same) == Fraction(number) * ratio)
    return (
        written(Quantity(op, number, one)),
        written(Quantity(op, same, other)),
        written(Quantity(draw(OPS), draw(NUMBERS), third)),
    )


@tried(150)
@given(_rewritten())
def test_the_unit_does_not_matter(cases: tuple[Target, Target, Target]) -> None:
    one, same, other = cases
    assert compared.change(one, same).shift is Shift.SAME
    first, second = compared.change(one, other), compared.change(same, other)
    assert replace(first, old=same) == second
    assert compared.change(other, one).shift is compared.change(other, same).shift


_DISGUISES = {
    sign: [word for word, means in OPERATORS.items() if means == sign] for sign in "≥≤><="
}


@st.composite
def _disguised(draw: st.DrawFn) -> tuple[Target, Target]:
    stated = draw(QUANTITIES)
    assume(stated.op and stated.unit != "/10万" and stated.number >= 0)
    plain = written(stated)
    text = f"{draw(st.sampled_from(_DISGUISES[stated.op]))}{stated.number}{stated.unit}"
    wide = draw(st.booleans())
    return plain, targets.target(
        text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789%"}) if wide else text
    )


@tried(150)
@given(_disguised(), TARGETS)
def test_the_way_of_writing_does_not_matter(both: tuple[Target, Target], other: Target) -> None:
    plain, disguised = both
    assert compared.change(plain, disguised).shift is Shift.SAME
    assert replace(compared.change(plain, other), old=disguised) == compared.change(
        disguised, other
    )


@tried(150)
@given(NUMERIC, NUMERIC, NUMERIC)
def test_what_is_tightened_twice_is_tightened(one: Target, two: Target, three: Target) -> None:
    steps = {compared.change(one, two).shift, compared.change(two, three).shift}
    stated = all(target.quantity is None or target.quantity.op for target in (one, two, three))
    if stated and steps <= {Shift.TIGHTENED, Shift.SAME}:
        assert compared.change(one, three).shift in steps


@tried(150)
@given(
    st.text(
        alphabet="0123456789.,十百千万亿两零年月日底前至-±%人次个·/|≥≤<>=不低于以上约培训达 *×",
        max_size=16,
    ),
    st.text(alphabet="0123456789.%年月日底前人次≥≤不超过培训达 ", max_size=16),
    _NEAR_YEARS,
)
def test_no_text_breaks_the_comparison(old: str, new: str, years: int) -> None:
    mine, its = targets.target(old), targets.target(new)
    there = compared.change(mine, its, years=years)
    assert compared.mirrored(there) == compared.change(its, mine, years=-years)
    assert not isinstance(there.difference, float)
