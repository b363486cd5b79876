"""Mistakes in the counts, totals and years of running text."""

import re
from collections.abc import Iterator

from mutating.draft import Draft, Kind, Place, prose, purposes, put

_COUNT = re.compile(r"[0-9]+(?=次|人次|所|座|公里|期|剂次|万页|万亩|平方米)")
# A total, a bracket, parts: 11次（…1次、…7次）. The groups are the total and the parts.
_PARTS = re.compile(r"([0-9]+)(次|人次|所|座|公里)[^，。（）]*（([^（）]*)）")
_PART = re.compile(r"[0-9]+")
_YEAR = re.compile(r"20[0-9]{2}(?=年)")


def _other(number: str) -> str:
    return str(int(number) + 3)


def _figures(draft: Draft, key: str) -> Iterator[tuple[dict[str, object], str, re.Match[str]]]:
    for project, text in purposes(draft):
        if key == "purpose":
            for match in _COUNT.finditer(text):
                yield project, text, match


def purpose_count(draft: Draft) -> Iterator[Place]:
    """Yield purposes with another count."""
    for project, text, match in _figures(draft, "purpose"):
        yield put(
            project, "purpose", text[: match.start()] + _other(match[0]) + text[match.end() :]
        )


def goal_count(draft: Draft) -> Iterator[Place]:
    """Yield project goals with another count."""
    for project in draft.projects.values():
        for at, goal in enumerate(project["goals"]):
            text = str(goal)
            for match in _COUNT.finditer(text):
                changed = text[: match.start()] + _other(match[0]) + text[match.end() :]
                yield put(project["goals"], at, changed)


def department_count(draft: Draft) -> Iterator[Place]:
    """Yield goals of the department with another count than the project's."""
    goals = draft.filing["sub_goals"]
    for holder, key, text in prose(draft):
        if key != "overall_goal" and holder is not goals:
            continue
        for match in _COUNT.finditer(text):
            changed = text[: match.start()] + _other(match[0]) + text[match.end() :]
            yield put(holder, key, changed)


def total(draft: Draft) -> Iterator[Place]:
    """Yield enumerations with another total."""
    for holder, key, text in prose(draft):
        for match in _PARTS.finditer(text):
            if len(_PART.findall(match[3])) > 1:
                changed = text[: match.start(1)] + _other(match[1]) + text[match.end(1) :]
                yield put(holder, key, changed)


def part_dropped(draft: Draft) -> Iterator[Place]:
    """Yield enumerations that lack a part."""
    for holder, key, text in prose(draft):
        for match in _PARTS.finditer(text):
            head, sign, _ = match[3].rpartition("、")
            if sign:
                yield put(holder, key, text.replace(match[3], head))


def part_larger(draft: Draft) -> Iterator[Place]:
    """Yield enumerations with a part larger than the whole."""
    for holder, key, text in prose(draft):
        for match in _PARTS.finditer(text):
            if part := _PART.search(match[3]):
                at = match.start(3) + part.start()
                yield put(holder, key, f"{text[:at]}9{text[at:]}")


def goal_without_number(draft: Draft) -> Iterator[Place]:
    """Yield goals that lost their numbers, clause by clause."""
    for project in draft.projects.values():
        for at, goal in enumerate(project["goals"]):
            number, dot, text = str(goal).partition(".")
            kept = [clause for clause in text.rstrip("。").split("，") if not _PART.search(clause)]
            if dot and len(kept) < len(text.split("，")):
                words = "，".join(kept) or "做好各项工作"
                yield put(project["goals"], at, f"{number}.{words}。")


def last_year(draft: Draft) -> Iterator[Place]:
    """Yield years in sentences that are last year's."""
    for holder, key, text in prose(draft):
        for match in _YEAR.finditer(text):
            changed = text[: match.start()] + str(int(match[0]) - 1) + text[match.end() :]
            yield put(holder, key, changed)


def copied_sentence(draft: Draft) -> Iterator[Place]:
    """Yield a sentence that was copied from last year's paper."""
    year = int(draft.filing["year"]) - 1
    for items in (draft.filing["measures"], draft.filing["sub_goals"]):
        for at, text in enumerate(items):
            yield put(items, at, f"{text}确保{year}年各项任务按期完成。")


def copied_purpose(draft: Draft) -> Iterator[Place]:
    """Yield a purpose that speaks of last year."""
    year = int(draft.filing["year"]) - 1
    for project, text in purposes(draft):
        yield put(project, "purpose", f"{year}年度{text}")


def promise(draft: Draft) -> Iterator[Place]:
    """Yield purposes with a promise that no indicator covers."""
    for project, text in purposes(draft):
        if not any("演练" in str(row["name"]) for row in project["indicators"]):
            yield put(project, "purpose", f"{text}；举办应急演练3场")


def funded_promise(draft: Draft) -> Iterator[Place]:
    """Yield purposes with a promise that has money, and no indicator."""
    for project, text in purposes(draft):
        if not re.search("[0-9]元", text):
            yield put(project, "purpose", f"{text}，其中编制可行性研究报告2份、费用8000元")


KINDS = (
    Kind(name="purpose-count", what="another count in the purpose", places=purpose_count),
    Kind(name="goal-count", what="another count in a goal", places=goal_count),
    Kind(
        name="department-count",
        what="another count in the department's goals",
        places=department_count,
    ),
    Kind(name="total-changed", what="another total before its parts", places=total),
    Kind(name="part-dropped", what="a part of an enumeration left out", places=part_dropped),
    Kind(name="part-larger", what="a part larger than the whole", places=part_larger),
    Kind(
        name="goal-number-dropped",
        what="the numbers of a goal left out",
        places=goal_without_number,
    ),
    Kind(name="last-year", what="last year for this year", places=last_year),
    Kind(name="copied-sentence", what="a sentence with last year's year", places=copied_sentence),
    Kind(name="copied-purpose", what="last year's year before the purpose", places=copied_purpose),
    Kind(name="promise", what="a promise without an indicator", places=promise),
    Kind(name="funded-promise", what="a promise with money, no indicator", places=funded_promise),
)
