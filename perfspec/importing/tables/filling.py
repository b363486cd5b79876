"""What each label says is put where it belongs in a project.

In: a pair of label and value, or what stands above a table. Out: the project has it.
"""

import re

from perfspec.importing import Use, Used, Value
from perfspec.importing.tables import money
from perfspec.importing.tables.building import Building, name, put, taken
from perfspec.importing.tables.inline import Pair
from perfspec.importing.tables.labels import plain
from perfspec.importing.tables.lexicon import GROUPS, Meaning
from perfspec.importing.tables.titles import MONEY_UNITS, Heading, unit
from perfspec.messages import message

_DATE = r"(?:19|20)[0-9]{2}(?:[年./-][0-9]{1,2}(?:[月./-](?:[0-9]{1,2}日?)?)?|年)?"
_TERM = re.compile(rf"({_DATE})\s*(?:-|—|–|~|～|至|到|\.\.){{1,2}}\s*({_DATE})")


def read(project: Building, pair: Pair) -> None:
    """Put the value of a label where it belongs."""
    name(project, pair.label, pair.ink)
    found = pair.meaning
    if found in {Meaning.SOURCE, Meaning.TOTAL} and not money.is_money(project, pair):
        found = Meaning.FIELD
    match found:
        case Meaning.GOALS | Meaning.MEDIUM_GOALS:
            _goals(project, pair, found)
        case Meaning.SOURCE:
            money.source(project, pair)
        case Meaning.DATE:
            put(project, project.plan, pair.label.printed, pair.value)
        case Meaning.UNIT:
            parts = unit(pair.value)
            project.units.append((pair.label, pair.value, parts))
        case Meaning.MONEY_UNIT if plain(pair.value.text) not in MONEY_UNITS:
            parts = unit(pair.value)
            project.units.append((pair.label, pair.value, parts))
        case Meaning.TERM:
            _term(project, pair)
        case Meaning.FIELD | None:
            _field(project, pair)
        case _ if found in GROUPS:
            _field(project, pair)
        case _:
            _single(project, pair, found)


def head(project: Building, found: Heading) -> None:
    """Put what stands above a table into the project."""
    project.used += found.used
    project.number = project.number or found.number
    for part in ("title", "unit_code", "unit_name", "unit_suffix", "money_unit", "year"):
        value: Value | None = getattr(found, part)
        if value is None:
            continue
        if part not in project.values:
            project.values[part] = value
        elif project.values[part] != value and project.values[part].text == value.text:
            project.used += (Used(stretch=one, use=Use.REPEATED) for one in value.stretches)
    for label, meaning, value_ink in found.fields:
        if meaning not in GROUPS:
            read(
                project,
                Pair(label=label, meaning=meaning, ink=value_ink.part(0, 0), value=value_ink),
            )


def _field(project: Building, pair: Pair) -> None:
    label = pair.label.printed
    if pair.label.key.endswith("总额") and pair.meaning is Meaning.FIELD:
        project.medium_column, project.medium_label = pair.column, label
    elif pair.meaning is Meaning.SOURCE and money.is_medium(project, pair):
        label = f"{project.medium_label} {label}"
    guess = None
    if pair.meaning is None:
        guess = message("nobody knows the label {label}; it is kept as a field", label=label)
    put(project, project.fields, label, pair.value, guess)


def _single(project: Building, pair: Pair, found: Meaning) -> None:
    terms = {Meaning.START: "term_start", Meaning.END: "term_end"}
    key = terms.get(found, found.value.replace(" ", "_"))
    if key not in project.values:
        project.values[key] = taken(project, pair.value)
        if found is Meaning.TOTAL:
            project.total_column = pair.column
    elif project.values[key].text == pair.value.text:
        project.used += pair.value.used(Use.REPEATED)
    else:
        _field(project, pair)


def _goals(project: Building, pair: Pair, found: Meaning) -> None:
    lines = tuple(value for line in pair.value.lines() if (value := taken(project, line)).text)
    label = pair.label.printed
    if found is Meaning.MEDIUM_GOALS:
        if project.medium_goals:
            _field(project, pair)
        else:
            project.medium_goals = lines
        return
    if not project.goals_label or not project.goals:
        project.goals, project.goals_label = lines, label
    elif project.medium_goals is None and _is_of_year(label) != _is_of_year(project.goals_label):
        # 总体目标 beside 年度目标 is that of the whole term.
        if _is_of_year(label):
            project.medium_goals, project.goals, project.goals_label = project.goals, lines, label
        else:
            project.medium_goals = lines
    elif tuple(line.text for line in lines) == tuple(line.text for line in project.goals):
        project.used += pair.value.used(Use.REPEATED)
    else:
        _field(project, pair)


def _is_of_year(label: str) -> bool:
    return any(word in label for word in ("年度", "当年", "本年", "年初"))


def _term(project: Building, pair: Pair) -> None:
    text = pair.value.text
    found = _TERM.fullmatch(text.strip()) if len(text) < len("yyyy年mm月dd日") * 4 else None
    if found is None or "term_start" in project.values:
        _field(project, pair)
        return
    project.values["term_start"] = pair.value.part(found.start(1), found.end(1)).value()
    project.values["term_end"] = pair.value.part(found.start(2), found.end(2)).value()
    project.used += pair.value.part(found.end(1), found.start(2)).used(Use.FURNITURE)
