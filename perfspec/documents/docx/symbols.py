"""Characters that a symbol font draws in place of letters: what a person sees.

In: a code as `w:sym` or a run in that font gives it. Out: the character of Unicode that looks so,
as far as offices use it: boxes, ticks, bullets, and signs of comparison. Boxes that stand for
choices are given as `□`, `☑` and `☒`, as they are typed in Chinese forms.
"""

_PRIVATE = 0xF000  # where Word puts the characters of symbol fonts
_BYTE = 0xFF

_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✘", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + n: chr(0x2460 + n) for n in range(10)},
    **{0x8C + n: chr(0x2776 + n) for n in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x2A: "□", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•",
    0xA3: "□", 0xA2: "■",
    **{0x6A + n: chr(0x2460 + n) for n in range(10)},
}  # fmt: skip
_SYMBOL = {
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x77: "ω",
    0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xD7: "⋅",
    0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def is_symbolic(font: str) -> bool:
    """Say whether the font draws something else than the letters."""
    return font.casefold() in _FONTS


def seen(code: int, font: str) -> str:
    """Return what the font draws for a code; an unknown one stays the character that it is."""
    place = code & _BYTE if code & ~_BYTE in {0, _PRIVATE} else -1
    known = _FONTS.get(font.casefold(), {}).get(place)
    return known or chr(code)


def text(written: str, font: str) -> str:
    """Return a text as the font draws it, one character for each."""
    return "".join(seen(ord(character), font) for character in written)
