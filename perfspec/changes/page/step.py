"""From one year to the next in the paper: in, a section of the view; out, what is printed of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perfspec.changes import order, view
from perfspec.changes.page import brief, budgets, choice, judged, project, texts, tiles
from perfspec.changes.page.brief import BriefRow
from perfspec.changes.page.budgets import BudgetRow
from perfspec.changes.page.judged import Aside, Judgement, Known
from perfspec.changes.page.plots import Bars
from perfspec.changes.page.project import ProjectPart
from perfspec.changes.page.texts import TextRow
from perfspec.changes.page.tiles import Tile, Weaker
from perfspec.changes.page.wording import Mark, Wording
from perfspec.compare import Comparison
from perfspec.messages import message
from perfspec.model import Project
from perfspec.report.text import Style
from perfspec.report.visible import seen

# The longest amount that stands in a column of the table of budgets on one line.
_NARROW = 12
# From here on cells are not merged: each cell that crosses a page makes the renderer lay out the
# whole paper once more, and that takes minutes.
_LONG = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPart:
    """Projects that may belong together, or of which a person said so."""

    mark: Mark
    text: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPart:
    """One step; `title` is empty where it is the only one, `level` is that of its headings.

    `wide` says that some amounts do not fit into their columns in the usual size, `merges` that one
    cell may stand for several rows.
    """

    anchor: str
    title: str
    level: int
    heads: tuple[str, str]
    unit: str
    tiles: tuple[Tile, ...]
    weaker: tuple[Weaker, ...]
    plot: Bars | None
    plot_title: str
    plot_told: str
    plot_note: str
    budgets: tuple[BudgetRow, ...]
    total: BudgetRow
    wide: bool
    merges: bool
    judgements: tuple[Judgement, ...]
    more_judgements: str
    folders: str
    silenced: tuple[Aside, ...]
    undecided: tuple[Aside, ...]
    open: tuple[OpenPart, ...]
    texts: tuple[TextRow, ...]
    projects: tuple[ProjectPart, ...]
    brief: tuple[BriefRow, ...]
    same: tuple[str, ...]
    left_out: tuple[str, ...]


def part(told: choice.Told, style: Style, *, anchor: str, level: int, titled: bool) -> StepPart:
    """Return the part of one step."""
    section, full = told.section, told.full
    compared = section.step.comparison
    wording = Wording(
        translate=style.translate, form=compared.new.form, merges=_indicators(compared) < _LONG
    )
    of_filing = Wording(translate=style.translate, form=compared.new.form, of_project=False)
    same = {group.id for group in section.projects if group.change and group.is_same}
    found = tuple(choice.projects(section))
    parts = tuple(_projects(found, full, wording, anchor))
    anchors = {one.path: Known(name=seen(one.project.name), anchor="") for one in found}
    anchors |= {part.at: Known(name=part.name, anchor=part.anchor) for part in parts}
    for pair in compared.projects.pairs:
        if pair.new.at.path in anchors:
            anchors[pair.old.at.path] = anchors[pair.new.at.path]
    anchors_of = {path: known.anchor for path, known in anchors.items()}
    heads = _heads(section, wording)
    ends = (compared.old.filing.at.path, compared.new.filing.at.path)
    folders = judged.folders(zip(ends, heads, strict=True))
    judgements = judged.judgements(section.step.judgements, anchors, style, folders)
    silenced, undecided = judged.asides(section.step, style, folders)
    plot = budgets.plot(compared, wording)
    rows = tuple(budgets.rows(compared, same, anchors_of, wording))
    total = budgets.total(compared, wording)
    return StepPart(
        anchor=anchor,
        title=" → ".join(heads) if titled else "",
        level=level + 1 if titled else level,
        heads=heads,
        unit=compared.new.form.money_unit,
        tiles=tiles.tiles(section, wording),
        weaker=tuple(tiles.weaker(section, anchors_of, wording)),
        plot=plot,
        plot_title=budgets.title(heads, wording),
        plot_told=budgets.told(plot, heads, wording),
        plot_note=budgets.note(plot, heads, wording),
        budgets=rows,
        total=total,
        wide=any(len(text) > _NARROW for one in (*rows, total) for text in (one.old, one.new)),
        merges=wording.merges,
        judgements=judgements[: told.judgements],
        more_judgements=_more(len(judgements) - len(judgements[: told.judgements]), style),
        folders=judged.told(folders, style),
        silenced=silenced,
        undecided=undecided,
        open=tuple(_open(compared, wording)),
        texts=texts.rows(compared.texts, of_filing),
        projects=parts,
        brief=tuple(brief.rows((one for one in found if one.path not in full), wording)),
        same=tuple(seen(pair.new.name) for pair in compared.projects.pairs if pair.new.id in same),
        left_out=tuple(map(seen, sorted(compared.left_out))),
    )


def _more(n: int, style: Style) -> str:
    """Return how many judgements are not printed, empty for none."""
    told = message("{n} judgements more, none of them worse, are not printed here", n=n)
    return style.translate(told) if n else ""


def _heads(section: view.Section, wording: Wording) -> tuple[str, str]:
    """Return what the columns of both sides are called: years, or labels of one year."""
    compared = section.step.comparison
    years = (compared.old.filing.year, compared.new.filing.year)
    if years[0] == years[1]:
        return section.labels
    old, new = (wording.translate(message("year {year}", year=year)) for year in years)
    return old, new


def _indicators(compared: Comparison) -> int:
    return sum(len(one.indicators) for side in _sides(compared) for one in side)


def _sides(compared: Comparison) -> tuple[tuple[Project, ...], tuple[Project, ...]]:
    return compared.old.filing.projects, compared.new.filing.projects


def _projects(
    found: Iterable[choice.Known], full: frozenset[str], wording: Wording, anchor: str
) -> Iterator[ProjectPart]:
    """Yield the projects that are told in full."""
    for n, one in enumerate(found, start=1):
        if one.path not in full:
            continue
        name = f"{anchor}-p{n}"
        if one.group.change is None:
            yield project.alone(one.project, name, wording, dropped=one.dropped)
        else:
            formal = frozenset(row.key for row in one.group.rows if row.kind is view.Kind.FORMAL)
            yield project.both(one.group.change, name, wording, formal)


def _open(compared: Comparison, wording: Wording) -> Iterator[OpenPart]:
    for one in order.ordered(*_sides(compared), compared.projects):
        if isinstance(one, order.Open):
            yield OpenPart(
                mark=wording.open(one),
                text=wording.proposal(one),
                old=tuple(_with_budget(each, wording) for each in one.proposal.old),
                new=tuple(_with_budget(each, wording) for each in one.proposal.new),
            )


def _with_budget(one: Project, wording: Wording) -> str:
    amount = wording.written(one.budget.total)
    return wording.translate(message("{name}: {amount}", name=seen(one.name), amount=amount))
