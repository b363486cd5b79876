"""Targets in their columns: one text, operator and number and unit apart, or bands."""

import re

from perfspec.importing import FoundTarget, Value
from perfspec.importing.tables.labels import plain
from perfspec.importing.tables.roles import BANDS, Role

_OP = re.compile(
    r"[≥≤<>＜＞=＝≧≦═]|[<>]=|(?:大于|小于|等于|不低于|不高于|不少于|不超过|高于|低于|超过|不小于|不大于)(?:或?等于)?"
)


def target(by_role: dict[Role, Value]) -> FoundTarget:
    """Return the target of a row."""
    return FoundTarget(
        text=by_role.get(Role.TARGET),
        op=by_role.get(Role.OP),
        value=by_role.get(Role.VALUE),
        unit=by_role.get(Role.UNIT),
        bands={str(band): by_role[band] for band in BANDS if band in by_role},
    )


def split(by_role: dict[Role, Value], values: list[Value]) -> None:
    """Put the cells below one head apart: operator, number, unit."""
    rest = list(values)
    if _OP.fullmatch(plain(rest[0].text)) or not rest[0].text:
        by_role[Role.OP] = rest.pop(0)
    by_role[Role.VALUE] = rest.pop(0)
    if rest:
        by_role[Role.UNIT] = rest.pop(0)


def is_op(value: Value) -> bool:
    """Tell whether a text is an operator, in signs or words."""
    return bool(_OP.fullmatch(plain(value.text)))
