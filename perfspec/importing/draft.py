"""A filing as it is to be written: plain data in the order of the specs, and where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfspec.importing import Guess, Value

Data = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The data of each file of a filing: dicts, lists and texts, keys in the order of the specs.

    `projects` are by their ids in printing order. `actuals` is None where nothing was reached.
    `origins` has what each value was read from, by file, `#` and keys: list items by their
    numbers from 0, as in `projects/roads.yaml#indicators/0/target`. A form that nobody has yet
    comes with the draft: `pack` is the text of its `form.yaml`, empty where `form` is known.
    """

    form: str
    year: int
    department: str
    filing: Data
    projects: Mapping[str, Data]
    actuals: Data | None = None
    pack: str = ""
    origins: Mapping[str, Value] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = ()
