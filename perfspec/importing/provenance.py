"""What each value of an imported filing was read from, as the file `provenance.yaml` beside it.

In: a draft and its documents. Out: the text of the file, after `schema/provenance.schema.json`.
It is of the moment of import: nobody keeps it up, and `check` does not mind what was edited since.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from perfspec.documents import Where
from perfspec.documents.wording import cell
from perfspec.errors import PerfspecError
from perfspec.importing import Value, writing
from perfspec.importing.draft import Data, Draft
from perfspec.importing.writing import cleaning
from perfspec.messages import Translate, message

NAME = "provenance.yaml"
# Read at each check; a row of a table takes about 500 bytes.
_ROOM = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A document that was read; `digest` is the SHA-256 of its bytes."""

    name: str
    format: str
    digest: str


def text(
    draft: Draft,
    origins: Sequence[Origin],
    ids: Mapping[str, Sequence[str]],
    words: Translate,
) -> str:
    """Return the text of the file; `ids` has those of the indicators by file and list.

    The key of a list is as in `projects/roads.yaml#indicators`. Where there is no room for the
    place of each value there is one for each row, and where there is none for these, for each file.
    """
    head = [
        words(message("written by perfspec import: what each value was read from")),
        words(message("nobody has to keep this up; perfspec does not mind what is edited later")),
    ]
    for detail in ("values", "rows", "files"):
        data = _data(draft, origins, ids, detail, words)
        made = sum(len(str(one).encode()) for one in _flat(data))
        if made <= _ROOM:
            return writing.text(NAME, data, head)
    raise PerfspecError(
        message("{path} would have more than {limit} bytes", path=NAME, limit=_ROOM),
        message("import fewer tables at once, into filings of their own"),
    )


def _data(
    draft: Draft,
    origins: Sequence[Origin],
    ids: Mapping[str, Sequence[str]],
    detail: str,
    words: Translate,
) -> Data:
    numbers = {one.name: at for at, one in enumerate(origins, start=1)}
    values: dict[str, dict[str, str]] = {}
    guessed: dict[str, dict[str, str]] = {}
    for key, value in draft.origins.items():
        file, _, inner = key.partition("#")
        named = _named(draft, file, inner.split("/"), ids)
        short = {"values": named, "rows": _row(named), "files": ["name"]}[detail]
        place = _place(value, numbers)
        values.setdefault(file, {}).setdefault("/".join(short), place)
        if value.guess:
            guessed.setdefault(file, {}).setdefault("/".join(short), words(value.guess))
    data: Data = {
        "spec": 1,
        "documents": [
            {"name": one.name, "format": one.format, "sha256": one.digest} for one in origins
        ],
        "detail": detail,
        "values": values,
    }
    return cleaning.cleaned(data | ({"guessed": guessed} if guessed else {}))[0]


def _named(
    draft: Draft, file: str, keys: Sequence[str], ids: Mapping[str, Sequence[str]]
) -> list[str]:
    """Return `keys` with ids in the place of numbers, and other numbers from 1."""
    named: list[str] = []
    for at, key in enumerate(keys):
        above = f"{file}#{'/'.join(keys[:at])}"
        if not key.isdecimal():
            named.append(key)
        elif above == "filing.yaml#units":
            named.append(_unit(draft, int(key)))
        elif int(key) < len(ids.get(above, ())):
            named.append(ids[above][int(key)])
        else:
            named.append(str(int(key) + 1))
    return named


def _unit(draft: Draft, at: int) -> str:
    units = draft.filing.get("units")
    return str(units[at]["code"]) if isinstance(units, list) and at < len(units) else str(at + 1)


def _row(keys: list[str]) -> list[str]:
    """Return the row of a table that a key is in, else the key."""
    if "indicators" not in keys:
        return keys
    return keys[: keys.index("indicators") + 2]


def _place(value: Value, numbers: Mapping[str, int]) -> str:
    """Return where a value stood, in words that are the same in every language."""
    number = numbers.get(value.at.document, 1)
    return " ".join([*([f"document {number}"] if number > 1 else []), *_parts(value.at)]) or "—"


def _parts(at: Where) -> Iterator[str]:
    if at.page:
        yield f"page {at.page}"
    if at.sheet:
        yield f"sheet {at.sheet}"
        if at.row and at.column:
            yield f"cell {cell(at.column, at.row)}"
        return
    for name in ("table", "row", "column", "paragraph", "line", "part"):
        if found := getattr(at, name):
            yield f"{name} {found}"


def _flat(data: object) -> Iterator[object]:
    """Yield keys and values, for each of which there is a line."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield f"{key}: ....  "
            yield from _flat(value)
    elif isinstance(data, list):
        for value in data:
            yield from _flat(value)
    else:
        yield data
