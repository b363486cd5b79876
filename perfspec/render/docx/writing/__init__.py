"""A Body as a file for Word: what `write` returns opens in Word, WPS and LibreOffice.

`document` makes the text, section by section, of `paragraphs` (with `fields` in them) and
`tables`; `styles`, `fonts`, `settings` and `properties` the parts beside it; `package` the file.
"""

from collections.abc import Mapping
from datetime import datetime

from perfspec.render.docx.body import Body
from perfspec.render.docx.writing import (
    document,
    fonts,
    package,
    properties,
    settings,
    styles,
)

__all__ = ("write",)


def write(body: Body, numbers: Mapping[str, str] | None = None, *, date: datetime) -> bytes:
    """Return the file; `numbers` are the printed page numbers of bookmarks, as far as known.

    `date` is when the document was made and its changes were tracked: equal input gives equal
    bytes. Raises `PerfspecError` for characters that no Word file can hold.
    """
    sheet = styles.collect(body)
    made = document.make(body, sheet, numbers or {}, date)
    parts = {
        "word/document.xml": made.document,
        "word/styles.xml": styles.part(sheet, body.language),
        "word/settings.xml": settings.part(sheet, body, updates=made.updates),
        "word/fontTable.xml": fonts.part(sheet.looks),
        **made.furniture,
        **properties.parts(body, date),
    }
    return package.pack(parts)
