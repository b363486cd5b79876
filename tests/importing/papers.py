"""What a paper says, as `find` would give it: made of filings, so that the truth is known."""

from collections.abc import Iterable, Mapping

from perfspec.documents import Document, Paragraph, Run, Where
from perfspec.form import Form
from perfspec.importing import (
    Found,
    FoundIndicator,
    FoundProject,
    FoundSource,
    FoundTarget,
    Stretch,
    Value,
)
from perfspec.model import Filing, Indicator, Project
from perfspec.values import Bands

PAPER = "paper.docx"


def value(text: str) -> Value:
    """Return a value as if it had been read from a paragraph of its own."""
    stretches = (Stretch(PAPER, 0, 0, len(text)),) if text else ()
    return Value(text=text, at=Where(document=PAPER, paragraph=1), stretches=stretches)


def paragraph(text: str, number: int = 0, **more: object) -> Paragraph:
    """Return a paragraph of the paper; `**` in its text switches strong on and off."""
    runs = tuple(
        Run(text=part, strong=at % 2 == 1) for at, part in enumerate(text.split("**")) if part
    )
    at = Where(document=PAPER, paragraph=number + 1)
    return Paragraph(number=number, runs=runs, at=at, **more)  # type: ignore[arg-type]


def paragraphs(texts: Iterable[str]) -> list[Paragraph]:
    """Return paragraphs, numbered."""
    return [paragraph(text, number) for number, text in enumerate(texts)]


def paper(texts: Iterable[str] = ("一",), name: str = PAPER) -> Document:
    """Return a document of paragraphs."""
    return Document(name=name, format="docx", blocks=tuple(paragraphs(texts)))


def found(filing: Filing, form: Form) -> Found:
    """Return what the paper of `filing` says, as `form` prints it."""
    return Found(
        documents=(paper(),),
        kind="self-evaluation" if "自评表" in form.title else "targets",
        year=value(str(filing.year)),
        department_name=value(filing.department.name),
        projects=tuple(project(one, form) for one in filing.projects),
    )


def project(said: Project, form: Form) -> FoundProject:
    """Return what the table of a project says."""
    labels = {one.id: one.label for one in form.sources}
    dates = {one.id: one.label for one in form.payment_plan}
    medium = said.medium_term
    return FoundProject(
        at=Where(document=PAPER, table=1),
        unit_code=value(said.unit.code),
        unit_name=value(said.unit.name),
        unit_suffix=value(said.unit.suffix) if said.unit.suffix else None,
        code=value(said.code) if said.code else None,
        name=value(said.name),
        money_unit=value(form.money_unit),
        term_start=value(said.term.start) if said.term else None,
        term_end=value(said.term.end) if said.term else None,
        total=value(said.budget.total.text),
        sources=tuple(
            FoundSource(
                label=one.label,
                amount=value(said.budget.sources[one.id].text),
                part_of=labels.get(one.part_of, ""),
            )
            for one in form.sources
        ),
        purpose=value(said.purpose) if said.purpose else None,
        plan={dates[key]: value(one.text) for key, one in said.payment_plan.items()},
        goals=tuple(value(one) for one in said.goals),
        medium_goals=tuple(value(one) for one in medium.goals) if medium else None,
        indicators=tuple(row(one, form) for one in said.indicators),
        medium_indicators=tuple(row(one, form) for one in medium.indicators) if medium else (),
        fields=_fields(said.fields, "project", form),
    )


def row(said: Indicator, form: Form) -> FoundIndicator:
    """Return what the row of an indicator says."""
    return FoundIndicator(
        at=Where(document=PAPER, table=1, row=2),
        first=value(said.classified.first),
        second=value(said.classified.second),
        name=value(said.name),
        description=value(said.description) if said.description else None,
        target=_target(said),
        basis=value(said.basis) if said.basis else None,
        weight=value(said.weight) if said.weight else None,
        fields=_fields(said.fields, "indicator", form),
    )


def _target(said: Indicator) -> FoundTarget:
    if isinstance(said.target.reading, Bands):
        bands = said.target.reading
        keys = ("excellent", "good", "fair", "poor")
        return FoundTarget(bands={key: value(getattr(bands, key)) for key in keys})
    if said.target.split:
        split = said.target.split
        return FoundTarget(op=value(split.op), value=value(split.value), unit=value(split.unit))
    return FoundTarget(text=value(said.target.text))


def _fields(given: Mapping[str, str], on: str, form: Form) -> dict[str, Value]:
    labels = {one.id: one.label for one in form.fields if one.on == on}
    return {labels[key]: value(text) for key, text in given.items()}
