"""Measure what checking costs: all rules of perfspec against check-jsonschema's schema alone.

Usage: python benchmarks/check.py [--runs N] [--write]

The two check the same thousand projects in turns, in whole processes. Prints the part of the page
that `report.py` makes; `--write` also writes it and its numbers to `results.md` and `results.json`
here. Installs check-jsonschema into a virtual environment of its own, so it wants the package
index; run it with the Python of `.venv`, on a machine that does nothing else.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

import kept
import report
import running
import thousand_projects

from perfspec.review import RULES

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_VERSION = "0.39.0"


def measure(folder: Path, runs: int) -> dict[str, Any]:
    """Return the times of both over the same files, run by run."""
    specs = thousand_projects.write(folder / "thousand")
    files = sorted(map(str, specs.rglob("projects/*.yaml")))
    ours = [sys.executable, "-m", "perfspec", "check", "--fail-on", "info", str(specs)]
    schema = ROOT / "schema" / "project.schema.json"
    theirs = [str(_installed(folder)), "--schemafile", str(schema), *files]
    found: dict[str, list[float]] = {"perfspec": [], "check-jsonschema": []}
    busy: dict[str, list[float]] = {"perfspec": [], "check-jsonschema": []}
    # The first pair fills the disk cache and does not count.
    for run in range(runs + 1):
        taken = {
            "perfspec": running.costs(ours, os.environ, specs),
            "check-jsonschema": running.costs(theirs, os.environ, specs),
        }
        told = ", ".join(f"{who} {seconds:.2f} s" for who, (seconds, _) in taken.items())
        print(f"{told}{'' if run else ' (not counted)'}", file=sys.stderr)
        for who, (seconds, processor) in taken.items() if run else ():
            found[who].append(round(seconds, 3))
            busy[who].append(round(processor, 3))
    rules = sum(not rule.over_years for rule in RULES)
    return {"projects": len(files), "rules": rules, **found, "busy": busy}


def _installed(folder: Path) -> Path:
    """Return the program that is measured against, in an environment of its own."""
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if sys.platform == "win32" else "bin")
    wanted = f"check-jsonschema=={_VERSION}"
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", wanted]
    subprocess.run(install, check=True)
    return scripts / "check-jsonschema"


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description="Measure what checking costs.")
    parser.add_argument("--runs", type=int, default=5, help="pairs; default 5")
    parser.add_argument("--write", action="store_true", help="write the results here")
    asked = parser.parse_args()
    before = running.load()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        measured = measure(Path(name), asked.runs)
    check = {**kept.circumstances(before, {"check-jsonschema": _VERSION}), **measured}
    print(report.check_part(check))
    if asked.write:
        kept.keep("check", check)


if __name__ == "__main__":
    main()
