"""Findings that are known already, kept in a file so that only new ones are shown.

In: findings, or the text of such a file. Out: the same, as identities that do not depend on line
numbers. The file is JSON with an entry on each line, sorted, so that git shows what was mended.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from perfspec.diagnostics import Diagnostic
from perfspec.errors import PerfspecError
from perfspec.findings import Finding, Identity
from perfspec.messages import Message, message
from perfspec.texts import read_text, real

_FIELDS = ("path", "code", "at", "words")


class Baseline:
    """How often each finding is known; what is met is taken off, so that two are not one."""

    def __init__(self, entries: Iterable[Identity] | Mapping[Identity, int] = ()) -> None:
        """Know `entries`, or so many of each."""
        self.left = Counter(entries)

    @property
    def size(self) -> int:
        """How many findings are known."""
        return self.left.total()

    def copy(self) -> "Baseline":
        """Return a baseline that knows the same."""
        return Baseline(self.left)

    def split(self, found: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """Return what of `found` is new and what is known; findings of reading are never known."""
        new: list[Finding] = []
        known: list[Finding] = []
        for one in found:
            is_known = one.by_rule and self.left[one.identity] > 0
            self.left[one.identity] -= is_known
            (known if is_known else new).append(one)
        return new, known

    def gone(self, judged: Callable[[Identity], bool]) -> int:
        """Return how many entries that could have been met were not."""
        return sum(times for one, times in self.left.items() if times > 0 and judged(one))

    def unjudged(self, judged: Callable[[Identity], bool]) -> list[Identity]:
        """Return the entries that nothing was looked at for."""
        return [one for one in self.left.elements() if not judged(one)]


def text(entries: Iterable[Identity]) -> str:
    """Return `entries` as the text of a baseline."""
    lines = sorted(
        json.dumps({name: getattr(one, name) for name in _FIELDS}, ensure_ascii=False)
        for one in entries
    )
    inner = ",\n".join(f"    {line}" for line in lines)
    end = "\n" if lines else ""
    return f'{{\n  "spec": 1,\n  "known": [\n{inner}{end}  ]\n}}\n'


def read(path: Path, root: Path | None = None) -> Baseline:
    """Return the baseline in `path`. Raises PerfspecError when there is none.

    With `root`, `path` is from there and may not lead out of it.
    """
    inside, name = (root, str(path)) if root else (real(path).parent, real(path).name)
    source = read_text(inside, name)
    if isinstance(source, Diagnostic):
        raise _broken(root, path, source.message)
    try:
        data = json.loads(source.text, parse_float=str)
    except json.JSONDecodeError as problem:
        why = message("line {line} is no JSON", line=problem.lineno)
        raise _broken(root, path, why) from problem
    except (ValueError, RecursionError) as problem:
        raise _broken(root, path, message("the file is no JSON")) from problem
    known = data.get("known") if isinstance(data, dict) and data.get("spec") == 1 else None
    if not isinstance(known, list):
        raise _broken(root, path, message('it is not {{"spec": 1, "known": […]}}'))
    return Baseline([_entry(root, path, number, one) for number, one in enumerate(known, 1)])


def _entry(root: Path | None, path: Path, number: int, data: object) -> Identity:
    if isinstance(data, dict) and set(data) == set(_FIELDS):
        fields = {name: value for name, value in data.items() if isinstance(value, str)}
        if len(fields) == len(_FIELDS):
            return Identity(**fields)
    wanted = ", ".join(_FIELDS)
    text = message("entry {number} has not the texts {fields}", number=number, fields=wanted)
    raise _broken(root, path, text)


def _broken(root: Path | None, path: Path, why: Message) -> PerfspecError:
    hint = message("`perfspec check --write-baseline {path}` makes one", path=str(path))
    if os.path.lexists((root or Path()) / path):
        hint = message("name another file")
    return PerfspecError(message("{path} is no baseline: {why}", path=str(path), why=why), hint)
