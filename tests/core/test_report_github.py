"""Workflow commands of GitHub: escaped, the worst first, and nothing dropped silently."""

import pytest

from perfspec.diagnostics import Diagnostic, Place, Severity
from perfspec.findings import Finding
from perfspec.messages import message
from perfspec.report import FORMATS
from perfspec.report.text import Style
from tests.core.reports import CHINESE, ENGLISH, PATH, RULE, amount, found, summary, syntax


def shown(findings: tuple[Finding, ...], style: Style = ENGLISH) -> list[str]:
    """Return the lines that are printed."""
    return FORMATS["github"](summary(findings), style).splitlines()


def several(count: int, severity: Severity) -> tuple[Finding, ...]:
    """Return `count` findings of one level."""
    return found(*(amount(severity, f"rule-{number:02}") for number in range(count)))


def test_nothing_found_is_nothing_printed() -> None:
    assert FORMATS["github"](summary(), ENGLISH) == ""


def test_a_finding_is_one_line_with_its_notes_and_hint() -> None:
    (line,) = shown(found(amount()))
    assert line == (
        f"::error file={PATH},line=3,endLine=3,col=12,endColumn=19,title={RULE}::"
        f"something is wrong%0A{PATH}:2:7: listed here first%0Ahint: put the text in quotes"
        "%0Afix: put the text in quotes"
    )


def test_a_finding_over_two_lines_has_no_columns() -> None:
    assert shown(syntax()) == [
        "::error file=specs/a.yaml,line=1,endLine=2,title=yaml-syntax::something is wrong"
    ]


def test_what_has_a_meaning_in_a_command_is_escaped() -> None:
    diagnostic = Diagnostic(
        code="some-code",
        severity=Severity.INFO,
        message=message("{x}", x="100%: a,\r\n::error::b"),
        at=Place(PATH, ("name",)),
    )
    (line,) = shown(found(diagnostic), Style(translate=ENGLISH.translate, prefix="a,b:c%/"))
    assert line == (
        f"::notice file=a%2Cb%3Ac%25/{PATH},line=2,endLine=2,col=7,endColumn=9,title=some-code"
        "::100%25: a,%0D%0A::error::b"
    )


def test_the_worst_come_first() -> None:
    mixed = found(*(amount(severity) for severity in reversed(Severity)))
    kinds = [line.split()[0] for line in shown(mixed)]
    assert kinds == ["::error", "::warning", "::notice"]


@pytest.mark.parametrize("severity", Severity)
def test_ten_of_a_kind_are_all_shown(severity: Severity) -> None:
    lines = shown(several(10, severity))
    assert [line.split("title=")[1][:7] for line in lines] == [f"rule-{n:02}" for n in range(10)]


@pytest.mark.parametrize(
    ("severity", "said"),
    [
        (Severity.ERROR, "::error title=perfspec::3 more errors are in the log of this step"),
        (Severity.WARNING, "::warning title=perfspec::3 more warnings are in the log of this step"),
        (Severity.INFO, "::notice title=perfspec::3 more notes are in the log of this step"),
    ],
)
def test_the_tenth_of_more_than_ten_says_how_many_more(severity: Severity, said: str) -> None:
    lines = shown(several(12, severity))
    annotations = [line for line in lines if line.startswith(f"{said[:6]}")]
    assert len(annotations) == 10
    assert annotations[9] == said
    assert "rule-08" in annotations[8]


def test_those_that_are_not_annotated_follow_as_text_that_is_no_command() -> None:
    lines = shown(several(12, Severity.ERROR))[10:]
    assert lines[0] == "::group::the other findings"
    word = lines[1].removeprefix("::stop-commands::")
    assert len(word) == 64
    assert lines[-2:] == [f"::{word}::", "::endgroup::"]
    text = "\n".join(lines[2:-2])
    assert [f"error[rule-{number:02}]" in text for number in range(12)] == [False] * 9 + [True] * 3


def test_the_limit_counts_each_kind_for_itself() -> None:
    lines = shown((*several(10, Severity.ERROR), *several(11, Severity.INFO)))
    assert sum(line.startswith("::error") for line in lines) == 10
    assert sum(line.startswith("::notice") for line in lines) == 10
    assert "::notice title=perfspec::2 more notes are in the log of this step" in lines


def test_it_says_so_in_chinese_without_colour() -> None:
    style = Style(translate=CHINESE.translate, colour=True)
    text = "\n".join(shown(several(11, Severity.ERROR), style))
    assert "::error title=perfspec::另有 2 处错误，见本步骤的日志" in text
    assert "::group::其余检查结果" in text
    assert "\x1b" not in text
