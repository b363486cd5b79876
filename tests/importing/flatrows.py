"""Rows and tables of the invented filing: parted, joined, repeated."""

from dataclasses import replace

from tests.importing.flatpaper import (
    HEAD,
    PROJECTS,
    SECOND,
    Project,
    lower,
    part_one,
    table,
    title,
    upper,
)
from tests.importing.flatvariants import add, both, each

add(
    "row breaks missing",
    each(lambda n, p: title(n, p) + table(upper(p), "") + table(lower(p), "")),
)
add(
    "one row break missing",
    each(
        lambda n, p: (
            title(n, p)
            + table(upper(p))
            + table(lower(p)).replace("\n\n\t\n\t质量指标", "\n\t\n\t质量指标", 1)
        )
    ),
)
add(
    "row breaks doubled",
    each(lambda n, p: title(n, p) + table(upper(p), "\n\n") + table(lower(p), "\n\n")),
)
add("one table a project", each(lambda n, p: title(n, p) + table(upper(p) + lower(p))))
add(
    "classes on each row",
    each(lambda n, p: title(n, p) + table(upper(p) + lower(p, repeats=True))),
)
add(
    "a label beside the rows",
    each(
        lambda n, p: (
            title(n, p)
            + table(upper(p) + [["绩效指标" if row is HEAD else "", *row] for row in lower(p)])
        )
    ),
)


def _head_again(n: int, one: Project) -> str:
    rows = lower(one)
    half = len(rows) // 2
    first = next(row[0] for row in reversed(rows[:half]) if row[0])
    rows[half] = [rows[half][0] or f"{first}（续）", *rows[half][1:]]
    return both(n, one, upper(one), [*rows[:half], HEAD, *rows[half:]])


add("head and class again on the next page", each(_head_again))
add(
    "table and title again on the next page",
    each(
        lambda n, p: (
            title(n, p)
            + table(upper(p) + lower(p, repeats=True)[:4])
            + f"{n}.{p.name}绩效目标表（续）\n"
            + table([HEAD, *lower(p, repeats=True)[4:]])
        )
    ),
)
_LINES = "".join(
    f"{n}.{p.name}绩效目标表\n"
    + "".join(
        "\t".join(row) + "\n"
        for row in [*upper(replace(p, goals=("；".join(p.goals),))), *lower(p)]
    )
    + "\n"
    for n, p in enumerate(PROJECTS, 1)
)
add(
    "rows on lines",
    part_one() + SECOND + _LINES,
    [replace(p, goals=("；".join(p.goals),)) for p in PROJECTS],
)
