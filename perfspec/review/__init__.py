"""What a reviewer would send back: one module for each rule, listed here.

In: a `Filing` that could be read, and its `Form`. Out: diagnostics. A rule sees the model only;
it neither parses text nor reads files. A new rule is a module with a `RULE` and one line below.
"""

from collections.abc import Iterator

from perfspec.diagnostics import Diagnostic
from perfspec.form import Form
from perfspec.model import Filing
from perfspec.review.rule import Rule

RULES: tuple[Rule, ...] = ()


def review(filing: Filing, form: Form, rules: tuple[Rule, ...] = RULES) -> Iterator[Diagnostic]:
    """Yield what `rules` find in `filing`, rule by rule."""
    for rule in rules:
        if rule.check_filing:
            yield from rule.check_filing(filing, form)
        if rule.check_project:
            for project in filing.projects:
                yield from rule.check_project(project, form)
