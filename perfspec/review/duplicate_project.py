"""No project stands twice in a filing.

Why: a table that was copied and not changed asks for the same money twice, and a code belongs to
one project.

Bad::

    projects:
      - {code: 130000261010010000001, name: 馆藏档案数字化经费}
      - {code: 130000261010010000001, name: 档案库房改造经费}

Good::

    projects:
      - {code: 130000261010010000001, name: 馆藏档案数字化经费（一期）}
      - {code: 130000261010010000002, name: 馆藏档案数字化经费（二期）}

Silent: empty and short codes, one project of several units, names that state two years, amounts or
document numbers, or differ in a word. For information only: a word that says little (工作), or
that repeats a sign of a long name (老人服务补贴, 老人养老服务补贴); these may be two projects.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import twins
from perfspec.evidence.twins import Shared, Twins
from perfspec.messages import Message, message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Option, Rule

_MILD = dict.fromkeys((Shared.CODE_OF_MANY, Shared.NAME), Severity.WARNING)
_LEVELS = {**_MILD, Shared.NEARLY: Severity.INFO}
_WORDS = (
    "专项 工作 项目 服务 补助 资金 经费 相关 有关 各项 日常 专项资金 专项工作 工作经费 补助资金"
)
_CODES = {Shared.CODE, Shared.CODE_OF_MANY}


def _check(filing: Filing, context: Context) -> Judgement:
    for found in twins.twins(filing.projects, frozenset(context.options["words"])):
        key = "code" if found.shared in _CODES else "name"
        note = message("the other project, {name}", name=found.first.name)
        related, level = (Related(found.first.at / key, note),), _LEVELS.get(found.shared)
        yield RULE.finding(found.second.at / key, _text(found), level=level, related=related)


def _text(found: Twins) -> Message:
    name = found.second.name
    if found.shared in _CODES:
        return message("two projects have the code {code}", code=found.second.code)
    if found.shared is Shared.NAME_AND_BUDGET:
        return message("two projects have the name {name} and one budget", name=name)
    if found.shared is Shared.NAME:
        return message("but for year, amount or number two projects are named {name}", name=name)
    return message("only {word} tells {name} from another project", word=found.word, name=name)


RULE = Rule(
    module=__name__,
    level=Severity.ERROR,
    check_filing=_check,
    options=(
        Option(
            name="words",
            default=tuple(_WORDS.split()),
            title=message("words that make no other project of a name"),
        ),
    ),
)
