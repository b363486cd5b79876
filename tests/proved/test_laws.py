"""What was built is what is read back: by import as specs, by verify as no difference at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from perfspec import pipeline
from perfspec.importing.account import left_over
from perfspec.verifying.verify import verify
from tests.laws import tried
from tests.needs import needs
from tests.proved.filings import DEPARTMENT, YEAR, Made, filings
from tests.proved.papers import imported, loaded, paper, read_back, said


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("filings")


def law(made: Made, root: Path, name: str) -> None:
    specs = loaded(made, root)
    found = read_back(paper(pipeline.compose(specs).html, name), name)
    assert list(left_over(found)) == []
    draft = imported(found)
    assert said(draft.filing, draft.projects) == said(made.filing, made.projects)
    assert verify(specs, found).findings == ()


@settings(tried(6), derandomize=True)
@given(made=filings())
def test_import_of_the_web_page_is_the_filing(made: Made, root: Path) -> None:
    law(made, root, "html")


@settings(tried(5), derandomize=True)
@given(made=filings())
def test_import_of_the_word_document_is_the_filing(made: Made, root: Path) -> None:
    law(made, root, "docx")


@settings(tried(5), derandomize=True)
@given(made=filings())
def test_import_of_the_workbook_is_the_filing(made: Made, root: Path) -> None:
    law(made, root, "xlsx")


@needs("pango")
@settings(tried(2), derandomize=True)
@given(made=filings(longest=3))
def test_every_field_is_read_back_from_the_pdf(made: Made, root: Path) -> None:
    specs = loaded(made, root)
    found = read_back(paper(pipeline.compose(specs).html, "pdf"), "pdf")
    assert verify(specs, found).findings == ()


@pytest.mark.parametrize("name", ["html", "docx", "xlsx"])
def test_projects_of_one_name_stay_apart(root: Path, name: str) -> None:
    amounts = {"total": "1", "sources": {"fiscal": "1", "other": ""}}
    plan = dict.fromkeys(("march", "june", "october", "december"), "")
    row = {
        "class": "数量指标",
        "name": "指标1",
        "description": "/",
        "target": "两次",
        "basis": "。",
    }
    one = {
        "spec": 1,
        "unit": DEPARTMENT,
        "code": "",
        "name": "公用经费",
        "budget": amounts,
        "purpose": "",
        "payment_plan": plan,
        "goals": ["——"],
        "indicators": [row, row],
    }
    head = {
        "spec": 1,
        "form": "hebei-2020",
        "year": YEAR,
        "money_unit": "元",
        "stage": "draft",
        "department": {
            "code": DEPARTMENT,
            "name": "某局",
            "short_name": "某局",
            "reviewer": "某县",
        },
        "units": [{"code": DEPARTMENT, "name": "某局"}],
        "overall_goal": "**甲**乙",
        "sub_goals": [],
        "measures": [],
        "projects": ["a", "b", "c"],
    }
    law(Made(head, {"a": one, "b": one, "c": {**one, "indicators": [row]}}), root, name)
