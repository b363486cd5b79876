"""Files for Word are what Word takes for one: of whole filings, tracked changes, odd documents."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest

from perfspec import pipeline, workspace
from perfspec.render import docx, xlsx
from perfspec.render.docx import writing
from tests.render import papers, wordfiles
from tests.render.openxml import faults

ROOT = Path(__file__).parents[2]
OLD, NEW = "specs/2020/224001", "specs/2021/224001"


@cache
def paper(path: str) -> str:
    """Return the HTML of a filing of this repository."""
    (folder,), _ = workspace.below(ROOT, path)
    return pipeline.compose(pipeline.load(folder)).html


@cache
def filing() -> Mapping[str, bytes]:
    """Return the parts of the file of a filing."""
    return wordfiles.parts(docx.render(paper(OLD)))


FILES: dict[str, Callable[[], bytes]] = {
    "a filing": lambda: docx.render(paper(OLD)),
    "a sample": lambda: docx.render(paper(NEW), (), {"measures": "2"}),
    "every element": lambda: docx.render(papers.all_elements()),
    "what the writer can": lambda: writing.write(wordfiles.paper(), date=wordfiles.DATE),
    "next year": lambda: docx.compared(paper(OLD), paper(NEW)),
    "last year": lambda: docx.compared(paper(NEW), paper(OLD)),
}


@pytest.mark.parametrize("name", FILES)
def test_word_finds_nothing_to_mend(name: str) -> None:
    data = FILES[name]()
    assert faults(data) == []
    assert python_docx.Document(io.BytesIO(data)).tables


def test_other_programs_open_the_workbook() -> None:
    data = xlsx.render(paper(NEW))
    assert len(openpyxl.load_workbook(io.BytesIO(data)).sheetnames) > 3


@pytest.mark.parametrize(
    ("pattern", "by", "fault"),
    [
        (r'<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="2"/>', "columns"),
        (r"<w:vMerge w:val=\"restart\"/>", "", "goes on with none"),
        (r'w:type="dxa"/><w:gridSpan', 'w:type="pct"/><w:gridSpan', "no width"),
        (r"(<w:tc>.*?</w:tcPr>).*?</w:tc>", r"\1</w:tc>", "tc ends with tcPr"),
        (r"<w:p><w:pPr><w:keepNext/><w:snapToGrid.{0,300}?</w:p>", "", "touches"),
        (r'w:name="part_one"', 'w:name="part-one"', "is called part-one"),
        (r"<w:bookmarkEnd [^>]*/>", "", "do not end"),
        (r'<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "number 1 twice"),
        (r'w:anchor="part_one"', 'w:anchor="part_ten"', "leads to"),
        (r'<w:fldChar w:fldCharType="end"/>', "", "no end"),
        (r'<w:fldChar w:fldCharType="begin"/>', "", "too many"),
        (r'w:val="BodyText"', 'w:val="Body"', "no style Body"),
        (r' xml:space="preserve"', "", "blanks are lost"),
        (r"<w:cantSplit/>(<w:trHeight [^>]*/>)", r"\1<w:cantSplit/>", "another order"),
        (r'w:line="15"', 'w:line="1.5"', "the length 1.5"),
        (r"<w:tr>(?!.*<w:tr>)", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", "head is no first"),
        ("<w:evenAndOddHeaders/>", "", "never shown"),
        ('Target="footer1.xml"', 'Target="footer9.xml"', "leads to word/footer9.xml"),
        ('PartName="/word/styles.xml"', 'PartName="/word/style.xml"', "no part /word/style.xml"),
    ],
)
def test_what_word_would_not_take_is_found(pattern: str, by: str, fault: str) -> None:
    made, found = io.BytesIO(), 0
    with zipfile.ZipFile(made, "w") as archive:
        for name, xml in filing().items():
            text, count = re.subn(pattern, by, xml.decode(), count=1, flags=re.DOTALL)
            archive.writestr(name, text)
            found += count
    assert found
    assert fault in "\n".join(faults(made.getvalue()))
