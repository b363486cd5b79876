"""Which form the next year's filing has.

In: the form of the old filing, the year, the form packs. Out: the name of the form.
"""

import re

from perfspec.diagnostics import Place
from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.messages import message
from perfspec.packs import Packs

_YEAR_AT_END = re.compile("-[0-9]{4}\\Z")


def chosen(old: Form, year: int, packs: Packs, asked: str | None = None) -> str:
    """Return the form `asked` for; else the old one while it is in force, else its nearest kin.

    Kin are the packs of one name but for the year behind it; one with a paper goes before a draft,
    and the latest before an earlier one. Raises PerfspecError where there is none, and for a name
    that no form has.
    """
    if asked is not None and packs.get(asked) is None:
        unknown = packs.unknown(asked, Place(""))
        raise PerfspecError(unknown.message, unknown.hint)
    if asked is not None:
        return asked
    if _in_force(old, year):
        return old.name
    read = [pack.form for name in packs.names() if (pack := packs.get(name)) and pack.form]
    there = [form for form in read if _in_force(form, year)]
    kin = [form for form in there if _family(form) == _family(old)]
    if not kin:
        raise PerfspecError(
            message("the form {form} is not in force in {year}", form=old.name, year=year),
            message(
                "name one with --form: {names}", names=", ".join(form.name for form in there) or "-"
            ),
        )
    return max(kin, key=lambda form: (form.ready, form.first_year or 0, form.name)).name


def _in_force(form: Form, year: int) -> bool:
    return (form.first_year or year) <= year <= (form.last_year or year)


def _family(form: Form) -> str:
    return _YEAR_AT_END.sub("", form.name)
