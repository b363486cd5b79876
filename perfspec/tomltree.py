"""Read TOML into data, and find where its keys and values stand, which `tomllib` does not tell.

In: a `Source`. Out: tables as dicts, fractions as Decimal, and `Places`; or the finding that says
why there are none.
"""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from perfspec.diagnostics import Diagnostic, error
from perfspec.messages import Message, message
from perfspec.source import Region, Source

Keys = tuple[str, ...]

_AT = re.compile(r" \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$")
_PART = re.compile(r"""[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\n]*)"|'([^'\n]*)')[ \t]*""")
_TABLE = re.compile(r"[ \t]*\[\[?")
_STRING = re.compile(r"""(?!\"{3}|'{3})("[^"\n]*"|'[^'\n]*')""")
_BARE = re.compile(r"[^#\r\n]*")
_TOKEN = re.compile(r"""#[^\n]*|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\[\]{},]|[^\s,\[\]{}"'#]+""")
# tomllib takes the square of the time for a key of many parts.
_MAX_DOTS = 100
_FENCES = ('"""', "'''")
_DEEP = "nested too deep"
_TWICE = message("the table stands above already")
_KEY_TWICE = message("the key stands above already")
_NO_KEY = message("no key begins here; a key that is not of letters, digits, - and _ needs quotes")
_HEAD = message("] is missing behind the name of the table")
_UNCLOSED = message("the closing quote is missing")
_BACKSLASH = message("a backslash may stand between single quotes only")
_CHARACTER = message("a character that may not stand here")
# What `tomllib` says is not translated; its commonest words are put into ours by how they begin.
_WHY: tuple[tuple[str, Message], ...] = (
    (_DEEP, message("nested too deep")),
    ("Cannot declare", _TWICE),
    ("Cannot redefine namespace", _TWICE),
    ("Cannot mutate immutable namespace", _TWICE),
    ("Cannot overwrite a value", _KEY_TWICE),
    ("Duplicate inline table key", _KEY_TWICE),
    ("Invalid statement", _NO_KEY),
    ("Invalid initial character for a key", _NO_KEY),
    ("Expected ']", _HEAD),
    ("Expected '='", message("= is missing behind the key")),
    ("Expected newline", message("a line ends behind a value")),
    ("Invalid value", message("no value begins here; texts need quotes")),
    ("Invalid date or datetime", message("there is no such date or time")),
    ("Unclosed array", message("] is missing at the end of the list")),
    ("Unclosed inline table", message("the closing brace is missing")),
    ('Expected "', _UNCLOSED),
    ("Expected '\"", _UNCLOSED),
    ("Unterminated string", _UNCLOSED),
    ("Illegal character '\\n'", _UNCLOSED),
    ("Illegal character", _CHARACTER),
    ("Found invalid character", _CHARACTER),
    ("Unescaped", _BACKSLASH),
    ("Invalid hex value", _BACKSLASH),
)


class Places:
    """Where the keys and values of a file stand that begin on a line.

    A key inside an inline table is not found: the key that holds it is named in its place.
    """

    def __init__(self, source: Source) -> None:
        """Go through the lines of `source` once."""
        self._path = source.path
        self._text = source.text
        self._keys: dict[Keys, Region] = {}
        self._values: dict[Keys, Region] = {}
        table: Keys = ()
        fence = ""
        for number in range(1, source.lines + 1):
            start, line = source.offset(number), source.line(number)
            if fence:
                fence = "" if fence in line else fence
            elif head := _TABLE.match(line):
                table, _ = self._name(line, head.end(), start, ())
            else:
                keys, end = self._name(line, 0, start, table)
                if line[end : end + 1] == "=":
                    fence = self._value(keys, line, end + 1, start)

    def _name(self, line: str, at: int, start: int, table: Keys) -> tuple[Keys, int]:
        """Note the dotted key at `at`, below `table`, and return it with where it ends."""
        keys = table
        while part := _PART.match(line, at):
            group = part.lastindex or 0
            keys = (*keys, part[group])
            first, last = start + part.start(group), start + part.end(group)
            self._keys.setdefault(keys, Region(path=self._path, start=first, end=last))
            at = part.end()
            if line[at : at + 1] != ".":
                break
            at += 1
        return keys, at

    def _value(self, keys: Keys, line: str, at: int, start: int) -> str:
        """Note the value at `at`; return what ends it where it goes on in further lines."""
        at += len(line[at:]) - len(line[at:].lstrip())
        found = _STRING.match(line, at) or _BARE.match(line, at)
        end = at + len(found.group().rstrip()) if found else at
        self._values[keys] = Region(path=self._path, start=start + at, end=start + end)
        opened = (fence for fence in _FENCES if line.startswith(fence, at))
        return next((fence for fence in opened if line.count(fence) == 1), "")

    def key(self, keys: Keys) -> Region:
        """Return where the last of `keys` stands, or the nearest one above that is found."""
        while keys and keys not in self._keys:
            keys = keys[:-1]
        return self._keys.get(keys) or Region(path=self._path)

    def value(self, keys: Keys) -> Region:
        """Return where the value under `keys` stands, or else its key."""
        return self._values.get(keys) or self.key(keys)

    def item(self, keys: Keys, index: int) -> Region:
        """Return where an item of the list under `keys` stands, or else the list."""
        whole = self.value(keys)
        if keys not in self._values:
            return whole
        number = depth = start = end = 0
        for token in _TOKEN.finditer(self._text, whole.start + 1):
            sign = token.group()
            if sign[0] == "#":
                continue
            if depth == 0 and sign in {",", "]"}:
                if number == index or sign == "]":
                    break
                number, start = number + 1, 0
                continue
            depth += (sign in {"[", "{"}) - (sign in {"]", "}"})
            start, end = start or token.start(), token.end()
        return Region(path=self._path, start=start, end=end) if number == index and start else whole


def parse(source: Source) -> tuple[dict[str, Any], Places] | Diagnostic:
    """Return the data of `source` and where it stands, or what is wrong."""
    for number in range(1, source.lines + 1):
        if source.line(number).count(".") > _MAX_DOTS:
            return _refuse(source, f"{_DEEP} (at line {number}, column 1)")
    try:
        data = tomllib.loads(source.text, parse_float=_decimal)
    except ValueError as problem:
        return _refuse(source, str(problem))
    except RecursionError:
        return _refuse(source, _DEEP)
    return data, Places(source)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as problem:
        raise ValueError(text) from problem


def _refuse(source: Source, problem: str) -> Diagnostic:
    at = _AT.search(problem)
    start = len(source.text.rstrip())
    if at and at[1]:
        start = source.offset(min(int(at[1]), source.lines)) + int(at[2]) - 1
    return error(
        "toml-syntax",
        Region(path=source.path, start=start, end=start),
        message("this is no TOML: {why}", why=_why(problem[: at.start()] if at else problem)),
    )


def _why(problem: str) -> Message | str:
    """Return what `tomllib` says in words of ours where they are known."""
    return next((words for begin, words in _WHY if problem.startswith(begin)), problem)


def kind(value: object) -> str:
    """Return the JSON type of a value of such data."""
    names = {
        dict: "object",
        list: "array",
        bool: "boolean",
        int: "integer",
        Decimal: "number",
    }
    return names.get(type(value), "string")
