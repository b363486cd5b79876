"""Fixtures of the tests of the core and of the command."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.helpers import Workspace

# No example may fail because the machine is slow.
hypothesis.settings.register_profile(
    "perfspec", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("perfspec")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program speak English, and forget afterwards what a run has set."""
    for name in ("LANG", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    domain = gettext.textdomain()
    yield
    gettext.textdomain(domain)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace with one sound filing."""
    return Workspace(tmp_path)
