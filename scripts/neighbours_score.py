"""Hold the comparison of two years against published tables of neighbouring years.

Usage: python scripts/neighbours_score.py [--detail] [--write | --check]

`tests/neighbours/labels.txt` says of each pair of filings which indicators are one, what became of
their targets, and which judgements a reviewer makes; its README tells the format. Projects are
matched on names alone; for indicators it is declared which projects belong together. `--detail`
names what went wrong, `--write` puts the tables into docs/matching.md and docs/quality.md,
`--check` says whether those there are stale.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perfspec import judging, partial, pipeline
from perfspec.compare import Comparison, IndicatorChange, Side, filings
from perfspec.compare.lineage import Decision, Lineage
from perfspec.compare.pairs import Matching, Relation
from perfspec.messages import english
from perfspec.model import Indicator, Project
from perfspec.workspace import FilingFolder

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "tests" / "neighbours"
PAGES = {"matching": ROOT / "docs" / "matching.md", "judgements": ROOT / "docs" / "quality.md"}
_BEGIN, _END = "<!-- neighbours -->\n", "<!-- end of neighbours -->\n"


@dataclass(slots=True, kw_only=True)
class Labels:
    """What a reviewer says of a pair; names of indicators and ids of projects, older and newer."""

    old: str
    new: str
    projects: tuple[str, str]
    shifts: dict[tuple[str, str], str] = field(default_factory=dict)
    doubtful: set[tuple[str, str]] = field(default_factory=set)
    rules: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Counts:
    """What came of things that were to be found; lines that say which."""

    right: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)
    proposed_wrongly: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Score:
    """What came of all pairs."""

    pairs: list[Labels] = field(default_factory=list)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)
    projects: Counts = field(default_factory=Counts)
    indicators: Counts = field(default_factory=Counts)
    shifts: Counts = field(default_factory=Counts)
    rules: dict[str, Counts] = field(default_factory=dict)


def labels() -> list[Labels]:
    """Return the labels of all pairs. Raises ValueError for a line that is none."""
    found: list[Labels] = []
    for line in (HOME / "labels.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, first, second, *rest = (part.strip() for part in line.split("|"))
        if kind == "pair":
            older, _, newer = rest[0].partition(" = ")
            found.append(Labels(old=first, new=second, projects=(older, newer)))
        elif kind in {"same", "maybe"}:
            found[-1].shifts[first, second] = rest[0]
            found[-1].doubtful |= {(first, second)} if kind == "maybe" else set()
        elif kind == "maybe-project":
            found[-1].doubtful.add((f"project {first}", f"project {second}"))
        elif kind in {"expected", "optional"}:
            found[-1].rules[first] = kind
        else:
            raise ValueError(line)
    return found


def side(named: str) -> Side:
    """Return the filing that a label names: `year/department`, or one of another workspace."""
    where, year, department = f"./{named}".rsplit("/", 2)
    root = Path(os.path.normpath(HOME / where))
    loaded = pipeline.load(FilingFolder(root=root, year=year, department=department))
    filing = partial.of(loaded).filing
    if filing is None or loaded.form is None:
        raise ValueError(named)
    return Side(filing=filing, form=loaded.form)


def score() -> Score:
    """Return what came of all pairs."""
    result = Score()
    for one in labels():
        old, new = side(one.old), side(one.new)
        result.pairs.append(one)
        for named, filing in ((one.old, old.filing), (one.new, new.filing)):
            for project in filing.projects:
                result.seen[named, project.id] = len(project.indicators)
        _projects(filings.compare(old, new).projects, one, result.projects)
        older, newer = one.projects
        declared = Lineage(
            units=(_same(old.filing.units[0].code, new.filing.units[0].code),),
            projects=(_same(older, newer),),
        )
        comparison = filings.compare(old, new, declared)
        change = next(it for it in comparison.changes if it.pair.new.id == newer)
        _indicators(change.indicators.matching, one, result.indicators)
        for its in change.indicators.changes:
            _shift(its, one, result.shifts)
        _judgements(comparison, one, result.rules)
    return result


def _same(old: str, new: str) -> Decision:
    return Decision(relation=Relation.SAME, old=(old,), new=(new,))


def _projects(found: Matching[Project], labels: Labels, counts: Counts) -> None:
    """No two projects of a pair are one: they are of different places."""
    for pair in found.pairs:
        ids = f"project {pair.old.id}", f"project {pair.new.id}"
        where = counts.doubtful if ids in labels.doubtful else counts.wrong
        where.append(f"{pair.old.name} | {pair.new.name} ({pair.how.value} {pair.likeness})")
    for one in found.proposals:
        named = " + ".join(it.name for it in one.old), " + ".join(it.name for it in one.new)
        pairs = {(f"project {old.id}", f"project {new.id}") for old in one.old for new in one.new}
        doubtful = bool(pairs & labels.doubtful)
        where = counts.doubtful if doubtful else counts.proposed_wrongly
        where.append(f"{named[0]} | {named[1]} ({one.likeness})")


def _indicators(found: Matching[Indicator], labels: Labels, counts: Counts) -> None:
    left = {names for names in labels.shifts if names not in labels.doubtful}
    for pair in found.pairs:
        names = pair.old.name, pair.new.name
        line = f"{names[0]} | {names[1]} ({pair.how.value} {pair.likeness})"
        if names in labels.doubtful:
            counts.doubtful.append(line)
        else:
            (counts.right if names in left else counts.wrong).append(line)
        left.discard(names)
    for one in found.proposals:
        pairs = [(old.name, new.name) for old in one.old for new in one.new]
        for names in pairs:
            line = f"{names[0]} | {names[1]} ({one.likeness})"
            if names in labels.doubtful:
                counts.doubtful.append(line)
            else:
                (counts.proposed if names in left else counts.proposed_wrongly).append(line)
            left.discard(names)
    counts.missed += [" | ".join(names) for names in sorted(left)]


def _shift(change: IndicatorChange, labels: Labels, counts: Counts) -> None:
    names = change.pair.old.name, change.pair.new.name
    wanted = labels.shifts.get(names, "*")
    if wanted == "*":
        return
    its = change.target
    line = f"{names[1]}: {its.old.text} | {its.new.text}: {its.shift.value}, wanted {wanted}"
    (counts.right if its.shift.value == wanted else counts.wrong).append(line)


def _judgements(comparison: Comparison, labels: Labels, rules: dict[str, Counts]) -> None:
    said: dict[str, list[str]] = {}
    for one in judging.judge(comparison).found:
        said.setdefault(one.code, []).append(f"{labels.new}: {english(one.message)}")
    for code, lines in said.items():
        counts = rules.setdefault(code, Counts())
        kind = labels.rules.get(code)
        if kind == "expected":
            counts.right += lines[:1]
            counts.doubtful += lines[1:]
        else:
            (counts.doubtful if kind else counts.wrong).extend(lines)
    for code, kind in labels.rules.items():
        if kind == "expected" and code not in said:
            rules.setdefault(code, Counts()).missed.append(labels.new)


def tables(found: Score) -> dict[str, str]:
    """Return the two tables, by the names of their pages."""
    size = f"{len(found.pairs)} pairs, {len(found.seen)} projects"
    size = f"{size}, {sum(found.seen.values())} indicators."
    head = "| what | matched right | wrong | proposed right | wrong | missed | doubtful |"
    rows = [size, "", head, "|---|---|---|---|---|---|---|"]
    for name, one in (("projects", found.projects), ("indicators", found.indicators)):
        kinds = one.right, one.wrong, one.proposed, one.proposed_wrongly, one.missed, one.doubtful
        rows.append(f"| {name} | {' | '.join(str(len(lines)) for lines in kinds)} |")
    shifts = found.shifts
    rows += ["", f"Of the targets of those matched {len(shifts.right)} were classified as"]
    rows[-1] += f" labelled, {len(shifts.wrong)} otherwise."
    rules = ["| rule | found | missed | wrong | may be |", "|---|---|---|---|---|"]
    for code, one in sorted(found.rules.items()):
        said = one.right, one.missed, one.wrong, one.doubtful
        rules.append(f"| `{code}` | {' | '.join(str(len(lines)) for lines in said)} |")
    return {"matching": "\n".join(rows), "judgements": "\n".join(rules)}


def detail(found: Score) -> Iterator[str]:
    """Yield what went wrong or was doubtful."""
    parts = {"projects": found.projects, "indicators": found.indicators, "shifts": found.shifts}
    for name, one in (parts | found.rules).items():
        for kind in ("wrong", "proposed_wrongly", "missed", "doubtful"):
            for line in getattr(one, kind):
                yield f"{name}: {kind.replace('_', ' ')}: {line}"


def section(page: str, text: str = "") -> tuple[str, str]:
    """Return what stands between the marks of a page, and the page with `text` there."""
    whole = PAGES[page].read_text(encoding="utf-8")
    before, begin, rest = whole.partition(_BEGIN)
    inside, end, after = rest.partition(_END)
    if not (begin and end):
        raise ValueError(str(PAGES[page]))
    return inside, f"{before}{begin}{text}\n{end}{after}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, write them or say whether they are stale."""
    parser = argparse.ArgumentParser(description="Hold the comparison against labelled tables.")
    parser.add_argument("--detail", action="store_true", help="name what went wrong")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--write", action="store_true", help="put the tables into the docs")
    mode.add_argument("--check", action="store_true", help="exit 1 where those are stale")
    chosen = parser.parse_args(arguments)
    found = score()
    stale = False
    for page, text in tables(found).items():
        print(text, end="\n\n")
        if chosen.write:
            PAGES[page].write_text(section(page, text)[1], encoding="utf-8")
        stale = stale or (chosen.check and section(page)[0] != f"{text}\n")
    if chosen.detail:
        print("\n".join(detail(found)))
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
