"""Make the pictures of README.md: pages of papers, and a finding in a terminal.

Usage: python scripts/pictures.py

Out: `pages.png` (a built paper), `comparison.png` (of two years) and `finding.png` in
`docs/images/`. Needs pdftoppm (poppler) and a font for the terminal, DejaVu Sans Mono, which
Fontconfig's fc-match must find.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader
from pypdf.generic import Destination
from wcwidth import wcwidth

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"

_PAGE_WIDTH = 560
_GAP = 20
_EDGE = (190, 190, 190)
_GREYS = 16
_COLOURED = 32
_COMPARED = (1, 2, 4)

# A terminal is a grid: a Chinese character takes two cells, whatever its font says.
_CELL, _LINE = 17, 36
_MARGIN = 28
_LATIN_SIZE, _CHINESE_SIZE = 28, 30
_BACKGROUND, _PLAIN, _BOLD = (255, 255, 255), (36, 41, 47), (0, 0, 0)
_COLOURS = {"31": (188, 24, 35), "33": (148, 98, 0), "36": (5, 102, 128)}
_ESCAPE = re.compile("\x1b\\[([0-9;]*)m")


def build_paper(folder: Path) -> Path:
    """Return the PDF of the filing that the repository holds."""
    _perfspec("build", "specs/2020/224001", "--to", "pdf", "--output", str(folder), where=ROOT)
    return next(folder.rglob("filing.pdf"))


def pages(pdf: Path) -> Image.Image:
    """Return cover, contents, the beginning of part one and a table, side by side."""
    reader = PdfReader(pdf)
    marks = list(_bookmarks(reader.outline))
    chosen = [0, 1]
    for words in ("第一部分", "绩效目标表"):
        mark = next(mark for mark in marks if words in str(mark.title))
        number = reader.get_destination_page_number(mark)
        if number is None:
            raise ValueError(words)
        chosen.append(number)
    return side_by_side([_page(pdf, number + 1) for number in chosen]).convert("L").quantize(_GREYS)


def build_comparison(folder: Path) -> Path:
    """Return the PDF of what changed between the two filings that the repository holds."""
    paper = folder / "comparison.pdf"
    _perfspec("diff", "2020", "2021", "--lang", "zh", "-o", str(paper), where=ROOT)
    return paper


def comparison(pdf: Path) -> Image.Image:
    """Return the figures, the judgements and a table of both years, side by side."""
    return side_by_side([_page(pdf, number) for number in _COMPARED]).quantize(_COLOURED)


def side_by_side(shown: list[Image.Image]) -> Image.Image:
    """Return pages in a row, each with its edge."""
    height = max(page.height for page in shown)
    width = len(shown) * _PAGE_WIDTH + (len(shown) + 1) * _GAP
    picture = Image.new("RGB", (width, height + 2 * _GAP), "white")
    for place, page in enumerate(shown):
        left = _GAP + place * (_PAGE_WIDTH + _GAP)
        picture.paste(page, (left, _GAP))
        edge = (left - 1, _GAP - 1, left + page.width, _GAP + page.height)
        ImageDraw.Draw(picture).rectangle(edge, outline=_EDGE)
    return picture


def _bookmarks(outline: list[Any]) -> Iterator[Destination]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(entry)
        else:
            yield entry


def _page(pdf: Path, number: int) -> Image.Image:
    size = ["-scale-to-x", str(_PAGE_WIDTH), "-scale-to-y", "-1"]
    only = ["-f", str(number), "-l", str(number)]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "page")
        command = ["pdftoppm", "-png", "-singlefile", *only, *size, str(pdf), str(target)]
        subprocess.run(command, check=True)
        with Image.open(target.with_suffix(".png")) as page:
            return page.convert("RGB")


def terminal(text: str) -> Image.Image:
    """Return coloured output of a program as a terminal shows it."""
    lines = text.rstrip("\n").split("\n")
    columns = max(sum(max(wcwidth(c), 0) for c in _ESCAPE.sub("", line)) for line in lines)
    size = (columns * _CELL + 2 * _MARGIN, len(lines) * _LINE + 2 * _MARGIN)
    picture = Image.new("RGB", size, _BACKGROUND)
    draw = ImageDraw.Draw(picture)
    latin, chinese = _fonts()
    for row, line in enumerate(lines):
        column = 0
        middle = _MARGIN + row * _LINE + _LINE // 2
        for character, colour in _painted(line):
            cells = max(wcwidth(character), 0)
            font = chinese if cells > 1 else latin
            centre = _MARGIN + column * _CELL + cells * _CELL // 2
            draw.text((centre, middle), character, fill=colour, font=font, anchor="mm")
            column += cells
    draw.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=_EDGE)
    return picture.quantize(64)


def _painted(line: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    colour = _PLAIN
    for place, part in enumerate(_ESCAPE.split(line)):
        if place % 2:
            names = part.split(";")
            known = [_COLOURS[name] for name in names if name in _COLOURS]
            colour = known[0] if known else _BOLD if "1" in names else _PLAIN
        else:
            yield from ((character, colour) for character in part)


def _fonts() -> tuple[ImageFont.FreeTypeFont, ImageFont.FreeTypeFont]:
    command = ["fc-match", "--format", "%{file}", "DejaVu Sans Mono:style=Book"]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if not found.endswith("DejaVuSansMono.ttf"):
        raise SystemExit("DejaVu Sans Mono is not installed (Debian: fonts-dejavu-core)")
    chinese = ROOT / "fonts" / "PerfspecHei-Regular.ttf"
    return ImageFont.truetype(found, _LATIN_SIZE), ImageFont.truetype(chinese, _CHINESE_SIZE)


def finding() -> str:
    """Return what `perfspec check` says of two places in the filing of 2020, in colour."""
    asked = ("check", "2020", "--select", "purpose-sum,cost-floor")
    said = _perfspec(*asked, "--color", "always", "--lang", "zh", "--quiet", where=ROOT)
    return f"$ perfspec {' '.join(asked)}\n{said}"


def _perfspec(*arguments: str, where: Path) -> str:
    command = [sys.executable, "-m", "perfspec", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": ""}
    done = subprocess.run(
        command, cwd=where, env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return done.stdout


def main() -> None:
    """Write the pictures; the picture of a finding carries its text, so that it can be tested."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    shown = PngInfo()
    with tempfile.TemporaryDirectory() as name:
        paper = pages(build_paper(Path(name, "build")))
        of_years = comparison(build_comparison(Path(name)))
    text = finding()
    shown.add_itxt("Shown", text, zip=True)
    paper.save(IMAGES / "pages.png", optimize=True)
    of_years.save(IMAGES / "comparison.png", optimize=True)
    terminal(text).save(IMAGES / "finding.png", optimize=True, pnginfo=shown)
    for path in sorted(IMAGES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
