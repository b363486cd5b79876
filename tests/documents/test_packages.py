"""Packages: what parts refer to, and what is refused."""

import pytest

from perfspec.documents import packages
from perfspec.documents.archives import unpack
from perfspec.documents.packages import Relation
from perfspec.errors import PerfspecError
from perfspec.messages import english
from tests.documents.words import RELATIONS, link, opened, p, packed, texts, word


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://example.com/"),
        ("attachedTemplate", "file:///C:\\Users\\li\\Normal.dotm"),
        ("attachedTemplate", "Normal.dotm"),
        ("image", "file:///D:/1.png"),
        ("externalLinkPath", "2019.xlsx"),
    ],
)
def test_what_is_only_not_followed_is_read(kind: str, target: str) -> None:
    assert texts(opened(p("正文"), links=link(kind, target))) == ["正文"]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://example.com/a.dotm"),
        ("attachedTemplate", " HTTP://example.com/a.dotm"),
        ("attachedTemplate", "\\\\server\\a.dotm"),
        ("attachedTemplate", "file://server/a.dotm"),
        ("attachedTemplate", "file:///\\\\server/a.dotm"),
        ("image", "//example.com/1.png"),
        ("oleObject", "2019.xlsx"),
        ("subDocument", "part2.docx"),
        ("frame", "a.htm"),
        ("aFChunk", "a.htm"),
    ],
)
def test_what_is_loaded_from_elsewhere_is_refused(kind: str, target: str) -> None:
    with pytest.raises(PerfspecError) as caught:
        opened(p("正文"), links=link(kind, target))
    assert str(caught.value) == f"a.docx is not read: it wants to load {target} ({kind})"


def test_a_relation_is_checked_wherever_it_is_listed() -> None:
    bad = link("attachedTemplate", "https://example.com/a.dotm")
    hidden = bad + link("hyperlink", "https://example.com/")
    listed = f'<Relationships xmlns="{RELATIONS}">{bad}</Relationships>'
    archive = unpack(packed({"word/_rels/settings.xml.RELS": listed}), "a.docx")
    with pytest.raises(PerfspecError, match="it wants to load https"):
        packages.check(archive)
    with pytest.raises(PerfspecError, match="it wants to load https"):
        opened(p("正文"), links=hidden)


def test_a_document_in_another_format_inside_is_refused() -> None:
    with pytest.raises(PerfspecError, match="it holds a document in another format"):
        opened(p("正文"), links=link("aFChunk", "a.html", "Internal"))


def test_macros_are_refused() -> None:
    archive = unpack(packed({"word/VBAProject.bin": "x"}), "a.docx")
    with pytest.raises(PerfspecError) as caught:
        packages.check(archive)
    assert str(caught.value) == "a.docx has macros"
    assert caught.value.hint is not None
    assert english(caught.value.hint) == "save it without them: as .docx or .xlsx"


def test_relations_are_paths_from_the_top() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="1" Type="x/styles" Target="styles%201.xml"/><Relationship Id="2" '
        'Type="x/theme" Target="/theme/a.xml"/><Relationship Id="3" Type="x/image" '
        'Target="../media/b.png"/><Relationship Id="4" Type="x/hyperlink" Target="../a" '
        'TargetMode="External"/><Other/></Relationships>'
    )
    archive = unpack(packed({"word/_rels/document.xml.rels": relations}), "a.docx")
    assert packages.relations(archive, "word/document.xml") == {
        "1": Relation(kind="styles", target="word/styles 1.xml", is_external=False),
        "2": Relation(kind="theme", target="theme/a.xml", is_external=False),
        "3": Relation(kind="image", target="media/b.png", is_external=False),
        "4": Relation(kind="hyperlink", target="../a", is_external=True),
    }
    assert packages.relations(archive, "word/other.xml") == {}


def test_the_main_part_is_the_one_that_the_package_is_about() -> None:
    assert packages.main(unpack(word(p("")), "a.docx")) == "word/document.xml"
    assert packages.main(unpack(packed({"a": "b"}), "a.docx")) == ""
    assert packages.kinds(unpack(packed({"a": "b"}), "a.docx")) == {}
