"""Words for what the YAML parser refuses, for people who do not know YAML's grammar."""

import re
import unicodedata

import yaml

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
        message("a key needs an ASCII colon and a space behind it"),
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

_FULLWIDTH_COLON = re.compile(r"^[ ]*(?:- +)?([a-z_0-9]+)[ ]*(：)", re.MULTILINE)
_LEADING_TAB = re.compile(r"^ *(\t)", re.MULTILINE)


def describe(source: Source, problem: yaml.MarkedYAMLError) -> Diagnostic:
    """Return the finding for a syntax error of the parser."""
    mark = problem.problem_mark or problem.context_mark
    offset = min(mark.index, len(source.text)) if mark else 0
    if found := _typical(source, offset):
        return found
    said = f"{problem.context or ''} {problem.problem or ''}"
    if problem.context_mark and "end of stream" in said:
        offset = problem.context_mark.index
    for pattern, text, hint in _PROBLEMS:
        if re.search(pattern, said):
            return _at(source, offset, text, hint)
    return _at(source, offset, message("not valid YAML: {said}", said=said.strip()), None)


def _typical(source: Source, offset: int) -> Diagnostic | None:
    """Find the two slips of a Chinese keyboard and editor at or right above `offset`."""
    line = source.position(offset).line
    for number in (line, line - 1):
        if not 1 <= number <= source.lines:
            continue
        begin = source.offset(number)
        text = source.line(number)
        if colon := _FULLWIDTH_COLON.match(text):
            at = begin + colon.start(2)
            return error(
                "yaml-colon",
                Region(path=source.path, start=at, end=at + 1),
                message("a full-width colon stands behind {key!r}", key=colon.group(1)),
                hint=message("write an ASCII colon and a space: `{key}: `", key=colon.group(1)),
            )
        if tab := _LEADING_TAB.match(text):
            at = begin + tab.start(1)
            return error(
                "yaml-tab",
                Region(path=source.path, start=at, end=at + 1),
                message("a tab stands where YAML wants spaces"),
                hint=message("indent with two spaces for each level"),
            )
    return None


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
