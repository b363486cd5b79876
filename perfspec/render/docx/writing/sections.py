"""Sections in the XML of Word: paper, margins, line pitch, and what is printed around the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from perfspec.render.docx.body import PageFormat, Paragraph
from perfspec.render.docx.writing.ledger import Ledger
from perfspec.render.docx.writing.package import relation
from perfspec.render.docx.writing.paragraphs import paragraph
from perfspec.render.docx.writing.watermark import SPACES, shape
from perfspec.render.docx.writing.xmltext import HEAD, tight, twips

_NUMBERS = {
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
}
_ELEMENTS = {"header": "hdr", "footer": "ftr"}
_Printed = tuple[Paragraph, ...]


@dataclass(slots=True, kw_only=True)
class Furniture:
    """The parts of the file that hold headers and footers, and what stands there by now.

    `watermark` are the words behind the text of every page.
    """

    watermark: str
    standing: dict[tuple[str, str], _Printed]
    parts: dict[str, str] = field(default_factory=dict)


def section(page: PageFormat, furniture: Furniture, ledger: Ledger) -> str:
    """Return the properties of a section; its headers and footers are added to `furniture`."""
    kind = "oddPage" if page.starts_right else "nextPage"
    number = f' w:start="{page.first_number}"' if page.first_number else ""
    numbers = f'<w:pgNumType w:fmt="{_NUMBERS.get(page.numbers, "decimal")}"{number}/>'
    line = ledger.sheet.setting.line
    grid = f'<w:docGrid w:type="lines" w:linePitch="{tight(line)}"/>' if line else ""
    return (
        f"<w:sectPr>{''.join(_references(page, furniture, ledger))}"
        f'<w:type w:val="{kind}"/><w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"'
        f"{_orientation(page)}/>{_margins(page)}{numbers if page.numbers or number else ''}"
        f'<w:cols w:space="0"/>{"<w:titlePg/>" if _opens(page) else ""}{grid}</w:sectPr>'
    )


def _opens(page: PageFormat) -> bool:
    """Tell whether the first page is printed otherwise than those that follow."""
    return page.first is not None or page.first_head is not None


def _orientation(page: PageFormat) -> str:
    return ' w:orient="landscape"' if page.width > page.height else ""


def _margins(page: PageFormat) -> str:
    return (
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" '
        f'w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}" '
        f'w:header="{twips(page.head or page.top / 2)}" '
        f'w:footer="{twips(page.foot or page.bottom / 2)}" w:gutter="0"/>'
    )


def _references(page: PageFormat, furniture: Furniture, ledger: Ledger) -> Iterator[str]:
    """Yield references to headers and footers where they are not those of the section before."""
    heads = (page.odd_head, page.even_head, page.first_head)
    feet = (page.odd, page.even, page.first)
    for kind, (odd, even, first) in (("header", heads), ("footer", feet)):
        sides = {"even": even, "default": odd}
        if _opens(page):
            sides["first"] = odd if first is None else first
        for side, shown in sides.items():
            if furniture.standing.get((kind, side)) != shown:
                furniture.standing[kind, side] = shown
                name = _part(kind, shown, furniture, ledger)
                yield f'<w:{kind}Reference w:type="{side}" r:id="{relation(name)}"/>'


def _part(kind: str, shown: _Printed, furniture: Furniture, ledger: Ledger) -> str:
    """Return the name of a new part that holds a header or a footer."""
    number = len(furniture.parts) + 1
    name = f"word/{kind}{number}.xml"
    content = "".join(paragraph(one, ledger) for one in shown)
    if kind == "header" and furniture.watermark:
        content += f"<w:p>{shape(furniture.watermark, number)}</w:p>"
    element = _ELEMENTS[kind]
    furniture.parts[name] = f"{HEAD}<w:{element} {SPACES}>{content or '<w:p/>'}</w:{element}>"
    return name


def begun(watermark: str) -> Furniture:
    """Return the headers and footers of no section: nothing stands there, and nothing need."""
    kinds = ("footer",) if watermark else ("header", "footer")
    sides = ("even", "default", "first")
    standing: dict[tuple[str, str], _Printed] = {
        (kind, side): () for kind in kinds for side in sides
    }
    return Furniture(watermark=watermark, standing=standing)
