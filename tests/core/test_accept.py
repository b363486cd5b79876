"""The fast test of a schema says yes exactly where jsonschema finds nothing."""

import copy
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfspec import schema, workspace
from perfspec.schema import accept
from perfspec.schema.dialect import Validator
from perfspec.yamltree import Text
from tests.core.test_reader import FULL_FILING, FULL_FORM, FULL_PROJECT
from tests.helpers import FILING_TEXT, FORM_TEXT, PROJECT_TEXT, tree

ROOT = Path(__file__).parents[2]
ACTUALS_TEXT = """\
spec: 1
projects:
  archive:
    pages: 12万页
    scanners: 3
    satisfaction:
  reading-room:
    visits: "1200"
    rate: 98.5%
"""
LINEAGE_TEXT = """\
spec: 1
from:
  - year: 2030
    units:
      - {old: "001", new: 002, note: 更名}
    projects:
      - old: archive
        new: [archive, reading-room]
        relation: split
      - old: repairs
        new: repairs
        indicators:
          - {old: pages, new: sheets, relation: same}
"""
PROVENANCE_TEXT = f"""\
spec: 1
documents:
  - {{name: 2020.docx, format: docx, sha256: {"0" * 64}}}
detail: rows
values:
  filing.yaml: {{overall_goal: paragraph 3}}
  projects/roads.yaml: {{name: table 1 row 2 column 3}}
guessed:
  projects/roads.yaml: {{name: 名称取自标题}}
"""
PLACES = {
    "filing": ("specs/*/*/filing.yaml", "tests/corpus/specs/*/*/filing.yaml"),
    "project": ("specs/*/*/projects/*.yaml", "tests/corpus/specs/*/*/projects/*.yaml"),
    "form": ("templates/*/form.yaml", "tests/corpus/templates/*/form.yaml"),
    "actuals": ("specs/*/*/actuals.yaml",),
    "lineage": ("specs/*/*/lineage.yaml",),
    "provenance": ("specs/*/*/provenance.yaml",),
}
TEXTS = {
    "filing": (FILING_TEXT, FULL_FILING),
    "project": (PROJECT_TEXT, FULL_PROJECT),
    "form": (FORM_TEXT, FULL_FORM),
    "actuals": (ACTUALS_TEXT,),
    "lineage": (LINEAGE_TEXT,),
    "provenance": (PROVENANCE_TEXT,),
}


@cache
def documents(name: str) -> tuple[Any, ...]:
    """Return the data of every spec at hand that the schema `name` is for."""
    files = [path for pattern in PLACES[name] for path in sorted(ROOT.glob(pattern))]
    texts = [path.read_text(encoding="utf-8") for path in files]
    assert texts or name in workspace.BESIDE.values()
    return tuple(tree(text).data for text in (*texts, *TEXTS[name]))


@cache
def whole(name: str) -> dict[str, Any]:
    inlined: dict[str, Any] = schema._whole(name)  # noqa: SLF001 — what validate compiles
    return inlined


@cache
def both(name: str) -> tuple[Callable[[Any], bool], Any]:
    return accept.compiled(whole(name)), Validator(whole(name))


def agree(name: str, document: Any) -> bool:  # noqa: ANN401 — data of any shape
    """Return whether `document` is accepted, by both."""
    fast, slow = both(name)
    accepted = fast(document)
    assert accepted == slow.is_valid(document)
    return accepted


@pytest.mark.parametrize("name", schema.SPECS)
def test_every_spec_at_hand_is_accepted_by_both(name: str) -> None:
    assert all(agree(name, document) for document in documents(name))


