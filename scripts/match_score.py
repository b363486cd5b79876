"""Hold the matching of two years against pairs and tables that were labelled by hand.

Usage: python scripts/match_score.py [--detail] [--write | --check]

`tests/matching/pairs.tsv` has pairs of names, each matched with nothing else on either side and no
other evidence; `tables.tsv` has whole tables, in which all lines compete. Printed is for each part
how many things that are one were matched, proposed or missed, and how many that are not one were
matched or proposed. `--detail` names what went wrong, `--write` puts the table into
docs/matching.md, `--check` says whether the one there is stale.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perfspec.compare import Side, matching
from perfspec.compare.pairs import Matching
from perfspec.diagnostics import Place
from perfspec.form import Form, ProjectCode
from perfspec.model import (
    Budget,
    Department,
    Filing,
    Indicator,
    IndicatorClass,
    Project,
    Unit,
)
from perfspec.values import amount
from perfspec.values.targets import target

ROOT = Path(__file__).resolve().parent.parent
PAIRS, TABLES = ROOT / "tests/matching/pairs.tsv", ROOT / "tests/matching/tables.tsv"
PAGE = ROOT / "docs" / "matching.md"
_NOWHERE = Place("")


@dataclass(slots=True, kw_only=True)
class Score:
    """What came of one part of the labels: names of the pairs, the older and the newer one."""

    name: str
    matched: list[tuple[str, str]] = field(default_factory=list)
    proposed: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrongly_matched: list[tuple[str, str]] = field(default_factory=list)
    wrongly_proposed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> tuple[int, int]:
        """How many of the pairs that were matched are right."""
        return len(self.matched), len(self.matched) + len(self.wrongly_matched)

    @property
    def recall(self) -> tuple[int, int]:
        """How many of the things that are one were matched or proposed."""
        found = len(self.matched) + len(self.proposed)
        return found, found + len(self.missed)


def lines(path: Path) -> Iterator[list[str]]:
    """Yield the lines of a file of labels, by their columns."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def scores() -> list[Score]:
    """Return what came of each part of the labels."""
    found: list[Score] = []
    for part in ("dev", "test", "fresh"):
        for kind in ("project", "indicator"):
            score = Score(name=f"{kind} names, {part}")
            for its_part, its_kind, label, old, new, *_ in lines(PAIRS):
                if (its_part, its_kind) == (part, kind):
                    _judge(score, kind, [("", old, "", new, "")], same=label == "same")
            found.append(score)
    tables: dict[str, list[tuple[str, str, str, str, str]]] = {}
    kinds: dict[str, str] = {}
    for table, kind, class_, old, value, new, other, _ in lines(TABLES):
        tables.setdefault(table, []).append((class_, old, value, new, other))
        kinds[table] = kind
    for kind in ("project", "indicator"):
        score = Score(name=f"whole tables of {kind}s")
        for table, rows in tables.items():
            if kinds[table] == kind:
                _judge(score, kind, rows, same=True)
        found.append(score)
    return found


def _judge(
    score: Score, kind: str, rows: Sequence[tuple[str, str, str, str, str]], *, same: bool
) -> None:
    """Note what became of the lines of one table; `same` tells whether those of a line are one."""
    found = matched(kind, rows)
    right = {(old, new) for _, old, _, new, _ in rows if old and new} if same else set()
    left = set(right)
    for pair in found.pairs:
        names = pair.old.name, pair.new.name
        (score.matched if names in right else score.wrongly_matched).append(names)
        left.discard(names)
    for one in found.proposals:
        pairs = [(old.name, new.name) for old in one.old for new in one.new]
        hits = [names for names in pairs if names in left]
        score.proposed += hits
        score.wrongly_proposed += [] if hits else pairs[:1]
        left.difference_update(hits)
    score.missed += sorted(left)


def matched(
    kind: str, rows: Sequence[tuple[str, str, str, str, str]]
) -> Matching[Project] | Matching[Indicator]:
    """Return the matching of the two sides of `rows`, whose order does not give them away."""
    old = sorted((name, class_, value) for class_, name, value, _, _ in rows if name)
    new = sorted((name, class_, value) for class_, _, _, name, value in rows if name)
    if kind == "project":
        return matching.projects(_filing(2021, old), _filing(2022, new))
    return matching.indicators(
        tuple(_indicator(f"a{at}", *row) for at, row in enumerate(old)),
        tuple(_indicator(f"b{at}", *row) for at, row in enumerate(new)),
        declared=False,
    )


