"""Mistakes in the rows of a table: what is there, under which class, how it is called."""

from collections.abc import Iterator
from copy import deepcopy
from functools import partial

from mutating.draft import Data, Draft, Kind, Place, indicators, put, target

_QUALIFIERS = (
    "重大",
    "大型",
    "农村",
    "中小学",
    "高标准",
    "适龄",
    "小型",
    "县乡",
    "专业",
    "免疫规划",
)
_HEADS = (
    "次数",
    "人次",
    "数量",
    "合格率",
    "完成率",
    "满意度",
    "及时率",
    "里程",
    "面积",
    "时间",
    "份数",
)


def _without(draft: Draft, label: str) -> Iterator[Place]:
    for project in draft.projects.values():
        kept = [row for row in project["indicators"] if label not in str(row["class"])]
        if len(kept) < len(project["indicators"]):
            yield put(project, "indicators", kept)


def no_cost(draft: Draft) -> Iterator[Place]:
    """Yield projects without costs."""
    return _without(draft, "成本")


def no_quantity(draft: Draft) -> Iterator[Place]:
    """Yield projects without quantities."""
    return _without(draft, "数量")


def no_satisfaction(draft: Draft) -> Iterator[Place]:
    """Yield projects without satisfaction."""
    return _without(draft, "满意度")


def no_benefit(draft: Draft) -> Iterator[Place]:
    """Yield projects without benefits."""
    for project in draft.projects.values():
        rows = project["indicators"]
        kept = [r for r in rows if not any(w in str(r["class"]) for w in ("效益", "可持续"))]
        if len(kept) < len(rows):
            yield put(project, "indicators", kept)


def no_rows(draft: Draft) -> Iterator[Place]:
    """Yield projects without indicators."""
    for project in draft.projects.values():
        if project["indicators"]:
            yield put(project, "indicators", [])


def repeated(draft: Draft) -> Iterator[Place]:
    """Yield rows that stand twice."""
    for project in draft.projects.values():
        rows = project["indicators"]
        for at, row in enumerate(rows):
            copy = {key: value for key, value in deepcopy(row).items() if key != "id"}
            yield partial(rows.insert, at + 1, copy)


def wrong_first_level(draft: Draft) -> Iterator[Place]:
    """Yield outputs printed under 效益指标."""
    for label in ("数量指标", "质量指标"):
        for row in indicators(draft, label):
            yield put(row, "class", ["效益指标", label])


def _moved(draft: Draft, old: str, new: str, word: str = "") -> Iterator[Place]:
    for row in indicators(draft, old):
        if word in str(row["name"]) and isinstance(row["class"], str):
            yield put(row, "class", new)


def satisfaction_as_benefit(draft: Draft) -> Iterator[Place]:
    """Yield satisfaction under 社会效益."""
    return _moved(draft, "满意度指标", "社会效益指标")


def timeliness_as_quality(draft: Draft) -> Iterator[Place]:
    """Yield timeliness under 质量."""
    return _moved(draft, "时效指标", "质量指标")


def cost_as_quantity(draft: Draft) -> Iterator[Place]:
    """Yield costs under 数量."""
    return _moved(draft, "成本指标", "数量指标")


def quality_as_quantity(draft: Draft) -> Iterator[Place]:
    """Yield rates of quality under 数量."""
    return _moved(draft, "质量指标", "数量指标", "率")


def class_empty(draft: Draft) -> Iterator[Place]:
    """Yield rows without a class."""
    for row in indicators(draft):
        yield put(row, "class", "")


def echo(draft: Draft) -> Iterator[Place]:
    """Yield descriptions that repeat the name."""
    for row in indicators(draft):
        if row.get("description"):
            yield put(row, "description", str(row["name"]))


def no_description(draft: Draft) -> Iterator[Place]:
    """Yield empty descriptions."""
    for row in indicators(draft):
        if row.get("description"):
            yield put(row, "description", "")


def one_basis(draft: Draft) -> Iterator[Place]:
    """Yield projects with one basis on all rows."""
    for project in draft.projects.values():
        rows = [row for row in project["indicators"] if row.get("basis")]
        if rows:
            yield partial(_all, rows, "basis", f"{project['name']}实施计划")


def _all(rows: list[Data], key: str, value: str) -> None:
    for row in rows:
        row[key] = value


