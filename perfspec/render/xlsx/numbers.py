"""Whether Excel can hold a number exactly and show it as it was typed, and in which format.

Excel keeps fifteen digits. A per cent is kept as its hundredth, as if it had been typed there.
"""

from decimal import Decimal, InvalidOperation

from perfspec.render.xlsx.sheets import Number

_DIGITS = 15
# Longer texts are no numbers of a paper; they would only cost time.
_LONGEST = 40


def number(text: str) -> Number | None:
    """Return the number that `text` is, or None where a cell would show something else."""
    written = text.removesuffix("%")
    if len(text) > _LONGEST or not written.isascii():
        return None
    try:
        value = Decimal(written.replace(",", ""))
    except InvalidOperation:
        return None
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent > 0 or len(value.as_tuple().digits) > _DIGITS:
        return None
    grouped = "," in written
    if f"{value:{',' if grouped else ''}.{-exponent}f}" != written or written.startswith("-0"):
        return None
    zeros = "0" if exponent == 0 else f"0.{'0' * -exponent}"
    shown = f"#,##{zeros}" if grouped else zeros
    if written == text:
        return Number(value=value, format=shown)
    return Number(value=value.scaleb(-2), format=f"{shown}%")
