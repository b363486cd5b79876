"""Whether a project is paid in one year and at once, or in several years or parts.

In: a project. Out: yes where neither its term, nor its name, nor its purpose says otherwise.
"""

import re
from functools import lru_cache

from perfspec import prose
from perfspec.model import Project
from perfspec.prose.records import YearUse

# What is paid in several years, or in several parts of which this is one.
_STAGES = re.compile(
    "[两二三四五六]年|多年|分年|逐年|[下明]一?年|以后年|历年|分期|[一二三]期|"
    "进度|首付|预付|尾款|质保|比例|缺口|先行|分批|余款"
)


def is_of_one_year(project: Project) -> bool:
    """Tell whether nothing says that the project is paid in more years than one, or by parts."""
    term = project.term
    if project.medium_term or (term and term.start[:4] != term.end[:4]):
        return False
    return _is_whole(project.purpose) and _is_whole(project.name)


@lru_cache(maxsize=256)
def _is_whole(text: str) -> bool:
    """Tell whether a text speaks of one year, and of all that is paid."""
    years = prose.read(text).years
    plain = {year.year for year in years if year.use is YearUse.PLAIN}
    ranged = any(year.use is YearUse.RANGE for year in years)
    return not (ranged or len(plain) > 1 or _STAGES.search(text))
