"""Mistakes in forms that keep operator, value, unit and weight in cells of their own."""

from collections.abc import Iterator

from mutating.draft import Data, Draft, Kind, Place, indicators, put


def _cells(draft: Draft, op: str = "", unit: str = "") -> Iterator[tuple[Data, Data]]:
    for row in indicators(draft):
        cells = row["target"]
        if not isinstance(cells, dict) or "value" not in cells:
            continue
        if op in str(cells.get("op", "")) and unit in str(cells.get("unit", "")):
            yield row, cells


def cost_floor(draft: Draft) -> Iterator[Place]:
    """Yield costs from below."""
    for _, cells in _cells(draft, "小于等于", "元"):
        yield put(cells, "op", "大于等于")


def rate_ceiling(draft: Draft) -> Iterator[Place]:
    """Yield rates from above."""
    for _, cells in _cells(draft, "大于等于", "%"):
        yield put(cells, "op", "小于等于")


def no_operator(draft: Draft) -> Iterator[Place]:
    """Yield numbers without an operator."""
    for _, cells in _cells(draft, "等于"):
        yield put(cells, "op", "")


def no_unit(draft: Draft) -> Iterator[Place]:
    """Yield numbers without a unit."""
    for _, cells in _cells(draft, "等于"):
        yield put(cells, "unit", "")


def unit_twice(draft: Draft) -> Iterator[Place]:
    """Yield units that stand in the value too."""
    for _, cells in _cells(draft, "等于", "%"):
        yield put(cells, "value", f"{cells['value']}%")


def other_direction(draft: Draft) -> Iterator[Place]:
    """Yield 反向 where more is better."""
    for row, _ in _cells(draft, "大于等于"):
        yield put(row["fields"], "direction", "反向")


def weight(draft: Draft) -> Iterator[Place]:
    """Yield weights with a digit more."""
    for row in indicators(draft):
        if row.get("weight"):
            yield put(row, "weight", f"{row['weight']}5")


def no_weight(draft: Draft) -> Iterator[Place]:
    """Yield empty weights."""
    for row in indicators(draft):
        if row.get("weight"):
            yield put(row, "weight", "")


KINDS = (
    Kind(name="cell-cost-floor", what="大于等于 in a cost", places=cost_floor),
    Kind(name="cell-rate-ceiling", what="小于等于 in a rate", places=rate_ceiling),
    Kind(name="cell-no-operator", what="no operator in its cell", places=no_operator),
    Kind(name="cell-no-unit", what="no unit in its cell", places=no_unit),
    Kind(name="cell-unit-twice", what="% in two cells", places=unit_twice),
    Kind(name="cell-direction", what="反向 where more is better", places=other_direction),
    Kind(name="weight-changed", what="another weight", places=weight),
    Kind(name="weight-empty", what="no weight", places=no_weight),
)
