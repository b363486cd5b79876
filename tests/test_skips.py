"""Skips: allowed on a person's machine, failures in CI."""

from pathlib import Path

import pytest

from tests.needs import needs

pytest_plugins = ["pytester"]

TESTS = """
import pytest

@pytest.mark.skip(reason="not installed: qpdf")
def test_marked(): ...

def test_inside():
    pytest.skip("not installed: node")

@pytest.mark.xfail(strict=True)
def test_expected_to_fail():
    assert False

def test_passes(): ...
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """Return a folder with our conftest and a module of each kind of outcome."""
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(test_kinds=TESTS)
    pytester.makepyfile(test_module="import pytest\npytest.skip('whole', allow_module_level=True)")
    return pytester


def test_a_skip_is_a_skip_on_a_persons_machine(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    suite.runpytest_inprocess("-rs").assert_outcomes(passed=1, skipped=3, xfailed=1)


def test_a_skip_is_a_failure_with_its_reason_in_ci(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    result = suite.runpytest_inprocess("--continue-on-collection-errors")
    # A test that its mark skips, and a whole module, fail before they run: errors.
    result.assert_outcomes(passed=1, failed=1, errors=2, xfailed=1)
    result.stdout.fnmatch_lines_random(
        ["*a skip is a failure in CI: *not installed: node*", "*failure in CI: *qpdf*"]
    )


def test_a_missing_program_is_named_in_the_reason() -> None:
    mark = needs("sh", "no-such-program").mark
    assert mark.args == (True,)
    assert mark.kwargs["reason"] == "not installed: no-such-program"


def test_a_program_that_is_there_skips_nothing() -> None:
    assert needs("sh").mark.args == (False,)


@pytest.mark.parametrize(("skipped", "refused"), [(True, False), (False, True)])
def test_the_floor_of_coverage_holds_where_nothing_was_skipped(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, *, skipped: bool, refused: bool
) -> None:
    monkeypatch.delenv("CI", raising=False)
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(
        half="def used():\n    return 1\n\ndef unused():\n    return 2\n",
        test_half=f"""
        import half, pytest

        def test_used():
            half.used()

        @pytest.mark.skipif({skipped}, reason="not installed: qpdf")
        def test_other():
            pass
        """,
    )
    # A process of its own: this one is being measured itself.
    result = pytester.runpytest_subprocess("--cov=half", "--cov-fail-under=95")
    assert (result.ret != 0) == refused
