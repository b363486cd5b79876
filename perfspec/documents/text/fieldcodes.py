r"""The codes of Word's fields that flattening turned into plain text.

In: a line. Out: where in it codes stand. A code is a keyword between blanks, its argument, and
switches such as `\f A`; what Word shows for the field follows it and is text. Only what cannot be
anything else counts as a code: a word `TC` or `REF` alone is a word.
See ECMA-376 part 1, 17.16.5.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Between the marks that Word keeps in its own text: 0x13 code 0x14 result 0x15.
_MARKED = re.compile(r"\x13[^\x13-\x15]*(?=[\x13-\x15])")
_MARK = re.compile(r"[\x13-\x15]")
_WORD = re.compile(r'"[^"]*"|[^\s"\\]+')
_SWITCH = re.compile(r"\\([A-Za-z*@#!])")
_ADDRESS = re.compile(r'"[^"]*"|https?:|mailto:')
_BOOKMARK = re.compile(r'"?_[A-Za-z]')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """How a field is written: which switches take a word, which take none, and its argument.

    `argument` is a pattern that is proof enough; without one the field needs a switch. A field that
    `is_named` has an argument of any words, up to its first switch.
    """

    taking: str = ""
    bare: str = ""
    argument: re.Pattern[str] | None = None
    is_named: bool = False
    is_plain: bool = False


_FIELDS = {
    "TC": _Field(taking="fl", bare="n", is_named=True),
    "XE": _Field(taking="fty", bare="bi", argument=re.compile(r'"')),
    "TOC": _Field(taking="abcdflnopst", bare="huwxz"),
    "PAGEREF": _Field(bare="hp", argument=_BOOKMARK),
    "REF": _Field(taking="d", bare="fhnprtw", argument=_BOOKMARK),
    "NOTEREF": _Field(bare="fhp", argument=_BOOKMARK),
    "HYPERLINK": _Field(taking="lot", bare="mn", argument=_ADDRESS),
    "SEQ": _Field(taking="rs", bare="chn", is_named=True),
    "PAGE": _Field(),
    "NUMPAGES": _Field(),
    "SECTIONPAGES": _Field(),
    "DATE": _Field(bare="hls"),
    "TIME": _Field(),
    "CREATEDATE": _Field(bare="hs"),
    "SAVEDATE": _Field(bare="hs"),
    "FILENAME": _Field(bare="p"),
    "STYLEREF": _Field(bare="lnprtw", is_named=True),
    "MERGEFIELD": _Field(taking="bf", bare="mv", is_named=True),
    "FORMTEXT": _Field(is_plain=True),
    "FORMCHECKBOX": _Field(is_plain=True),
    "FORMDROPDOWN": _Field(is_plain=True),
}
_KEYWORD = re.compile(rf"(?<![^\s\x13-\x15])(?:{'|'.join(_FIELDS)})(?![^\s\\])")
_FORMATS = "*@#!"  # switches that every field takes


def codes(line: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each code in `line`, in order, with a blank on either side."""
    if _MARK.search(line):
        yield from _marked(line)
        return
    at = 0
    for keyword in _KEYWORD.finditer(line):
        if keyword.start() < at:
            continue
        end = _end(line, keyword)
        if end is not None:
            start = keyword.start()
            start -= start > at and line[start - 1] == " "
            end += line[end : end + 1] == " "
            yield start, end
            at = end


def _marked(line: str) -> Iterator[tuple[int, int]]:
    at = 0
    while mark := _MARK.search(line, at):
        code = _MARKED.match(line, mark.start())
        end = code.end() if code else mark.end()
        yield mark.start(), end
        at = end


def _end(line: str, keyword: re.Match[str]) -> int | None:
    """Return where the code that begins with `keyword` ends, None where it is a word."""
    field = _FIELDS[keyword.group()]
    at = keyword.end()
    is_proved = field.is_plain
    first = _blanks(line, at)
    if field.argument is not None and field.argument.match(line, first):
        word = _WORD.match(line, first)
        if word is not None:
            at, is_proved = word.end(), True
    elif field.is_named:
        # Its argument lost the quotes: it goes up to the first switch, before any other code.
        other = _KEYWORD.search(line, first)
        switch = _SWITCH.search(line, first, other.start() if other else len(line))
        if switch is None:
            return None
        at = switch.start()
    return _switches(line, at, field, is_proved=is_proved)


def _switches(line: str, at: int, field: _Field, *, is_proved: bool) -> int | None:
    while switch := _SWITCH.match(line, _blanks(line, at)):
        letter = switch.group(1)
        if letter in field.taking or letter in _FORMATS:
            word = _WORD.match(line, _blanks(line, switch.end()))
            at = word.end() if word else switch.end()
        elif letter in field.bare:
            at = switch.end()
        else:
            break
        is_proved = True
    return at if is_proved else None


def _blanks(line: str, at: int) -> int:
    while line.startswith(" ", at):
        at += 1
    return at
