"""Titles, captions and what stands between the tables of the invented filing."""

from tests.importing.flatpaper import (
    PROJECTS,
    SECOND,
    UNIT,
    body,
    lower,
    part_one,
    projects,
    table,
    title,
    upper,
)
from tests.importing.flatvariants import NONE, add, each

for _form in (
    "{n}、{name}绩效目标表",
    "（{n}）{name}绩效目标表",
    "{name}绩效目标表",
    "{name}",
    "{n}.{name}",
    "项目{n}：{name}绩效目标表",
):
    add(
        f"titles such as {_form.format(n=1, name='某项目')}",
        part_one() + SECOND + projects(has_code=False, form=_form),
    )
add(
    "titles in the tables",
    each(lambda n, p: table([[f"{n}.{p.name}绩效目标表"], *upper(p)]) + table(lower(p))),
)
add("no titles", part_one() + SECOND + "".join(body(p) + "\n" for p in PROJECTS))
add(
    "captions above the tables, notes below",
    each(
        lambda n, p: (
            title(n, p)
            + f"{UNIT}                   单位：元\n"
            + table(upper(p, has_caption=False))
            + table(lower(p))
            + "注：本表由预算单位填报。\n"
        )
    ),
)
add(
    "signatures below the tables",
    each(
        lambda n, p: (
            title(n, p) + body(p) + "填报人：某某    联系电话：    填报日期：2021年1月5日\n\f"
        )
    ),
)
add(
    "units as headings",
    each(
        lambda n, p: (
            f"36100{n}示例县民政局{n}科\n"
            + title(n, p)
            + table(upper(p, unit=f"36100{n}示例县民政局{n}科") + lower(p))
        )
    ),
)
add("tables only", projects(has_code=False), parts=NONE)
