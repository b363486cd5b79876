"""The characters of a text whose encoding nobody states.

In: bytes. Out: the text, and what it was written in; or a `PerfspecError`. Office programs in
China write UTF-8, UTF-16 with a mark, and GB18030 (which includes GBK and GB 2312); nothing else is
tried.
"""

import codecs
import re

from perfspec.errors import PerfspecError
from perfspec.messages import message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": "GB18030",
}
# What the declarations of web pages call them: the older ones are parts of GB18030.
_DECLARED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "unicode": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "cp936": "gb18030",
    "windows-936": "gb18030",
}
_BINARY = re.compile(r"[\x00-\x06\x0e-\x12\x16-\x1a]")


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, str]:
    """Return the text without a byte order mark, and the name of its encoding.

    A mark speaks before what is `declared`, and this before a guess. Raises PerfspecError where the
    bytes are no text in any of the encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            break
    else:
        first = _DECLARED.get(declared.strip().casefold(), "utf-8")
        encoding, text = first, _decoded(data, first)
        if text is None:
            encoding = "gb18030" if first == "utf-8" else "utf-8"
            text = _decoded(data, encoding)
    if text is None:
        raise PerfspecError(
            message("{name} is no text in UTF-8, UTF-16 or GB18030", name=name),
            message("open it in the program that made it, and save it as UTF-8"),
        )
    return text, _NAMES[encoding]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    # Bytes of a program's own format are often characters by chance, but not without these.
    return None if "\0" in text or (encoding == "gb18030" and _BINARY.search(text)) else text
