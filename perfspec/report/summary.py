"""What a run of `check` has to tell."""

from dataclasses import dataclass

from perfspec.diagnostics import Severity
from perfspec.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The findings of a run, and how much was looked at."""

    filings: int
    files: int
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, threshold: Severity) -> bool:
        """Tell whether there is a finding as bad as `threshold` or worse."""
        return any(finding.severity.reaches(threshold) for finding in self.findings)
