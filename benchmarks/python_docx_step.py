"""Make a Word file with the calls of python-docx and say how long that took.

Usage: python python_docx_step.py BLOCKS FILE: the JSON of `word_contents`, and the file to write.
Prints JSON: the processor's seconds from the first call to the written file.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def make(whole: dict[str, Any]) -> Any:  # noqa: ANN401 - python-docx has no types
    """Return the document."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    document.core_properties.title = whole["title"]
    document.core_properties.author = whole["author"]
    for name, said in whole["styles"].items():
        _style(document, name, said)
    for block in whole["blocks"]:
        if "rows" in block:
            _table(document, block)
        else:
            paragraph = document.add_paragraph(block["text"], style=block["style"])
            paragraph.paragraph_format.page_break_before = block["page"] or None
    return document


def _style(document: Any, name: str, said: dict[str, Any]) -> None:  # noqa: ANN401 - as above
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = said["font"]
    style.font.size = Pt(said["size"])
    style.element.rPr.rFonts.set(qn("w:eastAsia"), said["font"])
    shape = style.paragraph_format
    shape.alignment = _ALIGN[said["align"]]
    shape.first_line_indent = Pt(said["first"])
    shape.left_indent, shape.right_indent = Pt(said["left"]), Pt(said["right"])
    shape.space_before, shape.space_after = Pt(said["before"]), Pt(said["after"])
    shape.keep_with_next = said["keep"]
    if said["line"]:
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        shape.line_spacing = Pt(said["line"])


def _table(document: Any, block: dict[str, Any]) -> None:  # noqa: ANN401 - as above
    table = document.add_table(len(block["rows"]), len(block["widths"]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, block["widths"], strict=True):
        column.width = Pt(width)
    rows = [row.cells for row in table.rows]
    for number, row in enumerate(block["rows"]):
        for said in row:
            cell = rows[number][said["column"]]
            if said["columns"] > 1 or said["rows"] > 1:
                last = said["column"] + said["columns"] - 1
                cell = cell.merge(rows[number + said["rows"] - 1][last])
            first, *others = said["texts"] or [""]
            cell.text = first
            cell.paragraphs[0].style = said["style"]
            for text in others:
                cell.add_paragraph(text, style=said["style"])
    for row in table.rows[: block["heads"]]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no call for it


def main() -> None:
    """Make, write and print."""
    whole = json.loads(Path(sys.argv[1]).read_bytes())
    start = time.process_time()
    make(whole).save(sys.argv[2])
    print(json.dumps({"seconds": time.process_time() - start}))


if __name__ == "__main__":
    main()
