"""Which form pack a paper is of: the one that holds everything that was found, and fits best.

In: `Found`, and the form packs there are. Out: `Chosen`, with the reasons. Where no form holds
everything, the nearest one is told with what it lacks, and a draft pack of its own is proposed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from operator import ne

from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.importing import Found
from perfspec.importing.forms import columns, proposal, traits
from perfspec.importing.forms.classes import Fit, classify
from perfspec.importing.forms.traits import Traits
from perfspec.messages import Message, message
from perfspec.schema import label

_KINDS = {"self-evaluation": "自评表", "monitoring": "监控表"}
_STYLES = {
    "text": message("one text"),
    "split": message("operator, number and unit apart"),
    "bands": message("four bands"),
}
# A class on at most one of so many rows may be a slip of the pen, and not another form.
_SLIPS = 20
_MOST = 100  # things that a form lacks: more need not be counted
_TEXT = "文本"
_TOTALS = frozenset({90, 100})
# A form that prints so much more than the paper has is another form.
_TOO_MUCH = 4
_WANTED = {"payment_plan": 3, "medium_term": 3, "weight": 3, "purpose": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """How a form fits: what it cannot hold, what it prints beyond the paper; less is better."""

    form: Form
    lacks: tuple[Message, ...]
    beyond: tuple[Message, ...]
    score: int
    is_other_kind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The form of a paper; `pack` is the text of its `form.yaml` where nobody has it yet.

    `reasons` say why it was taken. `lacks` is what the nearest form there is cannot hold, `nearest`
    its name; both are empty where a form holds everything.
    """

    form: Form
    pack: str = ""
    reasons: tuple[Message, ...] = ()
    nearest: str = ""
    lacks: tuple[Message, ...] = ()


def choose(
    found: Found,
    packs: Mapping[str, Form],
    wanted: str | None = None,
    year: int | None = None,
    taken: frozenset[str] = frozenset(),
) -> Chosen:
    """Return the form of `found` among `packs`; `wanted` is the name of the one asked for.

    `taken` are names that no draft may have beside those of `packs`. Raises PerfspecError where
    there is no form, or none of that name.
    """
    needs = traits.of(found, year)
    if (wanted is not None and wanted not in packs) or not packs:
        raise PerfspecError(
            message("there is no form {name!r}", name=wanted or ""),
            message("there are: {names}", names=", ".join(sorted(packs))),
        )
    if wanted is not None:
        asked = fitting(needs, packs[wanted])
        reason = message("the form {form} was asked for", form=wanted)
        reasons = (reason, *asked.lacks, *asked.beyond)
        lacks, nearest = asked.lacks, wanted if asked.lacks else ""
        return Chosen(form=asked.form, reasons=reasons, nearest=nearest, lacks=lacks)
    ranked = sorted((fitting(needs, form) for form in packs.values()), key=_rank)
    best = ranked[0]
    form, title = best.form.name, best.form.title
    if not best.lacks:
        reason = message(
            "the form {form} holds all that was found: {title}", form=form, title=title
        )
        return Chosen(form=best.form, reasons=(reason, *best.beyond))
    text, proposed = proposal.propose(needs, best.form, found, taken | set(packs))
    reason = message(
        "no form holds all that was found; {form} is the nearest, and {name} was drafted",
        form=form,
        name=proposed.name,
    )
    return Chosen(
        form=proposed,
        pack=text,
        reasons=(reason, *best.lacks),
        nearest=form,
        lacks=best.lacks,
    )


def fitting(needs: Traits, form: Form) -> Fitting:
    """Return how `form` fits a paper that needs `needs`."""
    kind = list(_kind(needs, form))
    unknown = chain(_ways(needs, form), _classes(needs, form), _labels(needs, form))
    lacks = [*kind, *islice(unknown, _MOST)]
    beyond = dict(_beyond(needs, form))
    weight = sum(beyond.values())
    is_another = weight >= _TOO_MUCH
    return Fitting(
        form=form,
        lacks=(*lacks, *beyond) if is_another else tuple(lacks),
        beyond=() if is_another else tuple(beyond),
        score=weight + _loose(needs, form),
        is_other_kind=bool(kind),
    )


def _rank(one: Fitting) -> tuple[bool, int, int, bool, str]:
    form = one.form
    return one.is_other_kind, len(one.lacks), one.score, not form.ready, form.name


