"""The words, signs and numbers of the paper: in, records; out, texts in a person's language.

A mark is a sign with a word; its tone gives it a colour on top, which nobody has to see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfspec.changes import figures, labels, order, words
from perfspec.changes.page.headings import COMMA, SEMICOLON
from perfspec.compare import AmountChange, Shift, Side, TargetChange, TextChange
from perfspec.compare.pairs import T
from perfspec.diagnostics import Severity
from perfspec.form import Form
from perfspec.messages import Message, Translate, message
from perfspec.report.visible import seen
from perfspec.values import Amount
from perfspec.values.units import unit

_LONGEST = 80

# What a leader should look at is `down`; `up` is more than before; `other` is neither.
TONES: dict[Shift, str] = {
    Shift.SAME: "same",
    Shift.TIGHTENED: "up",
    Shift.RELAXED: "down",
    Shift.REVERSED: "other",  # for the better or for the worse
    Shift.SHIFTED: "other",
    Shift.REDEFINED: "other",
    Shift.QUANTIFIED: "up",
    Shift.DEQUANTIFIED: "down",
    Shift.REWORDED: "other",
}
SEVERITIES: dict[Severity, tuple[str, Message]] = {
    Severity.ERROR: ("✗", message("error")),
    Severity.WARNING: ("！", message("warning")),
    Severity.INFO: ("ℹ", message("info")),
}
STAGES: dict[str, Message] = {
    "draft": message("draft"),
    "submitted": message("submitted"),
    "approved": message("approved"),
    "adjusted": message("adjusted"),
}
MORE: tuple[str, Message] = ("↑", message("more"))
LESS: tuple[str, Message] = ("↓", message("less"))
EQUAL: tuple[str, Message] = ("＝", message("no change"))
UNKNOWN: tuple[str, Message] = ("？", message("cannot be compared"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A sign, its word, and the tone in which it is coloured."""

    sign: str
    word: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a comparison is worded: the language, the newer form, and which file speaks.

    Without `merges` each row of a table has class labels of its own.
    """

    translate: Translate
    form: Form
    of_project: bool = True
    merges: bool = True

    def mark(self, known: tuple[str, Message], tone: str) -> Mark:
        """Return a mark of `words` or of this module."""
        return Mark(sign=known[0], word=self.translate(known[1]), tone=tone)

    def shift(self, change: TargetChange) -> Mark:
        """Return what became of a target; one that is only written otherwise says so."""
        if change.shift is Shift.SAME and change.old.text != change.new.text:
            return self.mark(words.FORMAL, "same")
        if change.mended is not None:
            return self.mark(words.MENDED[change.mended], "up" if change.mended else "down")
        tone = "down" if change.is_weaker else TONES[change.shift]
        return self.mark(words.SHIFTS[change.shift], tone)

    def text(self, change: TextChange) -> str:
        """Return the printed name of the field of a text."""
        at = change.new_at or change.old_at
        document = labels.PROJECT if self.of_project else labels.FILING
        return labels.field(document, at, change.key, self.form)[1]

    def field(self, *keys: str | int) -> str:
        """Return the printed name of a field of a project, or of an indicator with its list."""
        return labels.title(labels.PROJECT, keys) or str(keys[-1])

    def open(self, part: order.Open[T]) -> Mark:
        """Return the mark of a proposal, or of what a person confirmed."""
        if part.confirmed:
            return self.mark(words.REGROUPED[part.proposal.relation], "other")
        return self.mark(words.PROBABLE, "ask")

    def proposal(self, part: order.Open[T]) -> str:
        """Return what is proposed of which things, how alike they are, and what speaks for it."""
        proposal = part.proposal
        both = {"old": self.names(proposal.old), "new": self.names(proposal.new)}
        said = [self.translate(reason) for reason in proposal.reasons]
        reasons = self.translate(SEMICOLON).join(said) or "—"
        if part.confirmed:
            return self.translate(message("{old} → {new} ({reasons})", **both, reasons=reasons))
        return self.translate(
            message(
                "{relation}: {old} → {new} (likeness {n}; {reasons})",
                relation=words.RELATIONS[proposal.relation],
                **both,
                n=proposal.likeness,
                reasons=reasons,
            )
        )

    def names(self, things: Sequence[T]) -> str:
        """Return the names of some things, quoted."""
        return self.translate(COMMA).join(
            self.translate(message("“{name}”", name=seen(one.name))) for one in things
        )

    def amount(self, number: Decimal | None) -> str:
        """Return an amount with its thousands parted; a dash where there is none."""
        return "—" if number is None else grouped(number)

    def written(self, amount: Amount) -> str:
        """Return an amount of one side alone; as typed where it is no number."""
        return (seen(amount.text) or "—") if amount.value is None else grouped(amount.value)

    def money(self, change: AmountChange) -> Mark:
        """Return whether an amount is more or less."""
        difference = change.difference
        if difference is None:
            return self.mark(UNKNOWN, "ask")
        if difference == 0:
            return self.mark(EQUAL, "same")
        return self.mark(MORE if difference > 0 else LESS, "more" if difference > 0 else "less")

    def difference(self, change: AmountChange) -> str:
        """Return by how much an amount changed, and by how many per cent."""
        difference = change.difference
        if not difference:
            return ""
        share = percent(change)
        return signed(difference) + (f" ({share})" if share else "")

    def moved(self, change: TargetChange) -> str:
        """Return by how much a target changed, in its unit; per cents differ in points."""
        if not change.difference or change.new.quantity is None:
            return ""
        number = signed(change.difference)
        measured = change.new_unit or change.new.quantity.unit
        if measured == "%":
            return self.translate(message("{n} percentage points", n=number))
        return f"{number}{measured}"

    def assumed(self, change: TargetChange) -> str:
        """Return which operator had to be assumed, if one had."""
        assumed = change.old_assumed or change.new_assumed
        if not assumed:
            return ""
        return self.translate(message("without operator, read as {op}", op=assumed))


def side(side_: Side, label: str, translate: Translate, *, one_year: bool) -> str:
    """Return how a side is called in the title: its year, stage, and whether it is a sample.

    Two states of one year are told apart by their `label`.
    """
    filing = side_.filing
    parts = [translate(STAGES[filing.stage])] if filing.stage in STAGES else []
    if filing.sample:
        parts.append(translate(message("sample")))
    if one_year and label:
        parts.insert(0, label)
    return translate(message("{year} ({marks})", year=filing.year, marks=" · ".join(parts)))


def percent(change: AmountChange) -> str:
    """Return the change of an amount in per cent, to a tenth; empty where it has none."""
    share = figures.percent(change.before, change.after)
    return f"{signed(share)}%" if share else ""


def signed(number: Decimal) -> str:
    """Return a difference with its sign; the minus is the true one, and zero has none."""
    if not number:
        return grouped(abs(number))
    return f"{'−' if number < 0 else '+'}{grouped(abs(number))}"


def grouped(number: Decimal) -> str:
    """Return a number with its thousands parted; one too long to be read is cut."""
    text = f"{number:,f}".replace("-", "−")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def converted(number: Decimal | None, old: str, new: str) -> Decimal | None:
    """Return an amount in another money unit."""
    if number is None or old == new:
        return number
    return number * unit(old).scale / unit(new).scale
