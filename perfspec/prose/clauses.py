"""The words around a number that say what is counted or paid for.

In: the shadow of a text, and the stretch to look at. Out: the offsets of a noun phrase, without
verbs of doing, times and bounds at its ends; an empty stretch where there is none.
"""

import re

from perfspec.prose import words
from perfspec.prose.shadow import GAP

SPAN = 40  # longer clauses are cut: what is counted stands close to its number
_DELIMITERS = frozenset("，。；：、,;:（）()【】[]\n\t！？!?|×*=＝+＋/／")
_CLOSED = {"）": "（", ")": "("}
_KEPT = re.compile("|".join(words.KEPT.split()))
_KEPT_ENDS = tuple(words.KEPT_ENDS.split())
# What stands behind a number and its unit, and is not what is counted.
_NOT_BEHIND = re.compile(
    r"用于|以上|以下|以内|左右|及以|其中|完成|参加|覆盖|开展|进行|提供|实施|实现|发放|举办|组织|推进|推动|提高|提升|促进|确保|保障|保证|"
    r"加强|解决|标准|计算|补助|补贴|资金|经费|预算|合计|总计|每|并|及|与|以|由|在|约|均|占|是|从|至|则|或|且|也|还|将|来(?![访信宾])|"
    r"和(?!谐)|为(?!民)|对(?![口外接])|共(?![青享建同])|按(?!摩)|已(?![婚故])|达(?!标)|受(?![灾助益援训])|使(?!用)|需(?!求)|等(?![级候])|"
    r"不(?!动产|锈|良|合格)|未(?!成年|婚|就业)|有(?![线机声限])|到|向(?!日)|后(?![备勤进])|前(?![沿期])|内(?![部科河涝])|"
    r"外(?![来地出籍聘国墙部])|中(?![小学心医药央高型层青老华])|上(?![级市岗海访网])|下(?![岗级属乡派])|时(?![政令代])|"
    r"可(?![再视燃回])|能(?![源繁力])|应(?![急届用征])|要(?![害道素])"
)
_STOP = re.compile(
    r"用于|以及|发放|开展|进行|提供|实施|完成|实现|参加|享受|给予|覆盖|通过|每[人次月年]|达到|(?<![发到直传送])达(?!标)|不少于|不低于|至少|"
    r"共计|合计|按照|的(?:标准|要求|原则|生活|工资|经费|资金)|基本生活|提高|提升|促进|确保|保障|得到|予以|并(?![网购轨])|(?<!平)均(?!衡)|"
    r"(?<!公)共(?![青享同建])|(?<![节预签集])约(?![谈束])|(?<![行作])为(?![民主])|(?<![必急所])需(?!求)|(?<![侵强抢])占(?![地道用])|按(?!摩)"
)
_REMARK = re.compile(r"[（(][^\W0-9]{1,4}[）)](?=[^\W0-9])")
_THING = "|".join(words.THINGS.split())
_EACH_SIGN = re.compile("[每均]")
EACH = re.compile(
    rf"(?:平均)?每(?:一|1)?个?({_THING})|每([^\W0-9]{{1,2}})\Z|([年月日])?([人户])均(?![为衡等])|([年月日])均(?![为衡等])"
)
PER = re.compile(
    rf"\s?(?:[/／]|每)\s?({_THING}|[^\W0-9]{{1,3}}(?=\W|\Z))(?:[*·.．/／每]\s?({_THING}))?(?:[*·.．/／每]\s?({_THING}))?"
)


def left(shadow: str, at: int) -> int:
    """Return where the clause begins that goes on to `at`; 办案（业务）经费 is one clause."""
    low, n = max(0, at - SPAN), at - 1
    while n >= low:
        sign = shadow[n]
        if sign in _DELIMITERS:
            opened = shadow.rfind(_CLOSED[sign], low, n) if sign in _CLOSED else -1
            if n == at - 1 or opened < 0 or not shadow[opened + 1 : n].isalpha():
                return n + 1
            n = opened
        n -= 1
    return low


def right(shadow: str, at: int) -> int:
    """Return where the clause ends that `at` stands in."""
    high = min(len(shadow), at + SPAN)
    return next((n for n in range(at, high) if shadow[n] in _DELIMITERS), high)


def before(shadow: str, start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase that ends at `end`; it begins not before `start`."""
    return trim(shadow, max(start, left(shadow, end)), end)


def behind(shadow: str, start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase that begins at `start`; it ends not behind `end`."""
    remark = _REMARK.match(shadow, start, end)
    if remark:
        start = remark.end()
    if shadow.startswith("的", start):
        start += 1
    high = max(start, min(end, right(shadow, start)))
    if start >= high or _NOT_BEHIND.match(shadow, start, high):
        return start, start
    stop = _STOP.search(shadow, start, high)
    return trim(shadow, start, stop.start() if stop else high)


def trim(shadow: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the words of doing, of time and of bounds at its ends."""
    changed = True
    while changed and start < end:
        changed = False
        if not _KEPT.match(shadow, start, end):
            for length in range(min(4, end - start), 0, -1):
                if shadow[start : start + length] in _LEADING and end - start != length + 1:
                    start, changed = start + length, True
                    break
        if not shadow.endswith(_KEPT_ENDS, start, end):
            for length in range(min(4, end - start), 0, -1):
                if shadow[end - length : end] in _TRAILING:
                    end, changed = end - length, True
                    break
    return start, max(start, end)


def each(shadow: str, start: int, end: int) -> tuple[str, int, int]:
    """Return what 每人每月 between `start` and `end` says (人·月), and where it stands."""
    found = _EACH_SIGN.search(shadow, start, end) and [*EACH.finditer(shadow, start, end)]
    if not found:
        return "", end, end
    things = [thing for match in found for thing in match.groups() if thing]
    return "·".join(things), found[0].start(), found[-1].end()


_LEADING = frozenset(words.DOING.split()) | frozenset(" 　" + GAP)
_TRAILING = frozenset(words.ENDS.split()) | frozenset(" 　" + GAP)
