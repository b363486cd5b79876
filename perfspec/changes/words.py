"""The words and signs that all reports use for what changed: never colour alone.

A sign is one character that the bundled fonts have.
"""

from perfspec.compare import Shift, Timing
from perfspec.compare.pairs import How, Relation
from perfspec.messages import Message, message

SHIFTS: dict[Shift, tuple[str, Message]] = {
    Shift.SAME: ("＝", message("same")),
    Shift.TIGHTENED: ("▲", message("tightened")),
    Shift.RELAXED: ("▼", message("relaxed")),
    Shift.REVERSED: ("⇄", message("reversed")),
    Shift.SHIFTED: ("↔", message("shifted")),
    Shift.REDEFINED: ("≠", message("redefined")),
    Shift.QUANTIFIED: ("△", message("quantified")),
    Shift.DEQUANTIFIED: ("▽", message("dequantified")),
    Shift.REWORDED: ("～", message("reworded")),
}
# A reversed target by whether it now is as its name and class want it.
MENDED: dict[bool, tuple[str, Message]] = {
    True: ("⇄", message("reversed, put right")),
    False: ("⇄", message("reversed, put wrong")),
}
TIMINGS: dict[Timing, Message] = {
    Timing.SAME: message("payments as before"),
    Timing.EARLIER: message("payments earlier"),
    Timing.LATER: message("payments later"),
    Timing.MIXED: message("payments partly earlier, partly later"),
    Timing.UNCLEAR: message("payments cannot be compared"),
}
HOWS: dict[How, Message] = {
    How.LINEAGE: message("confirmed in lineage.yaml"),
    How.ID: message("the same id"),
    How.CODE: message("the same code but for the year"),
    How.NAME: message("the same name"),
    How.LIKENESS: message("alike in name"),
}
RELATIONS: dict[Relation, Message] = {
    Relation.SAME: message("probably the same"),
    Relation.SPLIT: message("probably split"),
    Relation.MERGED: message("probably merged"),
    Relation.DIFFERENT: message("not the same"),
}
ADDED: tuple[str, Message] = ("＋", message("added"))
DROPPED: tuple[str, Message] = ("－", message("dropped"))
CHANGED: tuple[str, Message] = ("●", message("changed"))
PROBABLE: tuple[str, Message] = ("？", message("to be confirmed"))
FORMAL: tuple[str, Message] = ("＝", message("writing or year only"))
REGROUPED: dict[Relation, tuple[str, Message]] = {
    Relation.SAME: ("◆", message("one and the same")),
    Relation.SPLIT: ("◆", message("split")),
    Relation.MERGED: ("◆", message("merged")),
    Relation.DIFFERENT: ("◆", message("not the same")),
}
