"""What holds for every test: a skip is a failure in CI, and elsewhere it is forgiven."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# No example may fail because the machine is slow. `pytest --hypothesis-profile=deep` tries laws
# twenty times as often: for a night, and after a change of what they are about.
settings.register_profile("perfspec", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deep", settings.get_profile("perfspec"), max_examples=2000)
settings.load_profile("perfspec")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden files instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure in CI; what is expected to fail stays so."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole module into a failure in CI."""
    report = yield
    _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Waive the floor of coverage where tests were skipped: their share cannot be reached."""
    result = yield
    plugins = session.config.pluginmanager
    reporter, coverage = plugins.getplugin("terminalreporter"), plugins.getplugin("_cov")
    if reporter is not None and coverage is not None and reporter.stats.get("skipped"):
        coverage.options.cov_fail_under = 0
    return result


def _fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("CI") == "true" and report.outcome == "skipped":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"a skip is a failure in CI: {reason}"
