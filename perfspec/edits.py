"""Make the fixes of findings in the text of the specs, and leave every other byte alone.

In: the trees of a filing, and findings with fixes. Out: the new texts. Each is parsed again: what
was edited must read as the fix says, and everything else as before; a fix that cannot be made so is
left out. So no text is written that was not proved.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from perfspec import yamltree
from perfspec.diagnostics import Edit, Place
from perfspec.findings import Finding
from perfspec.source import Region, Source
from perfspec.yamltree import Text, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """The texts that changed, by path; which findings were mended, and which cannot be.

    What is in neither was in the way of another fix, and can be tried again on the new texts.
    """

    texts: Mapping[str, str]
    done: tuple[Finding, ...]
    refused: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A fix and where its edits stand; `quoted` writes the edited values anew, in quotes."""

    finding: Finding
    edits: tuple[Edit, ...]
    regions: tuple[Region, ...]
    quoted: bool = False


def mend(trees: Mapping[str, Tree], findings: Iterable[Finding]) -> Mended:
    """Return the texts of `trees` with as many of the fixes of `findings` as go together."""
    plans: list[_Plan] = []
    refused: list[Finding] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        plan = _plan(finding, trees)
        if plan is None:
            refused.append(finding)
        elif not _overlaps(plan.regions, taken):
            plans.append(plan)
    good = _proved(plans, trees)
    proved = {id(one.finding) for one in good}
    refused += [one.finding for one in plans if id(one.finding) not in proved]
    texts = _apply(good, trees)
    if texts is None:
        # Each goes alone and not all together: the others come with the next round.
        good = good[:1]
        texts = _apply(good, trees) or {}
    done = tuple(one.finding for one in good)
    return Mended(texts=texts, done=done, refused=tuple(refused))


def _plan(finding: Finding, trees: Mapping[str, Tree]) -> _Plan | None:
    """Return where the edits of `finding` stand, or None where one is of no text."""
    edits = finding.fix.edits if finding.fix else ()
    regions: list[Region] = []
    for edit in edits:
        tree = trees.get(edit.at.path)
        if tree is None or edit.at.on_key or not isinstance(_value(tree.data, edit.at), Text):
            return None
        regions.append(_region(tree, edit.at))
    return _Plan(finding=finding, edits=edits, regions=tuple(regions)) if edits else None


def _region(tree: Tree, at: Place) -> Region:
    """Return where the characters of `at` stand, without a line break behind the last one."""
    region = tree.locate(at)
    written = tree.source.text[region.start : region.end]
    value = str(_value(tree.data, at))
    start, end = at.span or (0, len(value))
    if "\n" in written and not value[start:end].endswith(("\n", " ")):
        written = written.rstrip(" \t\r\n")
    return replace(region, end=region.start + len(written))


def _overlaps(regions: Sequence[Region], taken: dict[str, list[tuple[int, int]]]) -> bool:
    """Tell whether one of `regions` is in the way of those taken before; else take them too."""
    for one in regions:
        there = taken.get(one.path, [])
        at = bisect_left(there, (one.start, one.end))
        before = at > 0 and there[at - 1][1] > one.start
        same = at > 0 and there[at - 1][0] == one.start
        behind = at < len(there) and there[at][0] < max(one.end, one.start + 1)
        if before or same or behind:
            return True
    for one in regions:
        insort(taken.setdefault(one.path, []), (one.start, one.end))
    return False


def _proved(plans: list[_Plan], trees: Mapping[str, Tree]) -> list[_Plan]:
    """Return those of `plans` that can be made, found by halves: nearly always it is all."""
    if not plans or _apply(plans, trees) is not None:
        return plans
    if len(plans) == 1:
        quoted = replace(plans[0], quoted=True)
        return [quoted] if _is_plain(plans[0], trees) and _apply([quoted], trees) else []
    half = len(plans) // 2
    return _proved(plans[:half], trees) + _proved(plans[half:], trees)


def _is_plain(plan: _Plan, trees: Mapping[str, Tree]) -> bool:
    """Tell whether the texts that `plan` edits stand on a line each, without quotes."""
    stretches = [(trees[one.at.path], trees[one.at.path].stretch(one.at)) for one in plan.edits]
    return all(
        not one.style and "\n" not in tree.source.text[one.start : one.end]
        for tree, one in stretches
    )


def _apply(plans: list[_Plan], trees: Mapping[str, Tree]) -> dict[str, str] | None:
    """Return the texts with all of `plans` made, or None where they do not read as they should."""
    texts: dict[str, str] = {}
    for path in dict.fromkeys(edit.at.path for plan in plans for edit in plan.edits):
        tree = trees[path]
        wanted = tree.data
        pieces: list[tuple[int, int, str]] = []
        for edit, region, quoted in sorted(
            (
                (edit, region, plan.quoted)
                for plan in plans
                for edit, region in zip(plan.edits, plan.regions, strict=True)
                if edit.at.path == path
            ),
            key=lambda one: one[1].start,
            reverse=True,
        ):
            value = str(_value(wanted, edit.at))
            start, end = edit.at.span or (0, len(value))
            mended = value[:start] + edit.text + value[end:]
            wanted = _put(wanted, edit.at.keys, Text.of(mended, plain=False))
            pieces.append(_piece(tree, edit, region, mended if quoted else None))
        text = _joined(tree.source.text, pieces)
        if text is None or not _reads(Source(path=path, text=text), wanted):
            return None
        texts[path] = text
    return texts


def _piece(tree: Tree, edit: Edit, region: Region, whole: str | None) -> tuple[int, int, str]:
    """Return from where to where to put which text; `whole` is a value to be quoted anew."""
    stretch = tree.stretch(edit.at)
    if whole is not None:
        return stretch.start, stretch.end, "'" + whole.replace("'", "''") + "'"
    text = edit.text
    if stretch.style == "'":
        text = text.replace("'", "''")
    elif stretch.style == '"':
        text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return region.start, region.end, text


def _joined(text: str, pieces: list[tuple[int, int, str]]) -> str | None:
    """Return `text` with `pieces`, the last first, put in; None where one is in another."""
    parts: list[str] = []
    last = len(text)
    for start, end, new in pieces:
        if end > last:
            return None
        parts += [text[end:last], new]
        last = start
    return "".join([*parts, text[:last]][::-1])


def _reads(source: Source, wanted: object) -> bool:
    tree, found = yamltree.parse(source)
    return tree is not None and not found and bool(tree.data == wanted)


def _value(data: Any, at: Place) -> Any:  # noqa: ANN401 — data of any shape
    for key in at.keys:
        if not isinstance(data, (dict, list)):
            return None
        try:
            data = data[key]  # type: ignore[index]  # a list is indexed by number, a dict by word
        except (LookupError, TypeError):
            return None
    return data


def _put(data: Any, keys: tuple[str | int, ...], value: Text) -> Any:  # noqa: ANN401 — as `_value`
    """Return `data` with `value` under `keys`; what is beside it is shared, not copied."""
    if not keys:
        return value
    inner = _put(data[keys[0]], keys[1:], value)
    if isinstance(data, list):
        return [inner if at == keys[0] else one for at, one in enumerate(data)]
    return {**data, keys[0]: inner}
