"""Comments in the YAML that silence a finding, with the reason why, or until something is done.

In: the trees of a filing, and what review found. Out: what is still to be told, what was silenced,
what is wrong with the comments, and what they say is to be done. `# perfspec: ignore cost-floor —
reason` holds for its line (see `directives`), and for the text that begins there, however long it
is; and so does `# perfspec: todo cost-floor — words`, which is told itself until it is removed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from perfspec import directives
from perfspec.diagnostics import Diagnostic
from perfspec.directives import Directive, Stretches, warning
from perfspec.findings import Finding, Suppressed
from perfspec.messages import message
from perfspec.yamltree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is still to be told, what was silenced, and what is to be said of the comments."""

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
    comments = {
        path: _Comments(tree, codes, wrong)
        for path, tree in trees.items()
        if directives.are_in(tree.source)
    }
    told: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in found:
        there = comments.get(finding.spot.path)
        directive = there.silencer(finding) if there else None
        if directive:
            suppressed.append(Suppressed(finding=finding, reason=directive.words))
        else:
            told.append(finding)
    for there in comments.values():
        wrong += there.left()
        wrong += there.stale(judged)
    return Outcome(told=tuple(told), suppressed=tuple(suppressed), wrong=tuple(wrong))


class _Comments:
    """The comments to perfspec of one file; each finding is looked up, not searched."""

    def __init__(self, tree: Tree, known: list[str], wrong: list[Diagnostic]) -> None:
        self.source = tree.source
        self.stretches = Stretches(tree)
        self.directives = tuple(directives.read(self.source, self.stretches, known, wrong))
        self.used: set[int] = set()  # where the codes begin
        # The first comment for a line and code counts; a reason, which stays, before a todo.
        self.at: dict[tuple[int, str], tuple[Directive, int]] = {}
        for one in sorted(self.directives, key=lambda one: one.is_todo):
            for code, region in one.codes:
                self.at.setdefault((one.line, code), (one, region.start))

    def silencer(self, finding: Finding) -> Directive | None:
        """Return the comment that silences `finding`, and note that it is used."""
        start = finding.spot.start
        lines = [start.line]
        if text := self.stretches.around(self.source.offset(start.line) + start.column - 1):
            lines += [self.source.position(offset).line for offset in (text.start, text.lead)]
        for line in lines:
            if found := self.at.get((line, finding.code)):
                self.used.add(found[1])
                return found[0]
        return None

    def left(self) -> Iterator[Diagnostic]:
        """Yield what the comments say is to be done."""
        hint = message("do it, then remove this comment")
        for one in self.directives:
            if one.is_todo:
                text = message("to do: {words}", words=one.words)
                yield warning("todo-left", one.region, text, hint)

    def stale(self, judged: frozenset[str]) -> Iterator[Diagnostic]:
        """Yield a finding for each code that is ignored where nothing is found."""
        hint = message("remove it, or put it on the line that a finding names or above it")
        for one in self.directives:
            for code, region in one.codes:
                if code in judged and region.start not in self.used and not one.is_todo:
                    text = message("{code} finds nothing on the line of this comment", code=code)
                    yield warning("suppression-stale", region, text, hint)
