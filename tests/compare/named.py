"""One project with one row, and filings of it, for tests that say what they change."""

from dataclasses import replace

from perfspec import values
from perfspec.compare import Side
from perfspec.diagnostics import Place
from perfspec.model import Budget, Department, Filing, Indicator, Project, Unit
from perfspec.values.targets import target
from tests.compare.forms import CLASSES, PLAIN
from tests.compare.sides import placed

LATER = 2021
UNIT = Unit(code="224001", name="网信办", suffix="", at=Place(""))
ROW = Indicator(
    id="campaigns",
    classified=CLASSES[0],
    name="宣传活动次数",
    description="全年次数",
    target=target("≥11次"),
    basis="实施计划",
    weight="10",
    fields={},
    at=Place(""),
)
PROJECT = Project(
    id="network",
    unit=UNIT,
    code="13063620A",
    name="网络信息办公专项经费",
    term=None,
    budget=Budget(
        total=values.amount("112500.00"),
        sources={"fiscal": values.amount("112500.00")},
        at=Place(""),
    ),
    purpose="举办宣传活动11次，培训两次。",
    payment_plan={"june": values.percent("50%"), "december": values.percent("100%")},
    goals=("1.规范网络行为",),
    indicators=(ROW,),
    medium_term=None,
    fields={"manager": "张三"},
    at=Place("specs/2020/224001/projects/network.yaml"),
)


def with_project(project: Project, year: int = 2020) -> Side:
    """Return a filing with `project` alone, which follows the one of the year before."""
    filing = Filing(
        form=PLAIN.name,
        year=year,
        stage="draft",
        sample=False,
        complete=True,
        follows=str(year - 1),
        supplied=(),
        department=Department(
            code="224001",
            name="网信办",
            short_name="网信办",
            division="130636",
            reviewer="财政局",
            at=Place(""),
        ),
        units=(project.unit,),
        overall_goal="",
        sub_goals=(),
        measures=(),
        projects=(project,),
        fields={},
        at=Place(""),
    )
    return placed(replace(Side(filing=filing, form=PLAIN), filing=filing))
