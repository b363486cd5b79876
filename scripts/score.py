"""Hold the rules of review against the filings that were annotated by hand.

Usage: python scripts/score.py [--detail] [--write | --check]

Annotated are the published tables of `tests/corpus` with the filing that the repository holds, and
apart from these those of `tests/heldout`, which were not at hand while the rules were written; the
format is told in tests/corpus/README.md. Printed is for each of the two, for each rule, how many
expected findings it found and missed, how many others it had, and how often it could not judge.
`--detail` names them with their places, `--write` puts the tables into docs/quality.md, `--check`
says whether those there are stale. Exit 1 also where a finding of level error was not expected.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perfspec import judging, pipeline, review
from perfspec.diagnostics import Diagnostic, Place
from perfspec.messages import english
from perfspec.pipeline import Loaded
from perfspec.source import Region
from perfspec.workspace import FilingFolder

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
HELDOUT = ROOT / "tests" / "heldout"
PAGE = ROOT / "docs" / "quality.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an annotation; `kind` is expected, optional or silent."""

    kind: str
    rule: str
    level: str
    path: str
    keys: tuple[str, ...]
    words: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What a rule found, as an annotation would say it."""

    rule: str
    level: str
    path: str
    keys: tuple[str, ...]
    words: str
    message: str


@dataclass(slots=True, kw_only=True)
class Score:
    """What came of one filing: expected lines, findings without a line, rules that cannot judge."""

    name: str
    projects: int
    lines: tuple[Line, ...]
    ran: frozenset[str]
    found: list[Line] = field(default_factory=list)
    missed: list[Line] = field(default_factory=list)
    wrong: list[Met] = field(default_factory=list)
    allowed: list[Met] = field(default_factory=list)
    undecided: Counter[str] = field(default_factory=Counter)


def annotated() -> list[FilingFolder]:
    """Return the annotated filings that the authors of the rules knew."""
    seed = FilingFolder(root=ROOT, year="2020", department="224001")
    return [seed, *_below(CORPUS)]


def held_out() -> list[FilingFolder]:
    """Return the annotated filings that they did not know."""
    return _below(HELDOUT)


def _below(root: Path) -> list[FilingFolder]:
    return [
        FilingFolder(root=root, year=path.parts[-3], department=path.parts[-2])
        for path in sorted(root.glob("specs/*/*/filing.yaml"))
    ]


# By the names of the sections of docs/quality.md.
SETS = {"score": annotated, "held-out": held_out}


def annotation(folder: FilingFolder) -> str:
    """Return the text that a reviewer wrote beside a filing."""
    beside = folder.root / folder.path / "expected.txt"
    path = CORPUS / "seed-expected.txt" if folder.root == ROOT else beside
    return path.read_text(encoding="utf-8")


def parse(text: str) -> Iterator[Line]:
    """Yield the lines of an annotation. Raises ValueError where one has too few parts."""
    for written in text.splitlines():
        if not written.strip() or written.startswith("#"):
            continue
        parts = [part.strip() for part in written.split("|")]
        kind = parts.pop(0) if parts[0] in {"optional", "silent"} else "expected"
        if kind == "silent":
            parts.insert(1, "*")
            parts.insert(4, "*")
        if len(parts) != 6:  # noqa: PLR2004 — rule, level, file, keys, words, why
            raise ValueError(written)
        rule, level, path, keys, words, why = parts
        yield Line(
            kind=kind,
            rule=rule,
            level=level,
            path=path,
            keys=tuple(keys.replace("/**", "**").replace("**", "/**").strip("/").split("/")),
            words=words,
            why=why,
        )


def score(folder: FilingFolder) -> Score:
    """Return what the rules say of a filing, held against its annotation."""
    loaded = pipeline.load(folder)
    if loaded.filing is None or loaded.form is None or loaded.pack is None:
        raise ValueError([english(one.message) for one in loaded.refused])
    wanted = loaded.desk.settings(loaded.pack)
    said = judging.review(loaded.filing, loaded.form, wanted, review.RULES)
    lines = tuple(parse(annotation(folder)))
    result = Score(
        name=folder.path,
        projects=len(loaded.filing.projects),
        lines=lines,
        ran=frozenset(rule.code for rule in review.RULES if not rule.over_years),
        undecided=Counter(one.code for one in said.undecided),
    )
    judge([_met(one, loaded, folder) for one in said.found], result)
    return result


def judge(found: list[Met], result: Score) -> None:
    """Note each of `found` as expected, allowed or wrong, and which lines were met."""
    hit: set[int] = set()
    for met in sorted(found, key=lambda one: (one.path, one.keys)):
        fitting = [at for at, line in enumerate(result.lines) if _fits(line, met)]
        kinds = {result.lines[at].kind for at in fitting}
        if "expected" in kinds:
            # Each line goes to a finding of its own first.
            expected = [at for at in fitting if result.lines[at].kind == "expected"]
            hit.add(next((at for at in expected if at not in hit), expected[0]))
        elif kinds == {"optional"}:
            result.allowed.append(met)
        else:
            result.wrong.append(met)
    for at, line in enumerate(result.lines):
        if line.kind == "expected":
            (result.found if at in hit else result.missed).append(line)


def _met(one: Diagnostic, loaded: Loaded, folder: FilingFolder) -> Met:
    keys = one.at.keys if isinstance(one.at, Place) else ()
    return Met(
        rule=one.code,
        level=one.severity.value,
        path=one.at.path.removeprefix(f"{folder.path}/"),
        keys=tuple(map(str, keys)),
        words=_words(one.at, loaded),
        message=english(one.message),
    )


def _words(at: Place | Region, loaded: Loaded) -> str:
    """Return the underlined words; of what is no single text, such as a row, none."""
    if isinstance(at, Place):
        tree = loaded.trees[at.path]
        value = tree.data
        for key in at.keys:
            value = value[key]
        if isinstance(value, (dict, list)):
            return ""
        at = tree.locate(at)
    return loaded.sources[at.path].text[at.start : at.end]


def _fits(line: Line, met: Met) -> bool:
    return (
        line.rule == met.rule
        and line.level in {"*", met.level}
        and line.path in {"*", met.path}
        and (line.words == "*" or line.words in met.words or met.words in line.words)
        and _leads(line.keys, met.keys)
    )


def _leads(pattern: Sequence[str], keys: Sequence[str]) -> bool:
    """Tell whether `keys` are what `pattern` means."""
    if not pattern:
        return not keys
    if pattern[0] == "**":
        return any(_leads(pattern[1:], keys[at:]) for at in range(len(keys) + 1))
    return bool(keys) and pattern[0] in {"*", keys[0]} and _leads(pattern[1:], keys[1:])


def table(scores: Sequence[Score]) -> str:
    """Return the figures of each rule as a table, and what they were taken from."""
    rules = {line.rule for one in scores for line in one.lines if line.kind == "expected"}
    ran = {code for one in scores for code in one.ran}
    rows = []
    for rule in sorted(rules | ran):
        figures = [
            sum(line.rule == rule for one in scores for line in one.found),
            sum(line.rule == rule for one in scores for line in one.missed),
            sum(met.rule == rule for one in scores for met in one.wrong),
            sum(met.rule == rule for one in scores for met in one.allowed),
            sum(one.undecided[rule] for one in scores),
        ]
        rows.append((f"`{rule}`" if rule in ran else f"{rule} (no such rule yet)", figures))
    lines = [line for one in scores for line in one.lines]
    kinds = Counter(line.kind for line in lines)
    head = (
        f"{len(scores)} filings, {sum(one.projects for one in scores)} projects; "
        f"{kinds['expected']} expected findings, {kinds['optional']} that may be, "
        f"{kinds['silent']} traps."
    )
    sums = [sum(column) for column in zip(*(figures for _, figures in rows), strict=True)]
    return "\n".join(
        [
            head,
            "",
            "| rule | found | missed | wrong | may be | undecided |",
            "|---|---|---|---|---|---|",
            *(_row(name, figures) for name, figures in [*rows, ("**all**", sums)]),
        ]
    )


def _row(name: str, figures: Sequence[int]) -> str:
    return f"| {' | '.join([name, *map(str, figures)])} |"


def detail(scores: Sequence[Score]) -> Iterator[str]:
    """Yield a line for each finding that was missed or is wrong or may be."""
    for one in scores:
        for line in one.missed:
            where = f"{one.name}/{line.path} {'/'.join(line.keys)}"
            yield f"missed {line.rule} {line.level} {where} 「{line.words}」 {line.why}"
        for kind, mets in (("wrong", one.wrong), ("allowed", one.allowed)):
            for met in mets:
                where = f"{one.name}/{met.path} {'/'.join(met.keys)}"
                yield f"{kind} {met.rule} {met.level} {where} 「{met.words}」 {met.message}"


def wrong_errors(scores: Sequence[Score]) -> list[Met]:
    """Return the findings of level error that nobody expected."""
    return [met for one in scores for met in one.wrong if met.level == "error"]


def section(name: str, text: str = "") -> tuple[str, str]:
    """Return what stands in docs/quality.md between the marks of `name`, and the page with `text`.

    Raises ValueError where the marks are not there.
    """
    page = PAGE.read_text(encoding="utf-8")
    before, begin, rest = page.partition(f"<!-- {name} -->\n")
    inside, end, after = rest.partition(f"<!-- end of {name} -->\n")
    if not (begin and end):
        raise ValueError(name)
    return inside, f"{before}{begin}{text}\n{end}{after}"


def main() -> int:
    """Print the tables, write them or say whether they are stale."""
    parser = argparse.ArgumentParser(description="Hold the rules against annotated filings.")
    parser.add_argument("--detail", action="store_true", help="name what was missed or is wrong")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--write", action="store_true", help="put the tables into docs/quality.md")
    mode.add_argument("--check", action="store_true", help="exit 1 where those tables are stale")
    chosen = parser.parse_args()
    stale = unexpected = False
    for name, folders in SETS.items():
        scores = [score(folder) for folder in folders()]
        text = table(scores)
        inside, page = section(name, text)
        if chosen.write:
            PAGE.write_text(page, encoding="utf-8")
        elif chosen.check:
            stale |= inside != f"{text}\n"
        else:
            print(f"{name}: {text}\n")
        if chosen.detail:
            print("\n".join(detail(scores)))
        for met in wrong_errors(scores):
            unexpected = True
            print(f"not expected: {met.rule} in {met.path} {'/'.join(met.keys)}: {met.message}")
    if chosen.check:
        print("docs/quality.md is stale: run scripts/score.py --write" if stale else "fresh")
    return int(stale or unexpected)


if __name__ == "__main__":
    sys.exit(main())
