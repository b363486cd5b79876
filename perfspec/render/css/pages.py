"""Pages: their paper, their margins and what is printed there, by name and number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import tinycss2
import tinycss2.nth

from perfspec.render.css import declarations
from perfspec.render.css.computing import Computed, compute, size_of, styled
from perfspec.render.css.declarations import Declaration
from perfspec.render.css.measures import Token, measure
from perfspec.render.css.properties import SIDES, split
from perfspec.render.css.rules import PageRule
from perfspec.render.css.style import ZERO, Borders, Length, MarginBox, Page, Piece, rounded
from perfspec.render.css.variables import Variables, filled

_PAPERS = {
    "a5": (148, 210),
    "a4": (210, 297),
    "a3": (297, 420),
    "b5": (176, 250),
    "b4": (250, 353),
}
_MARGIN = Decimal("56.25")
# How text stands in a margin box when nothing is said: as in the standard.
_ALIGN = {"left": "left", "center": "center", "right": "right"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """Which pages a rule is of; None where it does not matter.

    `cycle` is `a` and `b` of an+b, counted among the pages of the name `group`, or all.
    """

    name: str | None = None
    side: str | None = None
    first: bool = False
    blank: bool = False
    cycle: tuple[int, int] | None = None
    group: str | None = None

    def matches(self, name: str, number: int, *, first: bool) -> bool:
        """Tell whether it is of the page with this number, from 1, among those of the name."""
        return (
            not self.blank
            and self.name in (None, name)
            and self.group in (None, name)
            and self.side in (None, "right" if number % 2 else "left")
            and (first or not self.first)
            and (self.cycle is None or _is_in(self.cycle, number))
        )

    @property
    def weight(self) -> tuple[int, int, int]:
        """How special it is: what is more special wins."""
        of = int(self.first) + int(self.blank) + int(self.cycle is not None)
        return int(self.name is not None), of, int(self.side is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The rules of pages, the most special last: selector, size, declarations, margin boxes."""

    rules: tuple["_Rule", ...]

    def page(self, name: str, number: int, *, first: bool = False) -> Page:
        """Return the page with a name and a number, from 1, among the pages of that name.

        `first` tells that it is the first page of the document. A page with an odd number is a
        right one.
        """
        rules = [rule for rule in self.rules if rule.selector.matches(name, number, first=first)]
        computed = compute(declarations.merged(rule.block for rule in rules), {}, Decimal(12))
        width, height = next((rule.size for rule in reversed(rules) if rule.size), _paper("a4"))
        names = dict.fromkeys(box for rule in rules for box in rule.boxes)
        boxes = ((box, _box(box, rules, computed)) for box in names)
        return Page(
            width=width,
            height=height,
            margin=_margin(computed, width, height),
            boxes={box: found for box, found in boxes if found.content},
            first_number=_first_number(computed),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    selector: Selector
    size: tuple[Decimal, Decimal] | None
    block: tuple[Declaration, ...]
    boxes: Mapping[str, tuple[Declaration, ...]]


def read(rules: Sequence[PageRule], variables: Variables) -> Pages:
    """Return the pages that the rules, in the order of the sheet, speak of."""
    found = [one for rule in rules for one in _rules(rule, variables)]
    return Pages(rules=tuple(sorted(found, key=lambda rule: rule.selector.weight)))


def _rules(rule: PageRule, variables: Variables) -> Iterator[_Rule]:
    size = None
    block: list[Declaration] = []
    boxes: dict[str, tuple[Declaration, ...]] = {}
    for item in tinycss2.parse_blocks_contents(
        rule.content, skip_comments=True, skip_whitespace=True
    ):
        if item.type == "at-rule" and item.content is not None:
            name = item.lower_at_keyword
            boxes[name] = boxes.get(name, ()) + declarations.read(item.content, variables)
        elif item.type == "declaration" and item.lower_name == "size":
            size = _size(filled(item.value, variables)) or size
        elif item.type == "declaration":
            block += declarations.declared(item, variables)
    for selector in _selectors(rule.prelude):
        yield _Rule(selector=selector, size=size, block=tuple(block), boxes=boxes)


def _selectors(prelude: Sequence[Token]) -> Iterator[Selector]:
    part: list[Token] = []
    for token in (*split(prelude), None):
        if token is not None and not (token.type == "literal" and token.value == ","):
            part.append(token)
            continue
        found = _selector(part)
        if found is not None:
            yield found
        part = []


def _selector(tokens: Sequence[Token]) -> Selector | None:
    """Return what a selector says; None if it is none."""
    said: dict[str, Token] = {}
    rest = list(tokens)
    if rest and rest[0].type == "ident":
        said["name"] = rest.pop(0).value
    while rest:
        if rest.pop(0) != ":" or not rest:
            return None
        token = rest.pop(0)
        if token.type == "ident" and token.lower_value in ("left", "right"):
            said["side"] = token.lower_value
        elif token.type == "ident" and token.lower_value in ("first", "blank"):
            said[token.lower_value] = True
        elif token.type == "function" and token.lower_name == "nth":
            said["cycle"], said["group"] = _nth(token.arguments)
            if said["cycle"] is None:
                return None
        else:
            return None
    return Selector(**said)


def _nth(tokens: Sequence[Token]) -> tuple[tuple[int, int] | None, str | None]:
    """Return `a` and `b` of `an+b of group`, and the group."""
    words = [token.lower_value if token.type == "ident" else "" for token in tokens]
    end = words.index("of") if "of" in words else len(words)
    group = [token.value for token in split(tokens[end + 1 :]) if token.type == "ident"]
    cycle = tinycss2.nth.parse_nth(list(tokens[:end]))
    return cycle, group[0] if group else None


def _is_in(cycle: tuple[int, int], number: int) -> bool:
    step, start = cycle
    if step == 0:
        return number == start
    return (number - start) % step == 0 and (number - start) // step >= 0


def _size(tokens: Sequence[Token]) -> tuple[Decimal, Decimal] | None:
    """Return width and height of the paper."""
    lengths: list[Decimal] = []
    paper, is_wide = None, False
    for token in split(tokens):
        word = token.lower_value if token.type == "ident" else ""
        if word in ("landscape", "portrait"):
            is_wide = word == "landscape"
        elif word in _PAPERS:
            paper = _paper(word)
        else:
            found = measure(token)
            if found is None:
                return None
            lengths.append(found.at(Decimal(12), Decimal(12)).points)
    if lengths:
        paper = lengths[0], lengths[-1]
    width, height = paper or _paper("a4")
    if min(width, height) <= 0:
        return None
    return (max(width, height), min(width, height)) if is_wide else (width, height)


def _paper(name: str) -> tuple[Decimal, Decimal]:
    width, height = _PAPERS[name]
    return rounded(Decimal(width * 360) / 127), rounded(Decimal(height * 360) / 127)


def _margin(computed: Computed, width: Decimal, height: Decimal) -> Borders:
    """Return the margins; percentages are of the side that they lie on."""
    found = {}
    for side in SIDES:
        length = computed.get(f"margin-{side}", Length(points=_MARGIN))
        whole = width if side in ("left", "right") else height
        found[side] = length.of(whole) if isinstance(length, Length) else ZERO
    return Borders(**found)


def _box(name: str, rules: Sequence[_Rule], page: Computed) -> MarginBox:
    block = declarations.merged(rule.boxes[name] for rule in rules if name in rule.boxes)
    content = block.pop("content", ())
    align = _ALIGN.get(name.rpartition("-")[2], "center")
    block = {"text-align": align, "vertical-align": "middle"} | block
    pieces: tuple[Piece, ...] = content if isinstance(content, tuple) else ()
    return MarginBox(content=pieces, style=styled(compute(block, page, size_of(page))))


def _first_number(computed: Computed) -> int | None:
    resets = computed.get("counter-reset", ())
    return dict(resets).get("page") if isinstance(resets, tuple) else None
