"""What a run of `check` has to tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfspec.diagnostics import Severity
from perfspec.findings import Finding, Suppressed, Unjudged
from perfspec.judging import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The findings of a run, what was held back and why, and how much was looked at.

    `findings` are those to be shown. `suppressed` are silenced by a comment, `known` by the
    baseline; `gone` counts the entries of the baseline that nothing answers to any more. `tallies`
    has an entry for each rule that ran.
    """

    filings: int
    files: int
    findings: tuple[Finding, ...]
    undecided: tuple[Unjudged, ...] = ()
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    suppressed: tuple[Suppressed, ...] = ()
    known: tuple[Finding, ...] = ()
    gone: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, threshold: Severity) -> bool:
        """Tell whether there is a finding as bad as `threshold` or worse."""
        return any(finding.severity.reaches(threshold) for finding in self.findings)
