"""Make a `Filing` of trees that their schemas accept.

In: the tree of filing.yaml, those of its projects, and the form. Out: the filing, and the
findings of everything that only the form or another file can judge: classes, sources, columns
and extra fields that the form does not know or wants, units that the filing does not declare.
"""

from collections.abc import Mapping
from typing import Any

from perfspec import formcheck, indicators
from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.form import Form
from perfspec.messages import message
from perfspec.model import Budget, Department, Filing, MediumTerm, Project, Term, Unit
from perfspec.schema.words import did_you_mean
from perfspec.values import amount, percent
from perfspec.yamltree import Tree


def read(
    filing: Tree, projects: Mapping[str, Tree], form: Form
) -> tuple[Filing | None, list[Diagnostic]]:
    """Return the filing with `projects` (by id, in printing order), or None, and the findings."""
    found: list[Diagnostic] = []
    data, at = filing.data, filing.place
    _check_money_unit(data, at, form, found)
    units = tuple(_unit(item, at / "units" / n) for n, item in enumerate(data["units"]))
    read_projects = [_project(key, tree, units, form, found) for key, tree in projects.items()]
    department = data["department"]
    fields, wrong_fields = formcheck.extra_fields(data, at, form, "filing")
    found += wrong_fields
    result = Filing(
        form=form.name,
        year=int(data["year"]),
        stage=str(data["stage"]),
        sample=_is_true(data.get("sample")),
        complete=not _is_false(data.get("complete")),
        follows=str(data.get("follows", "")),
        supplied=tuple(map(str, data.get("supplied", []))),
        department=Department(
            code=str(department["code"]),
            name=str(department["name"]),
            short_name=str(department.get("short_name") or department["name"]),
            division=str(department.get("division", "")),
            reviewer=str(department.get("reviewer", "")),
            at=at / "department",
        ),
        units=units,
        overall_goal=str(data["overall_goal"]),
        sub_goals=tuple(map(str, data["sub_goals"])),
        measures=tuple(map(str, data["measures"])),
        projects=tuple(project for project in read_projects if project),
        fields=fields,
        at=at,
    )
    return (None if found else result), found


def _is_true(value: object) -> bool:
    return str(value).lower() == "true"


def _is_false(value: object) -> bool:
    return str(value).lower() == "false"


def _check_money_unit(data: Any, at: Place, form: Form, found: list[Diagnostic]) -> None:  # noqa: ANN401 — data that the schema has accepted
    if "money_unit" in data and data["money_unit"] != form.money_unit:
        found.append(
            error(
                "money-unit-mismatch",
                at / "money_unit",
                message(
                    "amounts are in {unit}, but the form {form} prints {wanted}",
                    unit=str(data["money_unit"]),
                    form=form.name,
                    wanted=form.money_unit,
                ),
            )
        )


def _unit(item: Any, at: Place) -> Unit:  # noqa: ANN401 — data that the schema has accepted
    return Unit(
        code=str(item["code"]), name=str(item["name"]), suffix=str(item.get("suffix", "")), at=at
    )


def _project(
    key: str, tree: Tree, units: tuple[Unit, ...], form: Form, found: list[Diagnostic]
) -> Project | None:
    data, at = tree.data, tree.place
    budget, plan = data["budget"], data.get("payment_plan", {})
    found += formcheck.require(data, at, form.required_on_project, "project", form)
    found += formcheck.columns(budget["sources"], at / "budget" / "sources", form.sources, form)
    if "payment_plan" in data:
        found += formcheck.columns(plan, at / "payment_plan", form.payment_plan, form)
    rows, wrong_rows = indicators.read(data["indicators"], at / "indicators", form)
    fields, wrong_fields = formcheck.extra_fields(data, at, form, "project")
    medium_term, wrong_term = _medium_term(data.get("medium_term"), at / "medium_term", form)
    found += [*wrong_rows, *wrong_fields, *wrong_term]
    unit = next((unit for unit in units if unit.code == data["unit"]), None)
    if unit is None:
        found.append(_undeclared(str(data["unit"]), units, at / "unit"))
        return None
    return Project(
        id=key,
        unit=unit,
        code=str(data.get("code", "")),
        name=str(data["name"]),
        term=_term(data.get("term")),
        budget=Budget(
            total=amount(str(budget["total"])),
            sources={name: amount(str(text)) for name, text in budget["sources"].items()},
            at=at / "budget",
        ),
        purpose=str(data.get("purpose", "")),
        payment_plan={name: percent(str(text)) for name, text in plan.items()},
        goals=tuple(map(str, data["goals"])),
        indicators=rows,
        medium_term=medium_term,
        fields=fields,
        at=at,
    )


def _undeclared(code: str, units: tuple[Unit, ...], at: Place) -> Diagnostic:
    return error(
        "undeclared-unit",
        at,
        message("unit {code} is not declared in filing.yaml", code=code),
        hint=did_you_mean(code, [unit.code for unit in units], {}),
    )


def _term(data: Any) -> Term | None:  # noqa: ANN401 — data that the schema has accepted
    if data is None:
        return None
    return Term(start=str(data.get("start", "")), end=str(data.get("end", "")))


def _medium_term(
    data: Any,  # noqa: ANN401 — data that the schema has accepted
    at: Place,
    form: Form,
) -> tuple[MediumTerm | None, list[Diagnostic]]:
    if data is None:
        return None, []
    rows, found = indicators.read(data.get("indicators", []), at / "indicators", form)
    return MediumTerm(goals=tuple(map(str, data.get("goals", []))), indicators=rows, at=at), found