def other_plan(draft: Draft) -> Iterator[Place]:
    """Yield a basis that names the project with a word more."""
    for project in draft.projects.values():
        for row in project["indicators"]:
            if row.get("basis") and "经费" in str(project["name"]):
                other = str(project["name"]).replace("经费", "补助经费")
                yield put(row, "basis", f"《{other}实施方案》")


def empty_basis(draft: Draft) -> Iterator[Place]:
    """Yield an empty basis."""
    for row in indicators(draft):
        if row.get("basis"):
            yield put(row, "basis", "")


def empty_name(draft: Draft) -> Iterator[Place]:
    """Yield rows without a name."""
    for row in indicators(draft):
        yield put(row, "name", "")


def qualifier(draft: Draft) -> Iterator[Place]:
    """Yield descriptions that lost a qualifier which the name has."""
    for row in indicators(draft):
        for word in _QUALIFIERS:
            described = str(row.get("description", ""))
            if word in str(row["name"]) and word in described:
                yield put(row, "description", described.replace(word, ""))


def headless(draft: Draft) -> Iterator[Place]:
    """Yield names whose last word, which says what is measured, was cut off."""
    for row in indicators(draft):
        name = str(row["name"])
        for head in _HEADS:
            if name.endswith(head) and len(name) > len(head) + 1:
                yield put(row, "name", name.removesuffix(head))


def rate_as_count(draft: Draft) -> Iterator[Place]:
    """Yield names of rates that are counted in things."""
    for row in indicators(draft, "数量"):
        for head in ("次数", "数量", "人次"):
            if str(row["name"]).endswith(head):
                yield put(row, "name", str(row["name"]).removesuffix(head) + "完成率")


def no_baseline(draft: Draft) -> Iterator[Place]:
    """Yield descriptions that compare with last year without its figure."""
    for row in indicators(draft):
        if row.get("description"):
            yield put(row, "description", f"{row['description']}，较上年有所提高")


def rate_of_rate(draft: Draft) -> Iterator[Place]:
    """Yield rates of rates."""
    for row in indicators(draft):
        if str(row["name"]).endswith("率"):
            yield put(row, "name", f"{row['name']}提升率")


def two_in_one(draft: Draft) -> Iterator[Place]:
    """Yield names that measure two things."""
    for row in indicators(draft):
        if "%" in target(row):
            yield put(row, "name", f"投诉次数及{row['name']}")


KINDS = (
    Kind(name="no-cost", what="no cost indicator", places=no_cost),
    Kind(name="no-quantity", what="no quantity indicator", places=no_quantity),
    Kind(name="no-satisfaction", what="no satisfaction indicator", places=no_satisfaction),
    Kind(name="no-benefit", what="no benefit indicator", places=no_benefit),
    Kind(name="no-indicator", what="no indicator at all", places=no_rows),
    Kind(name="row-twice", what="a row twice", places=repeated),
    Kind(name="first-level", what="an output under 效益指标", places=wrong_first_level),
    Kind(
        name="satisfaction-class",
        what="satisfaction under 社会效益",
        places=satisfaction_as_benefit,
    ),
    Kind(name="timeliness-class", what="timeliness under 质量", places=timeliness_as_quality),
    Kind(name="cost-class", what="a cost under 数量", places=cost_as_quantity),
    Kind(name="quality-class", what="a rate of quality under 数量", places=quality_as_quantity),
    Kind(name="class-empty", what="a row without a class", places=class_empty),
    Kind(name="description-echo", what="the name as description", places=echo),
    Kind(name="description-empty", what="an empty description", places=no_description),
    Kind(name="basis-same", what="the project's own plan as basis of all rows", places=one_basis),
    Kind(name="basis-other-plan", what="a basis that names another project", places=other_plan),
    Kind(name="basis-empty", what="an empty basis", places=empty_basis),
    Kind(name="name-empty", what="a row without a name", places=empty_name),
    Kind(name="qualifier-dropped", what="a qualifier lost in the description", places=qualifier),
    Kind(name="name-cut", what="次数, 率 … cut off a name", places=headless),
    Kind(name="name-as-rate", what="完成率 for 次数 in a name", places=rate_as_count),
    Kind(name="baseline-missing", what="较上年有所提高 without its figure", places=no_baseline),
    Kind(name="rate-of-rate", what="率提升率 for 率", places=rate_of_rate),
    Kind(name="two-in-one", what="a name that measures two things", places=two_in_one),
)
