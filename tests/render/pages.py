"""What stands on the pages of a PDF, read back by poppler."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text and its edges in points from the page's left."""

    text: str
    left: float
    right: float


def texts(pdf: bytes, folder: Path) -> list[str]:
    """Return the text of each page in the order of the document, without white space."""
    out = _run("pdftotext", pdf, folder, "-raw")
    return ["".join(page.split()) for page in out.split("\f")[:-1]]


def lines(pdf: bytes, folder: Path) -> list[list[Line]]:
    """Return the lines of each page from top to bottom."""
    pages = []
    for page in _PAGE.findall(_run("pdftotext", pdf, folder, "-bbox")):
        rows: dict[int, list[tuple[float, float, str]]] = {}
        for left, top, right, bottom, text in _WORD.findall(page):
            middle = round((float(top) + float(bottom)) / 8)
            rows.setdefault(middle, []).append((float(left), float(right), unescape(text)))
        pages.append([_line(sorted(rows[middle])) for middle in sorted(rows)])
    return pages


def _line(words: list[tuple[float, float, str]]) -> Line:
    text = "".join(word for _, _, word in words)
    return Line(text=text, left=words[0][0], right=max(right for _, right, _ in words))


def _run(program: str, pdf: bytes, folder: Path, *options: str) -> str:
    path = folder / "read-back.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([program, *options, path, "-"], capture_output=True, check=True)
    return done.stdout.decode()
