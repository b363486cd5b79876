"""How well papers are read that perfspec has not printed: `python -m tests.importing.readings`.

In: published tables in `filings/` and the ways of writing in `flatvariants`, with what a person
read in them. Out: what was found of it, row by row.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from perfspec.documents import Document, reading
from perfspec.form import Form
from perfspec.importing import (
    Found,
    FoundIndicator,
    FoundProject,
    Value,
    account,
    finding,
    forms,
)
from perfspec.packs import Packs
from tests.importing import flatcells, flatcovers, flatparts, flatrows, flattitles, layouts
from tests.importing.flatpaper import Project, table
from tests.importing.flatvariants import VARIANTS, Variant

FOLDER = Path(__file__).with_name("filings")
KINDS = ("txt", "html", "docx")
BANDS = "≥95%≥90%≥80%<80%"
MODULES = (flatcovers, flatcells, flatrows, flattitles, flatparts)
Row = tuple[str, str, str, str]
Known = Mapping[str, Form]


@dataclass(slots=True, kw_only=True)
class Truth:
    """A project as a person read it; what is None was not looked at."""

    name: str
    said: dict[str, object] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found of the truth; `wrong` is what was found and is not true."""

    projects: int
    found: int
    rows: int
    right: int
    wrong: tuple[object, ...]
    left: str
    form: str

    @property
    def is_whole(self) -> bool:
        """Tell whether everything was found, and nothing else."""
        return (self.found, self.right, self.wrong) == (self.projects, self.rows, ())


def published() -> Iterator[tuple[str, str, list[Truth]]]:
    """Yield the published tables: name, words as `layouts` knows them, projects."""
    for path in sorted(FOLDER.glob("*.txt")):
        text, truth = path.read_text(encoding="utf-8").split("=====\n")
        words = "\n".join(line for line in text.split("\n") if not line.startswith("# "))
        yield path.stem, words, list(_truths(truth))


def data(words: str, kind: str) -> bytes:
    """Return a published table as a document."""
    if kind == "docx":
        return layouts.word(words)
    return layouts.html(words) if kind == "html" else _flattened(words).encode()


def of_paper(words: str, kind: str, truths: list[Truth], known: Known) -> Score:
    """Return the score of a published table in one kind of document."""
    document = reading.read(data(words, kind), f"paper.{kind}")
    return score(document, finding.find([document]), truths, known)


def of_variant(variant: Variant, known: Known) -> Score:
    """Return the score of a way of writing the invented filing."""
    document = reading.read(variant.data, "paper.txt")
    found = finding.find([document])
    truths = [_of_project(one, has_bands=variant.has_bands) for one in variant.projects]
    said = score(document, found, truths, known)
    counts = [len(one or ()) for one in (found.overall_goal, found.sub_goals, found.measures)]
    pairs = zip(counts, variant.parts, strict=True)
    wrong: list[object] = [
        ("part", count, want) for count, want in pairs if want not in {None, count}
    ]
    wrong += [("form", said.form, variant.form)] if variant.form not in {"", said.form} else []
    return replace(said, wrong=(*said.wrong, *wrong))


def score(document: Document, found: Found, truths: list[Truth], known: Known) -> Score:
    """Return what is found of the truth in a document."""
    wrong: list[object] = []
    right = 0
    for truth, one in zip(truths, found.projects, strict=False):
        said = _said(one)
        wanted = {"name": truth.name, **truth.said}
        wrong += [(key, said[key], want) for key, want in wanted.items() if said[key] != want]
        rows = Counter(_row(row) for row in one.indicators)
        right += (rows & Counter(truth.rows)).total()
        wrong += (rows - Counter(truth.rows)).elements()
    wrong += [one.name for one in found.projects[len(truths) :]]
    text = {one.number: one.text for one in document.paragraphs()}
    left = [text[one.paragraph][one.start : one.end] for one, _ in account.left_over(found)]
    return Score(
        projects=len(truths),
        found=len(found.projects),
        rows=sum(len(one.rows) for one in truths),
        right=right,
        wrong=tuple(wrong),
        left="|".join(left),
        form=forms.choose(found, known).form.name if found.projects else "",
    )


def packs() -> Known:
    """Return the forms that perfspec knows."""
    there = Packs(Path(__file__).parents[2])
    read = {name: there.get(name) for name in there.names()}
    return {name: pack.form for name, pack in read.items() if pack and pack.form}


def _flattened(words: str) -> str:
    out = []
    for part in layouts.parts(words):
        if isinstance(part, str):
            out.append(f"{part}\n")
            continue
        width = max(len(row) for row in part)
        rows = [[*row, *["<"] * (width - len(row))] for row in part]
        cells = [[cell.replace("⏎", "\n") for cell in row if cell != "<"] for row in rows]
        out.append(table([["" if cell == "^" else cell for cell in row] for row in cells]))
    return "".join(out)


def _truths(text: str) -> Iterator[Truth]:
    truth: Truth | None = None
    for line in text.splitlines():
        label, _, words = line.partition(": ")
        if label == "project":
            if truth:
                yield truth
            truth = Truth(name=_plain(words))
        elif truth and " | " in line:
            first, second, name, target = (_plain(cell) for cell in line.split(" | "))
            truth.rows.append((first, second, name, target))
        elif truth and label in {"total", "purpose"}:
            truth.said[label] = _plain(words)
    if truth:
        yield truth


def _of_project(one: Project, *, has_bands: bool) -> Truth:
    said: dict[str, object] = {
        "code": one.code,
        "total": one.total,
        "purpose": _plain(one.purpose),
        "plan": list(one.plan),
        "goals": list(one.goals),
    }
    rows = []
    for first, second, name, _, target, _ in one.rows:
        # The older form has one level of classes, and bands.
        below, words = ("", BANDS) if has_bands else (second, _plain(target))
        rows.append((first, below, name, words))
    return Truth(name=one.name, said=said, rows=rows)


def _said(one: FoundProject) -> dict[str, object]:
    return {
        "name": _text(one.name or one.title),
        "code": _text(one.code),
        "total": _text(one.total),
        "purpose": _text(one.purpose),
        "plan": [_text(value) for value in one.plan.values()],
        "goals": [_text(value) for value in one.goals],
    }


def _row(row: FoundIndicator) -> Row:
    target = row.target
    parts = (target.text, target.op, target.value, target.unit, *target.bands.values())
    words = "".join(_text(one) for one in parts if one)
    return _text(row.first), _text(row.second), _text(row.name), words


def _text(value: Value | None) -> str:
    return _plain(value.text) if value else ""


def _plain(text: str) -> str:
    return "".join(text.split())


def main() -> None:
    """Print the score of every paper, and the sums."""
    known = packs()
    scores = {
        f"{name}.{kind}": of_paper(words, kind, truths, known)
        for name, words, truths in published()
        for kind in KINDS
    }
    scores |= {name: of_variant(one, known) for name, one in VARIANTS.items()}
    for name, one in scores.items():
        what = f"{one.found}/{one.projects} projects, {one.right}/{one.rows} rows"
        print(f"{'ok ' if one.is_whole else 'BAD'} {name}: {what}; {one.form}; left: {one.left}")  # noqa: T201
        for wrong in one.wrong:
            print("    wrong:", wrong)  # noqa: T201
    whole = sum(one.is_whole for one in scores.values())
    rows = f"{sum(one.right for one in scores.values())}/{sum(one.rows for one in scores.values())}"
    wrongs = sum(len(one.wrong) for one in scores.values())
    print(f"{whole}/{len(scores)} papers whole, {rows} rows, {wrongs} wrong")  # noqa: T201


if __name__ == "__main__":
    main()
