"""Comments in the YAML that silence a finding, with the reason why.

In: the trees of a filing, and what review found. Out: what is still to be told, what was silenced,
and what is wrong with the comments. `# perfspec: ignore cost-floor — reason` holds for the line
that it ends, or for the next one with content if it has a line of its own; and for the text that
begins there, however long it is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from perfspec import manual
from perfspec.diagnostics import Diagnostic, Severity
from perfspec.findings import Finding, Suppressed
from perfspec.messages import Message, message
from perfspec.scalars import Stretch
from perfspec.schema.words import shorten
from perfspec.source import Region, Source
from perfspec.yamltree import Tree

# A comment that begins with the name is meant for perfspec, whatever its author makes of the rest:
# none may be passed over in silence. A file `perfspec.toml` or a command may be spoken of.
_COMMENT = re.compile(
    r"(?<![^ \t\n])#+[ \t]*perfspec(?![\w./]|[ \t]+(?:check|build|explain|rules|init)\b)",
    re.IGNORECASE,
)
_IGNORE = re.compile(r"#[ \t]*perfspec[ \t]*[:：][ \t]*ignore(?![a-zA-Z])")
_CODE = re.compile(r"[ \t]*([A-Za-z0-9_-]*[A-Za-z0-9_])[ \t]*")
_COMMA = re.compile(r"[,，、]")
_REASON = re.compile(r"(?:[—–―─－-]+|[:：])[ \t]*(\S.*)?")
_EXAMPLE = "# perfspec: ignore cost-floor — …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A comment: the codes it names with their places, its reason, the line it holds for.

    `rest` is what stands behind the codes where no dash leads to a reason.
    """

    region: Region
    codes: tuple[tuple[str, Region], ...]
    reason: str
    rest: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is still to be told, what was silenced, and what is wrong with the comments."""

    told: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    wrong: tuple[Diagnostic, ...]


def apply(
    found: Iterable[Finding],
    trees: Mapping[str, Tree],
    known: Iterable[str],
    judged: frozenset[str],
) -> Outcome:
    """Return what the comments in `trees` leave of `found`.

    `known` are the codes of all rules, `judged` those that ran and had what they needed: only their
    comments can be stale.
    """
    codes = list(known)
    wrong: list[Diagnostic] = []
    comments = {path: one for path, tree in trees.items() if (one := _of(tree, codes, wrong))}
    told: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in found:
        there = comments.get(finding.spot.path)
        directive = there.silencer(finding) if there else None
        if directive:
            suppressed.append(Suppressed(finding=finding, reason=directive.reason))
        else:
            told.append(finding)
    for there in comments.values():
        wrong += there.stale(judged)
    return Outcome(told=tuple(told), suppressed=tuple(suppressed), wrong=tuple(wrong))


def _of(tree: Tree, known: list[str], wrong: list[Diagnostic]) -> "_Comments | None":
    """Return the comments to perfspec in `tree`, if any; note what is wrong with them."""
    text = tree.source.text
    if "#" not in text or "perfspec" not in text.lower() or not _COMMENT.search(text):
        return None
    comments = _Comments(tree)
    for one in comments.read(wrong):
        if sound := _sound(one, known, wrong):
            comments.directives.append(sound)
    comments.index()
    return comments


class _Comments:
    """The comments to perfspec of one file; each finding is looked up, not searched."""

    def __init__(self, tree: Tree) -> None:
        self.source = tree.source
        self.stretches = tree.stretches()
        self.starts = [one.start for one in self.stretches]
        self.directives: list[Directive] = []
        self.at: dict[tuple[int, str], tuple[Directive, Region]] = {}
        self.used: set[Region] = set()

    def index(self) -> None:
        """Note for which line and code there is a comment; the first one counts."""
        for one in self.directives:
            for code, region in one.codes:
                self.at.setdefault((one.line, code), (one, region))

    def silencer(self, finding: Finding) -> Directive | None:
        """Return the comment that silences `finding`, and note that it is used."""
        start = finding.spot.start
        lines = [start.line]
        if text := self._around(self.source.offset(start.line) + start.column - 1):
            lines += [self.source.position(offset).line for offset in (text.start, text.lead)]
        for line in lines:
            if found := self.at.get((line, finding.code)):
                self.used.add(found[1])
                return found[0]
        return None

    def stale(self, judged: frozenset[str]) -> Iterator[Diagnostic]:
        """Yield a finding for each code of a comment that silences nothing."""
        for one in self.directives:
            for code, region in one.codes:
                if region not in self.used and code in judged:
                    text = message("{code} finds nothing on the line of this comment", code=code)
                    hint = message(
                        "remove it, or put it on the line that a finding names or above it"
                    )
                    yield _warning("suppression-stale", region, text, hint)

    def read(self, wrong: list[Diagnostic]) -> Iterator[Directive]:
        """Yield the comments as they stand."""
        source = self.source
        holds = _next_lines(source)
        for match in _COMMENT.finditer(source.text):
            if self._is_text(match.start()):
                continue
            line = source.position(match.start()).line
            start, end = source.offset(line), source.offset(line) + len(source.line(line))
            region = Region(path=source.path, start=match.start(), end=end)
            if ignore := _IGNORE.match(source.text, match.start(), end):
                behind = source.text[start : match.start()].strip(" \t")
                yield _read(region, source.text, ignore.end(), line if behind else holds[line])
            else:
                text = message(
                    "a comment to perfspec is written `# perfspec: ignore RULE — REASON`"
                )
                wrong.append(_warning("suppression-unknown", region, text))

    def _around(self, offset: int) -> Stretch | None:
        """Return the key or text that `offset` is in."""
        at = bisect_right(self.starts, offset) - 1
        inside = at >= 0 and offset < max(self.stretches[at].end, self.starts[at] + 1)
        return self.stretches[at] if inside else None

    def _is_text(self, offset: int) -> bool:
        """Tell whether what stands at `offset` is inside a text, and so no comment."""
        around = self._around(offset)
        if around is None or offset >= around.end:
            return False
        # Behind the sign of a block there is room for a comment, up to the end of its line.
        is_block = around.style in {"|", ">"}
        return not is_block or "\n" in self.source.text[around.start : offset]


def _next_lines(source: Source) -> list[int]:
    """Return for each line the next one that is neither blank nor a comment; 0 is no line."""
    following = [0] * (source.lines + 1)
    for line in range(source.lines - 1, 0, -1):
        blank = source.line(line + 1).lstrip()[:1] in {"", "#"}
        following[line] = following[line + 1] if blank else line + 1
    return following


def _read(region: Region, text: str, at: int, line: int) -> Directive:
    """Return the comment whose codes begin at `at`, and which holds for `line`."""
    codes: list[tuple[str, Region]] = []
    while code := _CODE.match(text, at, region.end):
        codes.append((code[1], replace(region, start=code.start(1), end=code.end(1))))
        at = code.end()
        comma = _COMMA.match(text, at, region.end)
        if not comma:
            break
        at = comma.end()
    reason = _REASON.match(text, at, region.end)
    said = (reason[1] or "").strip() if reason else ""
    rest = "" if reason else text[at : region.end].strip()
    return Directive(region=region, codes=tuple(codes), reason=said, rest=rest, line=line)


def _sound(one: Directive, known: list[str], wrong: list[Diagnostic]) -> Directive | None:
    """Return `one` with the codes that there are, or None; note what is wrong with it."""
    if not one.codes:
        text = message("this comment names no rule to ignore")
        hint = message("write {example}", example=_EXAMPLE)
        wrong.append(_warning("suppression-unknown", one.region, text, hint))
        return None
    wrong += [_unknown(at, code, known) for code, at in one.codes if code not in known]
    if not one.reason:
        text, example = _unreasoned(one, known)
        hint = message("write {example}", example=example)
        wrong.append(_warning("suppression-reason", one.region, text, hint))
        return None
    return replace(one, codes=tuple(pair for pair in one.codes if pair[0] in known))


def _unreasoned(one: Directive, known: list[str]) -> tuple[Message, str]:
    """Return what keeps the reason of `one` from being read, and how it is written."""
    codes = [code for code, _ in one.codes]
    more = list(takewhile(known.__contains__, one.rest.split()))
    text = message("this comment gives no reason and silences nothing")
    if more:
        text = message("a comma is missing between the rules")
    elif one.rest:
        text = message("a dash is missing between the rule and the reason")
    said = "…" if more or not one.rest else shorten(one.rest)
    return text, f"# perfspec: ignore {', '.join([*codes, *more])} — {said}"


def _unknown(at: Region, word: str, known: list[str]) -> Diagnostic:
    return _warning("suppression-unknown", at, *manual.unknown(word, known))


def _warning(code: str, at: Region, text: Message, hint: Message | None = None) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.WARNING, message=text, at=at, hint=hint)
