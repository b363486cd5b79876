"""What a rule is: a code, a level, a check and a manual.

A check is of a whole filing, of each project, of two filings or of each project in two filings.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from perfspec.compare import Comparison, ProjectChange
from perfspec.diagnostics import Diagnostic, Fix, Place, Related, Severity
from perfspec.form import Form
from perfspec.messages import Message
from perfspec.model import Filing, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may look at beside its subject; `options` are its own, defaults put in.

    For a rule over two years, filing and form are the newer ones, and `comparison` has both.
    """

    filing: Filing
    form: Form
    options: Mapping[str, Any]
    comparison: Comparison | None = None

    @property
    def compared(self) -> Comparison:
        """What a rule over two years judges. Raises ValueError where a filing alone is reviewed."""
        if self.comparison is None:
            raise ValueError(self.filing.at)
        return self.comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """What a rule could not judge, and what it lacks: neither found nor clean."""

    code: str
    at: Place
    message: Message


Judgement = Iterator[Diagnostic | Undecided]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A parameter that form packs and workspaces may set; its type is that of `default`.

    A number below `least` is refused.
    """

    name: str
    default: tuple[str, ...] | Decimal | int
    title: Message
    least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of review; `module` is its module's `__name__`, whose docstring is its manual.

    It judges one filing, or what changed between two: never both.
    """

    module: str
    level: Severity
    check_filing: Callable[[Filing, Context], Judgement] | None = None
    check_project: Callable[[Project, Context], Judgement] | None = None
    check_comparison: Callable[[Comparison, Context], Judgement] | None = None
    check_change: Callable[[ProjectChange, Context], Judgement] | None = None
    options: tuple[Option, ...] = ()

    @property
    def over_years(self) -> bool:
        """Whether it judges what changed."""
        return bool(self.check_comparison or self.check_change)

    @property
    def command(self) -> str:
        """The command that runs it."""
        return "diff" if self.over_years else "check"

    @property
    def code(self) -> str:
        """The module's name in kebab-case."""
        return self.module.rpartition(".")[2].replace("_", "-")

    def finding(  # noqa: PLR0913 — a finding has this many parts
        self,
        at: Place,
        text: Message,
        *,
        level: Severity | None = None,
        hint: Message | None = None,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Return a finding of this rule, at its own level unless another is given."""
        return Diagnostic(
            code=self.code,
            severity=level or self.level,
            message=text,
            at=at,
            hint=hint,
            related=related,
            fix=fix,
        )

    def undecided(self, at: Place, text: Message) -> Undecided:
        """Return that there is not enough data to judge what stands at `at`."""
        return Undecided(code=self.code, at=at, message=text)
