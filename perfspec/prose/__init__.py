"""What running text states: amounts, counts, enumerations, years, titles, promises.

In: a text as typed. Out: a `Prose` of records, each with the offsets `start` and `end` between
which it stands in the text, so that a finding underlines `15000万元` and not the paragraph.
"""

import re
from functools import lru_cache

from perfspec.prose.counts import counts
from perfspec.prose.enumerations import enumerations
from perfspec.prose.figures import figures
from perfspec.prose.money import amounts
from perfspec.prose.promises import promises
from perfspec.prose.records import Prose
from perfspec.prose.shadow import cast
from perfspec.prose.titles import document_numbers, titles
from perfspec.prose.years import years

# Where none of these stands, a text states nothing but promises.
_STATES = re.compile("[0-9０-９一二两三四五六七八九十《〔]")


@lru_cache(maxsize=1024)
def read(text: str) -> Prose:
    """Return what `text` states."""
    if not _STATES.search(text):
        return Prose(
            text=text,
            amounts=(),
            counts=(),
            enumerations=(),
            years=(),
            titles=(),
            documents=(),
            promises=promises(text, text, (), ()),
        )
    named, numbered = titles(text), document_numbers(text)
    dated = years(text, named, numbered)
    shadow = cast(text, named, numbered, dated)
    numbers = figures(shadow)
    listed, counted, paid = enumerations(
        shadow, counts(text, shadow, numbers), amounts(text, shadow, numbers)
    )
    return Prose(
        text=text,
        amounts=paid,
        counts=counted,
        enumerations=listed,
        years=dated,
        titles=named,
        documents=numbered,
        promises=promises(text, shadow, counted, paid),
    )
