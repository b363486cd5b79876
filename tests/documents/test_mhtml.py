"""Web pages in one file."""

import base64
import quopri

import pytest

from perfspec.documents.mhtml import page
from perfspec.errors import PerfspecError

PAGE = "<html><body>绩效目标=表</body></html>"


def message(packing: str, body: bytes, charset: str = "gb2312", kind: str = "text/html") -> bytes:
    """Return a message with one part, as Word writes it."""
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=_Next"\r\n\r\n'
        "A page in one file.\r\n\r\n----=_Next\r\nContent-Location: file:///C:/a.htm\r\n"
        f'Content-Transfer-Encoding: {packing}\r\nContent-Type: {kind}; charset="{charset}"\r\n\r\n'
    )
    return head.encode() + body + b"\r\n----=_Next\r\nContent-Type: image/png\r\n\r\nx\r\n"


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("quoted-printable", quopri.encodestring(PAGE.encode("gb2312"))),
        ("base64", base64.encodebytes(PAGE.encode("gb2312"))),
        ("8bit", PAGE.encode("gb2312")),
    ],
)
def test_the_page_is_unpacked_into_utf_8(packing: str, body: bytes) -> None:
    assert page(message(packing, body), "a.doc").decode("utf-8-sig").strip() == PAGE


@pytest.mark.parametrize("charset", ["", "x-unknown", "utf-8", "idna", "hex"])
def test_a_page_that_is_not_in_what_the_headers_say_stays_as_it_is(charset: str) -> None:
    written = PAGE.encode("gb2312")
    assert page(message("binary", written, charset), "a.doc").strip() == written


def test_broken_packing_stays_as_it_is() -> None:
    assert page(message("base64", b"a"), "a.doc").decode("utf-8-sig").strip() == "a"


def test_a_message_can_be_the_page_itself() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE.encode()
    assert page(data, "a.mht").decode("utf-8-sig") == PAGE


@pytest.mark.parametrize(
    "data", [message("8bit", b"x", kind="text/plain"), b"no headers", b"a: b\n\nc"]
)
def test_a_message_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(PerfspecError, match=r"a\.doc holds no web page"):
        page(data, "a.doc")
