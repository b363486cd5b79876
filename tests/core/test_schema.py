"""The published schemas, and how perfspec reads them.

What perfspec accepts, any other validator of draft-07 accepts too, on data that YAML 1.2 makes.
"""

# ruff: noqa: E501 — a case of a table is read in one line

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from perfspec import schema, yamltree
from perfspec.messages import english
from perfspec.schema import expected, words
from perfspec.schema.kinds import kind
from perfspec.source import Source
from perfspec.yamltree import Text
from tests.core.test_reader import FULL_FILING, FULL_FORM, FULL_PROJECT
from tests.helpers import FILING_TEXT, FORM_TEXT, PROJECT_TEXT, shown, tree

ROOT = Path(__file__).parents[2]
# Keywords that validate nothing or only lead to others.
STRUCTURE = {
    "$schema", "$id", "$ref", "title", "description", "definitions", "properties", "items",
    "if", "then", "else", "format", "contentMediaType",
}  # fmt: skip


def plain(data: Any) -> Any:  # noqa: ANN401 — data of any shape
    """Return the data of a tree as a loader for YAML 1.2's core schema makes it."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    assert isinstance(data, Text)
    return _RESOLVED[kind(data)](data)


def _number(text: str) -> float:
    if text[:2] in {"0x", "0o"}:
        return int(text, 0)
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


_RESOLVED: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": _number,
    "boolean": lambda text: text.lower() == "true",
    "string": str,
    "null": lambda _text: None,
    "null-word": lambda _text: None,
}


def schemas(node: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema object in a schema, with its path."""
    if not isinstance(node, dict):
        return
    yield path, node
    for key in ("items", "additionalProperties", "if", "then", "else"):
        yield from schemas(node.get(key), f"{path}/{key}")
    for key in ("properties", "definitions"):
        for name, inner in node.get(key, {}).items():
            yield from schemas(inner, f"{path}/{key}/{name}")


def every_schema() -> list[tuple[str, dict[str, Any]]]:
    """Return every schema object of every published schema."""
    found = [
        (f"{name}{at}", node) for name in schema.NAMES for at, node in schemas(schema.load(name))
    ]
    assert len(found) > 100
    return found


def own_schemas() -> list[tuple[str, dict[str, Any]]]:
    """Return every schema object that perfspec itself validates specs with."""
    return [(at, node) for at, node in every_schema() if at.split("/")[0] in schema.SPECS]


