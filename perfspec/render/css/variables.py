"""Custom properties: what `var(--x)` stands for, as the root element says it.

Those of other elements are not known: their `var()` is what it gives in its stead, or nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import tinycss2
from tinycss2.ast import FunctionBlock

from perfspec.render.css.measures import Token
from perfspec.render.css.properties import split

Variables = Mapping[str, Sequence[Token]]
NONE: Variables = {}

_ROOTS = (":root", "html", "body")
# One may be made of others, which may be made of others.
_DEEPEST = 5
_MOST = 200


def read(rules: Iterable[Token]) -> Variables:
    """Return what the rules of the root element say of custom properties."""
    found: dict[str, Sequence[Token]] = {}
    for rule in rules:
        if _is_root(rule.prelude):
            items = tinycss2.parse_blocks_contents(rule.content)
            declarations = (item for item in items if item.type == "declaration")
            found |= {one.name: one.value for one in declarations if one.name.startswith("--")}
    return found


def filled(tokens: Sequence[Token], variables: Variables) -> Sequence[Token]:
    """Return the tokens of a value with what stands for each `var()` in its place."""
    if not any(token.type == "function" for token in tokens):
        return tokens
    left = iter(range(_MOST))
    found = list(_filled(tokens, variables, left, 0))
    return [] if next(left, None) is None else found


def _filled(
    tokens: Sequence[Token], variables: Variables, left: Iterator[int], depth: int
) -> Iterator[Token]:
    """Yield the tokens as long as there is anything `left` to be counted off."""
    for token in tokens:
        if next(left, None) is None:
            return
        if token.type != "function" or depth > _DEEPEST:
            yield token
        elif token.lower_name == "var":
            yield from _filled(_value(token.arguments, variables), variables, left, depth + 1)
        else:
            arguments = list(_filled(token.arguments, variables, left, depth + 1))
            yield FunctionBlock(token.source_line, token.source_column, token.name, arguments)


def _value(arguments: Sequence[Token], variables: Variables) -> Sequence[Token]:
    """Return the value of `--x`, or what stands behind the comma."""
    name, *rest = split(arguments) or [None]
    if name is not None and name.type == "ident" and name.value in variables:
        return variables[name.value]
    return rest[1:]


def _is_root(prelude: Sequence[Token]) -> bool:
    parts = split(prelude)
    return len(parts) <= len(":x") and tinycss2.serialize(parts) in _ROOTS
