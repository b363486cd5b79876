"""Words for what the YAML parser refuses, for people who do not know YAML's grammar."""

import re
import unicodedata

import yaml

from perfspec import yamlslips
from perfspec.diagnostics import Diagnostic, error
from perfspec.messages import Message, message
from perfspec.source import Region, Source

MAX_DEPTH = 32

REFUSALS: dict[str, tuple[Message, Message | None]] = {
    "yaml-documents": (
        message("a second document begins here"),
        message("one file holds one document: remove the line `---` or `...`"),
    ),
    "yaml-alias": (
        message("aliases (*) are not allowed in a spec"),
        message("write the value out where it is needed; a text that begins with * needs quotes"),
    ),
    "yaml-anchor": (
        message("anchors (&) are not allowed in a spec"),
        message("write the value out where it is needed; a text that begins with & needs quotes"),
    ),
    "yaml-tag": (
        message("tags (!) are not allowed in a spec"),
        message("a text that begins with ! needs quotes"),
    ),
    "yaml-merge": (
        message("merge keys (<<) are not allowed in a spec"),
        message("write the keys out where they are needed"),
    ),
    "yaml-space": yamlslips.WIDE_SPACE,
    "yaml-depth": (
        message("nested more than {limit} levels deep", limit=MAX_DEPTH),
        message("a spec needs six levels at most"),
    ),
    "yaml-key": (
        message("a key must be a word"),
        message("write `key: value`; a text that begins with [ or {{ needs quotes"),
    ),
}

# What the parser says, and what it means to a clerk.
_PROBLEMS: tuple[tuple[str, Message, Message | None], ...] = (
    (
        r"cannot start any token|expected (the )?node content|mapping keys are not allowed",
        message("a value cannot begin with this character"),
        message("put the value in quotes; indent with spaces, never with tabs"),
    ),
    (
        r"expected '?<document start>",
        *REFUSALS["yaml-documents"],
    ),
    (
        r"mapping values are not allowed",
        message("a colon stands where no key can be"),
        message("check the indentation, or put a text that contains `: ` in quotes"),
    ),
    (
        r"could not find expected ':'|expected ':'",
        message("this line has no `key: value`"),
        message(
            "an item of a list begins with `- `; a line that goes on is indented; `: ` ends a key"
        ),
    ),
    (
        r"did not find expected key|did not find expected '-' indicator|expected <block end>",
        message("this line does not fit the lines above it"),
        message("keys of one level begin in the same column; quotes must be closed"),
    ),
    (
        r"unexpected end of stream|found unexpected document indicator",
        message("a quotation is opened here and never closed"),
        message("close it with the same mark, ' or \""),
    ),
    (
        r"expected ',' or|flow node",
        message("a list or mapping in brackets is not closed"),
        message("close it with ] or }}; a text that contains brackets or commas needs quotes"),
    ),
    (
        r"unknown escape character|hexa?decimal|invalid Unicode",
        message("this is no escape that YAML knows"),
        message("use single quotes, where a backslash means itself"),
    ),
    (
        r"undefined alias|alias|anchor",
        message("* and & have a meaning in YAML and cannot begin a text"),
        message("put the text in quotes"),
    ),
    (
        r"tag",
        message("! has a meaning in YAML and cannot begin a text"),
        message("put the text in quotes"),
    ),
    (
        r"directive",
        message("% has a meaning in YAML and cannot begin a line"),
        message("put the text in quotes"),
    ),
    (
        r"block scalar|chomping|indentation indicator|leading all-space",
        message("the text block is not written as YAML expects"),
        message("a text that begins with > or | needs quotes, as in '>=90%'"),
    ),
    (
        r"sequence entries are not allowed",
        message("a list item cannot stand here"),
        message("begin the item on a line of its own; a text that begins with `- ` needs quotes"),
    ),
)

# The first character of a value, where it is one that YAML keeps for itself.
_INDICATOR = re.compile(r"^ *(?:- +)*(?:[a-z_0-9]+: +)?(?:- +)*([&*!>|])")
_MEANS = {"&": "anchor", "*": "alias", "!": "tag", ">": "block scalar", "|": "block scalar"}


def describe(source: Source, problem: yaml.MarkedYAMLError) -> Diagnostic:
    """Return the finding for a syntax error of the parser."""
    said = f"{problem.context or ''} {problem.problem or ''}"
    mark = problem.problem_mark or problem.context_mark
    begun = problem.context_mark
    # Only where a key was begun does the context say which line is wrong.
    guilty = begun is not None and "scanning a simple key" in said
    if begun and (guilty or "end of stream" in said):
        mark = begun
    offset = min(mark.index, len(source.text)) if mark else 0
    if "end of stream" not in said and (found := yamlslips.find(source, offset, guilty=guilty)):
        return found
    if (at := _indicator(source, offset, said)) is not None:
        offset, said = at, _MEANS[source.text[at]]
    for pattern, text, hint in _PROBLEMS:
        if re.search(pattern, said):
            return _at(source, offset, text, hint)
    return _at(source, offset, message("not valid YAML: {said}", said=said.strip()), None)


def _indicator(source: Source, offset: int, said: str) -> int | None:
    """Return where the value of the line at `offset` begins, if its first character is at fault."""
    position = source.position(offset)
    found = _INDICATOR.match(source.line(position.line))
    if not found or found.start(1) >= position.column:
        return None
    if found.group(1) in ">|" and "block scalar" not in said:
        return None
    return source.offset(position.line) + found.start(1)


def describe_repeated_key(region: Region, key: str, first: int) -> Diagnostic:
    """Return the finding for a `key` that stands on line `first` already."""
    return error(
        "duplicate-key",
        region,
        message("key {key!r} stands here a second time", key=key),
        hint=message("it stands on line {line} already; keep one", line=first),
    )


def describe_missing_item(region: Region, key: str) -> Diagnostic:
    """Return the finding for several keys of a list's item that repeat, beginning with `key`."""
    return error(
        "duplicate-key",
        region,
        message("this looks like a new item whose `- ` is missing"),
        hint=message(
            "if a new item begins here, write `- {key}` in the column of the other items' `- `",
            key=key,
        ),
    )


def find_invisible(text: str) -> int | None:
    """Return where the first character stands that nobody sees on paper, if there is one."""
    # Most texts hold no other white space that Python does not count as printable.
    if text.replace("\n", "").replace("\u3000", "").isprintable():
        return None
    found = (at for at, character in enumerate(text) if _is_invisible(character))
    return next((at for at in found if text[at] != "\r" or text[at + 1 : at + 2] != "\n"), None)


def _is_invisible(character: str) -> bool:
    """Tell whether `character` is a control, a format character or none at all."""
    if character.isprintable() or character in "\t\n":
        return False
    category = unicodedata.category(character)
    return category in {"Cc", "Cf", "Zl", "Zp", "Cs"} or character in "\ufffe\uffff"


def describe_character(region: Region, character: str) -> Diagnostic:
    """Return the finding for a `character` that may not stand in a spec, at `region`."""
    return error(
        "character",
        region,
        message("the character {name} is not allowed", name=name_of(character)),
        hint=message("end lines with LF or CR LF") if character == "\r" else message("delete it"),
    )


def name_of(character: str) -> str:
    """Return code point and name of a character that cannot be seen."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _at(source: Source, offset: int, text: Message, hint: Message | None) -> Diagnostic:
    region = Region(path=source.path, start=offset, end=min(offset + 1, len(source.text)))
    return error("yaml-syntax", region, text, hint=hint)
