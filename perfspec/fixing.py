"""Mend a filing: make the fixes of its findings, look again, and go on until none is left.

In: a filing as loaded, and which findings count. Out: the texts before and after, what was done,
and the filing as it then reads. Nothing is written before `write`.
"""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from perfspec import edits, output, pipeline
from perfspec.edits import Mended
from perfspec.errors import PerfspecError
from perfspec.findings import Finding
from perfspec.messages import message
from perfspec.pipeline import Checked, Loaded
from perfspec.texts import real

# A filing at these stages is a record of what was decided.
SETTLED = frozenset({"approved", "adjusted"})
# A fix may show another one; a rule whose fixes never end is stopped here.
_ROUNDS = 10

Shown = Callable[[Sequence[Finding]], Sequence[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What became of a filing: its texts, the findings mended and left, and what it says now."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]
    loaded: Loaded
    checked: Checked


def fixable(found: Sequence[Finding]) -> list[Finding]:
    """Return those of `found` that have a fix."""
    return [one for one in found if one.fix]


def fix(loaded: Loaded, checked: Checked, shown: Shown) -> Fixed:
    """Return `loaded` with the fixes made of those findings that `shown` returns."""
    before = {path: source.text for path, source in loaded.sources.items()}
    after: dict[str, str] = {}
    done: list[Finding] = []
    for _ in range(_ROUNDS):
        mended = _mend(loaded, fixable(shown(checked.findings)), after)
        if mended is None:
            break
        loaded, made = mended
        after |= made.texts
        done += made.done
        checked = pipeline.check(loaded)
    return Fixed(
        before={path: before[path] for path in after},
        after=after,
        done=tuple(done),
        left=tuple(fixable(shown(checked.findings))),
        loaded=loaded,
        checked=checked,
    )


def _mend(
    loaded: Loaded, found: Sequence[Finding], texts: Mapping[str, str]
) -> tuple[Loaded, Mended] | None:
    """Return the filing with fixes of `found` made, so that it can still be read, or None.

    Where one of them would make it unreadable, half of them are tried.
    """
    folder = loaded.folder
    trees = {
        path: tree
        for path, tree in loaded.trees.items()
        if path.startswith(f"{folder.path}/") and not is_link(folder.root, path)
    }
    mended = edits.mend(trees, found)
    if not mended.texts:
        return None
    again = pipeline.load(folder, loaded.desk, {**texts, **mended.texts})
    if again.filing:
        return again, mended
    half = len(found) // 2
    parts = (found[:half], found[half:]) if half else ()
    return next((one for part in parts if (one := _mend(loaded, part, texts))), None)


def is_link(root: Path, path: str) -> bool:
    """Tell whether the file at `path` stands somewhere else in truth."""
    return real(root / path) != real(root) / path


def write(root: Path, fixed: Fixed) -> None:
    """Write the new texts; a file that somebody changed meanwhile is left, with an error."""
    for path, text in sorted(fixed.after.items()):
        file = root / path
        if file.read_bytes() != fixed.before[path].encode():
            raise PerfspecError(
                message("{path} was changed by somebody else meanwhile", path=path),
                message("nothing was written to it; run the command again"),
            )
        mode = file.stat().st_mode & 0o777
        output.write(file, text.encode(), mode=mode)


def diff(fixed: Fixed) -> str:
    """Return what changed as a unified diff, paths from the workspace's root."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for path, text in sorted(fixed.after.items())
        for line in difflib.unified_diff(
            _lines(fixed.before[path]), _lines(text), f"a/{path}", f"b/{path}"
        )
    )


def _lines(text: str) -> list[str]:
    """Return the lines of `text` as git sees them, which knows one line break only."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return lines if lines[-1] else lines[:-1]
