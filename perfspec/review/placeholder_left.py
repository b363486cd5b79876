"""Nothing of the template is left in the text: no `**`, no `××`, no `……` for a row, no field code.

Why: what was to be filled in was not, and the paper says so to everyone who reads it.

Bad::

    indicators:
      - {name: 培训人数, target: ≥**人}

Bad::

    goals: [1.……]

Good::

    indicators:
      - {name: 培训人数, target: ≥120人}

Silent: bold (`**重点**`) in the fields that know Markdown; names and numbers made unreadable on
purpose (李××, 138****1234); model names with XX; an ellipsis at the end of a sentence. In the name
of an indicator whose target is filled in, a pattern in brackets (「参训人数（≥**人）」) is a
warning: some ministries prescribe such names. A target that is put off (待定, 暂无, 见附件) is one
as well; elsewhere such words are left alone.
"""

from perfspec.diagnostics import Diagnostic, Place, Severity
from perfspec.evidence import measured, placeholders, tables, written
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule
from perfspec.values import Target

_MARKDOWN = {"overall_goal", "sub_goals", "measures"}


def _check(filing: Filing, _context: Context) -> Judgement:
    for passage in written.holding(filing, placeholders.SUSPECT):
        markdown = passage.key in _MARKDOWN
        for start, end, kind in placeholders.find(passage.text, markdown=markdown):
            level = Severity.WARNING if placeholders.is_prescribed(passage, end) else Severity.ERROR
            yield _finding(passage.at.part(start, end), passage.text[start:end], kind, level)
    for row in (row for project in filing.projects for row in tables.all_rows(project)):
        for text in _cells(row.target):
            for start, end, kind in placeholders.find(text):
                yield _finding(row.at / "target", text[start:end], kind)
        stated = row.target.split.value if row.target.split else row.target.text
        if row.target.bands is None and placeholders.is_put_off(stated):
            later = message("{words!r} is no target yet", words=stated.strip())
            yield RULE.finding(measured.place(row), later, level=Severity.WARNING)


def _finding(
    at: Place, words: str, kind: placeholders.Kind, level: Severity = Severity.ERROR
) -> Diagnostic:
    if kind is placeholders.Kind.PROGRAM:
        text = message("{words!r} was left by a word processor or spreadsheet", words=words)
    else:
        text = message("{words!r} was never filled in", words=words)
    return RULE.finding(at, text, level=level)


def _cells(target: Target) -> tuple[str, ...]:
    """Return the texts of a target that is not written as one."""
    if target.split:
        return (target.text,)
    bands = target.bands
    return (bands.excellent, bands.good, bands.fair, bands.poor) if bands else ()


RULE = Rule(module=__name__, level=Severity.ERROR, check_filing=_check)
