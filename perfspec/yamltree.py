"""Read YAML into a tree that keeps every scalar as typed and knows where it stands.

In: a `Source`. Out: a `Tree`, or the findings that say why there is none. Only plain data is
accepted: no aliases, anchors, tags, merge keys or further documents, and nothing deeper than
`yamlerrors.MAX_DEPTH`, so that a stranger's file costs no more than its size.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from perfspec import scalars, yamlerrors, yamlslips
from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.messages import message
from perfspec.scalars import Stretch
from perfspec.source import Region, Source

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Below a text there is nothing; two dictionaries for each would be a third of a tree.
_NOTHING: dict[Any, Any] = {}


class Text(str):
    """A scalar as typed; `plain` says that it stood without quotes."""

    __slots__ = ("plain",)
    plain: bool

    @classmethod
    def of(cls, value: str, *, plain: bool) -> "Text":
        """Return `value` as a scalar of a tree."""
        text = cls(value)
        text.plain = plain
        return text


@dataclass(slots=True)
class _Node:
    """A value, its offsets, what is below it; `parsed` is PyYAML's text where that differs."""

    start: int
    end: int = 0
    style: str = ""
    indent: int = 0
    parsed: str | None = None
    value: Any = None
    children: dict[Any, "_Node"] = field(default_factory=dict)
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    repeated: tuple[int, str, Region] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The data of one file (dicts, lists and `Text`) and where each part of it stands."""

    source: Source
    data: Any
    _root: _Node
    _offsets: dict[int, list[int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def place(self) -> Place:
        """The place of the whole file."""
        return Place(self.source.path)

    def locate(self, place: Place) -> Region:
        """Return where `place` stands; of a place that is not there, its nearest parent."""
        node, last_key = self._walk(place)
        if last_key and (place.on_key or node.start == node.end):
            return self._region(*last_key)
        if isinstance(node.value, Text):
            return self._in_scalar(node, place.span or (0, len(node.value)))
        return self._region(*(last_key or (node.start, node.start)))

    def stretch(self, place: Place) -> Stretch:
        """Return the whole of the value at `place` as written, its quotes included."""
        node, last_key = self._walk(place)
        return Stretch(node.start, node.end, (last_key or (node.start,))[0], node.style)

    def _walk(self, place: Place) -> tuple[_Node, tuple[int, int] | None]:
        """Return the node at `place`, or its nearest parent, and where its key stands."""
        node, last_key = self._root, None
        for key in place.keys:
            child = node.children.get(key)
            if child is None:
                break
            last_key = node.keys.get(str(key))
            node = child
        return node, last_key

    def stretches(self) -> list[Stretch]:
        """Return all keys and texts of the file, in the order in which they stand."""
        found, nodes = list[Stretch](), [self._root]
        while nodes:
            node = nodes.pop()
            nodes += node.children.values()
            found += [Stretch(start, end, start, "") for start, end in node.keys.values()]
            for key, child in node.children.items():
                if isinstance(child.value, Text):
                    lead, _ = node.keys.get(key, (child.start, 0))
                    found.append(Stretch(child.start, child.end, lead, child.style))
        return sorted(found)

    def _in_scalar(self, node: _Node, span: tuple[int, int]) -> Region:
        raw = self.source.text[node.start : node.end]
        if raw == node.value:
            return self._region(node.start + span[0], node.start + span[1])
        if node.start not in self._offsets:  # many findings may point into one long text
            parsed = node.value if node.parsed is None else node.parsed
            _, self._offsets[node.start] = scalars.read(raw, node.style, parsed, node.indent)
        offsets = self._offsets[node.start]
        start, end = (offsets[min(at, len(offsets) - 1)] for at in span)
        return self._region(node.start + start, node.start + end)

    def _region(self, start: int, end: int) -> Region:
        return Region(path=self.source.path, start=start, end=end)


def parse(source: Source) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the tree of `source`, or None, and what was found."""
    if (at := yamlerrors.find_invisible(source.text)) is not None:
        region = Region(path=source.path, start=at, end=at + 1)
        return None, [yamlerrors.describe_character(region, source.text[at])]
    builder = _Builder(source)
    try:
        parser = _LOADER(source.text)
        while not builder.stopped and parser.check_event():
            builder.take(parser.get_event())
    except yaml.MarkedYAMLError as problem:
        return None, [*builder.found, yamlerrors.describe(source, problem)]
    if builder.root is None or builder.root.value == "":
        if not builder.found:
            why = message("the file is empty")
            builder.found.append(error("yaml-empty", Region(path=source.path), why))
        return None, builder.found
    refused = builder.stopped or builder.found
    tree = Tree(source=source, data=builder.root.value, _root=builder.root)
    return (None if refused else tree), builder.found


