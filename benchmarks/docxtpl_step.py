"""Fill a template with docxtpl and say how long that took.

Usage: python docxtpl_step.py TEMPLATE DATA FILE. Prints JSON: the processor's seconds from opening
the template to the written file. `template` makes the template, which takes no part in it.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import python_docx_step
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate


def template(whole: dict[str, Any], looped: dict[str, Any], path: Path) -> None:
    """Write the template: what stands before the projects as it is, and one project in a loop."""
    first = len(looped["before"])
    title, line, budget, indicators = whole["blocks"][first : first + 4]
    heads = indicators["heads"]
    blocks = [
        *looped["before"],
        _said("{%p for project in projects %}", line),
        {**title, "text": "{{ project.title }}"},
        _said("{{ project.line }}", line),
        {**budget, "rows": [_budget_row(row, i) for i, row in enumerate(budget["rows"])]},
        {
            **indicators,
            "rows": [
                *indicators["rows"][:heads],
                _loop_row("{%tr for row in project.rows %}", indicators),
                _indicator_row(indicators),
                _loop_row("{%tr endfor %}", indicators),
            ],
        },
        _said("{%p endfor %}", line),
    ]
    document = python_docx_step.make({**whole, "blocks": blocks})
    for number, cell in enumerate(document.tables[-1].rows[heads + 1].cells):
        merge = OxmlElement("w:vMerge")
        merge.set(qn("w:val"), f"{{{{ row[{number}].merge }}}}")
        cell._tc.get_or_add_tcPr().append(merge)  # noqa: SLF001 - python-docx has no call for it
    document.save(path)


def _said(text: str, like: dict[str, Any]) -> dict[str, Any]:
    return {**like, "text": text, "page": False}


def _budget_row(row: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    return [
        {**cell, "texts": [f"{{{{ project.budget[{number}][{i}]|join('\\n') }}}}"]}
        for i, cell in enumerate(row)
    ]


def _loop_row(text: str, table: dict[str, Any]) -> list[dict[str, Any]]:
    style = table["rows"][0][0]["style"]
    return [{"column": 0, "columns": 1, "rows": 1, "texts": [text], "style": style}] + [
        {"column": column, "columns": 1, "rows": 1, "texts": [""], "style": style}
        for column in range(1, len(table["widths"]))
    ]


def _indicator_row(table: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {**cell, "columns": 1, "rows": 1, "texts": [f"{{{{ row[{number}].text }}}}"]}
        for number, cell in enumerate(table["rows"][table["heads"]])
    ]


def main() -> None:
    """Fill, write and print."""
    data = json.loads(Path(sys.argv[2]).read_bytes())
    start = time.process_time()
    document = DocxTemplate(sys.argv[1])
    document.render(data, autoescape=True)
    document.save(sys.argv[3])
    print(json.dumps({"seconds": time.process_time() - start}))


if __name__ == "__main__":
    main()
