"""Fixtures of the tests of the core and of the command."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from perfspec import cli, review
from perfspec.cli import language
from tests.helpers import Workspace


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program speak English, and forget afterwards what a run has set."""
    for name in ("LANG", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    domain = gettext.textdomain()
    yield
    language.translate_help(cli.perfspec, "en")
    gettext.textdomain(domain)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a workspace with one sound filing; no rule of review runs but those a test puts in."""
    monkeypatch.setattr(review, "RULES", ())
    return Workspace(tmp_path)
