"""How much speaks for two things being one: their names first, then all that stands beside them.

In: the facts of two things. Out: a weight with its reasons. What stands beside a name can make
sure what the name makes likely, where the one name holds the other; it never joins things whose
names have nothing in common.
"""

from dataclasses import dataclass

from perfspec.compare.matching import names
from perfspec.compare.matching.assignment import PROBABLE, SURE, Weight
from perfspec.compare.matching.facts import IndicatorFacts, ProjectFacts, UnitFacts
from perfspec.messages import Message, message

# What a piece of evidence adds.
_CODE, _ID, _TEXT, _ROWS, _BUDGET, _UNIT = 25, 8, 8, 8, 5, 3
_MOST = 24  # of all evidence beside the name and the code
_OTHER_CLASS, _OTHER_UNIT = 15, 12
_LEAST_NAME = 50  # less is not made up for
# A name that holds the other so far, and the evidence that makes it sure.
_CONFIRMED = ((72, 16), (80, 11))
_FEW = 3  # indicators that many tables have


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a fact adds, and the words for it."""

    worth: int
    reason: Message


def projects(old: ProjectFacts, new: ProjectFacts) -> Weight:
    """Return the weight of two projects."""
    found: list[_Evidence] = []
    if old.id == new.id:
        found.append(_same_id(old.id))
    if old.budget is not None and old.budget == new.budget and old.budget:
        found.append(_Evidence(_BUDGET, message("the budgets are the same")))
    if old.purpose and old.purpose == new.purpose:
        found.append(_Evidence(_TEXT, message("the purposes are the same")))
    shared = len(old.indicators & new.indicators)
    if shared >= _FEW and shared * 2 >= max(len(old.indicators), len(new.indicators)):
        found.append(_Evidence(_ROWS, message("{n} indicators have the same names", n=shared)))
    code_agrees = old.code is not None and old.code == new.code
    if code_agrees:
        found.append(_Evidence(_CODE, same_code(old.written, new.written)))
    weight = _weigh(names.alike(old.name, new.name), found, 0)
    if code_agrees and weight.rank < PROBABLE:
        # A code is copied by mistake at times, and then again a project gets a new name.
        return Weight(rank=PROBABLE, sure=False, reasons=weight.reasons)
    return weight


def indicators(old: IndicatorFacts, new: IndicatorFacts) -> Weight:
    """Return the weight of two indicators of one project."""
    found: list[_Evidence] = []
    if old.id == new.id:
        found.append(_same_id(old.id))
    if old.group == new.group:
        found.append(_Evidence(0, message("the class is the same")))
    else:
        text = message("the class was {old} and is {new}", old=old.label, new=new.label)
        found.append(_Evidence(-_OTHER_CLASS, text))
    if old.target and old.target == new.target:
        found.append(_Evidence(_TEXT + _UNIT, message("the targets are the same")))
    elif old.dimension is not None and new.dimension is not None:
        if old.dimension is new.dimension:
            text = message("the targets measure the same")
            found.append(_Evidence(_UNIT, text))
        else:
            text = message("the targets measure different things")
            found.append(_Evidence(-_OTHER_UNIT, text))
    if old.description and old.description == new.description and old.description != old.name:
        found.append(_Evidence(_TEXT, message("the descriptions are the same")))
    loss = sum(one.worth for one in found if one.worth < 0)
    return _weigh(names.alike(old.name, new.name), found, loss)


def units(old: UnitFacts, new: UnitFacts) -> Weight:
    """Return the weight of two units: by their names alone."""
    return _weigh(names.alike(old.name, new.name), [], 0)


def same_code(old: str, new: str) -> Message:
    """Return that two codes are the same, with or without their year."""
    if old == new:
        return message("the codes are the same: {code}", code=old)
    return message("the codes are the same but for the year: {old}, {new}", old=old, new=new)


def _same_id(id_: str) -> _Evidence:
    return _Evidence(_ID, message("the ids are the same: {id}", id=id_))


def _weigh(name: names.Alike, found: list[_Evidence], loss: int) -> Weight:
    reasons = (name.reason, *(one.reason for one in found))
    if name.score < _LEAST_NAME:
        return Weight(rank=name.score, sure=False, reasons=reasons)
    gain = sum(one.worth for one in found if one.worth > 0)
    # A code weighs more than the rest together.
    gain = gain if gain >= _CODE else min(_MOST, gain)
    rank = name.score + gain + loss
    confirmed = name.holds and any(
        name.score >= score and gain >= enough for score, enough in _CONFIRMED
    )
    return Weight(rank=rank, sure=rank >= SURE and (name.sure or confirmed), reasons=reasons)
