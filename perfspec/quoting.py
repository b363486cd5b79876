"""Write a text as a YAML scalar: plain where every reader takes it for that text, else quoted.

In: a text of one line. Out: the scalar.
"""

import re

from perfspec import yamltree
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.source import Source

# YAML 1.1 takes these for something else: a time of day, a date, true, nothing.
_OTHER = re.compile(r"[-+.0-9][-+.:_eE0-9xXoO]*|~|null|true|false|yes|no|on|off|y|n", re.IGNORECASE)
_NUMBER = re.compile(r"0|[1-9][0-9]*(\.[0-9]+)?|0\.[0-9]+")


def scalar(text: str) -> str:
    """Return `text` as it is written in YAML, in block and in flow style.

    Raises PerfspecError for a text that no single line of a spec can hold.
    """
    if "\n" in text or not _reads(quoted := "'" + text.replace("'", "''") + "'", text):
        raise PerfspecError(
            message("{text!r} has a character that cannot stand in one line of a spec", text=text)
        )
    other = _OTHER.fullmatch(text) and not _NUMBER.fullmatch(text)
    return text if text and not other and _reads(text, text) else quoted


def _reads(written: str, text: str) -> bool:
    """Tell whether `written` reads as `text` in every place where it may stand."""
    source = Source(path="", text=f"a: {written}\nb:\n  - {written}\n  - {{a: {written}, b: c}}\n")
    tree, found = yamltree.parse(source)
    return not found and tree is not None and tree.data == _data(text)


def _data(text: str) -> object:
    return {"a": text, "b": [text, {"a": text, "b": "c"}]}
