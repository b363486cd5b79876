"""Comments to perfspec in the YAML, as they stand.

In: the tree of a file. Out: the comments that can be followed, and what is wrong with the others.
`# perfspec: ignore cost-floor — reason` keeps a finding, `# perfspec: todo cost-floor — words`
puts it off. A comment holds for the line that it ends, or for the next one with content if it has
a line of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from perfspec import manual
from perfspec.diagnostics import Diagnostic, Severity
from perfspec.messages import Message, message
from perfspec.scalars import Stretch
from perfspec.schema.words import shorten
from perfspec.source import Region, Source
from perfspec.yamltree import Tree

# A comment that begins with the name is meant for perfspec, whatever its author makes of the rest:
# none may be passed over in silence. A file `perfspec.toml` or a command may be spoken of.
_COMMENT = re.compile(
    r"(?<![^ \t\n])#+[ \t]*perfspec"
    r"(?![\w./]|[ \t]+(?:build|check|diff|explain|init|match|new|rules)\b)",
    re.IGNORECASE,
)
_VERB = re.compile(r"#[ \t]*perfspec[ \t]*[:：][ \t]*(ignore|todo)(?![a-zA-Z])")
_CODE = re.compile(r"[ \t]*([A-Za-z0-9_-]*[A-Za-z0-9_])[ \t]*")
_COMMA = re.compile(r"[,，、]")
_REASON = re.compile(r"[ \t]*(?:[—–―─－-]+|[:：])[ \t]*(\S.*)?")
_EXAMPLE = "# perfspec: ignore cost-floor — …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A comment: the codes it names with their places, its words, the line it holds for.

    The words are the reason, or what is to be done where it `is_todo`. `rest` is what stands behind
    the codes where no dash leads to words.
    """

    region: Region
    is_todo: bool
    codes: tuple[tuple[str, Region], ...]
    words: str
    rest: str
    line: int


class Stretches:
    """The keys and texts of a file; what an offset is in is looked up, not searched."""

    def __init__(self, tree: Tree) -> None:
        self._all = tree.stretches()
        self._starts = [one.start for one in self._all]

    def around(self, offset: int) -> Stretch | None:
        """Return the key or text that `offset` is in."""
        at = bisect_right(self._starts, offset) - 1
        inside = at >= 0 and offset < max(self._all[at].end, self._starts[at] + 1)
        return self._all[at] if inside else None


def are_in(source: Source) -> bool:
    """Tell, at little cost, whether there may be a comment to perfspec in `source`."""
    text = source.text
    return "#" in text and "perfspec" in text.lower() and bool(_COMMENT.search(text))


def read(
    source: Source, stretches: Stretches, known: list[str], wrong: list[Diagnostic]
) -> Iterator[Directive]:
    """Yield the comments that can be followed, with the codes that are `known`.

    What is wrong with them, or with others, is added to `wrong`.
    """
    holds = _next_lines(source)
    for match in _COMMENT.finditer(source.text):
        if _is_text(source, stretches, match.start()):
            continue
        line = source.position(match.start()).line
        start, end = source.offset(line), source.offset(line) + len(source.line(line))
        region = Region(path=source.path, start=match.start(), end=end)
        if verb := _VERB.match(source.text, match.start(), end):
            behind = source.text[start : match.start()].strip(" \t")
            one = _read(region, source.text, verb, line if behind else holds[line])
            found = _followed(one, known)
            wrong += found
            if one.words and (one.codes or one.is_todo):
                yield replace(one, codes=tuple(pair for pair in one.codes if pair[0] in known))
        else:
            text = message(
                "a comment to perfspec is written `# perfspec: ignore RULE — REASON` or"
                " `# perfspec: todo RULE — WORDS`"
            )
            wrong.append(warning("suppression-unknown", region, text))


def _is_text(source: Source, stretches: Stretches, offset: int) -> bool:
    """Tell whether what stands at `offset` is inside a text, and so no comment."""
    around = stretches.around(offset)
    if around is None or offset >= around.end:
        return False
    # Behind the sign of a block there is room for a comment, up to the end of its line.
    is_block = around.style in {"|", ">"}
    return not is_block or "\n" in source.text[around.start : offset]


def _next_lines(source: Source) -> list[int]:
    """Return for each line the next one that is neither blank nor a comment; 0 is no line."""
    following = [0] * (source.lines + 1)
    for line in range(source.lines - 1, 0, -1):
        blank = source.line(line + 1).lstrip()[:1] in {"", "#"}
        following[line] = following[line + 1] if blank else line + 1
    return following


def _read(region: Region, text: str, verb: re.Match[str], line: int) -> Directive:
    """Return the comment whose codes begin behind `verb`, and which holds for `line`."""
    at = verb.end()
    codes: list[tuple[str, Region]] = []
    while code := _CODE.match(text, at, region.end):
        codes.append((code[1], replace(region, start=code.start(1), end=code.end(1))))
        at = code.end()
        comma = _COMMA.match(text, at, region.end)
        if not comma:
            break
        at = comma.end()
    words = _REASON.match(text, at, region.end)
    return Directive(
        region=region,
        is_todo=verb[1] == "todo",
        codes=tuple(codes),
        words=(words[1] or "").strip() if words else "",
        rest="" if words else text[at : region.end].strip(),
        line=line,
    )


def _followed(one: Directive, known: list[str]) -> Iterator[Diagnostic]:
    """Yield what keeps `one`, or a part of it, from being followed."""
    if one.is_todo and not one.words:
        text, example = _speechless(one, known)
        yield warning("suppression-reason", one.region, text, _write(example))
        return
    if not (one.codes or one.is_todo):
        text = message("this comment names no rule to ignore")
        yield warning("suppression-unknown", one.region, text, _write(_EXAMPLE))
        return
    for code, at in one.codes:
        if code not in known:
            yield warning("suppression-unknown", at, *manual.unknown(code, known))
    if not one.words:
        text, example = _unreasoned(one, known)
        yield warning("suppression-reason", one.region, text, _write(example))


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


def _speechless(one: Directive, known: list[str]) -> tuple[Message, str]:
    """Return what keeps the words of a todo from being read, and how it is written."""
    codes = ", ".join(code for code, _ in one.codes)
    if any(code not in known for code, _ in one.codes):
        # Latin words without a dash read like codes.
        codes, rest = "", f"{codes} {one.rest}".strip()
    else:
        rest = one.rest
    text = message("this comment does not say what is to be done and silences nothing")
    if rest:
        text = message("a dash is missing before what is to be done")
    return text, f"# perfspec: todo {f'{codes} ' if codes else ''}— {shorten(rest) or '…'}"


def _write(example: str) -> Message:
    return message("write {example}", example=example)


def warning(code: str, at: Region, text: Message, hint: Message | None = None) -> Diagnostic:
    """Return what is wrong with a comment, or to be said of it."""
    return Diagnostic(code=code, severity=Severity.WARNING, message=text, at=at, hint=hint)
