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

from perfspec.diagnostics import Diagnostic, Severity
from perfspec.findings import Finding, Suppressed
from perfspec.messages import Message, message
from perfspec.scalars import Stretch
from perfspec.schema.words import closest, did_you_mean
from perfspec.source import Region, Source
from perfspec.yamltree import Tree

_COMMENT = re.compile(r"(?<![^ \t\n])#[ \t]*perfspec[ \t]*[:：][ \t]*([a-zA-Z]+)")
_CODE = re.compile(r"[ \t]*([A-Za-z0-9_-]*[A-Za-z0-9_])[ \t]*")
_COMMA = re.compile(r"[,，、]")
_REASON = re.compile(r"(?:[—–-]+|[:：])[ \t]*(\S.*)?")
_VERB = "ignore"
_EXAMPLE = "# perfspec: ignore cost-floor — …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A comment: the codes it names with their places, its reason, the line it holds for."""

    region: Region
    codes: tuple[tuple[str, Region], ...]
    reason: str
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
    if "perfspec" not in tree.source.text or not _COMMENT.search(tree.source.text):
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
                    text = message("{code} finds nothing that this comment holds for", code=code)
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
            if match[1] == _VERB:
                behind = source.text[start : match.start()].strip(" \t")
                yield _read(region, source.text, match.end(), line if behind else holds[line])
            elif closest(match[1], [_VERB]):
                word = replace(region, start=match.start(1), end=match.end(1))
                wrong.append(_unknown(word, match[1], [_VERB]))

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
    return Directive(region=region, codes=tuple(codes), reason=said, line=line)


def _sound(one: Directive, known: list[str], wrong: list[Diagnostic]) -> Directive | None:
    """Return `one` with the codes that there are, or None; note what is wrong with it."""
    if not one.codes:
        text = message("this comment names no rule to ignore")
        hint = message("write {example}", example=_EXAMPLE)
        wrong.append(_warning("suppression-unknown", one.region, text, hint))
        return None
    wrong += [_unknown(at, code, known) for code, at in one.codes if code not in known]
    if not one.reason:
        text = message("this comment gives no reason and silences nothing")
        hint = message("write {example}", example=f"# perfspec: ignore {one.codes[0][0]} — …")
        wrong.append(_warning("suppression-reason", one.region, text, hint))
        return None
    return replace(one, codes=tuple(pair for pair in one.codes if pair[0] in known))


def _unknown(at: Region, word: str, known: list[str]) -> Diagnostic:
    text = message("there is no rule {code!r}", code=word)
    if known == [_VERB]:
        text = message("a comment to perfspec begins with {verb}", verb=_VERB)
    return _warning("suppression-unknown", at, text, did_you_mean(word, known, {}))


def _warning(code: str, at: Region, text: Message, hint: Message) -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.WARNING, message=text, at=at, hint=hint)
