"""A filing found in documents, from the file to the records that its specs hold."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from perfspec import pipeline
from perfspec.documents import Document, text
from perfspec.documents.reading import read
from perfspec.importing import Found, Use, account, data, forms
from perfspec.importing.finding import find
from perfspec.messages import english
from perfspec.render import docx as word_file
from perfspec.render import xlsx as workbook
from perfspec.workspace import FilingFolder
from tests.importing import papers
from tests.importing.test_data import comparable, read_again
from tests.importing.test_forms import SHIPPED

TESTS = Path(__file__).parents[1]
SEED = TESTS / "documents" / "seed.txt"


@pytest.fixture(scope="module")
def seed() -> Document:
    return text.read(SEED.read_bytes(), "seed.txt")


@pytest.fixture(scope="module")
def filed() -> pipeline.Loaded:
    folder = FilingFolder(root=TESTS.parent, year="2020", department="224001")
    return pipeline.load(folder)


def left(found: Found) -> list[str]:
    texts = {
        (document.name, one.number): one.text
        for document in found.documents
        for one in document.paragraphs()
    }
    return [
        texts[stretch.document, stretch.paragraph][stretch.start : stretch.end]
        for stretch, _ in account.left_over(found)
    ]


def test_the_seed_is_the_filing_of_2020_but_for_what_it_does_not_say(
    seed: Document, filed: pipeline.Loaded, tmp_path: Path
) -> None:
    found = find([seed])
    chosen = forms.choose(found, SHIPPED)
    draft = data.make(found, chosen, year=2020, department="224001")
    assert (draft.form, draft.pack, draft.guesses, found.guesses) == ("hebei-2020", "", (), ())
    again = read_again(draft, tmp_path)
    assert again.refused == []
    assert again.filing
    assert filed.filing
    ours, theirs = again.filing, filed.filing
    assert ours.projects[0].id == "wang-luo-xin-xi-ban-gong"
    assert [comparable(one) for one in ours.projects] == [
        comparable(one) for one in theirs.projects
    ]
    assert ours.supplied == ("year", "department.division")
    unsaid = replace(
        ours.department,
        short_name=theirs.department.short_name,
        reviewer=theirs.department.reviewer,
    )
    assert unsaid == theirs.department
    assert replace(
        ours,
        projects=theirs.projects,
        department=theirs.department,
        stage=theirs.stage,
        supplied=theirs.supplied,
    ) == replace(theirs)


_WRITERS: dict[str, Callable[[str], bytes]] = {
    "html": str.encode,
    "docx": word_file.render,
    "xlsx": workbook.render,
}


@pytest.mark.parametrize("year", ["2020", "2021"])
@pytest.mark.parametrize("ending", ["html", "docx", "xlsx"])
def test_a_built_paper_is_the_filing_that_it_was_built_of(
    year: str, ending: str, tmp_path: Path
) -> None:
    built = pipeline.load(FilingFolder(root=TESTS.parent, year=year, department="224001"))
    made = _WRITERS[ending](pipeline.compose(built).html)
    found = find([read(made, f"paper.{ending}")])
    draft = data.make(found, forms.choose(found, SHIPPED), year=None, department=None)
    again = read_again(draft, tmp_path)
    assert again.refused == []
    assert again.filing
    assert built.filing
    ours, theirs = again.filing, built.filing
    assert [comparable(one) for one in ours.projects] == [
        comparable(one) for one in theirs.projects
    ]
    for key in ("form", "year", "sample", "complete", "units", "overall_goal", "measures"):
        assert getattr(ours, key) == getattr(theirs, key), key
    # A sample names nobody who reviewed it.
    reviewer = "" if theirs.sample else theirs.department.reviewer
    assert ours.department == replace(theirs.department, reviewer=reviewer)
    assert ours.sub_goals == theirs.sub_goals
    assert (found.guesses, draft.guesses) == ((), ())
    assert left(found) == []


def test_nothing_of_the_seed_is_left_over(seed: Document) -> None:
    assert left(find([seed])) == []


def test_parts_and_tables_may_come_in_two_documents(seed: Document) -> None:
    parts = replace(seed, name="a.txt", blocks=seed.blocks[:16])
    tables = replace(seed, name="b.txt", blocks=seed.blocks[16:])
    whole, both = find([seed]), find([tables, parts])
    assert len(both.projects) == 1
    assert both.measures
    assert whole.measures
    assert [one.text for one in both.measures] == [one.text for one in whole.measures]


def test_a_project_that_two_documents_say_alike_is_found_once(seed: Document) -> None:
    copy = text.read(SEED.read_bytes(), "copy.txt")
    found = find([seed, copy])
    assert len(found.projects) == 1
    assert {one.stretch.document for one in found.used if one.use is Use.REPEATED} == {"copy.txt"}


def test_a_project_that_two_documents_say_otherwise_is_found_twice_and_told(
    seed: Document,
) -> None:
    changed = SEED.read_text(encoding="utf-8").replace("9次", "8次").encode()
    found = find([seed, text.read(changed, "copy.txt")])
    assert len(found.projects) == 2
    assert "a project of this name and code stands at" in english(found.guesses[-1].text)


def word() -> bytes:
    """Return a filing as a Word document of another program."""
    document = docx.Document()
    document.add_paragraph("甲县民政局2022年部门预算绩效文本")
    document.add_paragraph("甲县民政局编制")
    document.add_heading("一、总体绩效目标", 2)
    line = document.add_paragraph("")
    line.add_run("坚持").bold = True
    line.add_run("为民**服务。")
    document.add_heading("二、分项绩效目标", 2)
    document.add_paragraph("社会救助", style="List Number")
    document.add_paragraph("养老服务", style="List Number")
    layout = document.add_table(rows=2, cols=1)
    layout.cell(0, 0).text = "三、工作保障措施"
    layout.cell(1, 0).text = "一是加强领导。"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_document_of_another_program_is_read_by_its_labels() -> None:
    found = find([read(word(), "a.docx")])
    assert found.overall_goal
    assert found.sub_goals
    assert found.measures
    assert [one.markdown for one in found.overall_goal] == [r"**坚持**为民\*\*服务。"]
    assert [one.text for one in found.sub_goals] == ["1.社会救助", "2.养老服务"]
    assert [one.text for one in found.measures] == ["一是加强领导。"]
    assert found.year
    assert found.short_name
    assert (found.year.text, found.short_name.text) == ("2022", "甲县民政局")
    assert left(found) == []


def test_what_has_no_label_is_left_over_and_nothing_else_is_made_of_it() -> None:
    found = find([papers.paper(["随便一句话", "一、总体绩效目标", "甲"])])
    assert left(found) == ["随便一句话"]
    assert found.projects == ()
    assert found.measures is None


def test_no_document_is_nothing() -> None:
    assert find([]) == Found(documents=())


WHOLE = """<p>部门整体支出绩效目标申报表</p><p>（2023年度）</p><table>
<tr><td>部门名称</td><td colspan=4>甲县民政局</td></tr>
<tr><td>年度总体目标</td><td colspan=4>目标1：做好救助。<br>目标2：做好养老。</td></tr>
<tr><td rowspan=3>年度绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td>
<td>指标值</td></tr>
<tr><td rowspan=2>产出指标</td><td>数量指标</td><td>救助人数</td><td>≥100人</td></tr>
<tr><td>质量指标</td><td>合格率</td><td>100%</td></tr></table>"""


def test_the_goals_of_a_table_of_the_whole_department_are_the_overall_goal() -> None:
    found = find([read(f"<html><body>{WHOLE}</body></html>".encode(), "a.html")])
    assert found.overall_goal
    assert [one.text for one in found.overall_goal] == ["目标1：做好救助。", "目标2：做好养老。"]
    assert [(one.goals, len(one.indicators)) for one in found.projects] == [((), 2)]
    assert any("the whole department's" in english(one.text) for one in found.guesses)
    assert left(found) == []
    plain = WHOLE.replace("部门整体", "项目")
    nameless = find([read(f"<html><body>{plain}</body></html>".encode(), "a.html")])
    assert nameless.overall_goal is None
    named = WHOLE.replace("部门名称", "项目名称")
    other = find([read(f"<html><body>{named}</body></html>".encode(), "a.html")])
    assert other.overall_goal is None
    assert len(other.projects[0].goals) == 2


def test_many_paragraphs_are_read_in_one_go() -> None:
    long = "目标：" + "长" * 1_000_000
    lines = ["二、分项绩效目标", f"1.{long}", *(f"{at % 900}、目标" for at in range(8_000))]
    found = find([papers.paper(lines)])
    assert found.sub_goals
    assert found.sub_goals[0].text == f"1.{long}"
    assert len(found.sub_goals) == 8_000 + 1
