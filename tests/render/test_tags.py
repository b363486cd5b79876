"""The tags of the PDF: tables over pages, scopes, heads of cells, furniture."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from tests.needs import needs
from tests.render.papers import all_elements, paper, table
from tests.render.printing import printed

pytestmark = needs("pango")


@pytest.fixture(scope="module")
def long_table() -> Iterator[pikepdf.Pdf]:
    """Return a paper with one table of four pages."""
    with pikepdf.open(io.BytesIO(printed(paper(table([("甲", 60), ("乙", 40)]))))) as pdf:
        assert len(pdf.pages) > 3
        yield pdf


@pytest.fixture(scope="module")
def all_kinds() -> Iterator[pikepdf.Pdf]:
    """Return the all-elements document."""
    with pikepdf.open(io.BytesIO(printed(all_elements()))) as pdf:
        yield pdf


def _tags(element: pikepdf.Object, name: str) -> Iterator[Any]:
    if not isinstance(element, pikepdf.Dictionary):
        return
    if element.get("/S") == f"/{name}":
        yield element
    for kid in element.get("/K", pikepdf.Array()):
        yield from _tags(kid, name)


def _text(element: pikepdf.Object) -> str:
    """Return the text under a tag, by the marked content of its pages."""
    text = ""
    for kid in element.get("/K", pikepdf.Array()):
        if isinstance(kid, pikepdf.Dictionary):
            text += _text(kid)
        else:
            text += _marked(element.Pg)[int(kid)]
    return text


def _marked(page: pikepdf.Object) -> dict[int, str]:
    """Return the text of a page by the number of its marked content."""
    maps = {name: _unicode(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    open_numbers: list[int | None] = []
    glyphs: dict[str, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC":
                open_numbers.append(int(operands[1]["/MCID"]))
                found[int(operands[1]["/MCID"])] = ""
            case "BMC":
                open_numbers.append(None)
            case "EMC":
                open_numbers.pop()
            case "Tf":
                glyphs = maps[str(operands[0])]
            case "TJ" if open_numbers and open_numbers[-1] is not None:
                strings = [bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)]
                codes = b"".join(strings).hex()
                found[open_numbers[-1]] += "".join(
                    glyphs[codes[i : i + 4]] for i in range(0, len(codes), 4)
                )
    return found


def _unicode(font: pikepdf.Object) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"^<([0-9a-f]{4})> <([0-9a-f]*)>$", table, re.MULTILINE)
    return {glyph: bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs[1:]}


def test_a_table_over_several_pages_is_one_table_with_one_head(long_table: pikepdf.Pdf) -> None:
    (root,) = long_table.Root.StructTreeRoot.K
    (only,) = _tags(root, "Table")
    assert len(list(_tags(only, "THead"))) == 1
    assert len(list(_tags(only, "TBody"))) == 1
    assert len(list(_tags(only, "TR"))) == 101


def test_every_tag_knows_its_parent(long_table: pikepdf.Pdf, all_kinds: pikepdf.Pdf) -> None:
    checked = 0
    for pdf in (long_table, all_kinds):
        open_tags = [pdf.Root.StructTreeRoot.K[0]]
        while open_tags:
            tag = open_tags.pop()
            for kid in tag.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                    assert kid.P.objgen == tag.objgen
                    open_tags.append(kid)
                    checked += 1
    assert checked > 1000


def test_the_scope_of_a_head_is_that_of_the_html(long_table: pikepdf.Pdf) -> None:
    (root,) = long_table.Root.StructTreeRoot.K
    scopes = Counter(str(head.A.Scope) for head in _tags(root, "TH"))
    assert scopes["/Column"] == 6
    assert scopes["/Row"] > 2


def test_each_value_is_under_its_column_and_beside_its_class(long_table: pikepdf.Pdf) -> None:
    (root,) = long_table.Root.StructTreeRoot.K
    names = {str(head.ID): _text(head) for head in _tags(root, "TH")}
    rows = list(_tags(root, "TR"))[1:]
    assert len(rows) == 100
    for number, row in enumerate(rows):
        group = "甲" if number < 60 else "乙"
        value = list(_tags(row, "TD"))[-2]
        assert _text(value) == f"≥{number if number < 60 else number - 60}场"
        beside, above = sorted((names[str(name)] for name in value.A.Headers), key=len)[:2]
        heads = {beside.removesuffix("（续）"), above.removesuffix("（续）")}
        assert heads == {group, "指标值"}


def test_the_names_of_heads_are_listed(long_table: pikepdf.Pdf) -> None:
    (root,) = long_table.Root.StructTreeRoot.K
    listed = pikepdf.NameTree(long_table.Root.StructTreeRoot.IDTree)
    heads = list(_tags(root, "TH"))
    assert len(heads) > 8
    assert all(listed[str(head.ID)].objgen == head.objgen for head in heads)


def test_furniture_is_no_text_of_the_document(all_kinds: pikepdf.Pdf) -> None:
    (root,) = all_kinds.Root.StructTreeRoot.K
    text = _text(root)
    assert "重大活动的次数" in text
    assert "续表" not in text
    assert "—1—" not in text.replace(" ", "")


def test_marked_content_is_in_the_tags_or_an_artifact(all_kinds: pikepdf.Pdf) -> None:
    (root,) = all_kinds.Root.StructTreeRoot.K
    tagged = "".join(_text(root).split())
    for page in all_kinds.pages:
        for text in _marked(page.obj).values():
            assert "".join(text.split()) in tagged
