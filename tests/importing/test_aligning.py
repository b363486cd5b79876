"""A draft gets the ids of the filing that is there, by what things are."""

from dataclasses import replace

from perfspec.diagnostics import Place
from perfspec.importing.merging import aligning
from perfspec.model import Indicator, IndicatorClass
from perfspec.values.targets import target


def _row(key: str, name: str) -> Indicator:
    return Indicator(
        id=key,
        classified=IndicatorClass(first="产出指标", second="数量指标", standard="output.quantity"),
        name=name,
        description="",
        target=target("5公里"),
        basis="",
        weight="",
        fields={},
        at=Place("x.yaml", ("indicators", 0)),
    )


OLD = (_row("length", "道路里程"), _row("parks", "公园座数"))
NEW = (_row("parks", "道路里程"), _row("trees", "植树株数"))


def test_rows_belong_together_by_their_names_whatever_their_ids() -> None:
    assert aligning.rows(OLD, NEW) == {0: 0}
    assert aligning.rows((), NEW) == {}


def test_a_row_takes_the_id_of_its_partner_and_a_new_one_none_that_is_taken() -> None:
    data: dict[str, object] = {
        "goals": [],
        "indicators": [{"id": "parks", "name": "道路里程"}, {"name": "植树株数"}],
    }
    made, renamed = aligning.table(data, NEW, OLD)
    assert made["indicators"] == [{"id": "length", "name": "道路里程"}, {"name": "植树株数"}]
    assert renamed == {"parks": "length"}
    taken: dict[str, object] = {
        **data,
        "indicators": [{"name": "道路里程"}, {"id": "parks", "name": "植树株数"}],
    }
    made, _ = aligning.table(taken, (NEW[0], replace(NEW[1], id="parks")), OLD)
    assert made["indicators"] == [{"id": "length", "name": "道路里程"}, {"name": "植树株数"}]


def test_a_project_without_partner_gets_an_id_that_nobody_has() -> None:
    names = aligning.unique(
        ["roads", "parks", "parks-2"], {"roads": "streets"}, {"parks", "streets"}
    )
    assert names == {"roads": "streets", "parks": "parks-2", "parks-2": "parks-2-2"}


def test_what_was_reached_moves_with_its_project_and_its_row() -> None:
    actuals = {"spec": 1, "projects": {"roads": {"parks": "5", "trees": "6"}, "x": {"y": "7"}}}
    assert aligning.reached(actuals, {"roads": "streets"}, {"roads": {"parks": "length"}}) == {
        "spec": 1,
        "projects": {"streets": {"length": "5", "trees": "6"}, "x": {"y": "7"}},
    }
    assert aligning.reached(None, {}, {}) is None
