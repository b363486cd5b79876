"""Put mistakes into sound filings, one at a time, and count which `perfspec check` finds.

Usage: python scripts/mutate.py [--missed] [--write | --check]

Sound are the starter's example, the filings of `tests/corrected`, the first ten tables of
`benchmarks/thirty_tables.py`, and the published tables, as far as they are whole and nothing is
found in them. Each kind of mistake is put into each of them that has a place for it, at a place
chosen by a fixed seed; it is found where something is said that was not said before. `--missed`
names the filings in which a kind was not found, `--write` puts the table into docs/quality.md,
`--check` says whether the table there is stale.
"""

import argparse
import random
import runpy
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import score
from mutating import KINDS, draft
from mutating.draft import Draft, Kind

from perfspec import pipeline
from perfspec.pipeline import Desk
from perfspec.workspace import FilingFolder

ROOT = Path(__file__).resolve().parent.parent
TABLES = 10


@dataclass(slots=True, kw_only=True)
class Result:
    """In which filings a kind could be put, in which it was not found, and which rules spoke."""

    kind: Kind
    tried: int = 0
    missed: list[str] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)

    @property
    def found(self) -> int:
        """In how many filings it was found."""
        return self.tried - len(self.missed)


def sound(work: Path) -> Iterator[FilingFolder]:
    """Yield the filings that mistakes are put into, written to `work` where they are made."""
    yield FilingFolder(root=ROOT / "perfspec/starter/files", year="2026", department="101001")
    for root in (ROOT / "tests/corrected", score.CORPUS):
        for path in sorted(root.glob("specs/*/*/filing.yaml")):
            yield FilingFolder(root=root, year=path.parts[-3], department=path.parts[-2])
    write = runpy.run_path(str(ROOT / "benchmarks/thirty_tables.py"))["write"]
    for number in range(TABLES):
        root = work / f"table-{number + 1}"
        filing = write(root)
        key = f"project-{number + 1:02}"
        text = (filing / "filing.yaml").read_text(encoding="utf-8")
        head = text.partition("projects:\n")[0]
        (filing / "filing.yaml").write_text(f"{head}projects:\n  - {key}\n", encoding="utf-8")
        for path in (filing / "projects").iterdir():
            if path.stem != key:
                path.unlink()
        yield FilingFolder(root=root, year=filing.parts[-2], department=filing.name)


def measure(kinds: Sequence[Kind] = KINDS) -> tuple[list[Result], int, int]:
    """Return what came of each kind, and how many filings and projects mistakes were put into."""
    results = [Result(kind=kind) for kind in kinds]
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        filings = projects = 0
        for folder in sound(work):
            root = work / "changed"
            root.mkdir(exist_ok=True)
            if (folder.root / "templates").is_dir():
                shutil.copytree(folder.root / "templates", root / "templates", dirs_exist_ok=True)
            desk, _ = pipeline.open_desk(root)
            unchanged = draft.load(folder)
            if is_fragment(unchanged) or draft.check(unchanged, root, desk):
                continue
            filings += 1
            projects += len(unchanged.projects)
            for result in results:
                _try(result, folder, root, desk)
    return results, filings, projects


def is_fragment(of: Draft) -> bool:
    """Tell whether a filing says that it is not whole: what it lacks is then no mistake."""
    return str(of.filing.get("complete", "true")) == "false"


def _try(result: Result, folder: FilingFolder, root: Path, desk: Desk) -> None:
    """Put the kind into the filing once, if it has a place for it."""
    changed = draft.load(folder)
    places = list(result.kind.places(changed))
    if not places:
        return
    name = f"{folder.root.name}/{folder.year}/{folder.department}"
    random.Random(f"{result.kind.name}/{name}").choice(places)()  # noqa: S311 — no secret
    if changed == draft.load(folder):
        raise ValueError(result.kind.name)
    said = draft.check(changed, root, desk)
    result.tried += 1
    if not said:
        result.missed.append(name)
    result.rules.update({code for code, _ in said})


def table(results: Sequence[Result], filings: int, projects: int) -> str:
    """Return the figures of each kind as a table, and their sums."""
    tried, found = (sum(getattr(one, name) for one in results) for name in ("tried", "found"))
    whole = sum(one.found == one.tried for one in results)
    never = sum(not one.found for one in results)
    lines = [
        f"Put into {filings} filings with {projects} projects, {len(results)} kinds.",
        f"Found: {found} of {tried} mistakes, {_share(found, tried)} %.",
        f"Kinds always found: {whole}; never found: {never}.",
        "",
        "| kind | the mistake | tried | found | by |",
        "|---|---|---|---|---|",
    ]
    for one in results:
        rules = ", ".join(f"`{code}`" for code, _ in _by_count(one.rules))
        lines.append(
            f"| {one.kind.name} | {_escaped(one.kind.what)} | {one.tried} | {one.found} | {rules} |"
        )
    return "\n".join(lines)


def _by_count(rules: Counter[str]) -> list[tuple[str, int]]:
    return sorted(rules.items(), key=lambda pair: (-pair[1], pair[0]))[:4]


def _share(found: int, tried: int) -> str:
    """Return per cent with one digit, rounded down."""
    tenths = found * 1000 // tried if tried else 0
    return f"{tenths // 10}.{tenths % 10}"


def _escaped(text: str) -> str:
    return text.replace("*", "\\*").replace("<", "&lt;").replace(">", "&gt;")


def main() -> int:
    """Print the table, write it or say whether it is stale."""
    parser = argparse.ArgumentParser(description="Put mistakes into sound filings.")
    parser.add_argument("--missed", action="store_true", help="name where a kind was not found")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    mode.add_argument("--check", action="store_true", help="exit 1 where that table is stale")
    chosen = parser.parse_args()
    results, filings, projects = measure()
    text = table(results, filings, projects)
    inside, page = score.section("mutations", text)
    if chosen.missed:
        for one in results:
            if one.missed:
                print(f"{one.kind.name}: {', '.join(one.missed)}")
    if chosen.write:
        score.PAGE.write_text(page, encoding="utf-8")
    elif chosen.check:
        stale = inside != f"{text}\n"
        print("docs/quality.md is stale: run scripts/mutate.py --write" if stale else "fresh")
        return int(stale)
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
