"""Where each character of a YAML scalar's value stands in the text of the file.

In: the scalar as written, its style, and the value that the YAML parser made of it. Out: the
value with the folded line breaks between Chinese characters taken out, and for each of its
characters an offset into what was written (YAML 1.1 §9.2-9.3: folding, escapes, chomping).
"""

import re
from typing import NamedTuple

from wcwidth import wcwidth

_FOLD = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+")
_BLANKS = re.compile(r"[ \t]*")
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)", re.DOTALL
)
_EMPTY = re.compile(r"\r?\n[ \t]*")
_BLOCK_HEAD = re.compile(r"[|>]([1-9])?[+-]?([1-9])?[^\n]*\n?")
_INDENT = re.compile(r"(?:[ \t]*\r?\n)*( *)")


class Stretch(NamedTuple):
    """Where a key or text of a file stands; `lead` is where its key begins, or it itself."""

    start: int
    end: int
    lead: int
    style: str


def read(raw: str, style: str, value: str, parent_indent: int = 0) -> tuple[str, list[int]]:
    """Return the value as perfspec reads it, and the offset in `raw` of each character.

    The list has one entry more than the value: the place just behind its last character.
    A line break between two Chinese characters is typography and no space: where the parser
    folded it to a space, the space is dropped. Everything else stays as it was typed.
    """
    if style in {"|", ">"}:
        offsets, end = _block(raw, value, parent_indent)
    else:
        offsets, end = _flow(raw, style, value)
    if style == "|" or "\n" not in raw:
        return value, [*offsets, end]
    kept = [at for at in range(len(value)) if not _is_fold(raw, value, offsets, at)]
    return "".join(value[at] for at in kept), [*(offsets[at] for at in kept), end]


def _is_fold(raw: str, value: str, offsets: list[int], at: int) -> bool:
    if value[at] != " " or not 0 < at < len(value) - 1:
        return False
    # Widths first: in a long run of blanks, looking for a break behind each takes its square.
    wide = wcwidth(value[at - 1]) == wcwidth(value[at + 1]) == 2  # noqa: PLR2004 — two columns wide
    return wide and _FOLD.match(raw, offsets[at]) is not None


def _flow(raw: str, style: str, value: str) -> tuple[list[int], int]:
    """Align a plain or quoted scalar."""
    at = 1 if style else 0
    offsets: list[int] = []
    done = 0
    blanks = 0  # where the run of blanks ends that no break follows
    while done < len(value):
        if at >= blanks and (fold := _FOLD.match(raw, at)):
            # One break became a space, more became one break fewer.
            breaks = fold.group().count("\n")
            made = max(breaks - 1, 1)
            offsets += [at] * made
            done += made
            at = fold.end()
            continue
        if at >= blanks and (run := _BLANKS.match(raw, at)):
            blanks = run.end()
        if style == '"' and (escape := _ESCAPE.match(raw, at)):
            is_break = "\n" in escape.group()
            if not is_break:
                offsets.append(at)
                done += 1
            at = escape.end()
            # Behind a break that is escaped, every empty line is a break.
            while is_break and (empty := _EMPTY.match(raw, at)):
                offsets.append(at)
                done += 1
                at = empty.end()
        else:
            offsets.append(at)
            done += 1
            at += 2 if style == "'" and raw[at] == "'" else 1
    return offsets, at


def _block(raw: str, value: str, parent_indent: int) -> tuple[list[int], int]:
    """Align a literal or folded block scalar."""
    head = _BLOCK_HEAD.match(raw)
    at = head.end() if head else 0
    stated = (head.group(1) or head.group(2)) if head else None
    if stated:
        indent = parent_indent + int(stated)
    else:
        first = _INDENT.match(raw, at)
        indent = len(first.group(1)) if first else 0
    offsets: list[int] = []
    end = at
    for line in raw[at:].splitlines(keepends=True):
        body = line.rstrip("\r\n")
        skip = min(indent, len(body))
        for column in range(skip, len(body)):
            if len(offsets) < len(value):
                offsets.append(at + column)
                end = at + column + 1
        if len(offsets) < len(value) and value[len(offsets)] in " \n" and len(body) < len(line):
            offsets.append(at + len(body))
        at += len(line)
    # With `+` the parser may keep breaks that stand behind the last line read here.
    offsets += [end] * (len(value) - len(offsets))
    return offsets, end
