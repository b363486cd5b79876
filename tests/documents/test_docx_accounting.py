"""No character of a Word document gets lost, and no broken one does harm."""

import io
import random
import zipfile
from collections.abc import Sequence

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from perfspec.documents import Document
from perfspec.documents.reading import read
from perfspec.errors import PerfspecError
from tests.documents.words import field, p, r, table, tc, tr, word

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = {f"{_W}t", f"{_W}delText", f"{_W}instrText", f"{_W}delInstrText"}
_CASES = 500


def written(data: bytes) -> list[str]:
    """Return the characters of texts and codes in all parts, sorted."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            if part.endswith(".xml"):
                root = etree.fromstring(archive.read(part))
                texts += [element.text or "" for element in root.iter(*_TEXTS)]
                codes = (element.get(f"{_W}instr", "") for element in root.iter(f"{_W}fldSimple"))
                texts += codes
    return sorted("".join(texts))


def accounted(document: Document) -> list[str]:
    """Return the characters in paragraphs, without markers, and dropped ones, sorted."""
    runs = [run.text for paragraph in document.paragraphs() for run in paragraph.runs]
    texts = "".join(runs + [piece.text for piece in document.dropped])
    return sorted(texts.replace("\n", "").replace("\t", ""))


@pytest.fixture(scope="module")
def made() -> bytes:
    """Return a document that python-docx made, with what it can make and some XML."""
    document = docx.Document()
    document.add_heading("部门整体绩效目标", 1)
    document.add_paragraph("深入贯彻落实。").add_run("强调").bold = True
    document.add_paragraph("第一项", style="List Number")
    document.add_paragraph("圆点", style="List Bullet")
    document.sections[0].header.paragraphs[0].text = "页眉文字"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    grid = document.add_table(6, 4)
    for number in range(24):
        grid.cell(number // 4, number % 4).text = f"格{number}"
    grid.cell(0, 0).merge(grid.cell(1, 1))
    grid.cell(2, 0).merge(grid.cell(5, 0))
    grid.cell(3, 2).add_table(2, 2).cell(1, 1).text = "内表"
    document.add_comment(document.paragraphs[1].runs, "批注内容", "审核人")
    last = document.add_paragraph("末段")
    for inside in (
        "<w:del {}><w:r><w:delText>删去</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>补上</w:t></w:r></w:ins>",
        '<w:fldSimple {} w:instr=" PAGE "><w:r><w:t>9</w:t></w:r></w:fldSimple>',
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>隐去</w:t></w:r>",
        "<w:sdt {}><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        last._element.append(parse_xml(inside.format(nsdecls("w"))))  # noqa: SLF001 — as its docs do
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_each_character_is_content_or_dropped(made: bytes) -> None:
    characters = accounted(read(made, "a.docx"))
    assert characters == written(made)
    assert len(characters) > 100


def test_a_document_of_another_program_reads_as_it_says(made: bytes) -> None:
    document = read(made, "a.docx")
    outside = [block.text for block in document.blocks if not hasattr(block, "cells")]
    assert outside == [
        "部门整体绩效目标",
        "深入贯彻落实。强调",
        "1.第一项",
        "•圆点",
        "末段补上9控件",
    ]
    outer, inner = (block for block in document.blocks if hasattr(block, "cells"))
    assert [cell.text for cell in inner.cells] == ["", "", "", "内表"]
    merged = [(c.row, c.column, c.height, c.width) for c in outer.cells if c.height + c.width > 2]
    assert merged == [(0, 0, 2, 2), (2, 0, 4, 1)]


class Writer:
    """Writes words in all kinds of nested elements, no character twice."""

    def __init__(self, seed: int) -> None:
        """Take what decides."""
        self.chance = random.Random(seed)  # noqa: S311 — no secret
        self._letters = (chr(code) for code in range(0x4E00, 0x9FFF))

    def words(self) -> str:
        """Return some characters."""
        return "".join(next(self._letters) for _ in range(self.chance.randint(1, 3)))

    def inside(self, depth: int) -> str:
        """Return what stands in a paragraph."""
        kind = self.chance.randrange(9 if depth else 3)
        if kind < 3:
            return r(self.words(), "<w:vanish/>" if kind == 2 else "")
        if kind == 3:
            return field(self.words(), self.inside(depth - 1))
        if kind == 4:
            code = self.words()
            return f'<w:fldSimple w:instr="{code}">{self.inside(depth - 1)}</w:fldSimple>'
        if kind == 5:
            return r(f"<w:pict><w:txbxContent>{self.blocks(depth - 1)}</w:txbxContent></w:pict>")
        tag = ("w:del", "w:ins", "w:hyperlink")[kind - 6]
        return f"<{tag}>{self.inside(depth - 1)}{self.inside(depth - 1)}</{tag}>"

    def cell(self, depth: int) -> str:
        """Return a cell."""
        look = self.chance.choice(("", "<w:vMerge/>", "<w:hMerge/>", "<w:cellDel/>"))
        return tc(self.blocks(depth - 1) + p(), look)

    def row(self, depth: int) -> str:
        """Return a row."""
        cells = (self.cell(depth) for _ in range(self.chance.randint(1, 3)))
        return tr(*cells, look=self.chance.choice(("", "", "<w:del/>", "<w:hidden/>")))

    def block(self, depth: int) -> str:
        """Return a paragraph or a table."""
        if depth and self.chance.random() < 0.4:
            return table(*(self.row(depth) for _ in range(self.chance.randint(1, 3))))
        mark = self.chance.choice(("", "", "<w:rPr><w:del/></w:rPr>"))
        return p(self.inside(depth), self.inside(depth), look=mark)

    def blocks(self, depth: int) -> str:
        """Return paragraphs and tables."""
        return "".join(self.block(depth) for _ in range(self.chance.randint(1, 3)))


def random_document(seed: int) -> str:
    """Return a body."""
    return Writer(seed).blocks(3)


@pytest.mark.parametrize("seed", range(60))
def test_each_character_of_a_random_document_is_content_or_dropped(seed: int) -> None:
    data = word(random_document(seed))
    document = read(data, "a.docx")
    assert accounted(document) == written(data)
    numbers = [paragraph.number for paragraph in document.paragraphs()]
    assert numbers == list(range(len(numbers)))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few changes: flipped, cut out, or doubled."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(changed))
        length = chance.choice((1, 1, 2, 40))
        kind = chance.randrange(3)
        if kind == 0:
            changed[start] = chance.randrange(256)
        elif kind == 1:
            del changed[start : start + length]
        else:
            changed[start:start] = changed[start : start + length]
    return bytes(changed)


def outcome(data: bytes) -> str:
    """Return what reading comes to: only a refusal is one."""
    try:
        read(data, "a.docx")
    except PerfspecError:
        return "refused"
    return "read"


def outcomes(all_of_it: Sequence[bytes]) -> set[str]:
    """Return what comes of reading them."""
    return {outcome(data) for data in all_of_it}


def test_a_damaged_archive_is_read_or_refused(made: bytes) -> None:
    chance = random.Random(5)  # noqa: S311 — no secret
    small = word(p("甲", field("TOC", r("乙"))) + table(tr("丙", tc("丁", "<w:vMerge/>"))))
    sources = [small] * 9 + [made]
    cases = [mutated(chance.choice(sources), chance) for _ in range(_CASES)]
    assert outcomes(cases) == {"read", "refused"}


def test_damaged_xml_is_read_or_refused() -> None:
    chance = random.Random(6)  # noqa: S311 — no secret
    cases = []
    for seed in range(_CASES // 2):
        body = random_document(seed % 20)
        start = chance.randrange(len(body))
        tags = (
            "</w:p>",
            "<w:tc>",
            "<w:tbl>",
            "</w:r>",
            '<w:fldChar w:fldCharType="begin"/>',
            "&x;",
        )
        damaged = body[:start] + chance.choice(tags) + body[start + chance.choice((0, 0, 9)) :]
        cases.append(word(damaged))
        old, new = chance.sample(("w:tr", "w:tc", "w:p", "w:r", "w:tbl"), 2)
        cases.append(word(body.replace(old, new)))
    assert outcomes(cases) == {"read", "refused"}


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:p><w:sdt>", "</w:sdt></w:p>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>", "</w:tc></w:tr><w:tr/></w:tbl>"),
    ],
)
def test_what_is_nested_as_deep_as_it_may_be_is_read(opening: str, closing: str) -> None:
    # Beside document, body, paragraph, run and text; the empty cell before is no deeper.
    deep = (128 - 5) // opening.replace("<w:p/></w:tc><w:tc>", "").count("<")
    data = word(opening * deep + p("底") + closing * deep)
    assert accounted(read(data, "a.docx")) == ["底"]
