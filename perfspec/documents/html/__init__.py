"""A web page: of a site, or as Word, Excel and form systems save one.

In: bytes. Out: a `Document` of what a browser shows without style sheets and scripts. Nothing is
fetched. A table that holds tables only lays them out, and so does one of a single cell: both are
dissolved into what they hold.
"""

import re

from perfspec.documents import Document, Where
from perfspec.documents.building import Building
from perfspec.documents.encoding import decode
from perfspec.documents.html.parsing import parse
from perfspec.documents.html.walking import Walk
from perfspec.messages import message

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})")
_HEAD = 4096  # bytes in which a page declares its encoding


def read(data: bytes, name: str) -> Document:
    """Return the document; raises PerfspecError where the bytes are no text, or too much."""
    declared = _CHARSET.search(data, 0, _HEAD)
    text, encoding = decode(data, name, declared.group(1).decode() if declared else "")
    building = Building(name, "html")
    if encoding != "UTF-8":
        building.note(message("read as {encoding}", encoding=encoding), Where(document=name))
    Walk(building).page(parse(text, name))
    return building.document()
