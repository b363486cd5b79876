"""What docs/architecture.md says of layers and of WeasyPrint's inside is so."""

import re
import tomllib

from tests.docs.documents import ROOT, blocks, read, rows, section

TEXT = read(ROOT / "docs/architecture.md")
PDF = ROOT / "perfspec/render/pdf"


def test_the_layers_are_those_that_import_linter_checks() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    (contract,) = [c for c in project["tool"]["importlinter"]["contracts"] if c["id"] == "layers"]
    (shown,) = blocks(section(TEXT, "Layers"), "text")
    assert shown.splitlines() == contract["layers"]


def test_the_modules_of_a_comparison_are_told() -> None:
    told = set(re.findall(r"`([a-z]+)/?`", section(TEXT, "Inside a comparison")))
    inside = {path.stem for path in (ROOT / "perfspec/compare").glob("[a-z]*.py")}
    inside |= {path.stem for path in (ROOT / "perfspec/compare/matching").glob("[a-z]*.py")}
    records = {"pairs", "lineage"}
    parts = {"filings", "matching", "steps", "facts", "names", "kinds", "measures"}
    assert inside - records - parts <= told
    assert told <= inside | {"matching"}


def test_each_private_place_is_used_in_the_module_named_with_it() -> None:
    places = list(rows(section(TEXT, "Private places of WeasyPrint")))
    assert len(places) > 5
    for names, modules, _ in places:
        for module in re.findall(r"`([^`]+)`", modules):
            source = read(PDF / module)
            for name in re.findall(r"`([^`]+)`", names):
                if len(re.findall(r"`", modules)) == 2:
                    assert name in source, (name, module)
                else:
                    assert "_page_box" in source, module


def test_every_use_of_a_private_name_of_weasyprint_is_listed() -> None:
    places = section(TEXT, "Private places of WeasyPrint")
    found = set()
    for path in sorted(PDF.glob("*.py")):
        for line in read(path).splitlines():
            if "noqa: SLF001" in line:
                found |= set(re.findall(r"\w\.(_[a-z]\w+)", line))
    assert found
    assert [name for name in sorted(found) if f"`{name}`" not in places] == []