def _indicator(id_: str, name: str, class_: str, value: str) -> Indicator:
    return Indicator(
        id=id_,
        classified=IndicatorClass(first="", second=class_, standard=class_ or "output.quantity"),
        name=name,
        description="",
        target=target(value),
        basis="",
        weight="",
        fields={},
        at=_NOWHERE,
    )


_FORM = Form(
    name="labels",
    title="",
    ready=False,
    template="",
    first_year=None,
    last_year=None,
    money_unit="元",
    classes=(),
    sources=(),
    payment_plan=(),
    target="text",
    operators_required=False,
    weights_total=None,
    project_code=ProjectCode(length=None, division_digits=None, year_at=None),
    required_on_project=(),
    required_on_indicator=(),
    fields=(),
)
_UNIT = Unit(code="101001", name="示例县民政局", suffix="", at=_NOWHERE)
_DEPARTMENT = Department(
    code="101001", name="示例县民政局", short_name="", division="", reviewer="", at=_NOWHERE
)


def _filing(year: int, rows: Sequence[tuple[str, str, str]]) -> Side:
    projects = tuple(
        Project(
            id=f"p{year}-{at}",
            unit=_UNIT,
            code="",
            name=name,
            term=None,
            budget=Budget(total=amount(value), sources={}, at=_NOWHERE),
            purpose="",
            payment_plan={},
            goals=(),
            indicators=(),
            medium_term=None,
            fields={},
            at=_NOWHERE,
        )
        for at, (name, _, value) in enumerate(rows)
    )
    filing = Filing(
        form="labels",
        year=year,
        stage="draft",
        sample=False,
        complete=True,
        follows="",
        supplied=(),
        department=_DEPARTMENT,
        units=(_UNIT,),
        overall_goal="",
        sub_goals=(),
        measures=(),
        projects=projects,
        fields={},
        at=_NOWHERE,
    )
    return Side(filing=filing, form=_FORM)


def table(found: Sequence[Score]) -> str:
    """Return the figures as a table."""
    head = "labels | one: matched | proposed | missed | not one: matched | proposed"
    rows = [f"| {head} | matches right | found |", "|---|---|---|---|---|---|---|---|"]
    for one in found:
        figures = (
            one.matched, one.proposed, one.missed, one.wrongly_matched, one.wrongly_proposed
        )  # fmt: skip
        counts = " | ".join(str(len(names)) for names in figures)
        rows.append(f"| {one.name} | {counts} | {_share(*one.precision)} | {_share(*one.recall)} |")
    return "\n".join(rows)


def _share(part: int, whole: int) -> str:
    """Return a share in per cent with one decimal, rounded down."""
    tenths = 1000 * part // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10} %"


def detail(found: Sequence[Score]) -> Iterator[str]:
    """Yield what went wrong."""
    for one in found:
        for what in ("wrongly_matched", "wrongly_proposed", "missed"):
            for old, new in getattr(one, what):
                yield f"{one.name}: {what.replace('_', ' ')}: {old} | {new}"


def section(text: str = "") -> tuple[str, str]:
    """Return what stands between the marks in docs/matching.md, and the page with `text` there."""
    page = PAGE.read_text(encoding="utf-8")
    before, begin, rest = page.partition("<!-- score -->\n")
    inside, end, after = rest.partition("<!-- end of score -->\n")
    if not (begin and end):
        raise ValueError(str(PAGE))
    return inside, f"{before}{begin}{text}\n{end}{after}"


def main() -> int:
    """Print the table, write it or say whether it is stale."""
    parser = argparse.ArgumentParser(description="Hold the matching against labels.")
    parser.add_argument("--detail", action="store_true", help="name what went wrong")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--write", action="store_true", help="put the table into docs/matching.md")
    mode.add_argument("--check", action="store_true", help="exit 1 where that table is stale")
    chosen = parser.parse_args()
    found = scores()
    text = table(found)
    if chosen.detail:
        print("\n".join(detail(found)))
    if chosen.write:
        PAGE.write_text(section(text)[1], encoding="utf-8")
    elif chosen.check:
        stale = section()[0] != f"{text}\n"
        print("docs/matching.md is stale: run scripts/match_score.py --write" if stale else "fresh")
        return int(stale)
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
