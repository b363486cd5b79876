"""What kind of table it is, by the heads over its indicators, and where another head begins.

In: a head. Out: `self-evaluation`, `monitoring`, or nothing where the heads do not tell.
"""

from perfspec.importing.tables.body import Body
from perfspec.importing.tables.heads import Head
from perfspec.importing.tables.roles import Role, role

_MONITORING = ("可能性", "执行情况", "确定能")
_EVALUATION = ("得分", "偏差", "未完成")


def kind(found: Head) -> str:
    """Return the kind of table that has such a head."""
    labels = "".join(found.keys)
    if any(word in labels for word in _MONITORING):
        return "monitoring"
    is_reached = any(column.role is Role.REACHED for column in found.columns)
    return "self-evaluation" if is_reached and any(w in labels for w in _EVALUATION) else ""


def is_next(body: Body | None, found: Head) -> bool:
    """Tell whether a head begins where rows of indicators do, and is no row with such words."""
    if body is None or body.head.keys == found.keys:
        return True
    first = found.side or found.boxes[0]
    is_known = found.side is not None or bool(first.label and role(first.label))
    return is_known and first.column <= body.head.columns[0].start
