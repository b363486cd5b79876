"""Findings as reports show them: diagnostics with their lines, columns and excerpts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from perfspec.diagnostics import Diagnostic, Edit, Place, Severity
from perfspec.messages import Message
from perfspec.source import Position, Region, Source
from perfspec.yamltree import Tree

_ROOM = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch of a file with the line that it begins in; `path` is from the root."""

    path: str
    start: Position
    end: Position
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is to be seen at another spot."""

    spot: Spot
    note: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A text to be put where `spot` is; it is the text of the value, not yet quoted."""

    spot: Spot
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """How to mend a finding; `edits` are those of the `Fix` that `check --fix` makes."""

    title: Message
    replacements: tuple[Replacement, ...]
    edits: tuple[Edit, ...] = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a finding is known by when lines move: the key path, ids for indices, and the words."""

    path: str
    code: str
    at: str
    words: str

    @property
    def fingerprint(self) -> str:
        """A hash of the whole."""
        text = f"{self.path}\n{self.code}\n{self.at}\n{self.words}"
        return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding, ready to be worded and shown.

    `by_rule` says that a rule of review found it, which can be explained and suppressed; all others
    are of reading.
    """

    code: str
    severity: Severity
    message: Message
    hint: Message | None
    spot: Spot
    related: tuple[Note, ...]
    fix: Remedy | None
    by_rule: bool
    identity: Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged:
    """What a rule could not judge, and what it lacks."""

    code: str
    message: Message
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A finding that a comment in the YAML silences, and why it does."""

    finding: Finding
    reason: str


def settle(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    trees: Mapping[str, Tree],
    *,
    by_rule: bool = False,
) -> list[Finding]:
    """Return the findings of `diagnostics`, by path and by where they stand in the text."""
    found = [
        Finding(
            code=one.code,
            severity=one.severity,
            message=one.message,
            hint=one.hint,
            spot=spot(one.at, sources, trees),
            related=tuple(
                Note(spot=spot(other.at, sources, trees), note=other.note) for other in one.related
            ),
            fix=_remedy(one, sources, trees),
            by_rule=by_rule,
            identity=_identity(one, sources, trees),
        )
        for one in diagnostics
    ]
    return sorted(found, key=order)


def order(finding: Finding | Unjudged) -> tuple[str, int, int, str]:
    """Return the key by which findings are sorted."""
    at = finding.spot
    return at.path, at.start.line, at.start.column, finding.code


def spot(at: Place | Region, sources: Mapping[str, Source], trees: Mapping[str, Tree]) -> Spot:
    """Return where `at` stands, as lines and columns."""
    region = _region(at, trees)
    source = sources.get(region.path)
    if source is None:
        return Spot(path=region.path, start=Position(1, 1), end=Position(1, 1), line="")
    start = source.position(region.start)
    return Spot(
        path=region.path, start=start, end=source.position(region.end), line=source.line(start.line)
    )


def _region(at: Place | Region, trees: Mapping[str, Tree]) -> Region:
    if isinstance(at, Place):
        return trees[at.path].locate(at) if at.path in trees else Region(path=at.path)
    return at


def _remedy(
    one: Diagnostic, sources: Mapping[str, Source], trees: Mapping[str, Tree]
) -> Remedy | None:
    if one.fix is None:
        return None
    return Remedy(
        title=one.fix.title,
        replacements=tuple(
            Replacement(spot=spot(edit.at, sources, trees), text=edit.text)
            for edit in one.fix.edits
        ),
        edits=one.fix.edits,
    )


def _identity(
    one: Diagnostic, sources: Mapping[str, Source], trees: Mapping[str, Tree]
) -> Identity:
    """Return what `one` is known by; words that are long are cut and told apart by a hash."""
    region = _region(one.at, trees)
    source = sources.get(region.path)
    marked = source.text[region.start : region.end] if source else ""
    words = " ".join(marked.split())
    if len(words) > _ROOM:
        words = f"{words[:_ROOM]}… {sha256(words.encode()).hexdigest()[:12]}"
    at = ""
    if isinstance(one.at, Place) and one.at.path in trees:
        at = _keys(one.at, trees[one.at.path])
    return Identity(path=region.path, code=one.code, at=at, words=words)


def _keys(place: Place, tree: Tree) -> str:
    """Return the key path, a row of a list by its id or name, a text in a list without its index.

    So an entry of a baseline holds when rows are put in above.
    """
    parts: list[str] = []
    value = tree.data
    for key in place.keys:
        try:
            value = value[key]
        except (LookupError, TypeError):
            value = None
        if isinstance(key, int):
            row = value if isinstance(value, dict) else {}
            parts.append(str(row.get("id") or row.get("name") or ""))
        else:
            parts.append(key)
    return "/".join(parts)
