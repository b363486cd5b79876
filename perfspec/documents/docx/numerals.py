"""The numbers that Word counts paragraphs with, in the formats of `w:numFmt`.

In: a format and a number. Out: the text as printed. A format that is not known here, and a number
beyond what a format can say, come as decimal digits. See ECMA-376 part 1, §17.18.59.
"""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "十", "百", "千")
_LEGAL_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
_EARTHLY = "子丑寅卯辰巳午未申酉戌亥"
_IN_CIRCLES = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_LETTERS = 26
_MOST_LETTERS = 30 * _LETTERS
_HUNDRED = 100
_GROUP = 10_000
_TEN = 10


def written(format_name: str, number: int) -> str:
    """Return the number in a format of Word."""
    if format_name in {"none", "bullet"}:
        return ""
    formatted = _FORMATS.get(format_name)
    return (formatted(number) if formatted and number > 0 else "") or str(number)


def _letters(number: int) -> str:
    if number > _MOST_LETTERS:
        return ""
    times, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    if number > _MOST_ROMAN:
        return ""
    signs = []
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        signs.append(sign * times)
    return "".join(signs)


def _chinese(number: int, digits: str = _DIGITS, places: tuple[str, ...] = _PLACES) -> str:
    groups = []
    while number:
        number, group = divmod(number, _GROUP)
        groups.append(group)
    if len(groups) > len(_GROUPS):
        return ""
    zero = "零"
    text = ""
    for place in reversed(range(len(groups))):
        group = groups[place]
        if text and not text.endswith(zero) and group < _GROUP // _TEN:
            text += zero
        if group:
            text += _thousands(group, digits, places) + _GROUPS[place]
    text = text.rstrip(zero)
    return text.removeprefix("一") if digits == _DIGITS and text.startswith("一十") else text


def _thousands(group: int, digits: str, places: tuple[str, ...]) -> str:
    text = ""
    for place in reversed(range(4)):
        digit = group // _TEN**place % _TEN
        if digit:
            text += digits[digit] + places[place]
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零")


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL, _LEGAL_PLACES)


def _counted(number: int) -> str:
    return _chinese(number) if number < _HUNDRED else _digital(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


def _from(first: int, count: int) -> str:
    return "".join(chr(first + n) for n in range(count))


_CIRCLED = _of(_from(0x2460, 20) + _from(0x3251, 15) + _from(0x32B1, 15))

_FORMATS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": _counted,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _legal,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _of(_from(0x2488, 20)),
    "decimalEnclosedParen": _of(_from(0x2474, 20)),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02}",
    "ideographDigital": _digital,
    "ideographEnclosedCircle": _of(_IN_CIRCLES),
    "ideographTraditional": _of(_HEAVENLY),
    "ideographZodiac": _of(_EARTHLY),
    "japaneseCounting": _chinese,
    "japaneseDigitalTenThousand": _digital,
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _chinese,
    "upperLetter": lambda number: _letters(number).upper(),
    "upperRoman": lambda number: _roman(number).upper(),
}
