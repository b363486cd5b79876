"""Text in columns of a terminal, where a Chinese character takes two."""

from collections.abc import Iterator, Sequence

from wcwidth import wcswidth, wcwidth

# Typesetting rules of Chinese: none of these begins a line, none of those ends one.
_NOT_FIRST = frozenset("，。、；：？！）》」』〉〕】”’…—%‰,.;:?!)]}")
_NOT_LAST = frozenset("（《「『〈〔【“‘([{")


def width(text: str) -> int:
    """Return how many columns `text` takes; what has no width of its own is shown as a blank."""
    return wcswidth("".join(one if wcwidth(one) >= 0 else " " for one in text))


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Return `text` with blanks up to `columns`, on its left where it is to stand right."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def wrapped(text: str, columns: int) -> list[str]:
    """Return `text` in lines of at most `columns`, broken at blanks and between Chinese."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            piece = piece.lstrip()  # noqa: PLW2901 — a blank at a break is none
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def filled(items: Sequence[str], columns: int) -> list[str]:
    """Return `items` with commas, in lines of at most `columns`, none broken."""
    lines: list[str] = []
    for item in items:
        if lines and width(f"{lines[-1]} {item},") <= columns:
            lines[-1] += f" {item},"
        else:
            lines.append(f"{item},")
    return lines


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts of `text` that stay together."""
    piece = ""
    for before, one in zip(" " + text, text, strict=False):
        wide = wcwidth(one) > 1 or wcwidth(before) > 1
        breaks = before == " " or (wide and one not in _NOT_FIRST and before not in _NOT_LAST)
        if piece and one != " " and breaks:
            yield piece
            piece = ""
        piece += one
    if piece:
        yield piece


def table(rows: Sequence[Sequence[str]], numbers: frozenset[int] = frozenset()) -> list[str]:
    """Return rows with their cells below each other; the columns in `numbers` stand right."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            padded(cell, widths[at], right=at in numbers) for at, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]
