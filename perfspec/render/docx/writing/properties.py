"""What the file says of itself: title, author, language, and when it was made."""

from datetime import UTC, datetime

from perfspec.render.docx.body import Body
from perfspec.render.docx.writing.xmltext import HEAD, escaped

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'


def parts(body: Body, date: datetime) -> dict[str, str]:
    """Return the parts of the file that hold its properties."""
    made = stamp(date)
    author = escaped(body.author)
    core = (
        f"{HEAD}<cp:coreProperties {_CORE}><dc:title>{escaped(body.title)}</dc:title>"
        f"<dc:creator>{author}</dc:creator><dc:language>{escaped(body.language)}</dc:language>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified>'
        "</cp:coreProperties>"
    )
    extended = f"{HEAD}<Properties {_EXTENDED}><Application>perfspec</Application></Properties>"
    return {"docProps/core.xml": core, "docProps/app.xml": extended}


def stamp(date: datetime) -> str:
    """Return a moment as the parts of the file write it, in universal time."""
    universal = date.astimezone(UTC) if date.tzinfo else date
    return universal.strftime("%Y-%m-%dT%H:%M:%SZ")
