"""The side file says where each value stood, as far as there is room."""

import pytest

from perfspec import schema, yamltree
from perfspec.documents import Where
from perfspec.errors import PerfspecError
from perfspec.importing import Stretch, Value, provenance
from perfspec.importing.draft import Draft
from perfspec.importing.provenance import Origin
from perfspec.messages import english, message
from perfspec.source import Source

ORIGINS = (
    Origin(name="a.docx", format="docx", digest="0" * 64),
    Origin(name="b.xlsx", format="xlsx", digest="1" * 64),
)
IDS = {"projects/roads.yaml#indicators": ["length"]}


def _value(at: Where, *, guessed: bool = False) -> Value:
    guess = message("comments") if guessed else None
    return Value(text="x", at=at, stretches=(Stretch(at.document, 0, 0, 1),), guess=guess)


DRAFT = Draft(
    form="f",
    year=2020,
    department="1",
    filing={"units": [{"code": "001"}]},
    projects={"roads": {}},
    origins={
        "filing.yaml#units/0/name": _value(Where(document="a.docx", paragraph=3)),
        "filing.yaml#sub_goals/1": _value(Where(document="a.docx")),
        "projects/roads.yaml#indicators/0/class": _value(
            Where(document="a.docx", page=2, table=1, row=4, column=2), guessed=True
        ),
        "projects/roads.yaml#indicators/0/target": _value(
            Where(document="b.xlsx", sheet="表1", row=4, column=28)
        ),
        "projects/roads.yaml#indicators/1/name": _value(
            Where(document="b.xlsx", sheet="表1", table=1)
        ),
    },
)


def _data(text: str) -> dict[str, object]:
    tree, found = yamltree.parse(Source(path="provenance.yaml", text=text))
    assert tree is not None
    assert [*found, *schema.validate(tree, "provenance")] == []
    data: dict[str, object] = tree.data
    return data


def test_each_value_has_its_place_by_file_and_ids() -> None:
    data = _data(provenance.text(DRAFT, ORIGINS, IDS, english))
    assert data["detail"] == "values"
    assert data["values"] == {
        "filing.yaml": {"units/001/name": "paragraph 3", "sub_goals/2": "—"},
        "projects/roads.yaml": {
            "indicators/length/class": "page 2 table 1 row 4 column 2",
            "indicators/length/target": "document 2 sheet 表1 cell AB4",
            "indicators/2/name": "document 2 sheet 表1",
        },
    }
    assert data["guessed"] == {"projects/roads.yaml": {"indicators/length/class": "comments"}}


@pytest.mark.parametrize(
    ("room", "detail", "values"),
    [
        (650, "values", 5),
        (600, "rows", 4),
        (500, "files", 2),
    ],
)
def test_with_less_room_there_are_fewer_places(
    monkeypatch: pytest.MonkeyPatch, room: int, detail: str, values: int
) -> None:
    monkeypatch.setattr(provenance, "_ROOM", room)
    data = _data(provenance.text(DRAFT, ORIGINS, IDS, english))
    places = data["values"]
    assert isinstance(places, dict)
    assert (data["detail"], sum(map(len, places.values()))) == (detail, values)


def test_without_any_room_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "_ROOM", 9)
    with pytest.raises(PerfspecError, match="more than 9 bytes"):
        provenance.text(DRAFT, ORIGINS, IDS, english)
