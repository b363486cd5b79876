"""`perfspec check`: everything that is wrong in the specs, where it stands."""

from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import click

from perfspec import baseline, output, pipeline, review, workers, workspace
from perfspec.baseline import Baseline
from perfspec.cli import mending
from perfspec.cli.console import Console, talking
from perfspec.cli.outputs import (
    TEXT,
    Output,
    RuleCodes,
    format_option,
    give,
    protect,
    without_stdout,
)
from perfspec.diagnostics import Severity
from perfspec.errors import PerfspecError
from perfspec.findings import Finding, Identity, Suppressed, Unjudged, settle
from perfspec.judging import Tally
from perfspec.messages import message
from perfspec.pipeline import Desk
from perfspec.report import Summary
from perfspec.report.statistics import table
from perfspec.report.text import total
from perfspec.workers import Looked

_CODES = RuleCodes("check")
_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(slots=True, kw_only=True)
class _Run:
    """What was found so far."""

    root: Path
    codes: frozenset[str]
    filings: int
    findings: list[Finding]
    files: set[str] = field(default_factory=set)
    suppressed: list[Suppressed] = field(default_factory=list)
    undecided: list[Unjudged] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=dict)
    judged: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, looked: Looked) -> None:
        """Take in what is said of a filing; what is wrong in a form is told once."""
        self.files.update(looked.files)
        checked, here = looked.checked, f"{looked.folder.path}/"
        for one in checked.findings:
            if one.spot.path.startswith(here) or one not in self.findings:
                self.findings.append(one)
        self.suppressed += checked.suppressed
        self.undecided += checked.undecided
        for code, tally in checked.tallies.items():
            self.tallies[code] = self.tallies.get(code, Tally()) + tally
        self.judged[looked.folder.path] = checked.judged

    def summary(self, known: Baseline) -> Summary:
        """Return what is to be told, without what `known` has."""
        new, met = known.split(self.findings)
        return Summary(
            filings=self.filings,
            files=len(self.files),
            findings=tuple(new),
            undecided=tuple(self.undecided),
            tallies=self.tallies,
            suppressed=tuple(self.suppressed),
            known=tuple(met),
            gone=known.gone(self.was_judged),
        )

    def keep(self, before: Baseline, path: Path) -> Baseline:
        """Write what was found to `path`, and return it as a baseline.

        Entries of `before` stay where this run looked at nothing that could tell.
        """
        found = [one.identity for one in self.findings if one.by_rule]
        entries = [*found, *before.unjudged(self.was_judged)]
        output.write(path, baseline.text(entries).encode())
        return Baseline(entries)

    def was_judged(self, one: Identity) -> bool:
        """Tell whether a rule that ran to its end would have found `one`, were it still there.

        Where there is no such rule or filing any more, nothing will ever find it.
        """
        folder = "/".join(one.path.split("/")[:3])
        if one.code not in self.codes or not (self.root / folder).is_dir():
            return True
        return one.code in self.judged.get(folder, ())


@click.command(
    help="Find what is wrong in the specs: in all of them, or in the years and paths named.",
)
@click.argument("targets", nargs=-1, metavar="[YEAR|PATH]...")
@click.option(
    "--select",
    type=_CODES,
    multiple=True,
    metavar="RULE[,RULE]",
    help="Run these rules only, also where they are switched off.",
)
@click.option(
    "--ignore",
    type=_CODES,
    multiple=True,
    metavar="RULE[,RULE]",
    help="Do not run these rules.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="The mildest finding that makes the exit code 1; default: error.",
)
@format_option
@click.option(
    "--statistics", is_flag=True, help="Print how often each rule found something or could not say."
)
@click.option("--fix", is_flag=True, help="Mend what can be mended for certain.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing.")
@click.option(
    "--fix-approved", is_flag=True, help="With --fix or --diff: filings already approved too."
)
@click.option(
    "--baseline",
    "known",
    type=_FILE,
    metavar="FILE",
    help="Leave out the findings that are in this file.",
)
@click.option(
    "--write-baseline",
    "keep",
    type=_FILE,
    metavar="FILE",
    help="Write the findings of the rules to this file, as known from now on.",
)
@talking
def check(
    console: Console,
    targets: tuple[str, ...],
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    fail_on: str | None,
    outputs: tuple[Output, ...],
    *,
    statistics: bool,
    fix: bool,
    diff: bool,
    fix_approved: bool,
    known: Path | None,
    keep: Path | None,
) -> int:
    """Print the findings and return the exit code."""
    root, folders, found = workspace.select(targets, Path.cwd())
    chosen, left_out = (frozenset(chain.from_iterable(codes)) for codes in (select, ignore))
    desk, wrong = pipeline.open_desk(root, chosen, left_out)
    run = _Run(
        root=root,
        codes=frozenset(rule.code for rule in review.RULES),
        filings=len(folders),
        findings=[*wrong, *settle(found, {}, {})],
    )
    own = desk.workspace.baseline
    protect(root, outputs, keep, (keep, known, root / own if own else None))
    before, before_paths = _known(desk, root, known, keep), prefix(root)
    mender = mending.Mender(
        console=console,
        root=root,
        prefix=before_paths,
        known=before,
        writes=not diff,
        approved=fix_approved,
    )
    if fix_approved and not (fix or diff):
        raise PerfspecError(message("--fix-approved goes with --fix or --diff"))
    if diff and keep:
        raise PerfspecError(message("--diff writes nothing, but --write-baseline does"))
    if diff:
        outputs = without_stdout(outputs)
    for looked in mender.check(folders, desk) if fix or diff else workers.check(folders, desk):
        run.add(looked)
    if keep:
        before = run.keep(before, keep)
        console.say(
            message("{path}: known from now on: {count}", path=str(keep), count=before.size)
        )
    summary = run.summary(before)
    give(outputs, summary, console, before_paths)
    if statistics:
        _print_table(summary, outputs, console, before_paths)
    console.say(total(summary))
    return int(summary.fails(Severity(fail_on or desk.workspace.fail_on or Severity.ERROR)))


def _known(desk: Desk, root: Path, known: Path | None, keep: Path | None) -> Baseline:
    """Return the baseline that is asked for, else that of the workspace, else an empty one."""
    if keep:
        return baseline.read(keep) if keep.exists() else Baseline()
    if known:
        return baseline.read(known)
    if desk.workspace.baseline:
        return baseline.read(Path(desk.workspace.baseline), root)
    return Baseline()


def _print_table(
    summary: Summary, outputs: tuple[Output, ...], console: Console, before_paths: str
) -> None:
    """Print how the rules fared, beside a report for programs and not in it."""
    to_stdout = all(one.file or one.name == TEXT for one in outputs)
    style = console.style(error=not to_stdout, prefix=before_paths)
    (console.product if to_stdout else console.show)(table(summary, style))


def prefix(root: Path) -> str:
    """Return what stands before a path from `root` so that it is one from here."""
    here = Path.cwd().resolve()
    if here == root:
        return ""
    if root.is_relative_to(here):
        return f"{root.relative_to(here).as_posix()}/"
    return f"{root.as_posix()}/"
