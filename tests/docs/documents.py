"""The documents as tests read them: headings, code blocks, tables and links of Markdown."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
ALL = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "benchmarks/*.md", "fonts/README.md")
    for path in ROOT.glob(pattern)
)

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def read(path: Path) -> str:
    """Return the text of a document."""
    return path.read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks in `language`, in order."""
    return [body for name, body in _BLOCK.findall(text) if name == language]


def outline(text: str) -> list[str]:
    """Return what kind of thing stands where: levels of headings, languages of code blocks."""
    found = [(match.start(), f"```{match[1]}") for match in _BLOCK.finditer(text)]
    prose = _BLOCK.sub(lambda match: " " * len(match[0]), text)
    found += [(m.start(), m[1]) for m in re.finditer(r"^(#+) ", prose, re.MULTILINE)]
    found += [(m.start(), "table") for m in re.finditer(r"^\|(---\|)+$", prose, re.MULTILINE)]
    return [kind for _, kind in sorted(found)]


def links(text: str) -> list[str]:
    """Return where the links and pictures outside of code blocks lead, in order."""
    return [target for _, _, target in _LINK.findall(_BLOCK.sub("", text))]


def section(text: str, heading: str) -> str:
    """Return what stands under the one heading that begins with `heading`."""
    parts = re.split(r"^(#+ .*)$", text, flags=re.MULTILINE)
    (place,) = [i for i, part in enumerate(parts) if part.lstrip("# ").startswith(heading)]
    return parts[place + 1]


def rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the tables in `text`, heads left out."""
    lines = _BLOCK.sub("", text).split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|") and not line.startswith("|---") and "|---" not in following:
            yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def perfspec_on_path(folder: Path) -> Path:
    """Write the command `perfspec`, this checkout run by this Python, and return its folder."""
    command = folder / "perfspec"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m perfspec "$@"\n',
        encoding="utf-8",
    )
    command.chmod(0o755)
    return folder
