"""The texts speak of the year of the filing, and not of an earlier one.

Why: most texts are last year's, changed; a year that was left standing shows that the rest may
not have been thought over either.

Bad::

    goals:
      - 1.2025年完成馆藏纸质档案数字化10万页。

Good::

    goals:
      - 1.2026年完成馆藏纸质档案数字化10万页，比2025年多2万页。

Silent: years in 《》, document numbers, ranges, baselines (较 比 自 以来, 2025年为60%), the basis,
the project's term; what was issued, decided, contracted, built, reached or left over then; how
many there were of something in the whole county; years more than three back; projects whose code
is of that year. A code of a later year is held against the texts once for the whole filing: only
the unit knows which of the two is right.
"""

from perfspec.diagnostics import Related, Severity
from perfspec.evidence import staleness
from perfspec.messages import message
from perfspec.model import Filing
from perfspec.rule import Context, Judgement, Rule

_SHOWN = 4  # places of a year that stands in many texts


def _check(filing: Filing, context: Context) -> Judgement:
    for found in staleness.stale(filing, context.form):
        text = message("{x} here, the filing is of {year}", x=found.words, year=filing.year)
        yield RULE.finding(found.place, text)
    yield from _behind_codes(filing, context)


def _behind_codes(filing: Filing, context: Context) -> Judgement:
    at = context.form.project_code.year_at
    codes = [(project, staleness.code_year(project, context.form)) for project in filing.projects]
    later = [(project, year) for project, year in codes if year and year > filing.year]
    if not later or at is None:
        return
    texts = list(staleness.behind(filing))
    own = next((one for one in texts if one.year.year == filing.year), None)
    if own is None:
        return
    others = [one for one in texts if one is not own and one.year.year <= filing.year]
    yield RULE.finding(
        own.place,
        message("{x} here, but the code of a project is of {year}", x=own.words, year=later[0][1]),
        hint=message("code and text are of different years; only the unit knows which is right"),
        related=(
            *(
                Related((project.at / "code").part(at, at + 2), message("the year in the code"))
                for project, _ in later[:_SHOWN]
            ),
            *(
                Related(one.place, message("this is of {year}", year=one.year.year))
                for one in others[:_SHOWN]
            ),
        ),
    )


RULE = Rule(module=__name__, level=Severity.WARNING, check_filing=_check)