@pytest.mark.parametrize("name", schema.NAMES)
def test_a_schema_is_valid_draft_07_with_a_version_in_its_id(name: str) -> None:
    data = json.loads((ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(data)
    assert data["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert re.fullmatch(rf"urn:perfspec:schema:{name}:[1-9]", data["$id"])


def test_every_published_schema_has_its_name() -> None:
    files = {path.name.removesuffix(".schema.json") for path in (ROOT / "schema").iterdir()}
    assert files == set(schema.NAMES)


def test_every_property_has_a_chinese_title_and_a_description() -> None:
    for at, node in every_schema():
        for name, inner in node.get("properties", {}).items():
            assert re.search("[一-鿿]", inner.get("title", "")), f"{at}/{name}"
            assert inner.get("description"), f"{at}/{name}"


def test_every_object_refuses_keys_that_it_does_not_list() -> None:
    for at, node in every_schema():
        if "properties" in node:
            assert node.get("additionalProperties") is False, at


def test_every_keyword_that_refuses_has_words() -> None:
    used = {keyword for _, node in own_schemas() for keyword in node} - STRUCTURE
    assert used <= set(words._WORDS)  # noqa: SLF001 — the table is what is looked at
    assert set(words._WORDS) - used == set()  # noqa: SLF001 — as above


def test_every_pattern_has_a_format_and_every_format_has_words() -> None:
    formats = set()
    for at, node in own_schemas():
        if "pattern" in node:
            assert node["format"] in expected.FORMATS, at
        formats |= {node["format"]} if "format" in node else set()
    assert formats == set(expected.FORMATS)


def test_every_pattern_is_anchored_and_means_the_same_to_ecma_262() -> None:
    for at, node in own_schemas():
        pattern = node.get("pattern", "^$")
        assert pattern.startswith("^"), at
        assert pattern.endswith("$"), at
        assert not re.search(r"\\[dwsbAZ]|\(\?", pattern), at


def test_definitions_of_one_name_are_equal_in_all_schemas() -> None:
    first: dict[str, object] = {}
    for name in schema.SPECS:
        for key, definition in schema.load(name)["definitions"].items():
            assert first.setdefault(key, definition) == definition, f"{name}: {key}"
    assert first


def test_every_reference_leads_to_a_definition_and_each_definition_is_used() -> None:
    for name in schema.NAMES:
        data = schema.load(name)
        used = {node["$ref"] for _, node in schemas(data) if "$ref" in node}
        assert used == {f"#/definitions/{key}" for key in data["definitions"]}, name


# Documents that perfspec accepts, with as many kinds of scalars as their fields take.
ACCEPTED = [
    ("filing", FILING_TEXT),
    ("project", PROJECT_TEXT),
    ("form", FORM_TEXT),
    ("filing", FULL_FILING),
    ("project", FULL_PROJECT),
    ("form", FULL_FORM),
    ("project", PROJECT_TEXT.replace("unit: 101001", "unit: 0224001")),
    ("project", PROJECT_TEXT.replace("unit: 101001", "unit: 13063620E12")),
    ("project", PROJECT_TEXT.replace("unit: 101001", "unit: '101001'")),
    ("project", PROJECT_TEXT.replace("unit: 101001", "unit: 2020-01-01")),
    ("project", PROJECT_TEXT.replace("name: 档案数字化经费", "name: 12:30")),
    ("project", PROJECT_TEXT.replace("name: 档案数字化经费", "name: on")),
    ("project", PROJECT_TEXT.replace("name: 档案数字化经费", "name: .5")),
    ("project", PROJECT_TEXT.replace("name: 档案数字化经费", "name: 0x1F")),
    ("project", PROJECT_TEXT.replace("name: 档案数字化经费", "name: .inf")),
    ("project", PROJECT_TEXT.replace("name: 档案数字化经费", "name:")),
    ("project", PROJECT_TEXT.replace("name: 档案数字化经费", "name: 'null'")),
    ("project", PROJECT_TEXT.replace("total: 112500.00", "total: '112500.00'")),
    ("project", PROJECT_TEXT.replace("total: 112500.00", "total: -1")),
    ("project", PROJECT_TEXT.replace("goals:", "payment_plan: {a: 25.00%, b: 50, c: '', d: 100.0}\ngoals:")),
    ("project", PROJECT_TEXT.replace("class: 数量指标", "class: [产出指标, '']")),
    ("project", PROJECT_TEXT.replace("class: 数量指标", "class:")),
    ("project", PROJECT_TEXT.replace("target: ≥10万页", "target: 0")),
    ("filing", FILING_TEXT.replace("stage: draft", "stage: draft\nsample: True\ncomplete: FALSE")),
    ("filing", FILING_TEXT.replace("year: 2026", "year: +2026")),
    ("filing", FILING_TEXT.replace("overall_goal: 做好档案工作。", "overall_goal: |\n  一\n\n  二\n")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), ACCEPTED)
def test_what_perfspec_accepts_other_validators_accept(name: str, text: str) -> None:
    found = tree(text)
    assert schema.validate(found, name) == []
    published = json.loads(schema.text(name))
    assert list(Draft7Validator(published).iter_errors(plain(found.data))) == []


scalars = st.sampled_from(
    ["1", "'1'", "0x7EA", "0o17", "2026", "true", "'true'", "~", "null", "", "''", "1.50", "1e3", ".5",
     "+1", "-1", "01", ".inf", "2026-01-01", "12:30", "on", "draft", "'draft'", "元", "archive",
     "[]", "{}", "[a]", "[a, b]", "{value: 1}", "{op: 1, value: x}", "hebei-2020", "a b", '"1\\n"']
)  # fmt: skip


@given(st.data())
def test_other_validators_refuse_nothing_that_perfspec_accepts(data: st.DataObject) -> None:
    name, text = data.draw(st.sampled_from(ACCEPTED[:6]))
    places = list(re.finditer(r"(?<=: )[^\n\[{},|]+(?=[\n,}])", text))
    found = data.draw(st.sampled_from(places))
    changed = text[: found.start()] + data.draw(scalars) + text[found.end() :]
    read, _ = yamltree.parse(Source(path="f", text=changed))
    if read and schema.validate(read, name) == []:
        published = json.loads(schema.text(name))
        assert list(Draft7Validator(published).iter_errors(plain(read.data))) == []


@pytest.mark.parametrize(
    ("written", "is_kind"),
    [
        ("0", "integer"), ("-12", "integer"), ("+12", "integer"), ("0224001", "integer"),
        ("9" * 19, "number"), ("0x1F", "number"), ("0o17", "number"), ("1.", "number"),
        (".5", "number"), ("1e3", "number"), ("13063620E12", "number"), ("-.inf", "number"),
        (".NaN", "number"), ("1_000", "string"), ("12:30", "string"), ("on", "string"),
        ("yes", "string"), ("2020-01-01", "string"), ("0b1", "string"), ("true", "boolean"),
        ("FALSE", "boolean"), ("tRUE", "string"), ("~", "null-word"), ("Null", "null-word"),
        ("", "null"), ("1 2", "string"), ("25%", "string"), ("'1'", "string"), ("''", "string"),
        ("[]", "array"), ("{}", "object"),
    ],
)  # fmt: skip
def test_a_scalar_has_the_type_that_yaml_1_2_gives_it(written: str, is_kind: str) -> None:
    assert kind(tree(f"key: {written}\n").data["key"]) == is_kind


def test_text_that_no_parser_made_is_text() -> None:
    assert kind("1") == "string"


class TestTitles:
    """The Chinese titles of keys."""

    @pytest.mark.parametrize(
        ("name", "keys", "title"),
        [
            ("filing", ("year",), "year（预算年度）"),
            ("filing", ("department", "name"), "name（部门名称）"),
            ("filing", ("units", 0, "name"), "name（单位名称）"),
            ("project", ("name",), "name（项目名称）"),
            ("project", ("indicators", 3, "name"), "name（三级指标）"),
            ("project", ("medium_term", "indicators", 3, "name"), "name（三级指标）"),
            ("project", ("indicators", 0, "target", "bands", "poor"), "poor（差）"),
            ("project", ("indicators", 0, "target", "unit"), "unit（计量单位）"),
            ("project", ("unit",), "unit（预算单位）"),
            ("project", ("budget", "sources", "fiscal"), "fiscal（金额）"),
            ("project", ("fields", "free"), "free"),
            ("form", ("taxonomy", 0, "members", 1, "class"), "class（标准分类）"),
            ("form", ("years", "from"), "from（起）"),
            ("project", ("nowhere", "name"), "name"),
        ],
    )
    def test_a_title_is_the_one_of_the_place(
        self, name: str, keys: tuple[str | int, ...], title: str
    ) -> None:
        assert schema.label(name, *keys) == title

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            (
                "\nname: 档案数字化经费",
                "\nname: [x]",
                "name（项目名称） is a list, expected a text",
            ),
            (
                "    name: 数字化页数",
                "    name: [x]",
                "name（三级指标） is a list, expected a text",
            ),
            (
                "- 1.完成数字化。",
                "- {a: b}",
                "goals（绩效目标） is keys with values, expected a text",
            ),
            ("fiscal: 112500.00", "fiscal: x", "fiscal（金额） is 'x', expected an amount"),
        ],
    )
    def test_a_message_names_the_title_of_the_place(self, old: str, new: str, said: str) -> None:
        assert old in PROJECT_TEXT
        found_tree = tree(PROJECT_TEXT.replace(old, new))
        (found,) = schema.validate(found_tree, "project")
        assert shown(found_tree, found)[1] == said


class TestWords:
    """Words for what a schema refuses."""

    @pytest.mark.parametrize(
        ("word", "known", "hint"),
        [
            ("purpse", ["purpose", "code"], "did you mean purpose（资金用途）?"),
            ("xyz", ["purpose", "code"], "known here: purpose（资金用途）, code"),
        ],
    )
    def test_the_nearest_word_is_proposed_or_all_are_listed(
        self, word: str, known: list[str], hint: str
    ) -> None:
        assert english(words.did_you_mean(word, known, {"purpose": "资金用途"})) == hint

    @pytest.mark.parametrize(
        ("missing", "hinted"),
        [("name: 档案数字化经费\n", True), ("spec: 1\n", False), ("unit: 101001\n", False),
         ("goals:\n  - 1.完成数字化。\n", False), ("    class: 数量指标\n", True), ("  total: 112500.00\n", True)],
    )  # fmt: skip
    def test_an_empty_text_is_proposed_only_where_it_would_do(
        self, missing: str, hinted: bool
    ) -> None:
        assert missing in PROJECT_TEXT
        (found,) = schema.validate(tree(PROJECT_TEXT.replace(missing, "")), "project")
        assert found.code == "missing-key"
        assert bool(found.hint) == hinted

    def test_a_long_value_is_shown_in_part(self) -> None:
        assert words.shorten("绩" * 60) == "绩" * 60
        assert words.shorten("绩" * 61) == "绩" * 60 + "…"
