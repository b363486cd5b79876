"""Mistakes in writing: signs, numbering, what was left over."""

import re
from collections.abc import Iterator
from functools import partial

from mutating.draft import Draft, Kind, Place, indicators, lists, prose, put

_NUMBER = re.compile(r"[一二三四五六七八九]|[0-9]")
_FOLLOWING = str.maketrans("一二三四五六七八123456789", "二三四五六七八九234567890")


def _changed(draft: Draft, old: str, new: str) -> Iterator[Place]:
    for holder, key, text in prose(draft):
        at = text.find(old)
        while at >= 0:
            yield put(holder, key, text[:at] + new + text[at + len(old) :])
            at = text.find(old, at + 1)


def _ended(draft: Draft, words: str) -> Iterator[Place]:
    for holder, key, text in prose(draft):
        if text:
            yield put(holder, key, text + words)


def placeholder(draft: Draft) -> Iterator[Place]:
    """Yield numbers that were never filled in."""
    for holder, key, text in prose(draft):
        for match in re.finditer("[0-9]+(?=次|人|公里|所|万|元)", text):
            yield put(holder, key, f"{text[: match.start()]}××{text[match.end() :]}")


def field_code(draft: Draft) -> Iterator[Place]:
    """Yield a field code of Word."""
    return _ended(draft, r' TC "绩效目标表" \f C \l 1')


def doubled(draft: Draft) -> Iterator[Place]:
    """Yield 。。 and ，，."""
    yield from _changed(draft, "。", "。。")
    yield from _changed(draft, "，", "，，")


def each_for_piece(draft: Draft) -> Iterator[Place]:
    """Yield 各 for 个 behind a number."""
    for holder, key, text in prose(draft):
        for match in re.finditer("[0-9]个", text):
            yield put(holder, key, text[: match.end() - 1] + "各" + text[match.end() :])
    yield from _ended_measure(draft, "由5各部门共同落实。")


def _ended_measure(draft: Draft, words: str) -> Iterator[Place]:
    items = draft.filing["measures"]
    for at, text in enumerate(items):
        yield put(items, at, f"{text}{words}")


