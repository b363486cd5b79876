"""Write the outputs that the READMEs show: findings, a comparison, and the number of rules.

Usage: python scripts/samples.py

The blocks stay where they are; only what stands in them is written anew. The tests of the documents
run the same commands.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import broken_example

from perfspec.review import RULES

ROOT = Path(__file__).resolve().parent.parent
READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
_COUNT = re.compile(r"(by |按 )\d+( rules of review| 条审核规则)")

_OVER_YEARS = re.compile(r"(Then |由 )\d+( rules over two| 条对照两年)")


def written(text: str, language: str, broken: Path) -> str:
    """Return a README with its outputs as the program gives them now."""
    of_review = _run(
        ROOT, "check", "2020", "--select", "purpose-sum,cost-floor", "--lang", language
    )
    of_reading = _run(broken, "check", "--lang", language)
    years = ("2020", "2021", "--select", "weaker-for-more", "--exit-code")
    of_years = _run(ROOT, "diff", *years, "--lang", language)
    options = ("2020", "--select", "purpose-sum", "--format", "json")
    blocks = {
        "text": [of_review, of_reading, beginning(of_years)],
        "json": [_run(ROOT, "check", *options, "--lang", language)],
    }
    for name, outputs in blocks.items():
        parts = re.split(rf"(?<=^```{name}\n)(.*?)(?=^```$)", text, flags=re.MULTILINE | re.DOTALL)
        parts[1::2] = outputs
        text = "".join(parts)
    number = sum(not rule.over_years for rule in RULES)
    text = _COUNT.sub(rf"\g<1>{number}\g<2>", text)
    return _OVER_YEARS.sub(rf"\g<1>{len(RULES) - number}\g<2>", text)


def beginning(of_years: str) -> str:
    """Return the figures, what got weaker, and the judgements."""
    return "\n\n".join(of_years.split("\n\n")[:3]) + "\n"


def _run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "perfspec", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode != 1:
        raise SystemExit(done.stderr)
    return f"{done.stdout.rstrip()}\n"


def main() -> None:
    """Write both READMEs."""
    with tempfile.TemporaryDirectory() as name:
        broken = Path(name, "demo")
        broken_example.make(broken)
        for file, language in READMES.items():
            text = (ROOT / file).read_text(encoding="utf-8")
            (ROOT / file).write_text(written(text, language, broken), encoding="utf-8")


if __name__ == "__main__":
    main()
