"""Put the data of one file into its text, as far as the paper says it.

In: the tree of a file that is there, data with the same ids, and what of it was read from a paper.
Out: splices, the data as it is to read then, and what is to be said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from perfspec import markup
from perfspec.diagnostics import Place
from perfspec.importing.merging import splicing
from perfspec.messages import Message, message
from perfspec.nextyear.layout import Splice
from perfspec.yamltree import Tree

# What the keeper of a spec says and no paper does, and what folder and form say.
_OWN = frozenset({"spec", "id", "stage", "supplied", "follows", "sample", "complete"})
_OWN |= {"form", "year", "money_unit"}
# Kept without a word where the paper is silent.
_SILENT = frozenset({"department", "units", "unit", "projects"})
_MARKDOWN = frozenset({"overall_goal", "sub_goals", "measures"})
Keys = tuple[str | int, ...]


class Said:
    """Which values of a file were read from the paper: `keys` are theirs, with `/`."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._exact = frozenset(keys)
        above: set[str] = set()
        for key in self._exact:
            parts = key.split("/")
            above.update("/".join(parts[:at]) for at in range(1, len(parts)))
        self._above = frozenset(above)

    def has(self, keys: Keys) -> bool:
        """Tell whether the value at `keys` was read, something in it, or what it is a part of."""
        parts = list(map(str, keys))
        if "/".join(parts) in self._above:
            return True
        return any("/".join(parts[:at]) in self._exact for at in range(1, len(parts) + 1))


@dataclass(slots=True, kw_only=True)
class Merge:
    """A file on its way; `ids` are those of the rows that are there, by the keys of their list.

    A place is in the file that is there, and `keys` are those of the draft.
    """

    tree: Tree
    said: Said
    ids: Mapping[str, Sequence[str]]
    splices: list[Splice] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    def mapping(self, place: Place, keys: Keys, old: Any, new: Any) -> Any:  # noqa: ANN401 — data of any shape
        """Merge a mapping, and return it as it is to read."""
        wanted = dict(old)
        added: dict[str, list[tuple[str, Any]]] = {}
        before = ""
        for key, value in new.items():
            if key in _OWN:
                continue
            if key in old:
                wanted[key] = self._value(place / key, (*keys, key), old[key], value)
                before = key
            elif value or self.said.has((*keys, key)):
                wanted[key] = value
                added.setdefault(before, []).append((key, value))
        for behind, pairs in added.items():
            self.splices += splicing.keys(self.tree, place, pairs, behind)
        for key in old:
            if key not in new and key not in _OWN:
                self._kept(place / key, old[key])
        return wanted

    def _value(self, place: Place, keys: Keys, old: Any, new: Any) -> Any:  # noqa: ANN401 — as above
        if isinstance(old, dict) and isinstance(new, dict):
            return self.mapping(place, keys, old, new)
        if isinstance(old, list) and isinstance(new, list) and keys[-1] != "class":
            return self._list(place, keys, old, new)
        if old == new or _is_printed_alike(keys, old, new):
            return old
        if self.said.has(keys) or (new and not old):
            self.splices.append(splicing.replaced(self.tree, place, new))
            return new
        self._kept(place, old)
        return old

    def _list(self, place: Place, keys: Keys, old: list[Any], new: list[Any]) -> list[Any]:
        """Merge a list: rows by their ids, units by their codes, texts by their words."""
        pairs = self._pairs(place, keys, old, new)
        wanted = list(old)
        added: dict[int, list[Any]] = {}
        behind = -1
        for at, value in enumerate(new):
            if at in pairs:
                behind = pairs[at]
                wanted[behind] = self._value(place / behind, (*keys, at), old[behind], value)
            else:
                added.setdefault(behind, []).append(value)
        for number, values in sorted(added.items(), reverse=True):
            self.splices += splicing.items(self.tree, place, values, number)
            wanted[number + 1 : number + 1] = values
        met = set(pairs.values())
        for there, value in enumerate(old):
            if there not in met:
                self._kept(place / there, value)
        return wanted

    def _pairs(self, place: Place, keys: Keys, old: list[Any], new: list[Any]) -> dict[int, int]:
        """Return for the numbers of items of `new` those of `old` that they are."""
        name = "/".join(map(str, place.keys))
        if keys[-1] == "indicators":
            known = {one: at for at, one in enumerate(self.ids.get(name, ()))}
            return _known([row.get("id") for row in new], known)
        if keys == ("units",):
            known = {str(unit["code"]): at for at, unit in enumerate(old)}
            return _known([unit["code"] for unit in new], known)
        if keys == ("projects",):
            return _known(new, {str(one): at for at, one in enumerate(old)})
        return _texts(old, new, lambda one, two: one == two or _is_printed_alike(keys, one, two))

    def _kept(self, place: Place, old: Any) -> None:  # noqa: ANN401 — as above
        """Note that a value that is there is not what the paper says."""
        if not old or place.keys[0] in _SILENT:
            return
        key = "/".join(str(one + 1) if isinstance(one, int) else str(one) for one in place.keys)
        if isinstance(old, Mapping) and old.get("name"):
            key += f" 「{old['name']}」"
        text = message("{path}: {key} is kept: the paper does not say it", path=place.path, key=key)
        self.notes.append(text)


def _known(new: Sequence[Any], known: Mapping[str, int]) -> dict[int, int]:
    """Return the pairs of items that have one name, each old one once."""
    free = dict(known)
    return {at: free.pop(str(one)) for at, one in enumerate(new) if str(one) in free}


def _texts(old: Sequence[Any], new: Sequence[Any], alike: Any) -> dict[int, int]:  # noqa: ANN401 — a test of two texts
    """Return the pairs: texts with which both lists begin and end alike, the others in order."""
    least = min(len(old), len(new))
    head = 0
    while head < least and alike(old[head], new[head]):
        head += 1
    tail = 0
    while tail < least - head and alike(old[-1 - tail], new[-1 - tail]):
        tail += 1
    pairs = {at: at for at in range(least - tail)}
    return pairs | {len(new) - 1 - at: len(old) - 1 - at for at in range(tail)}


def _is_printed_alike(keys: Keys, old: Any, new: Any) -> bool:  # noqa: ANN401 — data of any shape
    """Tell whether two texts are the same on paper, where line breaks between words are none."""
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    if "\n" not in old and "\n" not in new and keys[0] not in _MARKDOWN:
        return False
    shown = markup.paragraphs if keys[0] in _MARKDOWN else markup.plain
    return bool(shown(old) == shown(new))
