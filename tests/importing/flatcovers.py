# ruff: noqa: E501 — a way of writing is a line where it can be
"""Covers, contents and encodings of the invented filing."""

from tests.importing.flatpaper import (
    CONTENTS,
    COVER,
    PROJECTS,
    SECOND,
    body,
    part_one,
    projects,
    table,
    title,
)
from tests.importing.flatvariants import add, each

WHOLE = COVER + CONTENTS + part_one() + SECOND + projects()

add(
    "contents with page numbers behind tabs",
    "示例县民政局2021年部门预算绩效文本\n" + WHOLE + "— 1 —\n\n- 2 -\n",
)
add("contents with dots", WHOLE.replace("\t1\n", "……1\n").replace("\t2\n", "……2\n"))
_ENTRY = 'HYPERLINK \\l "_Toc6435853{n}" {n}、{name}绩效目标表\tPAGEREF _Toc6435853{n} \\h {page}\n'
_CODES = (
    '目 录\nTOC \\f A \\h \\z \\u HYPERLINK \\l "_Toc64358521" 一、总体绩效目标\tPAGEREF _Toc64358521 \\h 1\n'
    'HYPERLINK \\l "_Toc64358522" 二、分项绩效目标\tPAGEREF _Toc64358522 \\h 1\n'
    ' HYPERLINK \\l "_Toc64358523" 三、工作保障措施 PAGEREF _Toc64358523 \\h 2\n'
)
_CODES += "".join(_ENTRY.format(n=n, name=p.name, page=n + 2) for n, p in enumerate(PROJECTS, 1))
add("contents with field codes", COVER + _CODES + part_one() + SECOND + projects())
add(
    "cover in a table",
    table([[x] for x in COVER.split()])
    + CONTENTS.replace("\t", " ")
    + part_one()
    + SECOND
    + projects(),
)
add("headers and footers around", "示例县民政局\n\n" + WHOLE + "\n1\n\n2\n")
add(
    "GB18030 with CRLF, no end of the last line",
    WHOLE.rstrip("\n").replace("\n", "\r\n"),
    code="gb18030",
)
add("UTF-16", WHOLE, code="utf-16")
add("lines that end with CR", WHOLE.replace("\n", "\r"))
add(
    "full-width blanks",
    WHOLE.replace("目    录", "目　　录")
    .replace("\n\t", "\n\t　")
    .replace("第一部分\n", "　第一部分　\n")
    .replace("一是", "　　一是")
    .rstrip(),
)
add(
    "page numbers and form feeds between",
    COVER + CONTENTS + each(lambda n, p: title(n, p) + body(p) + f"\f— {n + 3} —"),
)
add(
    "running titles between",
    COVER
    + CONTENTS
    + each(lambda n, p: title(n, p) + body(p) + f"\f{n + 3}\n示例县民政局2021年部门预算绩效文本"),
)
