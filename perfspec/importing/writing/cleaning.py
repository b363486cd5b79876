"""Take out of data what no spec may hold: characters that nobody sees on paper.

In: data. Out: the data without them, and which ones stood under which keys.
"""

from typing import Any

from perfspec.importing.draft import Data
from perfspec.yamlerrors import find_invisible, name_of

# What other programs take for the end of a line.
_BREAKS = str.maketrans(dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"))


def cleaned(data: Data) -> tuple[Data, dict[str, list[str]]]:
    """Return `data` with clean texts, and the names of what was taken out, by keys with `/`.

    What ends a line elsewhere ends one here; that is no loss, and not told.
    """
    removed: dict[str, list[str]] = {}
    return {key: _cleaned(value, (key,), removed) for key, value in data.items()}, removed


def _cleaned(data: Any, keys: tuple[str | int, ...], removed: dict[str, list[str]]) -> Any:  # noqa: ANN401 — data of any shape
    if isinstance(data, dict):
        return {key: _cleaned(value, (*keys, key), removed) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_cleaned(value, (*keys, at), removed) for at, value in enumerate(data)]
    if not isinstance(data, str) or (find_invisible(data) is None and "\r" not in data):
        return data
    text, lost = line(data)
    if lost:
        removed["/".join(map(str, keys))] = lost
    return text


def line(text: str) -> tuple[str, list[str]]:
    """Return `text` without what no spec may hold, and the names of what was taken out."""
    broken = text.replace("\r\n", "\n").translate(_BREAKS)
    kept = [one for one in broken if find_invisible(one) is None]
    lost = dict.fromkeys(name_of(one) for one in broken if find_invisible(one) is not None)
    return "".join(kept), [*lost]
