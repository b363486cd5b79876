"""The page about import shows what import does."""

import re
from pathlib import Path

import pytest

from tests.docs.documents import ROOT, blocks, outline, read
from tests.helpers import run
from tests.importing import readings

PAGES = {"en": ROOT / "docs/import.md", "zh": ROOT / "docs/import.zh-CN.md"}


@pytest.mark.parametrize("language", sorted(PAGES))
def test_the_commands_print_what_the_page_shows(language: str, tmp_path: Path) -> None:
    (tmp_path / "perfspec.toml").write_text("")
    seed = ROOT / "tests/documents/seed.txt"
    (tmp_path / "2020.txt").write_bytes(seed.read_bytes())
    text = read(PAGES[language])
    shown = iter(blocks(text, "text"))
    codes = []
    for command in blocks(text, "sh"):
        name, *words = command.split()
        if name == "perfspec":
            told = run(*words, "--lang", language, cwd=tmp_path)
            assert told.out + told.err == next(shown)
            codes.append(told.code)
        elif name == "sed":
            old, new = command.split("/")[1:3]
            (file,) = (tmp_path / "specs/2020/224001/projects").iterdir()
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert codes == [0, 1, 0]
    assert next(shown, None) is None


def test_both_pages_have_the_same_headings_and_blocks() -> None:
    first, second = (outline(read(page)) for page in PAGES.values())
    assert first == second


def test_both_pages_say_how_well_it_reads_now(capsys: pytest.CaptureFixture[str]) -> None:
    readings.main()
    whole, papers, right, rows, wrong = _figures(capsys.readouterr().out.splitlines()[-1])
    assert papers == 45 + 48
    for page in PAGES.values():
        # Papers read whole, rows right of all (in Chinese the other way round), wrong, missing.
        lines = [line for line in read(page).splitlines() if re.match(r"\|[^|]*(now|现在)", line)]
        sums = [sum(column) for column in zip(*(_figures(one)[-5:] for one in lines), strict=True)]
        assert [sums[0], *sorted(sums[1:3]), *sums[3:]] == [whole, right, rows, wrong, rows - right]


def _figures(line: str) -> list[int]:
    return [int(number) for number in re.findall("[0-9]+", line.replace(",", ""))]
