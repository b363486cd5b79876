"""Lay data out as YAML in the manner of the specs.

In: data of dicts, lists, texts, whole numbers and truths. Out: lines. Groups of keys are parted by
an empty line, a text of one line stands plain where it can, a text of several is a literal block.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from perfspec import yamltree
from perfspec.errors import PerfspecError
from perfspec.importing.draft import Data
from perfspec.quoting import scalar
from perfspec.source import Source

# What is written in brackets, in one line.
_IN_ONE_LINE = frozenset({"supplied", "class", "target", "bands"})
# Running text, set apart from what is above and below.
_PROSE = frozenset({"overall_goal", "purpose"})
_FOLDED = "overall_goal"
# What the schemas take for a text only; so is every text in a list.
_TEXTS = frozenset({"overall_goal", "class"})
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
# What can be nothing else than plain text: asking the parser takes a thousand times as long.
_SURE = re.compile(
    r"[\u4e00-\u9fff（《“≥≤][\u4e00-\u9fffA-Za-z0-9（）《》“”、，。；：％%≥≤—…./+-]*"
    r"|[a-z_]+/[a-z0-9_/-]*[a-z0-9]|(table|row|page|paragraph|line) ([0-9][a-z0-9 ]*)?[0-9]"
    r"|[0-9]+(\.[0-9]+)?%|[0-9]+(\.[0-9]+)?[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9（）、，。；：]*"
)


def lines(data: Data) -> Iterator[str]:
    """Yield the lines of a file, without line breaks."""
    before = False
    for at, (key, value) in enumerate(data.items()):
        apart = key in _PROSE or (bool(value) and _is_block(key, value))
        if at and (apart or before):
            yield ""
        before = apart
        yield from entry(key, value, folds=key == _FOLDED)


def entry(key: str, value: Any, indent: int = 0, *, folds: bool = False) -> Iterator[str]:  # noqa: ANN401 — data of any shape
    """Yield the lines of a key and its value; with `folds` prose stands in a folded block."""
    blanks = " " * indent
    name = one_line(key)
    if value and _is_block(key, value):
        yield f"{blanks}{name}:"
        inner = mapping(value, indent + 2) if isinstance(value, Mapping) else items(value, indent)
        yield from inner
    elif isinstance(value, (Mapping, list)):
        yield f"{blanks}{name}: {flow(value)}"
    elif folds and isinstance(value, str) and _folds(value):
        yield f"{blanks}{name}: >-"
        yield f"{blanks}  {value}"
    else:
        first, *others = block(value, indent + 2, is_text=key in _TEXTS)
        yield f"{blanks}{name}: {first}"
        yield from others


def mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Yield the lines of a mapping."""
    for key, value in data.items():
        yield from entry(key, value, indent)


def items(data: list[Any], indent: int) -> Iterator[str]:
    """Yield the lines of a list, two columns inside of the key above it."""
    for value in data:
        yield from item(value, indent + 2)


def item(value: Any, column: int) -> Iterator[str]:  # noqa: ANN401 — data of any shape
    """Yield the lines of an item of a list whose dash stands in `column`, from 0."""
    dash = " " * column + "- "
    if isinstance(value, Mapping) and value:
        first, *others = mapping(value, column + 2)
        yield dash + first[column + 2 :]
    elif isinstance(value, (Mapping, list)):
        first, others = flow(value), []
        yield dash + first
    else:
        first, *others = block(value, column + 2, is_text=True)
        yield dash + first
    yield from others


def block(value: object, indent: int, *, is_text: bool = False) -> list[str]:
    """Return a text as it stands behind its key, and the lines below it."""
    text = _typed(value)
    if "\n" in text and _is_literal(text):
        blanks = " " * indent
        body = [f"{blanks}{line}" if line else "" for line in text.rstrip("\n").split("\n")]
        return ["|" if text.endswith("\n") else "|-", *body]
    return [one_line(value, is_text=is_text)]


def one_line(value: object, *, is_text: bool = False) -> str:
    """Return a text as it stands in one line, in block and in flow style.

    With `is_text` a number is quoted: the paper prints a text that looks like one.
    """
    text = _typed(value)
    if is_text and _NUMBER.fullmatch(text):
        return f"'{text}'"
    if isinstance(value, bool) or _SURE.fullmatch(text):
        return text
    return _written(text)


def flow(value: Any) -> str:  # noqa: ANN401 — data of any shape
    """Return data in brackets."""
    if isinstance(value, Mapping):
        pairs = (f"{one_line(key)}: {flow(inner)}" for key, inner in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_item, value))}]"
    return one_line(value)


def _item(value: Any) -> str:  # noqa: ANN401 — data of any shape
    return flow(value) if isinstance(value, (Mapping, list)) else one_line(value, is_text=True)


def typed(data: Any) -> Any:  # noqa: ANN401 — data of any shape
    """Return `data` as a tree has it: every scalar is a text."""
    if isinstance(data, Mapping):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [typed(value) for value in data]
    return _typed(data)


def _typed(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_block(key: str, value: Any) -> bool:  # noqa: ANN401 — data of any shape
    """Tell whether a value stands in lines of its own."""
    if isinstance(value, Mapping):
        return key not in _IN_ONE_LINE or any(isinstance(one, Mapping) for one in value.values())
    return isinstance(value, list) and key not in _IN_ONE_LINE


@lru_cache(maxsize=4096)
def _written(text: str) -> str:
    try:
        return scalar(text)
    except PerfspecError:
        inner = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + inner.replace("\n", "\\n").replace("\t", "\\t") + '"'


def _is_literal(text: str) -> bool:
    """Tell whether a literal block holds exactly `text`."""
    return text[:1].strip() != "" and _reads("|" if text.endswith("\n") else "|-", text)


def _folds(text: str) -> bool:
    """Tell whether a folded block of one line holds exactly `text`."""
    return "\n" not in text and text.strip() == text != "" and _reads(">-", text)


def _reads(head: str, text: str) -> bool:
    """Tell whether a block of `text` reads as it, as a value and as an item."""
    body = text.rstrip("\n").split("\n")
    made = [f"a: {head}", *(f"  {line}" if line else "" for line in body), "b: c"]
    tree, found = yamltree.parse(Source(path="", text="\n".join(made) + "\n"))
    return not found and tree is not None and bool(tree.data == {"a": text, "b": "c"})
