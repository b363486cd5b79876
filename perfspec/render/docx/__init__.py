"""The Word file: the HTML document read as records of paragraphs and tables, and these written."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import tinyhtml5

from perfspec.render.document import Attachment
from perfspec.render.docx import reading, writing

# What a file says of its making where nothing is attached that could tell.
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)


def render(
    html: str, attachments: Sequence[Attachment] = (), numbers: Mapping[str, str] | None = None
) -> bytes:
    """Return the file; `numbers` are the printed page numbers of the `id`s in the document.

    They stand in the contents; without them Word is asked to work them out. Nothing is attached,
    but the date of what would be is the date of the file. Raises PerfspecError for characters that
    no Word file can hold, and for style sheets that are larger than any form needs.
    """
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    date = max((attachment.date for attachment in attachments), default=_NO_DATE)
    return writing.write(reading.body(root), numbers, date=date)


def compared(old: str, new: str, *, date: datetime = _NO_DATE) -> bytes:
    """Return the file of the HTML `new`, with what changed since `old` as tracked changes.

    `date` is that of the changes. Raises PerfspecError as `render` does.
    """
    # On use: comparing texts takes longer to load than a paper to read.
    from perfspec.render.docx.redline import redline  # noqa: PLC0415

    before, after = (
        reading.body(tinyhtml5.parse(html, namespace_html_elements=False)) for html in (old, new)
    )
    return writing.write(redline(before, after), date=date)
