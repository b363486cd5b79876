"""The encoding of a text is found, and what is no text is refused."""

import codecs

import pytest

from perfspec.documents.encoding import decode
from perfspec.errors import PerfspecError

_TEXT = "绩效目标 ≥90%\n"


@pytest.mark.parametrize(
    ("data", "declared", "encoding"),
    [
        (_TEXT.encode(), "", "UTF-8"),
        (codecs.BOM_UTF8 + _TEXT.encode(), "", "UTF-8"),
        (codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le"), "", "UTF-16"),
        (codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"), "gbk", "UTF-16"),
        (_TEXT.encode("gb18030"), "", "GB18030"),
        (_TEXT.encode("gb18030"), " GB2312 ", "GB18030"),
        (_TEXT.encode("gb18030"), "utf-8", "GB18030"),
        (_TEXT.encode("gb18030"), "gb2312", "GB18030"),
        (_TEXT.encode(), "gb2312", "UTF-8"),
        (_TEXT.encode(), "shift-jis", "UTF-8"),
    ],
)
def test_the_mark_then_the_declaration_then_a_guess_decide(
    data: bytes, declared: str, encoding: str
) -> None:
    assert decode(data, "a.txt", declared) == (_TEXT, encoding)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        _TEXT.encode("utf-16-le"),
        b"text\x00text",
        b"\xff\xff\xff",
        codecs.BOM_UTF16_LE + b"\x00",
        codecs.BOM_UTF8 + b"\xff",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(PerfspecError, match=r"a\.txt is no text in UTF-8, UTF-16 or GB18030"):
        decode(data, "a.txt")
