"""Whether the codes of a filing are built as their standards say.

In: a code. Out: what is wrong with it.
"""

from perfspec.messages import Message, message

# A code of a town (9) or a village (12) begins with that of its county.
_LONGER = (9, 12)


def wrong_division(division: str, digits: int) -> Message | None:
    """Return what is wrong with the length of a division of which `digits` are wanted."""
    if not division or len(division) in {digits, *_LONGER}:
        return None
    return message(
        "the division {division} has {n} digits, not {wanted}",
        division=division,
        n=len(division),
        wanted=digits,
    )


def differing_division(code: str, division: str) -> Message | None:
    """Return that a project code which begins with `code` does not fit `division`."""
    if not division or code == division[: len(code)]:
        return None
    return message(
        "the code begins with {digits}, the division is {division}", digits=code, division=division
    )
