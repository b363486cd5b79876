"""A command loads what it needs, so that a short run stays short."""

import subprocess
import sys

import pytest

from tests.helpers import Workspace

_RUN = """
import sys
from perfspec import cli
cli.run(sys.argv[1:2])
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("command", "libraries"),
    [
        ("--version", {"perfspec.pipeline", "jsonschema", "jinja2"}),
        ("check", {"perfspec.compare.filings", "perfspec.changes", "rapidfuzz", "networkx"}),
        ("check", {"jinja2", "xlsxwriter", "weasyprint"}),
    ],
)
def test_a_command_does_not_load_what_another_needs(
    workspace: Workspace, command: str, libraries: set[str]
) -> None:
    words = [sys.executable, "-c", _RUN, command]
    ended = subprocess.run(words, cwd=workspace.root, capture_output=True, text=True, check=True)
    loaded = {*ended.stderr.split()}
    assert ("perfspec.cli" in loaded, loaded & libraries) == (True, set())
