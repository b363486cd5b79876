"""The PDF: the HTML document laid out on pages by WeasyPrint, with attachments inside.

WeasyPrint is imported on the first use only: it takes 0.4 s, and it prints a banner on
stdout where its libraries are missing. `press` and all modules it uses import it at their
top and are therefore imported here, after that was caught.
"""

import contextlib
import ctypes.util
import io
import sys
import warnings
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Literal

from perfspec.errors import PerfspecError
from perfspec.messages import Message, message
from perfspec.render.document import Attachment, MissingGlyph, Printed, Rendered

Profile = Literal["archival", "plain"]
Fonts = Literal["bundled", "system"]


class MissingLibrary(PerfspecError):
    """A native library that WeasyPrint loads is not on this machine."""


def render(
    html: str,
    attachments: Sequence[Attachment] = (),
    *,
    profile: Profile = "archival",
    fonts: Fonts = "bundled",
) -> bytes | tuple[MissingGlyph, ...]:
    """Return the PDF, or the characters that no font prints; see `paged`."""
    made = paged(html, attachments, profile=profile, fonts=fonts)
    return made.data if isinstance(made, Printed) else made


def paged(
    html: str,
    attachments: Sequence[Attachment] = (),
    *,
    profile: Profile = "archival",
    fonts: Fonts = "bundled",
) -> Rendered:
    """Return the PDF with its page numbers, or the characters that no font prints.

    `archival` marks the file as PDF/A-3a and PDF/UA-1, `plain` does not; `bundled` prints
    with the fonts of the package, `system` prefers the installed fonts of the same names.
    Raises `MissingLibrary`, or `PerfspecError` for HTML or CSS that cannot be printed.
    """
    paper: Rendered = _press().render(html, attachments, profile, fonts)
    return paper


def pango() -> str:
    """Return name and version of the library that sets the lines; raises as `render` does."""
    return f"Pango {_press().pango_version()}"


def _press() -> ModuleType:
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            warnings.catch_warnings(),
            _without_search(),
        ):
            # A machine without HarfBuzz's own subsetter or without any font is no news:
            # `subset` brings the first, `faces` the second.
            warnings.simplefilter("ignore")
            from perfspec.render.pdf import press  # noqa: PLC0415 - see the docstring
    except OSError as error:
        raise MissingLibrary(
            message("the PDF libraries cannot be loaded: {reason}", reason=str(error).strip()),
            hint=_remedy(),
        ) from error
    return press


@contextlib.contextmanager
def _without_search() -> Iterator[None]:
    """Load libraries by their exact names on Linux, where a search starts compilers.

    WeasyPrint tries several names for each library, the exact one last. For every other one
    `find_library` runs ldconfig and gcc: half of the time that the import takes.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _find_nothing(name: str) -> None:
    del name


_REMEDIES = {
    "darwin": message("run: brew install pango"),
    "win32": message("install MSYS2 and run in its shell: pacman -S mingw-w64-ucrt-x86_64-pango"),
}
_LINUX = message(
    "run: apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0"
    " (Fedora: dnf install pango)"
)


def _remedy() -> Message:
    return _REMEDIES.get(sys.platform, _LINUX)
