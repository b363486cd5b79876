"""The words of a paragraph: blanks as CSS wants them, runs that are set alike put together."""

import re
from collections.abc import Iterable
from decimal import Decimal

from wcwidth import wcwidth

from perfspec.render.css import Style
from perfspec.render.docx.body import Inline, Look, Run

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLANKS_IN_LINES = re.compile(r"[ \t\r\f]+")
_AROUND_BREAKS = re.compile(r" ?\n ?")
_KEPT = ("pre", "pre-wrap", "break-spaces")
_WIDE = 2


def look(style: Style, *, stressed: bool = False) -> Look:
    """Return how characters of an element are set."""
    return Look(
        fonts=style.fonts,
        size=style.size,
        strong=style.strong,
        stressed=stressed,
        colour=style.colour,
        spacing=style.letter_spacing,
    )


def width(content: Iterable[Inline]) -> Decimal:
    """Return about how wide the words are in one line: a Chinese character is a square."""
    return sum((_width(one) for one in content if isinstance(one, Run)), Decimal(0))


def columns_of(text: str) -> int:
    """Return how many columns text takes: two for a Chinese character."""
    return sum(max(wcwidth(character), 0) for character in text)


def _width(run: Run) -> Decimal:
    return run.look.size * columns_of(run.text) / _WIDE + run.look.spacing * len(run.text)


class Words:
    """A paragraph in the making.

    `marks` are the `data-at` and `ids` the ids of the elements in it, `links` the ids to which its
    links lead.
    """

    def __init__(self) -> None:
        self.marks: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self._content: list[Inline] = []
        self._text: list[str] = []
        self._look: Look | None = None
        # Whether a blank would be the first of its line, and one that waits for what is after it.
        self._starts = True
        self._blank: Look | None = None

    def __bool__(self) -> bool:
        """Tell whether there is anything to print."""
        return bool(self._content or self._text)

    def add_text(self, text: str, style: Style, *, stressed: bool = False) -> None:
        """Add text; runs of blanks become one, and none stands at either end of a line."""
        new = look(style, stressed=stressed)
        if style.white_space in _KEPT:
            self._append(text.replace("\r\n", "\n"), new)
            return
        if style.white_space == "pre-line":
            text = _AROUND_BREAKS.sub("\n", _BLANKS_IN_LINES.sub(" ", text))
        else:
            text = _BLANKS.sub(" ", text)
        if text.startswith(" ") and not self._starts and self._blank is None:
            self._blank = new
        if words := text.strip(" "):
            self._append(words, new)
            if text.endswith(" "):
                self._blank = new

    def add_as_it_is(self, text: str, style: Style) -> None:
        """Add text with all its blanks."""
        self._append(text, look(style))

    def add_break(self, style: Style) -> None:
        """Begin a new line."""
        self._blank = None
        self._append("\n", look(style))

    def add(self, one: Inline) -> None:
        """Add what is no text."""
        if self._blank is not None:
            self._append("", self._blank)
        self._end_run()
        self._content.append(one)
        self._starts = False

    def content(self) -> tuple[Inline, ...]:
        """Return what there is, without a blank at its end."""
        self._end_run()
        return tuple(self._content)

    def _append(self, text: str, new: Look) -> None:
        blank, self._blank = self._blank, None
        if blank is not None:
            self._put(" ", blank)
        self._put(text, new)
        self._starts = text.endswith("\n") if text else self._starts

    def _put(self, text: str, new: Look) -> None:
        if new != self._look:
            self._end_run()
            self._look = new
        self._text.append(text)

    def _end_run(self) -> None:
        text = "".join(self._text)
        if text and self._look is not None:
            self._content.append(Run(text=text, look=self._look))
        self._text = []
        self._look = None
