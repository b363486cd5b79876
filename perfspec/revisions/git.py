"""Ask git, the program, about the repository that a folder is in.

In: a folder and arguments. Out: bytes, or a `PerfspecError` that says what is in the way. The
repository may come from a stranger: nothing is fetched, no hook runs, no pager, no other program.
"""

import os
import shutil
import subprocess  # noqa: TID251 — the one door
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from perfspec.errors import PerfspecError
from perfspec.messages import message

_SAFE = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor="),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "protocol.allow=never"),
)
# The words of git are read, so they are English; and no object is fetched that is not there.
# A `protocol.<name>.allow` of the repository would go before ours, but not GIT_ALLOW_PROTOCOL.
_FIXED = {
    "LC_ALL": "C",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
}
# A hook of git runs with these set to its own repository, and other folders would be asked there.
_OF_A_REPOSITORY = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)


class GitRefusalError(Exception):
    """Git ended with an error; `said` are its words."""

    def __init__(self, said: str) -> None:
        """Take what git said."""
        super().__init__(said)
        self.said = said


def ask(folder: Path, *arguments: str) -> bytes:
    """Return what `git ARGUMENTS` prints in `folder`; raises GitRefusalError where it fails."""
    ended = subprocess.run(  # noqa: S603 — no shell, and the program is git
        _command(folder, arguments), capture_output=True, check=False, env=_environment()
    )
    if ended.returncode:
        raise GitRefusalError(ended.stderr.decode("utf-8", "replace").strip())
    return ended.stdout


def line(folder: Path, *arguments: str) -> str:
    """Return the line that git prints, without its end."""
    return os.fsdecode(ask(folder, *arguments)).removesuffix("\n")


@contextmanager
def asking(folder: Path, questions: Iterable[str], *arguments: str) -> Iterator[IO[bytes]]:
    """Let git read the lines `questions`, and give the stream of its answers.

    Raises GitRefusalError where git fails; its answers end too early then.
    """
    # From a file: were both ends pipes, git could wait for us to read while we wait to write.
    with tempfile.TemporaryFile() as asked:
        asked.writelines(os.fsencode(f"{question}\n") for question in questions)
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603 — as above
            _command(folder, arguments),
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            if process.stdout is None:
                raise ValueError(arguments)
            yield process.stdout
            if process.wait():
                raise GitRefusalError("")


def prefix(folder: Path) -> str:
    """Return the path of `folder` from the top of its work tree: empty, or ending with `/`."""
    try:
        return line(folder, "rev-parse", "--show-prefix")
    except GitRefusalError as refusal:
        raise _no_repository(folder, refusal.said) from refusal


def _no_repository(folder: Path, said: str) -> PerfspecError:
    if "dubious ownership" in said:
        return PerfspecError(
            message("git does not trust {folder}: it belongs to somebody else", folder=str(folder)),
            message(
                "if you do, run: git config --global --add safe.directory {folder}",
                folder=str(folder),
            ),
        )
    return PerfspecError(
        message("{folder} is in no git repository", folder=str(folder)),
        message("name years or paths, or make a repository with `git init`"),
    )


def _command(folder: Path, arguments: Sequence[str]) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise PerfspecError(
            message("git is not installed, or not on the PATH"),
            message("install git, or name years and paths only"),
        )
    return [program, "-C", str(folder), *_SAFE, *arguments]


def _environment() -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    return kept | _FIXED
