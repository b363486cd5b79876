"""Random small filings, for tests of what changed.

Words are few, so that likeness and equal names happen often.
"""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from perfspec import values
from perfspec.compare import Side
from perfspec.diagnostics import Place
from perfspec.form import Form
from perfspec.model import (
    Budget,
    Department,
    Filing,
    Indicator,
    MediumTerm,
    Project,
    Term,
    Unit,
)
from perfspec.values.targets import target
from tests.compare.forms import PLAIN

_CLAUSES = (
    "加强网络管理，",
    "举办大型宣传活动11次，",
    "举办大型宣传活动9次（含宣传周7次），",
    "开展两次专业培训；",
    "开展三次专业培训；",
    "购置设备10台，",
    "费用15000元。",
    "费用1.5万元。",
    "按照2020年度工作计划实施。",
    "按照2021年度工作计划实施。",
    "提高满意率至95%以上",
    "编码13063621HBMFX90HG2OQ7。",
    "\n",
    "为",
)
_MARKERS = ("", "1.", "2.", "一是", "二是", "（一）", "一、")
_NAMES = (
    "网络信息办公专项经费",
    "网络信息办公经费",
    "2020年档案数字化经费",
    "2021年档案数字化经费",
    "公路维修一期",
    "公路维修二期",
    "城镇低保补助",
    "农村低保补助",
)
_ROWS = (
    "大型宣传活动举办次数",
    "宣传活动次数",
    "任务完成及时率",
    "平均每月的费用",
    "服务对象满意度",
    "培训人数",
)
_TARGETS = (
    "9次",
    "≥11次",
    "≥10次",
    "≤2天",
    "≤24小时",
    "≥90%",
    "≥95.00%",
    "1万元",
    "10000元",
    "≤9000元",
    "≥9000元",
    "≥10次，≤20次",
    "明显提高",
    "持续提升",
    "12月底前",
    "10-20次",
    "",
)
_AMOUNTS = ("", "0", "112500.00", "112500", "11.25", "9000", "100000.5")
_UNITS = (("224001", "网信办"), ("224002", "网信中心"), ("225001", "档案馆"))

texts = st.lists(st.sampled_from(_CLAUSES), max_size=3).map("".join)
items = st.tuples(st.sampled_from(_MARKERS), texts).map("".join)
amounts = st.sampled_from(_AMOUNTS).map(values.amount)


def _unique(names: list[str], draw: Any) -> list[str]:  # noqa: ANN401 — hypothesis's `draw`
    # Left alone, hypothesis makes most lists empty, and nothing can become of nothing.
    least = draw(st.sampled_from((2, 2, 1, 0)))
    return draw(st.lists(st.sampled_from(names), unique=True, min_size=least, max_size=3))  # type: ignore[no-any-return]


@st.composite
def indicators(draw: Any, form: Form) -> tuple[Indicator, ...]:  # noqa: ANN401
    """Return rows of one table."""
    return tuple(
        Indicator(
            id=key,
            classified=draw(st.sampled_from(form.classes)),
            name=draw(st.sampled_from(_ROWS)),
            description=draw(texts),
            target=target(draw(st.sampled_from(_TARGETS))),
            basis=draw(st.sampled_from(("", "实施计划", "年度实施计划"))),
            weight=draw(st.sampled_from(("", "10", "20"))),
            fields=draw(st.sampled_from(({}, {"remark": "无"}, {"remark": "有"}))),
            at=Place(""),
        )
        for key in _unique(["i1", "i2", "i3", "i4"], draw)
    )


@st.composite
def budgets(draw: Any, form: Form) -> Budget:  # noqa: ANN401
    """Return a budget with some of the form's sources."""
    sources = {one.id: draw(amounts) for one in form.sources if draw(st.booleans())}
    return Budget(total=draw(amounts), sources=sources, at=Place(""))


@st.composite
def projects(draw: Any, form: Form, units: tuple[Unit, ...], key: str) -> Project:  # noqa: ANN401
    """Return a project of one of `units`."""
    percents = st.sampled_from(("", "0", "25", "50%", "100.00%")).map(values.percent)
    term = st.builds(Term, start=st.just("2020"), end=st.sampled_from(("2021", "2022")))
    medium = st.builds(
        MediumTerm,
        goals=st.lists(items, max_size=2).map(tuple),
        indicators=indicators(form),
        at=st.just(Place("")),
    )
    return Project(
        id=key,
        unit=draw(st.sampled_from(units)),
        code=draw(st.sampled_from(("", "13063620A", "13063621A", "13063621B"))),
        name=draw(st.sampled_from(_NAMES)),
        term=draw(st.none() | term),
        budget=draw(budgets(form)),
        purpose=draw(texts),
        payment_plan={one.id: draw(percents) for one in form.payment_plan if draw(st.booleans())},
        goals=tuple(draw(st.lists(items, max_size=2))),
        indicators=draw(indicators(form)),
        medium_term=draw(st.none() | medium),
        fields=draw(st.sampled_from(({}, {"manager": "张三"}, {"manager": "李四"}))),
        at=Place(""),
    )


@st.composite
def sides(draw: Any, form: Form = PLAIN, year: int = 2020) -> Side:  # noqa: ANN401
    """Return a filing with its form."""
    codes = draw(st.lists(st.sampled_from(_UNITS), unique=True, min_size=1))
    units = tuple(Unit(code=code, name=name, suffix="", at=Place("")) for code, name in codes)
    filing = Filing(
        form=form.name,
        year=year,
        stage=draw(st.sampled_from(("draft", "approved"))),
        sample=False,
        complete=True,
        follows="",
        supplied=(),
        department=Department(
            code="224001",
            name=draw(st.sampled_from(("网信办", "网络安全和信息化委员会办公室"))),
            short_name="网信办",
            division="130636",
            reviewer="财政局",
            at=Place(""),
        ),
        units=units,
        overall_goal=draw(texts),
        sub_goals=tuple(draw(st.lists(items, max_size=2))),
        measures=tuple(draw(st.lists(items, max_size=2))),
        projects=tuple(draw(projects(form, units, key)) for key in _unique(["a", "b", "c"], draw)),
        fields=draw(st.sampled_from(({}, {"duty": "管网"}))),
        at=Place(""),
    )
    return placed(Side(filing=filing, form=form))


def placed(side: Side) -> Side:
    """Return `side` with every record at the place where a reader would have found it."""
    filing, folder = side.filing, f"specs/{side.filing.year}/{side.filing.department.code}"
    at = Place(f"{folder}/filing.yaml")
    units = tuple(replace(one, at=at / "units" / n) for n, one in enumerate(filing.units))
    by_code = {one.code: one for one in units}
    filing = replace(
        filing,
        at=at,
        department=replace(filing.department, at=at / "department"),
        units=units,
        projects=tuple(
            _placed(one, Place(f"{folder}/projects/{one.id}.yaml"), by_code[one.unit.code])
            for one in filing.projects
        ),
    )
    return replace(side, filing=filing)


def _placed(project: Project, at: Place, unit: Unit) -> Project:
    term = project.medium_term
    if term is not None:
        here = at / "medium_term"
        term = replace(term, indicators=_rows(term.indicators, here), at=here)
    return replace(
        project,
        at=at,
        unit=unit,
        budget=replace(project.budget, at=at / "budget"),
        indicators=_rows(project.indicators, at),
        medium_term=term,
    )


def _rows(rows: tuple[Indicator, ...], at: Place) -> tuple[Indicator, ...]:
    return tuple(replace(row, at=at / "indicators" / n) for n, row in enumerate(rows))
