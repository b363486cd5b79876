"""The fields of Word: which characters are the code of one, and which a cached list of contents.

In: the begin, the code, the separator and the end of fields, in the order of the document; they may
reach over paragraphs. Out: why characters at this place are no content; and what is seen of a field
that has no cached result. See ECMA-376 part 1, §17.16.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from perfspec.documents import Why
from perfspec.documents.docx import numerals, symbols
from perfspec.documents.docx.names import W, switch, value, whole

_CONTENTS = frozenset({"TOC", "TOA", "INDEX"})
_EMPTY_BOX, _TICKED_BOX, _CROSSED_BOX = "□", "☑", "☒"
_TICKS, _CROSSES, _CIRCLES = frozenset("√✓✔vV"), frozenset("×✕✗xX"), frozenset("○〇◯Oo")
_MOST_CODE = 0xFFFF
_LONGEST = 200  # characters of a code that draws something
_QUOTES = str.maketrans("", "", '"“”')


@dataclass(slots=True, kw_only=True)
class _Field:
    """A field that has begun: `is_code` until its result begins."""

    code: str = ""
    is_code: bool = True
    is_contents: bool = False
    form: str = ""
    has_result: bool = False


class Fields:
    """The fields that are open at a place of the document."""

    def __init__(self, *, with_contents: bool) -> None:
        """Take whether cached lists of contents are told apart, or read as any text."""
        self._with_contents = with_contents
        self._open: list[_Field] = []
        self._codes = 0
        self._contents = 0

    @property
    def is_in_contents(self) -> bool:
        """Say whether a cached list of contents has not ended."""
        return self._contents > 0

    def why(self) -> Why | None:
        """Return why text at this place is no content."""
        if self._codes:
            return Why.FIELD
        if self._contents:
            return Why.CONTENTS
        if self._open:
            self._open[-1].has_result = True
        return None

    def begin(self, form: Element | None = None, code: str = "") -> None:
        """Begin a field; `form` is `w:ffData`, of a field that somebody fills in."""
        self._open.append(_Field(code=code, form="" if form is None else _filled(form)))
        self._codes += 1

    def code(self, text: str) -> None:
        """Take characters of a code."""
        if self._open and len(self._open[-1].code) < _LONGEST:
            self._open[-1].code += text

    def separate(self) -> None:
        """End the code of the innermost field, and begin its result."""
        if self._open and self._open[-1].is_code:
            field = self._open[-1]
            field.is_code = False
            self._codes -= 1
            name = field.code.split(maxsplit=1)[:1]
            if self._with_contents and name and name[0].upper() in _CONTENTS:
                field.is_contents = True
                self._contents += 1

    def end(self) -> str:
        """End the innermost field, and return what is seen of it beside its result."""
        if not self._open:
            return ""
        field = self._pop()
        return "" if field.has_result else field.form or _drawn(field.code)

    def paragraph(self) -> None:
        """Begin a paragraph: a code that has not ended before is broken, and ends."""
        while self._codes:
            self._pop()

    def _pop(self) -> _Field:
        field = self._open.pop()
        self._codes -= field.is_code
        self._contents -= field.is_contents
        return field


def _filled(form: Element) -> str:
    box = form.find(f"{W}checkBox")
    if box is not None:
        ticked = switch(box.find(f"{W}checked"))
        if ticked is None:
            ticked = switch(box.find(f"{W}default"))
        return _TICKED_BOX if ticked else _EMPTY_BOX
    choices = form.find(f"{W}ddList")
    if choices is not None:
        entries = choices.findall(f"{W}listEntry")
        chosen = whole(value(choices.find(f"{W}result")), 0)
        return value(entries[chosen]) if 0 <= chosen < len(entries) else ""
    return ""


def _drawn(code: str) -> str:
    r"""Return what a code draws that Word keeps no result of: `EQ \o\ac(□,√)`, `SYMBOL 254`."""
    words = code.split()
    name = words[0].upper() if words else ""
    if name == "EQ":
        return _over(code)
    if name == "SYMBOL" and len(words) > 1:
        place = whole(words[1], -1)
        if words[1].casefold().startswith("0x") and len(words[1]) <= len("0xFFFF"):
            place = _hexadecimal(words[1][2:])
        font = code.rpartition("\\f")[2].translate(_QUOTES).partition("\\")[0].strip()
        return symbols.seen(place, font) if 0 <= place <= _MOST_CODE else ""
    return ""


def _hexadecimal(digits: str) -> int:
    try:
        return int(digits, 16)
    except ValueError:
        return -1


def _over(code: str) -> str:
    before, opening, rest = code.partition("(")
    inside, closing, _ = rest.rpartition(")")
    drawn = [part.strip() for part in inside.replace("，", ",").split(",")]
    if "\\o" not in before.casefold() or not opening or not closing or len(drawn) != 2:  # noqa: PLR2004 — one sign over another
        return ""
    under, over = drawn
    if under in _CIRCLES and over.isdecimal():
        return numerals.written("decimalEnclosedCircle", whole(over, 0))
    if over in _TICKS:
        return _TICKED_BOX
    if over in _CROSSES:
        return _CROSSED_BOX
    return over or under
