"""Read TOML into data, and find where its keys and values stand, which `tomllib` does not tell.

In: a `Source`. Out: tables as dicts, fractions as Decimal, and `Places`; or the finding that says
why there are none.
"""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from perfspec.diagnostics import Diagnostic, error
from perfspec.messages import message
from perfspec.source import Region, Source

Keys = tuple[str, ...]

_AT = re.compile(r" \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$")
_PART = re.compile(r"""[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\n]*)"|'([^'\n]*)')[ \t]*""")
_TABLE = re.compile(r"[ \t]*\[\[?")
_STRING = re.compile(r"""(?!\"{3}|'{3})("[^"\n]*"|'[^'\n]*')""")
_BARE = re.compile(r"[^#\r\n]*")
# tomllib takes the square of the time for a key of many parts.
_MAX_DOTS = 100
_FENCES = ('"""', "'''")


class Places:
    """Where the keys and values of a file stand that begin on a line.

    A key inside an inline table is not found: the key that holds it is named in its place.
    """

    def __init__(self, source: Source) -> None:
        """Go through the lines of `source` once."""
        self._path = source.path
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


def parse(source: Source) -> tuple[dict[str, Any], Places] | Diagnostic:
    """Return the data of `source` and where it stands, or what is wrong."""
    for number in range(1, source.lines + 1):
        if source.line(number).count(".") > _MAX_DOTS:
            return _refuse(source, f"nested too deep (at line {number}, column 1)")
    try:
        data = tomllib.loads(source.text, parse_float=_decimal)
    except ValueError as problem:
        return _refuse(source, str(problem))
    except RecursionError:
        return _refuse(source, "nested too deep")
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
        message("this is no TOML: {why}", why=problem[: at.start()] if at else problem),
    )


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