class _Builder:
    """Builds the nodes from parser events, and refuses what a spec may not contain."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: _Node | None = None
        self.found: list[Diagnostic] = []
        self.stopped = False
        self._stack: list[_Node] = []
        self._pending: list[tuple[str, int, int] | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 — the stubs of PyYAML's events lack marks and tags
        """Take one parser event."""
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.NodeEvent):  # most are
            self._node(event, start, end)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse("yaml-documents", start, end)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = self._stack.pop()
            node.end = start
            self._pending.pop()

    def _refuse(self, code: str, start: int, end: int) -> None:
        region = Region(path=self.source.path, start=start, end=end)
        wanted, hint = yamlerrors.REFUSALS[code]
        self.found.append(error(code, region, wanted, hint=hint))
        self.stopped = True

    def _node(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 — as in `take`
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-alias", start, end)
        elif event.anchor is not None:
            self._refuse("yaml-anchor", start, start + 1)
        elif event.tag is not None:
            self._refuse("yaml-tag", start, start + 1)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, start, end)
        elif len(self._stack) >= yamlerrors.MAX_DEPTH:
            self._refuse("yaml-depth", start, end)
        else:
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            node = _Node(start=start, value={} if is_mapping else [])
            if self._attach(node):
                self._stack.append(node)
                self._pending.append(None)

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        style = event.style or ""
        if style == '"' and (at := yamlerrors.find_invisible(event.value)) is not None:
            # An escape brings in what the text of the file may not hold.
            region = Region(path=self.source.path, start=start, end=end)
            self.found.append(yamlerrors.describe_character(region, event.value[at]))
        if self._stack and self._pending[-1] is None and isinstance(self._stack[-1].value, dict):
            self._key(event.value, start, end, plain=not style)
            return
        if not style and (lost := yamlslips.find_comment(self.source, end)):
            self.found.append(lost)
        value, parsed = event.value, None
        indent = self._stack[-1].indent if self._stack else 0
        if "\n" in self.source.text[start:end]:
            value, _ = scalars.read(self.source.text[start:end], style, value, indent)
            parsed = event.value
        text = Text.of(value, plain=not style)
        self._attach(_Node(start, end, style, indent, parsed, text, _NOTHING, _NOTHING))

    def _key(self, key: str, start: int, end: int, *, plain: bool) -> None:
        parent = self._stack[-1]
        if not parent.keys:
            parent.indent = self.source.position(start).column - 1
        if plain and key == "<<":
            self._refuse("yaml-merge", start, end)
        elif plain and key.startswith(yamlslips.WIDE_SPACES):
            self._refuse("yaml-space", start, start + 1)
        elif key in parent.keys:
            self._repeated(parent, key, Region(path=self.source.path, start=start, end=end))
        self._pending[-1] = (key, start, end)

    def _repeated(self, parent: _Node, key: str, region: Region) -> None:
        first = self.source.position(parent.keys[key][0]).line
        if parent.repeated is None:
            parent.repeated = (len(self.found), key, region)
            self.found.append(yamlerrors.describe_repeated_key(region, key, first))
        elif len(self._stack) > 1 and isinstance(self._stack[-2].value, list):
            at, key, region = parent.repeated
            self.found[at] = yamlerrors.describe_missing_item(region, key)
        else:
            self.found.append(yamlerrors.describe_repeated_key(region, key, first))

    def _attach(self, node: _Node) -> bool:
        if not self._stack:
            self.root = self.root or node
            return True
        parent, key = self._stack[-1], self._pending[-1]
        if isinstance(parent.value, list):
            parent.children[len(parent.value)] = node
            parent.value.append(node.value)
        elif key is None:
            self._refuse("yaml-key", node.start, node.start + 1)
            return False
        else:
            parent.value[key[0]] = node.value
            parent.children[key[0]] = node
            parent.keys[key[0]] = (key[1], key[2])
            self._pending[-1] = None
        return True
