"""Random filings and what a year makes of them, for tests of what changed.

`pairs` has a filing and one that came of it by renames, reorders, edits of texts, targets and
budgets, adds and drops; now and then one that has nothing to do with it, or has another form.
"""

from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from perfspec.compare import Side
from perfspec.form import Form
from perfspec.model import Filing, Indicator, Project, Unit
from perfspec.values.targets import target
from tests.compare.forms import OTHER, PLAIN
from tests.compare.sides import placed, projects, sides

__all__ = ["OTHER", "PLAIN", "changed", "pairs", "placed", "sides"]

T = TypeVar("T")

_PARTS = ("target", "target", "target", "", "name", "description", "classified", "weight")
_KIN = (
    ("9次", "≥11次", "≥10次", "≤9次", "10-20次", "≥10次，≤20次"),
    ("≤2天", "≤24小时", "≤3天", "≥2天"),
    ("1万元", "10000元", "≤9000元", "≥9000元"),
    ("≥90%", "≥95.00%", "明显提高", "持续提升"),
    ("12月底前", "11月底前", "6月"),
)


@st.composite
def changed(draw: Any, old: Side) -> Side:  # noqa: ANN401
    """Return the filing of the year after `old`: some of it kept, changed, dropped, added."""
    other = draw(sides(old.form, old.filing.year + draw(st.integers(0, 1)))).filing
    former = old.filing
    units = former.units if draw(st.booleans()) else other.units
    rows = [_project_after(one, other, old.form, units, draw) for one in former.projects]
    taken = {one.id for one in rows}
    rows += [one for one in other.projects if one.id not in taken]
    filing = replace(
        other,
        follows=draw(st.sampled_from(("", str(former.year)))),
        units=units,
        overall_goal=draw(st.sampled_from((former.overall_goal, other.overall_goal))),
        sub_goals=_mixed(former.sub_goals, other.sub_goals, draw),
        measures=_mixed(former.measures, other.measures, draw),
        projects=tuple(
            one if one.unit in units else replace(one, unit=units[0])
            for one in _mixed(tuple(rows), (), draw)
        ),
    )
    return placed(Side(filing=filing, form=old.form))


@st.composite
def pairs(draw: Any) -> tuple[Side, Side]:  # noqa: ANN401
    """Return two filings, the second most often come of the first."""
    old = draw(sides(draw(st.sampled_from((PLAIN, OTHER)))))
    kin = changed(old)
    return old, draw(st.one_of(kin, kin, kin, sides(PLAIN, 2021), sides(OTHER, 2021)))


def _project_after(
    old: Project,
    other: Filing,
    form: Form,
    units: tuple[Unit, ...],
    draw: Any,  # noqa: ANN401
) -> Project:
    """Return what became of a project; parts that change come from a fresh one."""
    fresh = draw(projects(form, units, old.id))
    names = [name for name in Project.__dataclass_fields__ if name not in {"id", "indicators"}]
    parts = draw(st.sets(st.sampled_from(names), min_size=1, max_size=4))
    new = {name: getattr(fresh, name) for name in parts}
    rows = _mixed(old.indicators, (), draw)
    rows = tuple(_row_after(row, fresh.indicators, draw) for row in rows)
    taken = {row.id for row in rows}
    extra = tuple(row for row in fresh.indicators[:1] if row.id not in taken)
    key = draw(st.sampled_from((old.id, old.id, f"{old.id}-{other.year}")))
    return replace(old, **new, indicators=rows + extra, id=key)


def _row_after(old: Indicator, fresh: tuple[Indicator, ...], draw: Any) -> Indicator:  # noqa: ANN401
    """Return what became of an indicator: most often another target of the same kind."""
    part = draw(st.sampled_from(_PARTS))
    if part == "target":
        near = [text for kin in _KIN if old.target.text in kin for text in kin]
        return replace(old, target=target(draw(st.sampled_from(near or [""]))))
    return replace(old, **{part: getattr(fresh[0], part)}) if part and fresh else old


def _mixed(old: tuple[T, ...], more: tuple[T, ...], draw: Any) -> tuple[T, ...]:  # noqa: ANN401
    """Return `old` and `more` in some order, most often without some."""
    every = draw(st.permutations(old + more)) if draw(st.booleans()) else [*old, *more]
    gone = draw(st.sets(st.integers(0, 9), max_size=2))
    return tuple(one for at, one in enumerate(every) if at not in gone)
