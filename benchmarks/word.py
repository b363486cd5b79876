"""Measure what a Word file costs: perfspec against python-docx and docxtpl, with equal cells.

Usage: python benchmarks/word.py [--runs N] [--write]

The three take turns in one run, each time in a new process, in seconds of the processor. `alone` is
the making alone: from HTML to the file for perfspec, from plain data to the file for the others.
`whole` is the whole process: for perfspec that is `perfspec build --to docx`, which reads and
checks the YAML first; for the others the data are there as JSON. Prints the part of the page that
`report.py` makes; `--write` also writes it and its numbers to `results.md` and `results.json`.
Run it with the Python of `.venv`, on a machine that does nothing else.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import docx
import docxtpl_step
import kept
import report
import running
import thirty_tables
import word_contents

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WHO = ("perfspec", "python-docx", "docxtpl")


def measure(folder: Path, name: str, filing: Path, runs: int) -> dict[str, Any]:
    """Return the costs of one filing, run by run."""
    folder.mkdir()
    html, blocks, looped = word_contents.contents(filing)
    (folder / "filing.html").write_text(html, encoding="utf-8")
    (folder / "blocks.json").write_text(json.dumps(blocks), encoding="utf-8")
    (folder / "data.json").write_text(json.dumps(looped), encoding="utf-8")
    docxtpl_step.template(blocks, looped, folder / "template.docx")
    steps = _steps(folder)
    build = [sys.executable, "-m", "perfspec", "build", str(filing), "--to", "docx", "--quiet"]
    build += ["--output", str(folder / "ours")]
    found: dict[str, Any] = {who: {"alone": [], "whole": []} for who in WHO}
    writing = []
    # The first round fills the disk cache and does not count.
    for run in range(runs + 1):
        told, whole = {}, {}
        for who in WHO:
            before = os.times()
            told[who] = _told(steps[who])
            whole[who] = running.spent(before)
        _, whole["perfspec"] = running.costs(build, os.environ, ROOT)
        for who in WHO if run else ():
            found[who]["alone"].append(round(told[who]["seconds"], 4))
            found[who]["whole"].append(round(whole[who], 3))
        if run:
            writing.append(round(told["perfspec"]["writing"], 4))
        print(f"{name}: {told} {whole}{'' if run else ' (not counted)'}", file=sys.stderr)
    cells = {who: _cells(folder / f"{who}.docx") for who in WHO}
    if len({tuple(one) for one in cells.values()}) != 1:
        raise SystemExit(f"{name}: the three made files with other cells")
    return {"name": name, "cells": len(cells["perfspec"]), "writing": writing, **found}


def _steps(folder: Path) -> dict[str, list[str]]:
    """Return the commands that make the file and say how long it took."""
    made = {who: str(folder / f"{who}.docx") for who in WHO}
    step = {name: [sys.executable, str(HERE / f"{name}_step.py")] for name in _NAMES}
    template, data = str(folder / "template.docx"), str(folder / "data.json")
    return {
        "perfspec": [*step["word"], str(folder / "filing.html"), made["perfspec"]],
        "python-docx": [*step["python_docx"], str(folder / "blocks.json"), made["python-docx"]],
        "docxtpl": [*step["docxtpl"], template, data, made["docxtpl"]],
    }


_NAMES = ("word", "python_docx", "docxtpl")


def _told(command: Sequence[str]) -> dict[str, float]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _cells(path: Path) -> list[str]:
    """Return the texts of all cells of a file; merged ones stand once."""
    marks = docx.Document(str(path)).element.body.iter(f"{_W}tc")
    texts = []
    for mark in marks:
        merge = mark.find(f"{_W}tcPr/{_W}vMerge")
        if merge is None or merge.get(f"{_W}val") == "restart":
            texts.append("".join(text.text or "" for text in mark.iter(f"{_W}t")))
    return texts


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description="Measure what a Word file costs.")
    parser.add_argument("--runs", type=int, default=7, help="rounds for each filing; default 7")
    parser.add_argument("--write", action="store_true", help="write the results here")
    asked = parser.parse_args()
    before = running.load()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        seed = ROOT / "specs" / "2020" / "224001"
        thirty = thirty_tables.write(folder / "thirty")
        filings = [
            measure(folder / "one", "one filing", seed, asked.runs),
            measure(folder / "many", "30 tables", thirty, asked.runs),
        ]
    others = {name: version(name) for name in ("python-docx", "docxtpl")}
    word = {**kept.circumstances(before, others), "filings": filings}
    print(report.word_part(word))
    if asked.write:
        kept.keep("word", word)


if __name__ == "__main__":
    main()
