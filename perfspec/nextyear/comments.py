"""Put comments to do something into the text of a file, where YAML has room for them.

In: a tree, and what is to be said at which places. Out: the splices. A comment stands behind a
value that ends its line, where both fit on one; else on a line of its own above. It never stands
inside a text, which may go on over lines.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wcwidth import wcswidth

from perfspec import directives, review
from perfspec.diagnostics import Place
from perfspec.directives import Directive, Stretches
from perfspec.nextyear import layout
from perfspec.nextyear.layout import Splice
from perfspec.source import Source
from perfspec.yamltree import Tree

_WIDE = 100  # columns of a line
_TODO = "perfspec: todo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """What a person is to do at a place; the findings of `rules` there are put off until then."""

    at: Place
    words: tuple[str, ...]
    rules: tuple[str, ...] = ()


def of(tree: Tree) -> list[Directive]:
    """Return the comments in `tree` that say that something is to be done."""
    known = [rule.code for rule in review.RULES]
    said = directives.read(tree.source, Stretches(tree), known, [])
    return [one for one in said if one.is_todo]


def todos(tree: Tree, wanted: Iterable[Todo], old: int) -> list[Splice]:
    """Return the comments for `wanted`, and for the comments that tell of the year `old`.

    A line has one: what is to be done is added to what its comment says already.
    """
    source, stretches = tree.source, Stretches(tree)
    said = {one.line: one for one in of(tree)}
    lines: dict[int, list[Todo]] = {}
    for one in wanted:
        lines.setdefault(source.position(tree.stretch(one.at).lead).line, []).append(one)
    splices = [
        _added(said[line], there) if line in said else _comment(tree, stretches, line, there)
        for line, there in sorted(lines.items())
    ]
    return [*splices, *_of_comments(source, stretches, old)]


def _added(said: Directive, there: list[Todo]) -> Splice:
    """Return the comment `said` with what is to be done beside."""
    words = [said.words, *(one for one in _words(there) if one not in said.words)]
    text = _worded(words, [*(code for code, _ in said.codes), *_rules(there)])
    return Splice(said.region.start, said.region.end, text)


def _comment(tree: Tree, stretches: Stretches, line: int, there: list[Todo]) -> Splice:
    """Return the comment on what is to be done in `line`."""
    source = tree.source
    text = _worded(_words(there), _rules(there))
    last = max(layout.end(tree, one.at) for one in there)
    start, written = source.offset(line), source.line(line)
    if not source.text[last : start + len(written)].strip(" \t") and last <= start + len(written):
        whole = f"{source.text[start:last]}  {text}"
        if 0 <= wcswidth(whole) <= _WIDE:
            return Splice(last, last, f"  {text}")
    return _above(source, stretches, line, text)


def _words(there: list[Todo]) -> list[str]:
    return [word for one in there for word in one.words]


def _rules(there: list[Todo]) -> list[str]:
    return [rule for one in there for rule in one.rules]


def _above(source: Source, stretches: Stretches, line: int, text: str) -> Splice:
    """Return `text` as a line above `line`, or above that where a text begins that it is in."""
    while (begun := layout.begins_inside(source, stretches, line)) != line:
        line = begun
    at, written = source.offset(line), source.line(line)
    indent = written[: len(written) - len(written.lstrip(" "))]
    return Splice(at, at, f"{indent}{text}{layout.line_break(source)}")


def _worded(words: Iterable[str], rules: Iterable[str] = ()) -> str:
    codes = ", ".join(dict.fromkeys(rules))
    return f"# {_TODO} {codes}{' ' if codes else ''}— {'；'.join(dict.fromkeys(words))}"


def _of_comments(source: Source, stretches: Stretches, old: int) -> Iterator[Splice]:
    """Yield a comment above each comment of whole lines that speaks of the year `old`."""
    line = 1
    while line <= source.lines:
        first = line
        while line <= source.lines and _is_comment(source, stretches, line):
            line += 1
        said = [source.line(one) for one in range(first, line)]
        spoken = any(str(old) in one for one in said if "perfspec:" not in one)
        if spoken and not any(_TODO in one for one in said):
            words = _worded([f"以下说明写于{old}年，请改写或删去"])
            yield _above(source, stretches, first, words)
        line = max(line, first + 1)


def _is_comment(source: Source, stretches: Stretches, line: int) -> bool:
    """Tell whether the whole of `line` is a comment, and no text that looks like one."""
    begins = source.line(line).lstrip(" \t").startswith("#")
    return begins and layout.begins_inside(source, stretches, line) == line