def invisible(draft: Draft) -> Iterator[Place]:
    """Yield a space of no width."""
    for holder, key, text in prose(draft):
        if len(text) > 1:
            yield put(holder, key, text[: len(text) // 2] + "\u200b" + text[len(text) // 2 :])


def no_break_space(draft: Draft) -> Iterator[Place]:
    """Yield a space that does not break."""
    for holder, key, text in prose(draft):
        if len(text) > 1:
            yield put(holder, key, text[: len(text) // 2] + "\u00a0" + text[len(text) // 2 :])


def brackets(draft: Draft) -> Iterator[Place]:
    """Yield [ ] around the year of a document number."""
    for holder, key, text in _all_texts(draft):
        if match := re.search("〔(20[0-9]{2})〕", text):
            yield put(holder, key, text.replace(match[0], f"[{match[1]}]"))


def _all_texts(draft: Draft) -> Iterator[tuple[object, object, str]]:
    yield from prose(draft)
    for row in indicators(draft):
        yield row, "basis", str(row.get("basis", ""))


def skipped(draft: Draft) -> Iterator[Place]:
    """Yield lists whose last number is one too high."""
    return _renumbered(draft, -1)


def repeated(draft: Draft) -> Iterator[Place]:
    """Yield lists that have the first number twice."""
    for items in lists(draft):
        if len(items) > 1 and (first := _NUMBER.search(str(items[0])[:3])):
            second = str(items[1])
            yield put(items, 1, _NUMBER.sub(first[0], second, count=1))


def _renumbered(draft: Draft, at: int) -> Iterator[Place]:
    for items in lists(draft):
        if len(items) > 1 and (match := _NUMBER.search(str(items[at])[:3])):
            text = str(items[at])
            following = match[0].translate(_FOLLOWING)
            yield put(items, len(items) + at, text.replace(match[0], following, 1))


def other_end(draft: Draft) -> Iterator[Place]:
    """Yield one item that ends with ；, and the others, or those before it, with 。."""
    for items in lists(draft):
        for at, text in enumerate(items):
            # One；two。 is how a list of two is written.
            mixed = len(items) > 2 or at > 0  # noqa: PLR2004
            if str(text).endswith("。") and mixed and len(items) > 1:
                yield put(items, at, str(text).removesuffix("。") + "；")


def no_end(draft: Draft) -> Iterator[Place]:
    """Yield one item that ends with nothing."""
    for items in lists(draft):
        for at, text in enumerate(items):
            if str(text).endswith("。") and len(items) > 1:
                yield put(items, at, str(text).removesuffix("。"))


def mixed(draft: Draft) -> Iterator[Place]:
    """Yield ， for one 、 of an enumeration in brackets."""
    for holder, key, text in prose(draft):
        for match in re.finditer("（[^（）]*、[^（）]*）", text):
            if match[0].count("、") > 1:
                yield put(holder, key, text.replace(match[0], match[0].replace("、", "，", 1)))


def numbered_comma(draft: Draft) -> Iterator[Place]:
    """Yield （一）、 for （一）."""
    for items in lists(draft):
        for at, text in enumerate(items):
            if str(text).startswith("（"):
                yield put(items, at, str(text).replace("）", "）、", 1))


def open_bracket(draft: Draft) -> Iterator[Place]:
    """Yield a bracket that is not closed."""
    return _changed(draft, "）", "")


def open_title(draft: Draft) -> Iterator[Place]:
    """Yield a title that is not closed."""
    yield from _changed(draft, "》", "")
    for row in indicators(draft):
        if "》" in str(row.get("basis", "")):
            yield put(row, "basis", str(row["basis"]).replace("》", "", 1))


def half_width(draft: Draft) -> Iterator[Place]:
    """Yield a comma of half width."""
    return _changed(draft, "，", ",")


def neighbours(draft: Draft) -> Iterator[Place]:
    """Yield two characters in each other's place."""
    for holder, key, text in prose(draft):
        for at in range(3, len(text) - 2, 7):
            one, two = text[at], text[at + 1]
            if one != two:
                yield put(holder, key, text[:at] + two + one + text[at + 2 :])


def cut_short(draft: Draft) -> Iterator[Place]:
    """Yield a text whose last third is lost."""
    for holder, key, text in prose(draft):
        if len(text) > 20:  # noqa: PLR2004 — long enough to lose a third
            yield put(holder, key, text[: len(text) * 2 // 3])


def other_unit(draft: Draft) -> Iterator[Place]:
    """Yield a measure that was copied from another unit."""
    return _ended_measure(draft, "示例县水利局负责全县河道清淤。")


def bond(draft: Draft) -> Iterator[Place]:
    """Yield 债劵 for 债券."""
    return _ended_measure(draft, "严格管理专项债劵资金。")


def goal_empty(draft: Draft) -> Iterator[Place]:
    """Yield an empty goal of a project."""
    for project in draft.projects.values():
        for at in range(len(project["goals"])):
            yield put(project["goals"], at, "")


def no_goals(draft: Draft) -> Iterator[Place]:
    """Yield projects without goals."""
    for project in draft.projects.values():
        if project["goals"]:
            yield partial(project["goals"].clear)


KINDS = (
    Kind(name="placeholder", what="×× for a number", places=placeholder),
    Kind(name="field-code", what="a field code of Word", places=field_code),
    Kind(name="doubled-sign", what="。。 or ，，", places=doubled),
    Kind(name="typo-each", what="5各 for 5个", places=each_for_piece),
    Kind(name="typo-bond", what="债劵 for 债券", places=bond),
    Kind(name="invisible", what="a space of no width", places=invisible),
    Kind(name="no-break-space", what="a space that does not break", places=no_break_space),
    Kind(name="document-brackets", what="[2025] for 〔2025〕", places=brackets),
    Kind(name="number-skipped", what="a number skipped in a list", places=skipped),
    Kind(name="number-repeated", what="a number twice in a list", places=repeated),
    Kind(name="number-comma", what="（一）、 for （一）", places=numbered_comma),
    Kind(name="item-other-end", what="； behind one item, 。 behind others", places=other_end),
    Kind(name="item-no-end", what="nothing behind one item", places=no_end),
    Kind(name="mixed-signs", what="、 and ， in one enumeration", places=mixed),
    Kind(name="open-bracket", what="a bracket not closed", places=open_bracket),
    Kind(name="open-title", what="a title not closed", places=open_title),
    Kind(name="half-width-comma", what="a comma of half width", places=half_width),
    Kind(name="neighbours-swapped", what="two characters swapped", places=neighbours),
    Kind(name="cut-short", what="the last third of a text lost", places=cut_short),
    Kind(name="other-unit", what="a sentence of another unit", places=other_unit),
    Kind(name="goal-empty", what="an empty goal", places=goal_empty),
    Kind(name="no-goals", what="no goals at all", places=no_goals),
)
