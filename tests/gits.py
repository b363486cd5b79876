"""Real repositories of git for tests, which know nothing of the settings of the machine."""

import os
import subprocess
from pathlib import Path

IDENTITY = {
    "GIT_AUTHOR_NAME": "档案员",
    "GIT_AUTHOR_EMAIL": "clerk@example.org",
    "GIT_COMMITTER_NAME": "档案员",
    "GIT_COMMITTER_EMAIL": "clerk@example.org",
    "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
    "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Repository:
    """A repository whose branch is `main`."""

    def __init__(self, folder: Path) -> None:
        """Make it in `folder`, with whatever stands there."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Return what `git` prints."""
        ended = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            env=os.environ | IDENTITY,
            capture_output=True,
            check=True,
        )
        return os.fsdecode(ended.stdout)

    def commit(self) -> str:
        """Commit everything that stands there, and return the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "state")
        return self.git("rev-parse", "HEAD").strip()
