"""Measure what comparing two years costs: perfspec against deepdiff, from 50 to 5,000 projects.

Usage: python benchmarks/compare.py [--runs N] [--largest N] [--write]

The two compare the same files in turns, in whole processes. How much of its time the comparing
alone took deepdiff tells in the same process, perfspec in one of its own. Prints the part of the
page that `report.py` makes; `--write` also writes it and its numbers to `results.md` and
`results.json` here. Installs deepdiff into a virtual environment of its own, so it wants the
package index; run it with the Python of `.venv`, on a machine that does nothing else. Times are
those of the processor, so that waiting does not count.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import kept
import report
import running
import two_years

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_DEEPDIFF, _YAML = "9.1.0", "6.0.3"
_SIZES = (50, 500, 5000)
# Above this many projects a run takes a minute, and there are no more than these.
_MANY, _FEW_RUNS = 1000, 3
_PAIRED = 20  # projects that deepdiff is given to find partners for: it takes their square


def measure(folder: Path, runs: int, largest: int) -> dict[str, Any]:
    """Return the costs of both for each number of projects, run by run."""
    theirs = _installed(folder)
    filings = [
        _measured(two_years.write(folder / str(size), size), theirs, size, runs)
        for size in _SIZES
        if size <= largest
    ]
    old, new = two_years.write(folder / "paired", _PAIRED)
    paired = _told([theirs, HERE / "deepdiff_step.py", old, new, Path("pairs")])
    ours = _told([sys.executable, HERE / "compare_step.py", old, new])
    alone = {"perfspec": ours["seconds"], "deepdiff": paired["seconds"]}
    return {"filings": filings, "paired": {"projects": _PAIRED, **alone}}


def _measured(folders: tuple[Path, Path], theirs: Path, size: int, runs: int) -> dict[str, Any]:
    diff = [sys.executable, "-m", "perfspec", "diff", *map(str, folders), "--to", "json"]
    step = [str(theirs), str(HERE / "deepdiff_step.py"), *map(str, folders)]
    mine = [sys.executable, str(HERE / "compare_step.py"), *map(str, folders)]
    found: dict[str, Any] = {"projects": size}
    for who in ("perfspec", "deepdiff"):
        found[who] = {"alone": [], "whole": [], "found": {}}
    # The first pair fills the disk cache and does not count.
    for run in range((runs if size < _MANY else min(runs, _FEW_RUNS)) + 1):
        whole, alone = {}, {}
        _, whole["perfspec"] = running.costs(diff, os.environ, folders[0])
        alone["perfspec"] = _told(mine)
        before = os.times()
        alone["deepdiff"] = _told(step)
        whole["deepdiff"] = running.spent(before)
        for who, told in alone.items() if run else ():
            found[who]["alone"].append(round(told["seconds"], 3))
            found[who]["whole"].append(round(whole[who], 3))
            found[who]["found"] = told["found"]
        print(f"{size}: {alone} {whole}{'' if run else ' (not counted)'}", file=sys.stderr)
    for who, command in (("perfspec", diff), ("deepdiff", step)):
        found[who]["memory"] = running.peak_memory(command, os.environ, folders[0])
    return found


def _told(command: Sequence[str | Path]) -> dict[str, Any]:
    """Return what a program that compares says of it."""
    run = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def _installed(folder: Path) -> Path:
    """Return a Python that has deepdiff, in an environment of its own."""
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wanted = (f"deepdiff=={_DEEPDIFF}", f"pyyaml=={_YAML}")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return python


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description="Measure what comparing two years costs.")
    parser.add_argument("--runs", type=int, default=5, help="pairs for each size but the largest")
    parser.add_argument("--largest", type=int, default=max(_SIZES), help="the most projects")
    parser.add_argument("--write", action="store_true", help="write the results here")
    asked = parser.parse_args()
    before = running.load()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        measured = measure(Path(name), asked.runs, asked.largest)
    compare = {**kept.circumstances(before, {"deepdiff": _DEEPDIFF}), **measured}
    print(report.compare_part(compare))
    if asked.write:
        kept.keep("compare", compare)


if __name__ == "__main__":
    main()
