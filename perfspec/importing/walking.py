"""Every value of what was found, whatever record it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from perfspec.documents import Document
from perfspec.importing import Used, Value


def values(found: object) -> Iterator[Value]:
    """Yield every value below `found`, those of documents left out; one may come several times."""
    if isinstance(found, Value):
        yield found
    elif isinstance(found, Mapping):
        for one in found.values():
            yield from values(one)
    elif isinstance(found, tuple):
        for one in found:
            yield from values(one)
    elif is_dataclass(found) and not isinstance(found, (Document, Used)):
        for one in fields(found):
            yield from values(getattr(found, one.name))
