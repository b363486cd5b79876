"""The file of a new project: every key that the form wants, empty where it is to be filled in.

In: the form and what a person says. Out: the text. The words in it are Chinese, as the specs are.
"""

from collections.abc import Iterator

from perfspec.form import Form
from perfspec.nextyear import rows
from perfspec.quoting import scalar

_COLUMN = 30  # of the words behind a value


def project(form: Form, *, unit: str, name: str, year: int) -> str:
    """Return the text of a new project of `unit`, with the empty cells of its table."""
    return "".join(f"{line}\n" for line in _lines(form, unit, name, year))


def _lines(form: Form, unit: str, name: str, year: int) -> Iterator[str]:
    wants = form.required_on_project
    yield f"# 新增项目：把空着的 '' 填好，写完删去说明，再用 perfspec check {year} 检查。"
    yield "spec: 1"
    yield f"unit: {scalar(unit)}"
    if "code" in wants:
        yield f"code: ''  # perfspec: todo — 待财政系统下达{year}年的编码"
    yield f"name: {scalar(name)}"
    if "term" in wants:
        yield ""
        yield "term:"
        yield _said("  start: ''", "开始时间")
        yield _said("  end: ''", "结束时间")
    yield from _money(form)
    if "purpose" in wants:
        yield ""
        yield _said("purpose: ''", "资金用途：各项支出和金额，加起来等于预算数")
    if "payment_plan" in wants and form.payment_plan:
        yield ""
        yield "# perfspec: todo — 填写资金支出计划：到各时点累计支出的百分比，最后一项 100.00%"
        yield "payment_plan:"
        yield from (_said(f"  {column.id}: ''", column.label) for column in form.payment_plan)
    yield ""
    yield "goals:"
    yield _said("  - ''", "绩效目标，一条一行，序号也写上")
    yield from _fields(form)
    yield ""
    yield "# 指标：每类至少一行，多余的行删去；增加一行用 perfspec new indicator。"
    yield "indicators:"
    yield from _rows(form, "  ")
    if "medium_term" in wants:
        yield ""
        yield "medium_term:"
        yield "  goals:"
        yield _said("    - ''", "整个项目期的目标")
        yield "  indicators:"
        yield from _rows(form, "    ")


def _money(form: Form) -> Iterator[str]:
    yield ""
    yield "budget:"
    yield _said("  total: ''", f"预算数，只写数字，单位为{form.money_unit}")
    if not form.sources:
        yield "  sources: {}"
        return
    yield "  sources:"
    yield from (_said(f"    {source.id}: ''", source.label) for source in form.sources)


def _fields(form: Form) -> Iterator[str]:
    fields = [one for one in form.fields if one.on == "project" and one.required]
    if fields:
        yield ""
        yield "fields:"
    for one in fields:
        yield _said(f"  {one.id}: ''", "、".join((one.label, *one.values)))


def _rows(form: Form, indent: str) -> Iterator[str]:
    """Yield an empty row for each class of output, and for the first of each other level."""
    firsts: set[str] = set()
    for known in form.classes:
        is_output = known.standard.startswith("output.")
        if is_output or known.first not in firsts:
            lines = rows.item(rows.blank(known.second or known.first, form)).block
            yield from (f"{indent}{'  ' if at else '- '}{line}" for at, line in enumerate(lines))
        firsts.add(known.first)


def _said(line: str, words: str) -> str:
    """Return a line with words behind it."""
    return f"{line.ljust(_COLUMN)}# {' '.join(words.split())}"
