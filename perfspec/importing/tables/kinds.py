"""What kind of table it is, by the heads over its indicators, and where another head begins.

In: a head. Out: `self-evaluation`, `monitoring`, or nothing where the heads do not tell. Tables of
a department's duties are told apart by theirs.
"""

import re

from perfspec.importing.tables.body import Body
from perfspec.importing.tables.grid import Grid
from perfspec.importing.tables.heads import Head
from perfspec.importing.tables.lexicon import is_sure, meaning
from perfspec.importing.tables.roles import Role, role
from perfspec.importing.tables.titles import heading

_MONITORING = ("可能性", "执行情况", "确定能")
_DUTIES = re.compile(r"(?:部门)?职责[-—－、及和]?(?:工作)?活动|工作活动|职责")
_TOP = 3  # rows among which a head is
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


def is_of_duties(table: Grid) -> bool:
    """Tell whether a table lists the duties of a department (部门职责-工作活动)."""
    for row in table.rows[:_TOP]:
        labels = [box.label for box in row.words if box.label]
        others = [one for one in labels if role(one) or meaning(one)]
        if len(others) > 1 and any(_DUTIES.fullmatch(one.key) for one in labels):
            return True
    return False


def is_strange(table: Grid) -> bool:
    """Tell whether a table has no label of a project, no head and no caption."""
    boxes = (box for row in table.rows for box in row.words)
    return not any(
        heading(box.ink) or (box.label and (role(box.label) or is_sure(box.label))) for box in boxes
    )
