"""Go through all fields of a filing and tell where the paper says something else."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from perfspec import pipeline
from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.form import Form
from perfspec.importing import Found, FoundIndicator, FoundProject, Value
from perfspec.importing.account import left_over
from perfspec.messages import message
from perfspec.model import Filing, Indicator, Project
from perfspec.pipeline import Loaded
from perfspec.verifying import Field, Verified, fields, telling
from perfspec.verifying.pairing import pairs
from perfspec.verifying.printing import Papers, difference, literal

# What stands on a cover.
_COVER = frozenset({"department", "year"})


@dataclass(slots=True, kw_only=True)
class _Run:
    """What was held against each other so far."""

    form: Form
    papers: Papers
    printed: AbstractSet[Place] | None
    fields: int = 0
    characters: int = 0
    found: list[Diagnostic] = field(default_factory=list)

    def hold(self, ones: Iterable[Field]) -> None:
        """Hold fields against the paper, and note what is different."""
        for one in ones:
            self._hold(one)

    def _hold(self, one: Field) -> None:
        if one.values is None:
            if one.text and self._is_wanted(one):
                self.found.append(telling.missing(one))
            return
        self.fields += 1
        printed = self.papers.printed(one.values)
        self.characters += len(printed.text)
        offsets = difference(one.text, printed)
        if offsets:
            self.found.append(telling.differs(one, offsets[0], printed, offsets[1]))

    def _is_wanted(self, one: Field) -> bool:
        """Tell whether the paper of the form shows the field: the place, or what is in it."""
        if self.printed is None:
            return one.at.keys[0] not in _COVER
        return one.at in self.printed or any(part.at in self.printed for part in one.parts)


def verify(loaded: Loaded, found: Found) -> Verified:
    """Return how the paper in which `found` was read differs from a filing that could be read.

    What the paper of the form does not show is not missed. What the paper of a form that is a draft
    shows is not known: then all is missed that is not found, but for the cover.
    """
    filing, form = loaded.filing, loaded.form
    if filing is None or form is None:
        raise ValueError(loaded.folder.path)
    printed = frozenset(pipeline.compose(loaded).places.values()) if form.ready else None
    run = _Run(form=form, papers=Papers.of(found.documents), printed=printed)
    _hold_cover(filing, found, run)
    run.hold(fields.of_filing(filing, found))
    for project, table in pairs(filing.projects, found.projects, _words, _words_found):
        if project and table:
            _hold_project(project, table, run)
        elif project:
            said = message("the paper has no table of this project")
            run.found.append(error("not-printed", project.at / "name", said))
        elif table:
            name = _text(table.name or table.title)
            run.found.append(telling.surplus(filing.at / "projects", name, table.at))
    for stretch, at in left_over(found):
        paragraph = run.papers.paragraphs[stretch.document, stretch.paragraph]
        text = paragraph.text[stretch.start : stretch.end]
        run.found.append(telling.surplus(filing.at / "form", text, at))
    findings = tuple(dict.fromkeys(run.found))
    return Verified(fields=run.fields, characters=run.characters, findings=findings)


def _hold_cover(filing: Filing, found: Found, run: _Run) -> None:
    """Hold the cover; where the paper has none, say so once, unless the specs do."""
    cover = fields.of_cover(filing, found)
    if any(one.values is not None for one in cover) or run.printed is None:
        run.hold(cover)
    elif not filing.supplied and any(one.at in run.printed for one in cover):
        run.found.append(
            error("not-printed", filing.at / "year", message("the paper has no cover"))
        )


def _hold_project(project: Project, table: FoundProject, run: _Run) -> None:
    run.hold(fields.of_project(project, table, run.form))
    _hold_rows(project.at / "indicators", project.indicators, table.indicators, run)
    term = project.medium_term
    if term:
        _hold_rows(term.at / "indicators", term.indicators, table.medium_indicators, run)


def _hold_rows(
    at: Place, rows: tuple[Indicator, ...], found: tuple[FoundIndicator, ...], run: _Run
) -> None:
    for row, printed in pairs(rows, found, _row_words, _row_words_found):
        if row and printed:
            run.hold(fields.of_indicator(row, _as_printed(row, printed, run.papers), run.form))
        elif row:
            said = message("the paper has no row of this indicator")
            run.found.append(error("not-printed", row.at / "name", said))
        elif printed:
            run.found.append(telling.surplus(at, _any_words(printed), printed.at))


def _as_printed(row: Indicator, found: FoundIndicator, papers: Papers) -> FoundIndicator:
    """Return `found` with no class where its cell is empty and the spec has none either.

    Offices leave the cells below a class empty, and mean it, so that it was read as their class.
    """
    nothing = Value(text="", at=found.at, stretches=())
    first, second = found.first, found.second
    if not row.classified.first and _is_empty(first, found, papers):
        first = nothing
    if not row.classified.second and _is_empty(second, found, papers):
        second = nothing
    return replace(found, first=first, second=second)


def _is_empty(value: Value | None, found: FoundIndicator, papers: Papers) -> bool:
    return value is not None and replace(found.at, column=value.at.column) in papers.empty


def _any_words(found: FoundIndicator) -> str:
    values = (found.name, found.description, found.target.text, found.target.value, found.basis)
    return next((text for text in map(_text, values) if text), "")


def _words(project: Project) -> object:
    return literal(project.code), literal(project.name)


def _words_found(table: FoundProject) -> object:
    return _text(table.code), _text(table.name)


def _row_words(row: Indicator) -> object:
    return literal(row.name), literal(row.target.text)


def _row_words_found(row: FoundIndicator) -> object:
    return _text(row.name), _text(row.target.text or row.target.value)


def _text(value: Value | None) -> str:
    return literal(value.text) if value else ""
