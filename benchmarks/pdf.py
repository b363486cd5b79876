"""Measure what a PDF costs: perfspec against headless Chromium, in turns, whole processes.

Usage: python benchmarks/pdf.py [--runs N] [--write]

Prints the page that `report.py` makes; `--write` also writes it and its numbers to `results.md`
and `results.json` here, and the ratios into the READMEs. Needs Chromium; run it with the Python of
`.venv`, on a machine that does nothing else.
"""

import argparse
import datetime as dt
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
import report
import running
import thirty_tables

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--no-sandbox",  # it does not start for root, and the page is our own
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Where the measurement works, and with which Chromium."""

    chromium: str
    folder: Path

    def perfspec(self, filing: Path, format_: str = "pdf") -> list[str]:
        """Return the command that builds `filing`."""
        command = [sys.executable, "-m", "perfspec", "build", str(filing), "--to", format_]
        return [*command, "--quiet", "--output", str(self.folder / "ours")]

    def print_html(self, html: Path) -> list[str]:
        """Return the command that prints `html` with Chromium, in an empty profile."""
        profile = tempfile.mkdtemp(prefix="profile-", dir=self.folder)
        target = f"--print-to-pdf={self.folder / 'theirs.pdf'}"
        return [self.chromium, *_FLAGS, f"--user-data-dir={profile}", target, html.as_uri()]

    def environment(self) -> dict[str, str]:
        """Return the environment in which Chromium finds the fonts of the paper."""
        return {**os.environ, "FONTCONFIG_FILE": str(self.folder / "fonts.conf")}


def measure(bench: Bench, name: str, filing: Path, runs: int) -> dict[str, Any]:
    """Return all that is measured of one filing."""
    subprocess.run(bench.perfspec(filing, "html,pdf"), cwd=ROOT, check=True, capture_output=True)
    html = next((bench.folder / "ours").rglob("filing.html"))
    paper = html.with_suffix(".pdf")
    ours: list[float] = []
    theirs: list[float] = []
    # The first pair fills the disk cache and does not count.
    for run in range(runs + 1):
        a = running.seconds(bench.perfspec(filing), os.environ, ROOT)
        b = running.seconds(bench.print_html(html), bench.environment(), ROOT)
        print(f"{name}: {a:.2f} s, {b:.2f} s{'' if run else ' (not counted)'}", file=sys.stderr)
        if run:
            ours.append(round(a, 3))
            theirs.append(round(b, 3))
    _look(bench.folder / "theirs.pdf")
    memory = {
        "perfspec": running.peak_memory(bench.perfspec(filing), os.environ, ROOT),
        "chromium": running.peak_memory(bench.print_html(html), bench.environment(), ROOT),
    }
    stages = _stages(filing, runs)
    result = {
        "name": name,
        "pages": _look(paper),
        "perfspec": ours,
        "chromium": theirs,
        "memory": {who: held and round(held, 1) for who, held in memory.items()},
        "passes": round(stages.pop("passes")),
        "stages": stages,
    }
    shutil.rmtree(bench.folder / "ours")
    return result


def _look(path: Path) -> int:
    """Return the pages of a PDF; stop if it lacks the fonts of the paper: boxes cost less."""
    with pikepdf.open(path) as pdf:
        entries = [entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary)]
        fonts = {str(entry["/BaseFont"]) for entry in entries if "/BaseFont" in entry}
        if not any("Perfspec" in name for name in fonts):
            raise SystemExit(f"{path.name} was printed with other fonts: {sorted(fonts)}")
        return len(pdf.pages)


def _stages(filing: Path, runs: int) -> dict[str, float]:
    """Return the median of each stage of building `filing`."""
    found: list[dict[str, float]] = []
    for _ in range(runs):
        command = [sys.executable, "-m", "benchmarks.stages", str(time.monotonic()), str(filing)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        found.append(json.loads(done.stdout))
    return {name: round(median(one[name] for one in found), 4) for name in found[0]}


def _fonts(folder: Path) -> None:
    """Make Fontconfig find the bundled fonts under the names that the HTML asks for."""
    roles = json.loads((ROOT / "fonts" / "roles.json").read_bytes())
    aliases = "".join(
        f'<alias binding="same"><family>{escape(name)}</family>'
        f"<prefer><family>{escape(role['family'])}</family></prefer></alias>"
        for role in roles.values()
        for name in role["preferred"]
    )
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(ROOT / 'fonts'))}</dir><cachedir>{escape(str(folder / 'cache'))}"
        f"</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )


def _versions(chromium: str) -> dict[str, str]:
    said = subprocess.run([chromium, "--version"], check=True, capture_output=True, text=True)
    number = next(word for word in said.stdout.split() if word[0].isdecimal())
    asked = [sys.executable, "-m", "perfspec", "--version"]
    ours = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True)
    return {
        "perfspec": ours.stdout.split()[-1],
        **{name: version(name) for name in ("weasyprint", "uharfbuzz")},
        "Python": platform.python_version(),
        "Chromium": number,
    }


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description="Measure what a PDF costs.")
    parser.add_argument("--runs", type=int, default=7, help="pairs for each filing; default 7")
    parser.add_argument(
        "--write", action="store_true", help="write the results, here and in the READMEs"
    )
    asked = parser.parse_args()
    chromium = next((path for name in _CHROMIUM if (path := shutil.which(name))), None)
    if chromium is None:
        raise SystemExit(f"none of these is installed: {', '.join(_CHROMIUM)}")
    before = running.load()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        bench = Bench(chromium=chromium, folder=Path(name))
        _fonts(bench.folder)
        thirty = thirty_tables.write(bench.folder / "thirty")
        filings = [
            measure(bench, "one filing", ROOT / "specs" / "2020" / "224001", asked.runs),
            measure(bench, "30 tables", thirty, asked.runs),
        ]
    results = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": {**running.machine(), "load": [before, running.load()]},
        "versions": _versions(chromium),
        "filings": filings,
    }
    print(report.page(results))
    if asked.write:
        _write(results)


def _write(results: dict[str, Any]) -> None:
    """Write the results and their page, and put the new ratios where the READMEs had the old."""
    known = HERE / "results.json"
    before = json.loads(known.read_bytes()) if known.is_file() else {"filings": []}
    for readme in (ROOT / "README.md", ROOT / "README.zh-CN.md"):
        text = readme.read_text(encoding="utf-8")
        for old, new in zip(before["filings"], results["filings"], strict=False):
            was, now = (report.spread(report.ratios(one)) for one in (old, new))
            text = text.replace(was, now)
        readme.write_text(text, encoding="utf-8")
    results = {**before, **results}  # those of other measurements stay
    known.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (HERE / "results.md").write_text(report.page(results), encoding="utf-8")


if __name__ == "__main__":
    main()
