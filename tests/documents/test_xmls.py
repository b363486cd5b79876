"""XML of strangers: entities, depth, length, encodings."""

import pytest

from perfspec.documents import xmls
from perfspec.documents.xmls import parse, stream
from perfspec.errors import PerfspecError
from tests.documents.memory import peak

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]><a>&d;</a>'
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (LAUGHS.encode(), "it declares a document type or entities"),
        (OUTSIDE.encode(), "it declares a document type or entities"),
        (OUTSIDE.encode("utf-16"), "it declares a document type or entities"),
        (b"<a>&b;</a>", "its XML is broken in line 1, column 3"),
        (b"<a><b></a>", "its XML is broken in line 1, column 8"),
        (b"<a>\n<b>", "its XML is broken in line 2, column 3"),
        (b"", "its XML is broken in line 1, column 0"),
        (b"<a>\x00</a>", "its XML is broken in line 1, column 3"),
        ("<a>绩效</a>".encode("gb18030"), "it is neither UTF-8 nor UTF-16"),
        (b"<a>" * 129 + b"</a>" * 129, "it is nested deeper than 128"),
    ],
)
def test_what_is_not_read_is_refused_with_its_reason(data: bytes, problem: str) -> None:
    with pytest.raises(PerfspecError) as caught:
        parse(data, "x.xml")
    assert str(caught.value) == f"x.xml is not read: {problem}"


@pytest.mark.parametrize(
    "data",
    [
        "<a>绩效<b/></a>".encode(),
        "<a>绩效<b/></a>".encode("utf-8-sig"),
        '<?xml version="1.0" encoding="UTF-16"?><a>绩效<b/></a>'.encode("utf-16"),
        '<?xml version="1.0" encoding="gb2312"?><a>绩效<!-- x --><b/></a>'.encode(),
    ],
)
def test_text_is_read_in_the_encodings_of_the_office_formats(data: bytes) -> None:
    root = parse(data, "x.xml")
    assert (root.tag, root.text, [child.tag for child in root]) == ("a", "绩效", ["b"])


def test_the_strict_variant_has_the_usual_names() -> None:
    strict = '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">purl.oclc.org</w:p>'
    root = parse(strict.encode(), "x.xml")
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
    assert root.text == "purl.oclc.org"


def test_elements_of_a_long_part_come_one_by_one() -> None:
    data = b"<a><x><b>0</b></x><c><b>1</b>tail<b k='v'><b>2</b></b><d/></c><c>no</c></a>"
    found = [(piece.tag, piece.text) for piece in stream(data, "x.xml", ("a", "c", "b"))]
    assert found == [("b", "1"), ("b", None)]
    found = [(piece.tag, piece.text) for piece in stream(data, "x.xml", ("a", "c", "*"))]
    assert found == [("b", "1"), ("b", None), ("d", None)]
    assert list(stream(data, "x.xml", ("z", "c", "*"))) == []


def test_the_memory_is_that_of_the_longest_element() -> None:
    data = b"<a>" + b"<b><c>x</c><c>x</c><c>x</c></b>" * 20_000 + b"</a>"
    counts: list[int] = []
    taken = peak(lambda: counts.append(sum(1 for _ in stream(data, "x.xml", ("a", "b")))))
    assert counts == [20_000]
    # The text, once as characters and once as bytes, and next to nothing of elements.
    assert taken < 3 * len(data)
    assert peak(lambda: parse(data, "x.xml")) > 10 * len(data)


def test_elements_and_attributes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmls, "MAX_NODES", 5)
    assert len(parse(b"<a><b/><b/><b/><b/></a>", "x.xml")) == 4
    for data in (b"<a><b/><b/><b/><b/><b/></a>", b"<a><b k='' l='' m='' n=''/></a>"):
        with pytest.raises(PerfspecError, match="more than 5 elements"):
            parse(data, "x.xml")
    pieces = b"<a>" + b"<b k=''><c/></b>" * 9 + b"</a>"
    assert len(list(stream(pieces, "x.xml", ("a", "b")))) == 9
