"""Tell git how to show changes of specs: the driver `perfspec` of `git diff`.

In: a folder of a work tree. `.gitattributes` says which files are specs; what is done with them
has to be set in each clone, because git takes no commands from the files of others.
"""

import os
import sys
from pathlib import Path

from perfspec.errors import PerfspecError
from perfspec.revisions import git

ATTRIBUTE = "specs/**/*.yaml diff=perfspec"
# The head of a hunk: the nearest line above it that is one of these, what is in brackets of it.
_HEADS = (
    "^(name:.*)$",  # of a project
    "^([a-z_]+:)",  # a key of the file
    "^ *(- +[a-z_]+:.*)$",  # the first line of an indicator or unit
    "^ +(name:.*)$",  # of an indicator
    "^  ([a-z0-9-]+:)$",  # a project in actuals.yaml
)
_NUMBER = "[0-9]+([.,][0-9]+)*(%|‰)?"
_NAME = "[A-Za-z_][A-Za-z0-9_-]*"
_SIGN = "[^[:space:]]"
# A character of several bytes, for locales in which git sees bytes; git's own drivers have it too.
_BYTES = os.fsdecode(b"[\xc0-\xff][\x80-\xbf]+")


def set_up(folder: Path) -> bool:
    """Set the driver in the repository that `folder` is in; tell whether its specs have it.

    Only the settings of this clone are changed. Raises PerfspecError where there is no repository.
    """
    git.prefix(folder)
    for key, value in settings(sys.platform).items():
        git.ask(folder, "config", "--local", "--replace-all", f"diff.perfspec.{key}", value)
    probe = "specs/2026/101001/filing.yaml"
    return git.line(folder, "check-attr", "diff", "--", probe).endswith(": perfspec")


def is_repository(folder: Path) -> bool:
    """Tell whether git is there and `folder` is in a work tree that git trusts."""
    try:
        git.prefix(folder)
    except PerfspecError:
        return False
    return True


def settings(platform: str) -> dict[str, str]:
    """Return what is set below `diff.perfspec`.

    A word is a number with its per cent sign, a name, or one character, be it a Chinese one.
    """
    words = [_NUMBER, _NAME, _SIGN]
    if platform == "darwin":
        # Its regular expressions know characters, and refuse bytes that are none.
        return {"xfuncname": "\n".join(_HEADS), "wordRegex": "|".join(words)}
    if platform == "win32":
        # A program is not given bytes there, and single bytes of Chinese would be worse than lines.
        return {"xfuncname": "\n".join(_HEADS)}
    return {"xfuncname": "\n".join(_HEADS), "wordRegex": "|".join([*words, _BYTES])}
