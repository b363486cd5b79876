"""What stands in a Word file, as plain data for other programs to make the same file of.

In: a filing. Out: its HTML; all blocks of the Word file in order, with their styles, widths and
merged cells; and the same as data for a template of one project that is looped over.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import tinyhtml5

from perfspec import pipeline, workspace
from perfspec.render.docx import reading
from perfspec.render.docx.body import Cell, Merge, Paragraph, Run, Setting, Table


def contents(filing: Path) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Return the HTML of a filing, its blocks, and the data of a template for them."""
    _root, (folder,), _found = workspace.select([str(filing)], filing)
    loaded = pipeline.load(folder)
    html = pipeline.compose(loaded).html
    body = reading.body(tinyhtml5.parse(html, namespace_html_elements=False))
    shown = [block for section in body.sections for block in section.blocks]
    blocks = [_block(block) for block in shown]
    paragraphs = [block for block in shown if isinstance(block, Paragraph)]
    styles = {
        one.setting.style: _style(one.setting, one.look.fonts[0], float(one.look.size))
        for one in (*paragraphs, *_in_cells(shown))
    }
    whole = {"title": body.title, "author": body.author, "styles": styles, "blocks": blocks}
    return html, whole, _looped(whole)


def _in_cells(blocks: Sequence[Paragraph | Table]) -> Iterator[Paragraph]:
    tables = (block for block in blocks if isinstance(block, Table))
    return (
        p for table in tables for row in table.rows for cell in row.cells for p in cell.paragraphs
    )


def _style(setting: Setting, font: str, size: float) -> dict[str, Any]:
    lengths = ("first", "left", "right", "before", "after", "line")
    return {
        "font": font,
        "size": size,
        "align": setting.align,
        "keep": setting.keep_next,
        **{name: float(getattr(setting, name)) for name in lengths},
    }


def _block(block: Paragraph | Table) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {
            "text": _text(block),
            "style": block.setting.style,
            "page": block.setting.page_before,
        }
    return {
        "widths": [float(width) for width in block.columns],
        "heads": sum(row.is_head for row in block.rows),
        "rows": [_row(block, number) for number in range(len(block.rows))],
    }


def _row(table: Table, number: int) -> list[dict[str, Any]]:
    made, column = [], 0
    for cell in table.rows[number].cells:
        if cell.merge is not Merge.CONTINUES:
            made.append(_cell(table, number, column, cell))
        column += cell.columns
    return made


def _cell(table: Table, number: int, column: int, cell: Cell) -> dict[str, Any]:
    rows = 1
    if cell.merge is Merge.STARTS:
        for below in table.rows[number + 1 :]:
            if _at(below.cells, column).merge is not Merge.CONTINUES:
                break
            rows += 1
    texts = [_text(paragraph) for paragraph in cell.paragraphs]
    style = cell.paragraphs[0].setting.style if cell.paragraphs else "正文"
    return {"column": column, "columns": cell.columns, "rows": rows, "texts": texts, "style": style}


def _at(cells: Sequence[Cell], column: int) -> Cell:
    start = 0
    for cell in cells:
        if start == column:
            return cell
        start += cell.columns
    raise ValueError(column)


def _text(paragraph: Paragraph) -> str:
    return "".join(one.text for one in paragraph.content if isinstance(one, Run))


def _looped(whole: dict[str, Any]) -> dict[str, Any]:
    """Return the blocks as data: a project is a title, a line, a table, and a table of rows."""
    blocks = whole["blocks"]
    first = next(number for number, block in enumerate(blocks) if "rows" in block) - 2
    projects = []
    for start in range(first, len(blocks), 4):
        title, line, budget, indicators = blocks[start : start + 4]
        cells = [[cell["texts"] for cell in row] for row in budget["rows"]]
        rows = [list(_flat(row, indicators)) for row in indicators["rows"][indicators["heads"] :]]
        projects.append(
            {"title": title["text"], "line": line["text"], "budget": cells, "rows": rows}
        )
    return {"before": blocks[:first], "projects": projects}


def _flat(row: Sequence[dict[str, Any]], table: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Yield a cell for each column: its text, and whether it goes on with the one above."""
    known = {cell["column"]: cell for cell in row}
    for column in range(len(table["widths"])):
        cell = known.get(column)
        yield {
            "text": "\n".join(cell["texts"]) if cell else "",
            "merge": "continue" if cell is None else "restart",
        }
