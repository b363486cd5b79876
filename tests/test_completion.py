"""A shell that asks how to complete a word gets an answer."""

import pytest

from perfspec import cli


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_script(
    shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # bash is asked for its version before it gets a script.
    monkeypatch.setenv("_PERFSPEC_COMPLETE", f"{shell}_source")
    assert cli.run([]) == cli.DONE
    assert "_PERFSPEC_COMPLETE" in capsys.readouterr().out


def test_a_command_is_completed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_PERFSPEC_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "perfspec ch")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert cli.run([]) == cli.DONE
    assert capsys.readouterr().out == "plain,check\n"


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("--format js", "plain,json\n"),
        ("--select cost-fl", "plain,cost-floor\n"),
        ("--ignore typo,cost-fl", "plain,typo,cost-floor\n"),
        ("--ignore nothing", "\n"),
    ],
)
def test_formats_and_rules_are_completed(
    words: str,
    completed: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("_PERFSPEC_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"perfspec check {words}")
    monkeypatch.setenv("COMP_CWORD", "3")
    cli.run([])
    assert capsys.readouterr().out == completed


def test_an_unknown_shell_is_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PERFSPEC_COMPLETE", "nosuch_source")
    assert cli.run([]) not in {cli.DONE, cli.BROKEN_PIPE}
