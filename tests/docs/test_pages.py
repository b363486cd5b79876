"""The documents among themselves: links, headings, two languages, generated pages."""

import re

import pytest
import ruledoc
import specdoc

from perfspec import schema
from perfspec.review import RULES
from tests.docs.documents import ALL, READMES, ROOT, blocks, links, outline, read


def test_links_lead_to_files_that_are_there() -> None:
    checked = 0
    for document in ALL:
        for target in links(read(document)):
            if not target.startswith(("http", "#")):
                assert (document.parent / target.partition("#")[0]).exists(), (document, target)
                checked += 1
    assert checked > 30


def test_both_readmes_have_the_same_headings_code_blocks_and_tables() -> None:
    english, chinese = (outline(read(path)) for path in READMES)
    assert len(english) > 20
    assert chinese == english


def test_both_readmes_have_the_same_links() -> None:
    english, chinese = (links(read(path)) for path in READMES)
    assert (english[0], chinese[0]) == ("README.zh-CN.md", "README.md")
    # Where a document has a Chinese twin, the Chinese README leads to it.
    assert "docs/rules.zh-CN.md" in chinese
    assert [target.replace(".zh-CN.md", ".md") for target in chinese[1:]] == english[1:]


@pytest.mark.parametrize("language", ["sh", "yaml", "toml"])
def test_both_readmes_show_the_same_commands_and_specs(language: str) -> None:
    english, chinese = (blocks(read(path), language) for path in READMES)
    assert english
    assert chinese == english


def test_paths_that_the_documents_name_are_there() -> None:
    checked = 0
    for name in ("CONTRIBUTING.md", "docs/architecture.md"):
        for path in re.findall(r"`([\w./-]+/[\w.-]*\.?[a-z]+)(?: [^`]*)?`", read(ROOT / name)):
            # A path of this repository begins with one of its folders.
            if (ROOT / path.split("/")[0]).is_dir() and not path.startswith("specs/"):
                assert (ROOT / path).exists(), (name, path)
                checked += 1
    assert checked > 20


def test_the_readmes_name_the_versions_of_the_checkers_that_the_tests_use() -> None:
    pins = read(ROOT / "pyproject.toml") + read(ROOT / "requirements/axe.txt")
    found = re.findall(r"\b(outloud|pdfua|axe-core)(?:==| )([0-9.]+[0-9])", pins)
    assert sorted(name for name, _ in found) == ["axe-core", "outloud", "pdfua"]
    for path in READMES:
        assert [pin for pin in found if " ".join(pin) not in read(path)] == []


def test_the_page_of_the_spec_is_fresh() -> None:
    assert read(specdoc.PAGE) == specdoc.page(), "run scripts/specdoc.py"


@pytest.mark.parametrize("language", ruledoc.PAGES)
def test_the_pages_of_the_rules_are_fresh(language: str) -> None:
    assert read(ruledoc.PAGES[language]) == ruledoc.page(language), "run scripts/ruledoc.py"


def test_the_pages_of_the_rules_have_each_rule_and_lead_to_headings_that_are_there() -> None:
    for path in ruledoc.PAGES.values():
        page = read(path)
        assert re.findall(r"^## (.+)$", page, re.MULTILINE) == [
            rule.code for rule in sorted(RULES, key=lambda rule: rule.over_years)
        ]
        (target,) = [link for link in links(page) if link.startswith("../README")]
        file, _, anchor = target.removeprefix("../").partition("#")
        headings = re.findall(r"^#+ (.+)$", read(ROOT / file), re.MULTILINE)
        assert anchor in [heading.lower().replace(" ", "-") for heading in headings]


def test_the_page_of_the_spec_names_every_key_of_the_schemas() -> None:
    page = specdoc.page()
    keys = set()
    for name in schema.SPECS:
        keys |= set(re.findall(r'^\s*"([a-z_]+)": \{', schema.text(name), re.MULTILINE))
    # Words of JSON Schema, and definitions, which are values and not keys.
    keys -= {"properties", "definitions", "items", "if", "then", "else", "additionalProperties"}
    keys -= {"fiscal", "code", "decision", "id", "line", "text", "markdown"}
    assert len(keys) > 40
    assert [key for key in sorted(keys) if f"{key}`" not in page and f"| {key} |" not in page] == []
