"""What is put into the PDF besides its pages: marks of conformance, attachments, labels."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pydyf
import weasyprint
from weasyprint.formatting_structure import boxes

from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.render.document import Attachment
from perfspec.render.pdf import tags

# PDF/A-3 knows the properties of PDF/A itself; those of PDF/UA have to be described.
_PDFUA = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_RDF_END = b"</rdf:RDF>"
_NUMBER = re.compile(r"\b(?:(?P<roman>[ivxlc]+)|(?P<arabic>[1-9]\d*))\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def options(attachments: Sequence[Attachment], profile: str) -> dict[str, object]:
    """Return the options of `Document.write_pdf` for a profile."""
    files = [
        weasyprint.Attachment(
            string=attachment.data,
            name=attachment.name,
            description=attachment.description,
            created=attachment.date,
            modified=attachment.date,
            relationship="Source",
        )
        for attachment in attachments
    ]
    marks = {"pdf_variant": "pdf/a-3a"} if profile == "archival" else {"pdf_tags": True}
    return {"attachments": files, **marks}


def claim_pdfua(document: Any) -> None:
    """Have the metadata say PDF/UA-1 beside PDF/A-3a.

    WeasyPrint writes one of the two, and what it takes as further metadata becomes a second
    RDF tree, which readers of XMP do not look for.
    """
    metadata = document.metadata
    generate = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *args: generate(*args).replace(
        _RDF_END, _PDFUA + _RDF_END
    )


def finisher(attachments: Sequence[Attachment]) -> Any:
    """Return the function that WeasyPrint calls before it writes the file."""

    def finish(document: Any, pdf: Any) -> None:
        tags.finish(pdf)
        _attach(pdf, attachments)
        pdf.catalog["PageLabels"] = pydyf.Dictionary(
            {"Nums": pydyf.Array(_page_labels(map(_printed_number, document.pages)))}
        )
        for entry in pdf.objects:
            if isinstance(entry, dict) and entry.get("Type") == "/Annot":
                entry["F"] = 4  # printed: PDF/A asks for it, and links are furniture anyway

    return finish


def _attach(pdf: Any, attachments: Sequence[Attachment]) -> None:
    """List each attachment once, as the source of the document, with its type.

    Raises `PerfspecError` where the document itself attaches a file: papers carry data only.
    """
    types = {attachment.name: attachment.media_type for attachment in attachments}
    files: list[tuple[str, Any]] = sorted(
        (entry["UF"].string, entry)
        for entry in pdf.objects
        if isinstance(entry, pydyf.Dictionary) and entry.get("Type") == "/Filespec"
    )
    if [name for name, _ in files] != sorted(types):
        raise PerfspecError(
            message(
                "the form pack cannot be printed as PDF: {reason}",
                reason='HTML may not attach files (rel="attachment")',
            )
        )
    if not files:
        return
    names = pdf.objects[int(pdf.catalog["Names"]["EmbeddedFiles"].split()[0])]
    names["Names"] = pydyf.Array()
    pdf.catalog["AF"] = pydyf.Array()
    for name, entry in files:
        entry["F"] = entry["UF"]  # WeasyPrint writes bytes of UTF-8, which readers misread
        entry["AFRelationship"] = "/Source"
        stream = pdf.objects[int(entry["EF"]["F"].split()[0])]
        stream.extra["Subtype"] = "/" + types[name].replace("/", "#2f")
        names["Names"].extend((entry["UF"], entry.reference))
        pdf.catalog["AF"].append(entry.reference)


def numbers_of_ids(document: Any) -> dict[str, str]:
    """Return for each `id` the number that its page shows; none where the page shows none."""
    numbers: dict[str, str] = {}
    for page in document.pages:
        if shown := _shown_number(page):
            # An element that goes on behind a page break is where it begins.
            numbers |= {name: shown[0] for name in page.anchors if name not in numbers}
    return numbers


def _printed_number(page: Any) -> tuple[str, int] | None:
    """Return the style and value of the page number that the page itself shows."""
    found = _shown_number(page)
    if found is None:
        return None
    roman, arabic = found["roman"], found["arabic"]
    return ("/r", _from_roman(roman)) if roman else ("/D", int(arabic))


def _shown_number(page: Any) -> re.Match[str] | None:
    """Return what of the margins is the number of the page."""
    for margin in page._page_box.children:  # noqa: SLF001 - no public way to the margins
        if isinstance(margin, boxes.MarginBox):
            text = "".join(b.text for b in margin.descendants() if isinstance(b, boxes.TextBox))
            if found := _NUMBER.search(text):
                return found
    return None


def _from_roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _page_labels(numbers: Iterable[tuple[str, int] | None]) -> Iterator[Any]:
    """Yield page index and label for each page that does not just count on."""
    expected: tuple[str, int] | None = ("", 0)
    for index, number in enumerate(numbers):
        if number != expected:
            label = {} if number is None else {"S": number[0], "St": number[1]}
            yield index
            yield pydyf.Dictionary(label)
        expected = None if number is None else (number[0], number[1] + 1)
