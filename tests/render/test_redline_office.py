"""Tracked changes in LibreOffice: all accepted they are the newer paper, all rejected the older."""

from pathlib import Path

import pytest

from perfspec import pipeline, workspace
from perfspec.render import docx
from perfspec.render.docx import writing
from perfspec.render.docx.body import Body
from perfspec.render.docx.redline import redline
from tests.needs import needs
from tests.render.bodies import DATE, body, paragraph, row, table
from tests.render.office import Job, done

ROOT = Path(__file__).parents[2]
OLD = body(
    [
        paragraph("第一部分", style="标题 1"),
        paragraph("加强网络管理，开展培训9次。"),
        paragraph("做好防汛"),
        table(row("目标", ["1.甲甲甲甲", "2.乙乙"]), row("数量指标", "9次"), key="x/1"),
        paragraph("二、保障措施"),
        table(row("预算", "100元"), key="y/1"),
    ],
    [paragraph("末")],
)
NEW = body(
    [
        paragraph("第一部分", style="标题 2"),
        paragraph("加强网络管理，开展培训12次，发放手册。"),
        table(row("目标", ["1.甲甲甲甲", "2.乙乙", "3.丙丙"]), row("质量指标", "≥90%"), key="x/1"),
        paragraph("二、保障措施"),
        table(row("预算", "100元", "本级"), key="y/1"),
        paragraph("三、其他"),
    ],
    [paragraph("末"), paragraph("补充")],
)


def paper(path: str) -> str:
    """Return the HTML of a filing of this repository."""
    (folder,), _ = workspace.below(ROOT, path)
    return pipeline.compose(pipeline.load(folder)).html


def words(text: bytes) -> list[str]:
    """Return the lines that have words."""
    return [line.strip() for line in text.decode("utf-8-sig").splitlines() if line.strip()]


def file(one: Body) -> bytes:
    """Return a made up document as a file."""
    return writing.write(one, date=DATE)


@needs("soffice")
@pytest.mark.xdist_group("soffice")
def test_accepting_gives_the_words_of_the_newer_paper_and_rejecting_those_of_the_older(
    tmp_path: Path,
) -> None:
    first, second = paper("specs/2020/224001"), paper("specs/2021/224001")
    pairs = [
        (docx.compared(first, second), docx.render(first), docx.render(second)),
        (file(redline(OLD, NEW)), file(OLD), file(NEW)),
        (file(redline(NEW, OLD)), file(NEW), file(OLD)),
    ]
    jobs = [
        job
        for made, old, new in pairs
        for job in (
            Job(document=made, to="txt", changes="accept"),
            Job(document=new, to="txt"),
            Job(document=made, to="txt", changes="reject"),
            Job(document=old, to="txt"),
        )
    ]
    texts = [words(text) for text in done(jobs, tmp_path)]
    assert len(texts) == 12
    for made, wanted in zip(texts[::2], texts[1::2], strict=True):
        assert made == wanted
        assert len(wanted) > 8
    assert all(texts[at] != texts[at + 2] for at in range(0, 12, 4))
