"""A web page in one file, as Word and form systems save it: `.mht`, often under the name `.doc`.

In: the bytes, a MIME message. Out: its first web page in UTF-8; pictures and other parts are left.
"""

import base64
import binascii
import quopri

from perfspec.errors import PerfspecError
from perfspec.messages import message

_MOST_HEADERS = 100
_LONGEST_HEADERS = 16 * 1024
_MARK = b"\xef\xbb\xbf"
# Python knows more: some take the square of the time, and some are no encodings of texts.
_CHARSETS = frozenset(
    {"utf-8", "utf8", "gb2312", "gbk", "gb18030", "big5", "utf-16", "us-ascii", "iso-8859-1"}
)


def page(data: bytes, name: str) -> bytes:
    """Return the page; raises PerfspecError where there is none."""
    data = data.replace(b"\r\n", b"\n").lstrip()
    headers, body = _parted(data)
    boundary = _parameter(headers.get("content-type", ""), "boundary")
    parts = body.split(f"--{boundary}".encode()) if boundary else [data]
    for part in parts:
        headers, content = _parted(part.lstrip(b"\n"))
        kind = headers.get("content-type", "")
        if kind.casefold().startswith("text/html"):
            return _readable(_decoded(headers, content), _parameter(kind, "charset"))
    raise PerfspecError(
        message("{name} holds no web page", name=name),
        message("open it in the program that made it, and save it as .docx or .html"),
    )


def _parted(data: bytes) -> tuple[dict[str, str], bytes]:
    """Return the headers, with lower-case names, and what follows them."""
    end = data.find(b"\n\n", 0, _LONGEST_HEADERS)
    if end < 0:
        return {}, data
    text = data[:end].decode("latin-1").replace("\n ", " ").replace("\n\t", " ")
    lines = (line.partition(":") for line in text.split("\n")[:_MOST_HEADERS])
    headers = {key.strip().casefold(): value.strip() for key, _, value in lines}
    return headers, data[end + 2 :]


def _parameter(header: str, wanted: str) -> str:
    for entry in header.split(";")[1:]:
        key, _, value = entry.partition("=")
        if key.strip().casefold() == wanted:
            return value.strip().strip('"')
    return ""


def _decoded(headers: dict[str, str], content: bytes) -> bytes:
    packing = headers.get("content-transfer-encoding", "").casefold()
    if packing == "quoted-printable":
        return quopri.decodestring(content)
    if packing == "base64":
        try:
            return base64.b64decode(content)
        except binascii.Error:
            return content
    return content


def _readable(written: bytes, charset: str) -> bytes:
    """Return a page in UTF-8 with its mark, where the headers say what it is in."""
    if charset.casefold() not in _CHARSETS:
        return written
    try:
        return _MARK + written.decode(charset).encode()
    except UnicodeError:
        return written
