"""What a rule is: a code, a level, and a check of a whole filing or of each project."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from perfspec.diagnostics import Diagnostic, Place, Severity
from perfspec.form import Form
from perfspec.messages import Message
from perfspec.model import Filing, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of review; `code` is its module's name in kebab-case."""

    code: str
    level: Severity
    check_filing: Callable[[Filing, Form], Iterator[Diagnostic]] | None = None
    check_project: Callable[[Project, Form], Iterator[Diagnostic]] | None = None

    def finding(self, at: Place, text: Message, *, hint: Message | None = None) -> Diagnostic:
        """Return a diagnostic of this rule at its level."""
        return Diagnostic(code=self.code, severity=self.level, message=text, at=at, hint=hint)
