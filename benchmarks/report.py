"""The results of a measurement as a page for people, made from `results.json` alone."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

_INTRODUCTION = """\
# What a PDF costs

Written by `python benchmarks/pdf.py --write` from the measurement in `results.json`; do not edit.

Measured is the whole process, from its start to its end, each time a new one: `perfspec build
--to pdf` against headless Chromium printing the HTML that perfspec built, with the same fonts at
hand. The two take turns in one run; a ratio is that of two runs side by side, below 1 where
perfspec was faster. Files were in the disk cache. Seconds are those of one machine, on which
other work may have been going on; the ratios say more.
"""
_DIFFERENCE = """\
The two do not do the same work. perfspec reads and checks the YAML, makes the HTML, numbers the
contents, repeats merged labels behind page breaks, tags the file for PDF/A-3a and PDF/UA-1 and
attaches the data. Chromium gets the finished HTML and does none of these.
"""


_CHECK = """\
# What checking costs

Written by `python benchmarks/check.py --write`. The same project files, in turns, whole processes:
`perfspec check` with all its rules against check-jsonschema with the schema alone.
"""

_COMPARE = """\
# What comparing two years costs

Written by `python benchmarks/compare.py --write`. Two years of one department as made by
`two_years.py`: of the projects 60 % are the same but for the year, 25 % changed, 10 % have another
name and code, 5 % were dropped and added, all in another order. Both read the same YAML files;
`DeepDiff(old, new, ignore_order=True)` against `perfspec diff --to json`. Seconds of the processor.
"""
_COMPARE_DIFFERENCE = """\
The two do not do the same work. Where most projects have changed, if only their year, deepdiff
takes each for another thing and does not look inside; perfspec finds out which project became
which, compares them part by part and marks the words that changed. The whole process of perfspec
also checks the files, judges what changed and says where it stands.
"""


_WORD = """\
# What a Word file costs

Written by `python benchmarks/word.py --write`. The same text, the same cells, the same merged cells
and fonts: perfspec, the calls of python-docx, and a template with loops filled by docxtpl, in
turns. Alone: perfspec from the HTML, the others from plain data. Whole process: `perfspec build
--to docx` from the YAML, the others from the same data as JSON. Seconds of the processor; a ratio
below 1 is where perfspec was faster.
"""
_WORD_DIFFERENCE = """\
The three do not do the same work. perfspec works out the style sheet of the HTML, writes contents
as fields with entries and links, footers of left and right pages, sections, edges and room of every
cell, and rows that do not break; its whole process also reads and checks the files with all rules.
The other two are given the data ready, make one section without footers, and no fields.
"""


def page(results: dict[str, Any]) -> str:
    """Return the page in Markdown."""
    checked = [check_part(results["check"])] if "check" in results else []
    compared = [compare_part(results["compare"])] if "compare" in results else []
    words = [word_part(results["word"])] if "word" in results else []
    return "\n".join([*_lines(results), *checked, *compared, *words])


def check_part(check: dict[str, Any]) -> str:
    """Return the part of the page about checking, in Markdown."""
    return "\n".join(_check_lines(check))


def compare_part(compare: dict[str, Any]) -> str:
    """Return the part of the page about comparing, in Markdown."""
    return "\n".join(_compare_lines(compare))


def word_part(word: dict[str, Any]) -> str:
    """Return the part of the page about Word files, in Markdown."""
    return "\n".join(_word_lines(word))


def ratios(filing: dict[str, Any], other: str = "chromium") -> list[float]:
    """Return perfspec's time divided by that of the other program, run by run."""
    pairs = zip(filing["perfspec"], filing[other], strict=True)
    return [ours / theirs for ours, theirs in pairs]


def compared(filing: dict[str, Any], which: str, other: str = "deepdiff") -> list[float]:
    """Return the ratios of the work `alone` or of the `whole` process, run by run."""
    return ratios({who: filing[who][which] for who in ("perfspec", other)}, other)


def growth(compare: dict[str, Any], who: str, which: str) -> list[float]:
    """Return how many times as long each next number of projects takes, by the medians."""
    times = [median(filing[who][which]) for filing in compare["filings"]]
    return [after / before for before, after in pairwise(times)]


def spread(values: list[float]) -> str:
    """Return the median of `values` and, in brackets, the least and the largest."""
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    yield _INTRODUCTION
    yield from _circumstances(results)
    yield "| | perfspec, s | Chromium, s | ratio | perfspec, MB | Chromium, MB |"
    yield "|---|---|---|---|---|---|"
    for filing in results["filings"]:
        ours, theirs = (_megabytes(filing["memory"][who]) for who in ("perfspec", "chromium"))
        yield (
            f"| {filing['name']}: {filing['pages']} pages, n = {len(filing['perfspec'])} "
            f"| {spread(filing['perfspec'])} | {spread(filing['chromium'])} "
            f"| {spread(ratios(filing))} | {ours} | {theirs} |"
        )
    yield ""
    yield "Median, in brackets least and largest. Memory: the peak of all processes together."
    yield ""
    yield _DIFFERENCE
    yield "## Where perfspec's time goes"
    yield ""
    yield "Seconds, medians of runs of their own, stage by stage inside one process."
    yield ""
    yield "| stage |" + "".join(f" {filing['name']} |" for filing in results["filings"])
    yield "|---|" + "---|" * len(results["filings"])
    for stage in results["filings"][0]["stages"]:
        cells = "".join(f" {_stage(filing, stage)} |" for filing in results["filings"])
        yield f"| {stage} |{cells}"
    yield ""


