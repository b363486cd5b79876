"""The cascade: which rules an element takes, and its style, made once for all that are alike."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2

from perfspec.render.css import basic, declarations, pages, rules
from perfspec.render.css.computing import Computed, compute, size_of, styled
from perfspec.render.css.declarations import Declaration
from perfspec.render.css.style import Page, Piece, Style
from perfspec.render.css.variables import Variables

# An element and a set of selectors of cssselect2, which has no types.
Wrapper = Any
Matcher = Any

_PSEUDO = (None, "before", "after")
_SIZE = Decimal(12)
Block = tuple[Declaration, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The styles of a document."""

    styles: Mapping[Element, Style]
    pages: pages.Pages

    def of(self, element: Element) -> Style:
        """Return the style of an element of the document."""
        return self.styles[element]

    def page(self, name: str, number: int, *, first: bool = False) -> Page:
        """Return the page with a name ("" for none) and a number among those of the name.

        `first` tells that it is the first of the document.
        """
        return self.pages.page(name, number, first=first)


def read(root: Element) -> Sheet:
    """Return what the style sheets inside a document say of its elements and pages.

    Raises PerfspecError for a style sheet that is larger than any form needs.
    """
    matcher, paged, variables = _own("\n".join(rules.sources(root)))
    cascade = _Cascade(variables, _basic(), matcher)
    wrapper = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
    return Sheet(styles=cascade.styles(wrapper), pages=paged)


@functools.lru_cache(maxsize=4)
def _own(sheet: str) -> tuple[Matcher, pages.Pages, Variables]:
    """Return what a style sheet says; filings of one form share it."""
    own = rules.read(sheet)
    return _matcher(own.elements), pages.read(own.pages, own.variables), own.variables


@functools.cache
def _basic() -> Matcher:
    return _matcher(rules.read(basic.SHEET).elements)


def _matcher(found: Sequence[rules.Rule]) -> Matcher:
    matcher = cssselect2.Matcher()
    for rule in found:
        for selector in rule.selectors:
            matcher.add_selector(selector, rule.block)
    return matcher


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A combination of rules that was met, under a parent that was met: what comes of it."""

    number: int
    computed: Computed
    style: Style


class _Cascade:
    """Gives each element its style; elements with equal rules under equal parents share one."""

    def __init__(self, variables: Variables, *matchers: Matcher) -> None:
        self._variables = variables
        self._matchers = matchers
        self._known: dict[tuple[object, ...], _Known] = {}
        self._inline: dict[str, Block] = {}
        self._root_size = _SIZE

    def styles(self, root: Wrapper) -> dict[Element, Style]:
        """Return the styles of all elements of the tree."""
        found: dict[Element, _Known] = {}
        start = _Known(number=-1, computed={}, style=Style())
        for wrapper in root.iter_subtree():
            above = start if wrapper.parent is None else found[wrapper.parent.etree_element]
            known = self._style(wrapper, above)
            found[wrapper.etree_element] = known
            if above is start:
                self._root_size = size_of(known.computed)
        return {element: known.style for element, known in found.items()}

    def _style(self, wrapper: Wrapper, above: _Known) -> _Known:
        blocks: dict[str | None, list[Block]] = {None: []}
        for matcher in self._matchers:
            for _, _, pseudo, block in matcher.match(wrapper):
                blocks.setdefault(pseudo, []).append(block)
        written = wrapper.etree_element.get("style")
        if written:
            blocks[None].append(self._read_once(written))
        # Blocks live as long as their rules: they are known by their identity.
        key = (above.number, *((name, *map(id, blocks.get(name, ()))) for name in _PSEUDO))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._make(blocks, above)
        return known

    def _read_once(self, written: str) -> Block:
        block = self._inline.get(written)
        if block is None:
            block = self._inline[written] = declarations.read(written, self._variables)
        return block

    def _make(self, blocks: Mapping[str | None, Sequence[Block]], above: _Known) -> _Known:
        declared = declarations.merged(blocks[None])
        computed = compute(declared, above.computed, self._root_size)
        before, after = (_content(blocks.get(name, ())) for name in _PSEUDO[1:])
        style = styled(computed, before, after)
        return _Known(number=len(self._known), computed=computed, style=style)


def _content(blocks: Sequence[Block]) -> tuple[Piece, ...]:
    content = declarations.merged(blocks).get("content", ())
    return content if isinstance(content, tuple) else ()
