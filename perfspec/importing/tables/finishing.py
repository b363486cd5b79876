"""A project as it was found, when all its rows are read."""

from perfspec.importing import FoundProject, Guess, Use, Value
from perfspec.importing.tables.building import Building, is_placeholder, put
from perfspec.messages import message

_UNITS = (
    "项目单位",
    "实施单位",
    "执行",
    "承担",
    "使用",
    "建设",
    "责任",
    "预算",
    "单位",
    "填报",
    "申报",
    "部门",
)
_SPENDERS = frozenset({"项目单位", "实施单位", "项目实施单位", "预算单位"})


def finished(project: Building) -> FoundProject:
    """Return the project as it was found."""
    values = dict(project.values)
    if "name" not in values and "二级项目" in project.fields:
        # Forms of Gansu call a programme 一级项目 and the project in it 二级项目.
        values["name"] = project.fields.pop("二级项目")
    _choose_unit(project, values)
    return FoundProject(
        at=project.at,
        **values,  # type: ignore[arg-type]
        sources=tuple(project.sources),
        plan=project.plan,
        goals=project.goals,
        medium_goals=project.medium_goals,
        indicators=tuple(project.indicators),
        medium_indicators=tuple(project.medium_indicators),
        fields=project.fields,
        columns=project.columns,
    )


def _choose_unit(project: Building, values: dict[str, Value]) -> None:
    """Take the unit that the money is spent by; the others are fields."""
    ranks = [
        (
            is_placeholder(whole),
            next((n for n, word in enumerate(_UNITS) if word in label.key), len(_UNITS)),
        )
        for label, whole, _ in project.units
    ]
    best = ranks.index(min(ranks)) if ranks and "unit_name" not in values else None
    for number, (label, whole, (code, name, suffix, used)) in enumerate(project.units):
        if number == best and not is_placeholder(whole):
            parts = {"unit_code": code, "unit_name": name, "unit_suffix": suffix}
            values.update({key: part for key, part in parts.items() if part is not None})
            project.used += used
            if len(project.units) > 1 and label.key not in _SPENDERS:
                text = message("{label} is taken for the unit", label=label.printed)
                project.guesses.append(Guess(text=text, at=whole.at))
        elif whole.pieces and whole.text in {one.text for one in values.values()}:
            project.used += whole.used(Use.REPEATED)
        else:
            put(project, project.fields, label.printed, whole)