def _kind(needs: Traits, form: Form) -> Iterator[Message]:
    word = _KINDS.get(needs.kind, "")
    others = [other for kind, other in _KINDS.items() if kind != needs.kind]
    if word not in form.title or any(other in form.title for other in others):
        kind = {"自评表": message("self-evaluation"), "监控表": message("monitoring")}.get(
            word, message("targets")
        )
        yield message("the form {form} is not for tables of {kind}", form=form.name, kind=kind)


def _classes(needs: Traits, form: Form) -> Iterator[Message]:
    for (first, second), times in needs.classes.items():
        classified = classify(first, second, form)
        is_slip = times <= max(1, needs.rows // _SLIPS) and _is_slip(second or first or "", form)
        if classified.fit is Fit.UNKNOWN and classified.guess and not is_slip:
            yield classified.guess


def _is_slip(printed: str, form: Form) -> bool:
    """Tell whether a label is one of the form's but for one character."""
    labels = (known.second or known.first for known in form.classes)
    return any(len(label) == len(printed) and sum(map(ne, label, printed)) == 1 for label in labels)


def _labels(needs: Traits, form: Form) -> Iterator[Message]:
    """Yield the sources, dates and fields that the form does not have."""
    for printed, part_of in needs.sources:
        if columns.source(printed, part_of, form) is None:
            yield message("the form {form} has no source {label!r}", form=form.name, label=printed)
    for printed in needs.plan:
        if columns.date(printed, form) is None:
            yield message("the form {form} has no date {label!r}", form=form.name, label=printed)
    for on, printed_fields in (
        ("project", needs.project_fields),
        ("indicator", needs.indicator_fields),
    ):
        for printed in printed_fields:
            if columns.field(printed, on, form) is None:
                yield message(
                    "the form {form} has no field {label!r}", form=form.name, label=printed
                )


def _ways(needs: Traits, form: Form) -> Iterator[Message]:
    """Yield in what the form writes money, targets and points otherwise, or in other years."""
    if needs.year and not (form.first_year or 0) <= needs.year <= (form.last_year or needs.year):
        yield message("the form {form} is not in force in {year}", form=form.name, year=needs.year)
    if needs.money_unit and needs.money_unit != form.money_unit:
        yield message(
            "amounts are in {unit}, but the form {form} prints {wanted}",
            unit=needs.money_unit,
            form=form.name,
            wanted=form.money_unit,
        )
    if needs.rows and needs.target != form.target:
        yield message(
            "targets are written as {style}, in the form {form} as {wanted}",
            style=_STYLES[needs.target],
            form=form.name,
            wanted=_STYLES[form.target],
        )
    if "weight" in needs.has and form.weights_total is None:
        yield message("the form {form} has no points", form=form.name)
    elif needs.total in _TOTALS and form.weights_total not in {None, needs.total}:
        yield message(
            "the points add up to {total}, in the form {form} to {wanted}",
            total=needs.total,
            form=form.name,
            wanted=form.weights_total,
        )


def _beyond(needs: Traits, form: Form) -> Iterator[tuple[Message, int]]:
    """Yield what the form prints and the paper does not have, and how much it weighs."""
    required = [("project", key) for key in form.required_on_project if needs.projects]
    required += [("indicator", key) for key in form.required_on_indicator if needs.rows]
    for on, key in required:
        if key not in needs.has:
            keys = (key,) if on == "project" else ("indicators", 0, key)
            yield _printed(label("project", *keys), form), _WANTED.get(key, 2)
    found = {columns.source(printed, part_of, form) for printed, part_of in needs.sources}
    for column in form.sources:
        if column not in found and needs.projects:
            yield _printed(column.label, form), 1
    for on, labels in (("project", needs.project_fields), ("indicator", needs.indicator_fields)):
        known = {columns.field(printed, on, form) for printed in labels}
        for one in form.fields:
            if one.on == on and one.required and one not in known:
                yield _printed(one.label, form), 2


def _printed(name: str, form: Form) -> Message:
    return message(
        "the form {form} prints {name}, which the paper does not have", form=form.name, name=name
    )


def _loose(needs: Traits, form: Form) -> int:
    """Return how much of the paper the form knows only loosely, or has no place of its own for."""
    fits = [classify(first, second, form).fit for first, second in needs.classes]
    optional = [one for one in form.fields if not one.required]
    wanted = {*form.required_on_project, *form.required_on_indicator}
    points = 3 if form.weights_total is not None and "weight" not in needs.has else 0
    unexpected = len(needs.has - wanted - {"weight"})
    unsaid = 0 if needs.money_unit else int(form.money_unit != "万元")
    unsaid += 3 if needs.is_text and _TEXT not in form.title else 0
    return sum(fits) + min(len(optional), 2) + points + unexpected + unsaid