def _circumstances(results: dict[str, Any]) -> Iterator[str]:
    machine, versions = results["machine"], results["versions"]
    yield f"- Date: {results['date']}"
    yield f"- Machine: {machine['processors']} processors ({machine['model']}), {machine['system']}"
    yield f"- Versions: {', '.join(f'{name} {number}' for name, number in versions.items())}"
    yield f"- Load before and after: {machine['load'][0]}, {machine['load'][1]}"
    yield ""


def _check_lines(check: dict[str, Any]) -> Iterator[str]:
    yield _CHECK
    yield from _circumstances(check)
    yield "| | perfspec, s | check-jsonschema, s | ratio |"
    yield "|---|---|---|---|"
    ratio = spread(ratios(check, "check-jsonschema"))
    yield (
        f"| {check['projects']} projects, {check['rules']} rules, n = {len(check['perfspec'])} "
        f"| {spread(check['perfspec'])} | {spread(check['check-jsonschema'])} | {ratio} |"
    )
    busy = check["busy"]
    yield (
        f"| of it processor time, all processes | {spread(busy['perfspec'])} "
        f"| {spread(busy['check-jsonschema'])} | {spread(ratios(busy, 'check-jsonschema'))} |"
    )
    yield ""
    yield (
        "Median, in brackets least and largest. perfspec checks filings side by side where there "
        "is more than one processor; the other does not."
    )
    yield ""


def _compare_lines(compare: dict[str, Any]) -> Iterator[str]:
    yield _COMPARE
    yield from _circumstances(compare)
    yield "| projects | what | perfspec, s | deepdiff, s | ratio | perfspec, MB | deepdiff, MB |"
    yield "|---|---|---|---|---|---|---|"
    for filing in compare["filings"]:
        ours, theirs = filing["perfspec"], filing["deepdiff"]
        for which, name in (("alone", "comparing alone"), ("whole", "whole process")):
            memory = " | | |"
            if which == "whole":
                memory = f" | {_megabytes(ours['memory'])} | {_megabytes(theirs['memory'])} |"
            yield (
                f"| {filing['projects']} | {name}, n = {len(ours[which])} | {spread(ours[which])} "
                f"| {spread(theirs[which])} | {spread(compared(filing, which))}{memory}"
            )
    yield ""
    sizes = " → ".join(str(filing["projects"]) for filing in compare["filings"])
    grown = (
        f"{who} {' and '.join(f'{one:.1f}' for one in growth(compare, who, which))} ({which})"
        for which in ("alone", "whole")
        for who in ("perfspec", "deepdiff")
    )
    yield f"{sizes} projects take so many times as long: {', '.join(grown)}."
    yield ""
    yield _COMPARE_DIFFERENCE
    paired = compare["paired"]
    yield (
        f"When deepdiff is made to find partners for {paired['projects']} projects "
        f"(`cutoff_intersection_for_pairs=1`), comparing alone takes {paired['deepdiff']:.1f} s; "
        f"perfspec takes {paired['perfspec']:.2f} s."
    )
    last = compare["filings"][-1]["perfspec"]["found"]
    yield (
        f"Of {compare['filings'][-1]['projects']} projects perfspec put {last['pairs']} together, "
        f"{last['right']} of them rightly, and proposed {last['proposals']} more to a person."
    )
    yield ""


def _word_lines(word: dict[str, Any]) -> Iterator[str]:
    yield _WORD
    yield from _circumstances(word)
    others = ("python-docx", "docxtpl")
    yield "| | what | perfspec, s | python-docx, s | ratio | docxtpl, s | ratio |"
    yield "|---|---|---|---|---|---|---|"
    for filing in word["filings"]:
        for which, name in (("alone", "alone"), ("whole", "whole process")):
            ours = filing["perfspec"][which]
            theirs = (
                f"{spread(filing[other][which])} | {spread(compared(filing, which, other))}"
                for other in others
            )
            yield (
                f"| {filing['name']}: {filing['cells']} cells | {name}, n = {len(ours)} "
                f"| {spread(ours)} | {' | '.join(theirs)} |"
            )
    yield ""
    written = (f"{filing['name']} {spread(filing['writing'])}" for filing in word["filings"])
    yield f"Of perfspec's time alone the writing of the file itself: {', '.join(written)}."
    yield ""
    yield _WORD_DIFFERENCE


def _stage(filing: dict[str, Any], stage: str) -> str:
    seconds = filing["stages"][stage]
    return f"{seconds:.3f} in {filing['passes']}" if stage == "layout" else f"{seconds:.3f}"


def _megabytes(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.0f}"
