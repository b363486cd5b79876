"""Drive headless Chromium over its debugging pipe: HTML in; picture, PDF, axe's findings out.

The pipe (file descriptors 3 and 4, JSON closed by a zero byte) needs no library, unlike the
web socket, and tells when a page is done, unlike the command line.
"""

import base64
import fcntl
import importlib.resources
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",  # it does not start for root, and the pages are our own
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a page that wants the network must not get it
)
_FIRST_FREE = 10  # our ends of the pipes stay clear of 3 and 4
_PIECE = 1 << 20


class ChromiumError(Exception):
    """Chromium is not there, ended, or refused a command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One accessibility rule that a page breaks, and the elements that break it."""

    rule: str
    impact: str
    help: str
    targets: tuple[str, ...]


class Page:
    """One open page."""

    def __init__(self, commands: IO[bytes], answers: IO[bytes], log: Path) -> None:
        """Take the two ends of the pipe, and the file that Chromium complains into."""
        self._commands = commands
        self._answers = answers
        self._log = log
        self._unread = b""
        self._last = 0
        self._session: dict[str, str] = {}
        self._events: list[str] = []

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Send a command and return its result."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params, **self._session}
        self._commands.write(json.dumps(message).encode() + b"\0")
        self._commands.flush()
        while (answer := self._read()).get("id") != self._last:
            self._events.append(answer["method"])
        if "error" in answer:
            raise ChromiumError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, url: str) -> None:
        """Show `url`; return when it and its fonts are loaded."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}
        self.call("Page.enable")
        self._events.clear()
        answer = self.call("Page.navigate", url=url)
        if "errorText" in answer:
            raise ChromiumError(f"{url}: {answer['errorText']}")
        while "Page.loadEventFired" not in self._events:
            self._events.append(self._read().get("method", ""))
        self.evaluate("document.fonts.ready.then(() => true)")

    def size(self, width: int, height: int) -> None:
        """Give the page a window of `width` by `height` CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever the script returns
        """Return the value of a JavaScript expression; a promise is waited for."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise ChromiumError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            piece = self._answers.read(_PIECE)
            if not piece:
                raise ChromiumError(f"Chromium ended: {self._log.read_text(errors='replace')}")
            self._unread += piece
        text, _, self._unread = self._unread.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


def executable() -> str | None:
    """Return the path of Chromium or Chrome, `None` where there is none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def page(html_path: Path, width: int = 1280, height: int = 800) -> Iterator[Page]:
    """Open an HTML file in a Chromium of its own, with an empty profile and no network."""
    program = executable()
    if program is None:
        raise ChromiumError(f"none of these is installed: {', '.join(_NAMES)}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        log = Path(profile, "chromium.log")
        theirs_in, ours_out = _pipe()
        ours_in, theirs_out = _pipe()
        process = os.posix_spawn(
            program,
            [program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, theirs_in, 3),
                (os.POSIX_SPAWN_DUP2, theirs_out, 4),
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, str(log), os.O_WRONLY | os.O_CREAT, 0o600),
            ],
        )
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            with os.fdopen(ours_out, "wb") as commands, os.fdopen(ours_in, "rb", 0) as answers:
                opened = Page(commands, answers, log)
                opened.open(html_path.resolve().as_uri())
                opened.size(width, height)
                yield opened
        finally:
            # Chromium ends by itself when the pipe is closed.
            os.waitpid(process, 0)


def screenshot(html_path: Path, png_path: Path, width: int, height: int) -> None:
    """Write the picture of a window of `width` by `height` showing the page's beginning."""
    with page(html_path, width, height) as opened:
        answer = opened.call("Page.captureScreenshot", format="png")
    png_path.write_bytes(base64.b64decode(answer["data"]))


def print_pdf(html_path: Path, pdf_path: Path) -> None:
    """Write what a person gets who prints the page from the browser, paper size from its CSS."""
    with page(html_path) as opened:
        answer = opened.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
    pdf_path.write_bytes(base64.b64decode(answer["data"]))


def axe(html_path: Path) -> list[Violation]:
    """Return what axe-core finds wrong with the page; one that it cannot judge is an error."""
    script = importlib.resources.files("axe_playwright_python") / "axe.min.js"
    with page(html_path) as opened:
        opened.evaluate(script.read_text(encoding="utf-8") + ";undefined")
        result = opened.evaluate("axe.run()")
    if not result["passes"]:
        raise ChromiumError(f"axe found nothing to check in {html_path}")
    return [
        Violation(
            rule=found["id"],
            impact=found["impact"],
            help=found["help"],
            targets=tuple(str(node["target"]) for node in found["nodes"]),
        )
        for found in result["violations"]
    ]


def _pipe() -> tuple[int, int]:
    ends = os.pipe()
    read, write = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _FIRST_FREE) for end in ends)
    for end in ends:
        os.close(end)
    return read, write