def paths(document: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 — as above
    yield at
    inner = document.items() if isinstance(document, dict) else enumerate(document)
    if not isinstance(document, str):
        for key, value in inner:
            yield from paths(value, (*at, key))


def put(document: Any, at: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401 — as above
    """Return `document` with `value` at a path, or without what is there for `GONE`."""
    if not at:
        return value
    changed = copy.deepcopy(document)
    holder = changed
    for key in at[:-1]:
        holder = holder[key]
    if value is GONE:
        del holder[at[-1]]
    else:
        holder[at[-1]] = value
    return changed


def word(text: str, *, plain: bool = True) -> Text:
    return Text.of(text, plain=plain)


GONE = object()
WRONG: tuple[Any, ...] = (
    GONE,
    word(""),
    word("", plain=False),
    word("x"),
    word("x" * 65),
    word("12"),
    word("12", plain=False),
    word("-1"),
    word("0"),
    word("1"),
    word("1", plain=False),
    word("1.5"),
    word("101"),
    word("2020"),
    word("1999"),
    word("99999999999999999999"),
    word("1e5"),
    word("0x1F"),
    word(".inf"),
    word("~"),
    word("null"),
    word("null", plain=False),
    word("true"),
    word("True", plain=False),
    word("112500.00"),
    word("100%"),
    word("a-b"),
    word("a\n", plain=False),
    word("1\n", plain=False),
    word("两次"),
    [],
    [word("x")],
    [word("x"), word("y")],
    [word("x"), word("1")],
    [word("x")] * 3,
    [{}],
    {},
    {"x": word("y")},
    {"value": word("5"), "op": word("≥")},
    {"bands": {"excellent": word("1")}},
    {"bands": dict.fromkeys(("excellent", "good", "fair", "poor"), word("1"))},
    {"bands": word("x"), "value": word("5")},
)


@pytest.mark.parametrize("name", schema.SPECS)
def test_both_refuse_the_same_where_one_value_is_replaced(name: str) -> None:
    document = documents(name)[-1]
    refused = 0
    for at in paths(document):
        for value in WRONG:
            if at or value is not GONE:
                refused += not agree(name, put(document, at, value))
    assert refused > 200


@pytest.mark.parametrize("name", schema.SPECS)
def test_both_refuse_the_same_where_a_key_is_added(name: str) -> None:
    document = documents(name)[-1]
    for at in paths(document):
        for key in ("zzz", "value", "op", "bands", "name", "id", "fields"):
            for value in WRONG[1::4]:
                holder = document
                for step in at:
                    holder = holder[step]
                if isinstance(holder, dict):
                    agree(name, put(document, (*at, key), value))


_WORDS = st.builds(
    Text.of,
    st.text(alphabet="0123456789.-+eExX~nulltrue aZ%两\n", max_size=8) | st.text(max_size=5),
    plain=st.booleans(),
)
_VALUES = st.recursive(
    _WORDS | st.sampled_from(WRONG[1:]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["value", "op", "unit", "bands", "excellent", "good", "x", "name", "id"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_both_agree_on_documents_changed_anywhere(drawn: st.DataObject) -> None:
    name = drawn.draw(st.sampled_from(schema.SPECS))
    document = drawn.draw(st.sampled_from(documents(name)))
    for _ in range(drawn.draw(st.integers(1, 3))):
        at = drawn.draw(st.sampled_from(list(paths(document))))
        value = drawn.draw(_VALUES | st.just(GONE))
        document = put(document, at, value if at or value is not GONE else {})
    agree(name, document)


KEYWORDS: list[tuple[dict[str, Any], Any, bool]] = [
    ({}, word("x"), True),
    ({"type": "number"}, word("3"), True),
    ({"type": "integer"}, word("3.5"), False),
    ({"type": "boolean"}, word("true"), True),
    ({"enum": [1, "a"]}, word("1"), True),
    ({"enum": [1, "a"]}, word("1", plain=False), False),
    ({"enum": [1, "a"]}, {}, False),
    ({"minimum": Decimal("0.5")}, word("0.4"), False),
    ({"minimum": Decimal("0.5")}, word("0.5"), True),
    ({"maximum": Decimal("0.5")}, word("0.6"), False),
    ({"maximum": Decimal("0.5")}, word("0.5"), True),
    ({"maximum": Decimal(5)}, word("x"), True),
    ({"minimum": 1, "maximum": 5}, [], True),
    ({"minLength": 2}, word("x"), False),
    ({"minLength": 2}, word("xy"), True),
    ({"minLength": 2}, word("5"), True),
    ({"minLength": 1}, word("", plain=False), False),
    ({"maxLength": 2}, word("xyz"), False),
    ({"maxLength": 2}, word("xy"), True),
    ({"maxLength": 2}, [], True),
    ({"pattern": "^a$"}, word("a"), True),
    ({"pattern": "^a$"}, word("a\n"), False),
    ({"pattern": "^a$"}, {}, True),
    ({"minItems": 2}, [word("x")], False),
    ({"minItems": 2, "maxItems": 2}, [word("x")] * 2, True),
    ({"maxItems": 1}, [word("x")] * 2, False),
    ({"items": {"type": "string"}}, [word("x"), word("5")], False),
    ({"items": {"type": "string"}}, word("x"), True),
    ({"required": ["a"]}, {}, False),
    ({"required": ["a"]}, word("x"), True),
    ({"properties": {"a": {"type": "null"}}}, {"a": word("x")}, False),
    ({"properties": {"a": {}}, "additionalProperties": False}, {"b": word("x")}, False),
    ({"additionalProperties": {"type": "null"}}, {"b": word("x")}, False),
    ({"additionalProperties": True}, {"b": word("x")}, True),
    ({"if": {"type": "object"}, "then": {"required": ["a"]}}, {}, False),
    ({"if": {"type": "object"}, "then": {"required": ["a"]}}, word("x"), True),
    ({"if": {"type": "object"}, "else": {"type": "null"}}, word("x"), False),
]


@pytest.mark.parametrize(("made", "document", "accepted"), KEYWORDS)
def test_each_keyword_means_what_jsonschema_takes_it_for(
    made: dict[str, Any],
    document: Any,  # noqa: ANN401 — data of any shape
    accepted: bool,
) -> None:
    assert accept.compiled(made)(document) is Validator(made).is_valid(document) is accepted


@pytest.mark.parametrize("keyword", ["oneOf", "uniqueItems", "$ref", "const"])
def test_a_keyword_without_a_test_does_not_compile(keyword: str) -> None:
    with pytest.raises(NotImplementedError, match=keyword.replace("$", r"\$")):
        accept.compiled({"type": "object", "properties": {"a": {keyword: []}}})


def test_a_clean_file_is_accepted_without_jsonschema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "perfspec.schema.dialect", None)
    schema._validator.cache_clear()  # noqa: SLF001 — so that an import would be seen
    clean, broken = tree(PROJECT_TEXT), tree(PROJECT_TEXT + "zzz: 1\n")
    assert schema.validate(clean, "project") == []
    assert schema.is_readable(clean, "project")
    with pytest.raises(ImportError):
        schema.validate(broken, "project")
