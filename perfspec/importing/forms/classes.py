"""Printed labels of classes in the terms of a form.

In: the labels of the first and the second level as printed. Out: what the spec writes under
`class`, and how well the form knows it. Numbers of points, blanks and a missing 指标 make no
difference; other words do.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from perfspec.form import Form
from perfspec.messages import Message, message
from perfspec.model import IndicatorClass

_POINTS = re.compile(r"[(\[][0-9.]{1,6}(?:分|%)?[)\]]\Z")
_TAILS = ("指标", "绩效")
_SATISFIED = "满意度"

# Words of a label and the standard class that they mean; the first one that is in it counts.
_STANDARD = (
    ("经济成本", "cost.economic"),
    ("社会成本", "cost.social"),
    ("生态环境成本", "cost.ecological"),
    ("生态成本", "cost.ecological"),
    ("满意", "satisfaction.served"),
    ("服务对象", "satisfaction.served"),
    ("数量", "output.quantity"),
    ("质量", "output.quality"),
    ("时效", "output.timeliness"),
    ("进度", "output.timeliness"),
    ("成本", "output.cost"),
    ("经济", "benefit.economic"),
    ("社会", "benefit.social"),
    ("生态", "benefit.ecological"),
    ("可持续", "benefit.sustainable"),
)
_FIRST = (
    ("成本", "cost"),
    ("满意", "satisfaction"),
    ("效益", "benefit"),
    ("效果", "benefit"),
    ("影响", "benefit"),
    ("产出", "output"),
    ("完成", "output"),
)


class Fit(IntEnum):
    """How well a form knows two labels."""

    SAME = 0
    VARIANT = 1  # 数量 for 数量指标
    APART = 2  # both labels are known, but not together
    UNKNOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified:
    """What the spec writes under `class`; `guess` says what is not as printed."""

    written: str | list[str]
    fit: Fit
    guess: Message | None = None


def classify(first: str | None, second: str | None, form: Form) -> Classified:
    """Return the class of a row with these labels; None is a column that the table lacks."""
    one, two = (first or "").strip(), (second or "").strip()
    if not one and not two:
        return Classified(written="", fit=Fit.SAME)
    for known in form.classes:
        # Of one level only, the label that is there decides.
        if (one == known.first or first is None) and two == known.second:
            return Classified(written=known.second or known.first, fit=Fit.SAME)
    is_alone = first is None or second is None
    if is_alone and any((c.second or c.first) == (two or one) for c in form.classes):
        return Classified(written=two or one, fit=Fit.SAME)
    if found := _variant(one, two, form) or (_alone(two or one, form) if is_alone else None):
        label = found.second or found.first
        return Classified(written=label, fit=Fit.VARIANT, guess=_told(one, two, found))
    firsts = {stem(known.first) for known in form.classes}
    seconds = {stem(known.second or known.first) for known in form.classes}
    known_apart = (not one or stem(one) in firsts) and (not two or stem(two) in seconds)
    text = message("the form {form} has no class {label!r}", form=form.name, label=_both(one, two))
    return Classified(written=[one, two], fit=Fit.APART if known_apart else Fit.UNKNOWN, guess=text)


@lru_cache(maxsize=4096)
def stem(label: str) -> str:
    """Return what of a label tells it from others: without blanks, points and 指标."""
    plain = unicodedata.normalize("NFKC", "".join(label.split()))
    plain = _POINTS.sub("", plain)
    for tail in _TAILS:
        if len(plain) > len(tail):
            plain = plain.removesuffix(tail)
    return plain


def standard(first: str, second: str) -> str:
    """Return the standard class that two labels mean by their words; the empty text for none."""
    root = _meant(first, _FIRST) or _meant(second, _FIRST).partition(".")[0]
    if not second:
        return root
    found = _meant(second, _STANDARD)
    if root == "cost" and found.partition(".")[2] in {"economic", "social", "ecological"}:
        return f"cost.{found.partition('.')[2]}"
    # 成本 under 效益 stays what it is; what no word tells is a part of its first level.
    return found or root or "output"


def _meant(label: str, words: tuple[tuple[str, str], ...]) -> str:
    return next((meaning for word, meaning in words if word in label), "")


def _variant(one: str, two: str, form: Form) -> IndicatorClass | None:
    """Return the only class whose labels are other spellings of these."""
    found = [
        known
        for known in form.classes
        if (not one or stem(one) == stem(known.first))
        and (_second(two) == _second(known.second) if known.second else not _beyond(one, two))
    ]
    if not found and one and two and not _beyond(one, two):
        # 满意度指标 below 满意度指标, where the form has one class only.
        found = [known for known in form.classes if stem(one) == stem(known.first)]
    return found[0] if len(found) == 1 else None


def _alone(label: str, form: Form) -> IndicatorClass | None:
    """Return the only class that a label of one level can mean."""
    found = [one for one in form.classes if _second(one.second or one.first) == _second(label)]
    return found[0] if len(found) == 1 else None


def _beyond(one: str, two: str) -> bool:
    """Tell whether the second label says anything beyond the first."""
    return bool(two) and bool(one) and stem(one) != stem(two)


def _second(label: str) -> str:
    plain = stem(label)
    return plain.removesuffix(_SATISFIED) or plain


def _told(one: str, two: str, found: IndicatorClass) -> Message:
    return message(
        "{printed!r} was taken for the class {label!r} of the form",
        printed=_both(one, two),
        label=_both(found.first, found.second),
    )


def _both(one: str, two: str) -> str:
    return " / ".join(label for label in (one, two) if label)
