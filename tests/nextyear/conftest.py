"""The fixtures of `tests/fixtures.py` hold here."""

from tests.fixtures import _english, workspace

__all__ = ["_english", "workspace"]
