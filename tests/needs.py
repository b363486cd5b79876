"""Marks for tests that want a program or library from outside Python.

Such a test is skipped where the thing is missing; with `CI=true` a skip is a failure, see
`conftest.py`.
"""

import contextlib
import functools
import io
import shutil
from collections.abc import Callable

import pytest

from tests import chromium


def needs(*names: str) -> pytest.MarkDecorator:
    """Return the mark for tests that want these: `pango`, `chromium`, or a program's name."""
    missing = [name for name in names if not present(name)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@functools.cache
def present(name: str) -> bool:
    """Say whether the thing is installed."""
    return _LOOKS.get(name, lambda: shutil.which(name) is not None)()


def _pango() -> bool:
    # WeasyPrint prints a banner when a library is missing.
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            import weasyprint  # noqa: F401, PLC0415 - slow, and only some tests want it
        except OSError:
            return False
    return True


_LOOKS: dict[str, Callable[[], bool]] = {
    "chromium": lambda: chromium.executable() is not None,
    "pango": _pango,
}
