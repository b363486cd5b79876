"""The rows of a filing itself: its texts and its units."""

from collections.abc import Iterator

from perfspec.changes import Step, labels
from perfspec.changes.order import Added, Dropped, Open, ordered
from perfspec.changes.row import Kind, Row, Subject
from perfspec.changes.rowmaking import in_order, kind, of_open, of_text, placed
from perfspec.compare.pairs import Pair
from perfspec.model import Unit

_UNITS = "units"


def rows(step: Step) -> Iterator[Row]:
    """Yield what changed in filing.yaml, but for the list of projects."""
    yield from _units(step)
    for text in in_order(step.comparison.texts):
        if not text.is_same:
            yield of_text(text, labels.FILING, Subject.FILING, step)


def _units(step: Step) -> Iterator[Row]:
    compared = step.comparison
    sides = compared.old.filing.units, compared.new.filing.units
    label = labels.title(labels.FILING, (_UNITS,))
    for part in ordered(*sides, compared.units):
        match part:
            case Added(new=new):
                yield _alone(Kind.ADDED, label, None, new, step)
            case Dropped(old=old):
                yield _alone(Kind.DROPPED, label, old, None, step)
            case Open():
                yield of_open(part, step, subject=Subject.UNIT, key=_UNITS, label=label)
            case _:
                yield from _changed(part, step)


def _alone(what: Kind, label: str, old: Unit | None, new: Unit | None, step: Step) -> Row:
    return Row(
        subject=Subject.UNIT,
        kind=what,
        key=_UNITS,
        label=label,
        old=f"{old.code} {old.name}" if old else None,
        new=f"{new.code} {new.name}" if new else None,
        **placed(step, old.at if old else None, new.at if new else None),
    )


def _changed(pair: Pair[Unit], step: Step) -> Iterator[Row]:
    for key in ("code", "name", "suffix"):
        old, new = getattr(pair.old, key), getattr(pair.new, key)
        if old != new:
            yield Row(
                subject=Subject.UNIT,
                kind=kind(old, new),
                key=f"{_UNITS}.{key}",
                label=labels.title(labels.FILING, (_UNITS, 0, key)),
                old=old,
                new=new,
                how=pair.how,
                likeness=pair.likeness,
                **placed(step, pair.old.at / key, pair.new.at / key),
            )
