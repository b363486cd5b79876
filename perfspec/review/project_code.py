"""A project code has the form's length, begins with the division, and names the fiscal year.

Why: the code ties the paper to the finance system; one that was mistyped, or copied from another
project or year, ties it to the wrong one.

Bad::

    code: 130000251010010000001

Good::

    code: 130000261010010000001

Silent: forms that do not say how codes are built. A project carried over from an earlier year keeps
its code and is reported all the same: only the unit knows. Of a code with a wrong length nothing
else is judged.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import codes
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Rule

_CARRIED = message("a project carried over keeps its code; only the unit knows whether this is one")
_LATER = message(
    "no code is given before its year: one of the two is wrong, and the unit knows which"
)


def _check(project: Project, context: Context) -> Judgement:
    wanted, code, at = context.form.project_code, project.code, project.at / "code"
    if not code:
        return
    if wanted.length and len(code) != wanted.length:
        n = len(code)
        text = message("the code has {n} characters, not {wanted}", n=n, wanted=wanted.length)
        yield RULE.finding(at, text)
        return
    if wanted.division_digits:
        yield from _division(project, wanted.division_digits, context)
    if wanted.year_at is not None:
        part = at.part(wanted.year_at, wanted.year_at + 2)
        digits, year = code[wanted.year_at : wanted.year_at + 2], context.filing.year
        if not (digits.isascii() and digits.isdecimal()):
            yield RULE.finding(part, message("the code has {x!r} where the year stands", x=digits))
        elif int(digits) != year % 100:
            text = message(
                "the code is of the year {digits}, the filing of {year}", digits=digits, year=year
            )
            hint = _CARRIED if int(digits) < year % 100 else _LATER
            yield RULE.finding(part, text, hint=hint)


def _division(project: Project, count: int, context: Context) -> Judgement:
    department, at = context.filing.department, project.at / "code"
    place, digits = department.at / "division", project.code[:count]
    if not department.division:
        yield RULE.undecided(at, message("the filing does not give the division of the department"))
    elif wrong := codes.wrong_division(department.division, count):
        # It is the same for all projects, and told once.
        if project is next(one for one in context.filing.projects if one.code):
            yield RULE.finding(place, wrong)
    elif other := codes.differing_division(digits, department.division):
        related = Related(place, message("the division stands here"))
        yield RULE.finding(at.part(0, count), other, related=(related,))


RULE = Rule(module=__name__, level=Severity.WARNING, check_project=_check)
