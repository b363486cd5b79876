"""Write the data of a tree as YAML again, without comments."""

from collections.abc import Iterator
from typing import Any

import yaml

from perfspec.yamltree import Text

_DUMPER: type[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def dump(data: object) -> str:
    """Return `data` of a tree as YAML without comments, every scalar as it was typed."""
    return str(yaml.emit(_events(data), Dumper=_DUMPER, allow_unicode=True, width=10**9))


def _events(data: object) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _data_events(data)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _data_events(data: object) -> Iterator[yaml.Event]:
    if isinstance(data, dict):
        yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
        for key, value in data.items():
            yield yaml.ScalarEvent(None, None, (True, True), str(key))
            yield from _data_events(value)
        yield yaml.MappingEndEvent()
    elif isinstance(data, list):
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
        for item in data:
            yield from _data_events(item)
        yield yaml.SequenceEndEvent()
    else:
        plain = isinstance(data, Text) and data.plain
        style = None if plain else ("|" if "\n" in str(data) else "'")
        yield yaml.ScalarEvent(None, None, (True, True), str(data), style=style)
