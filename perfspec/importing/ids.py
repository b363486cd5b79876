"""Ids of projects, made of their names: `网络信息办公专项经费` is `wang-luo-xin-xi-ban-gong`.

In: names. Out: ids that say the name in pinyin, without what changes from year to year: the year,
amounts, document numbers, and words that every project has.
"""

import re
from collections import Counter
from collections.abc import Iterable

_LONGEST = 40
_BRACKETS = re.compile(r"[（(〔\[【][^（(〔\[【）)〕\]】]{0,80}[）)〕\]】]")
_CHANGING = re.compile(
    r"(?:20)?[0-9]{2}(?:-(?:20)?[0-9]{2})?年度?|[0-9][0-9.,]{0,20}(?:万元|亿元|万|元)|20[0-9]{2}(?![0-9])|[0-9]{1,9}\.[0-9]{1,4}\Z"
)
_FILLER = re.compile("专项|经费|资金|项目|补助|绩效目标表|的|关于")
_NONE = "project"


def project_ids(names: Iterable[str]) -> tuple[str, ...]:
    """Return an id for each name; of equal ones the second gets `-2`."""
    stems = [_stem(name) for name in names]
    taken: Counter[str] = Counter()
    reserved = set(stems)
    ids = []
    for one in stems:
        taken[one] += 1
        key = one
        while taken[one] > 1 and (key := f"{one}-{taken[one]}") in reserved:
            taken[one] += 1
        ids.append(key)
    return tuple(ids)


def slug(text: str) -> str:
    """Return `text` in pinyin, syllables parted by hyphens, cut at the end of a word."""
    # On use: the dictionaries of pypinyin take longer to load than a filing to read.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    syllables = lazy_pinyin(text[: 2 * _LONGEST], errors=_latin)
    words = [word for one in syllables for word in re.findall("[a-z0-9]+", one.lower())]
    kept: list[str] = []
    for word in words:
        if kept and len("-".join((*kept, word))) > _LONGEST:
            break
        kept.append(word[:_LONGEST])
    return "-".join(kept)


def _latin(text: str) -> str:
    """Return what is no Chinese as it is: letters and digits make words of their own."""
    return text


def _stem(name: str) -> str:
    # Twice: （邯财社〔2018〕126号） has brackets inside.
    plain = _CHANGING.sub("", _BRACKETS.sub("", _BRACKETS.sub("", name)))
    for one in (_FILLER.sub("", plain), plain, name):
        if len(words := slug(one)) > 1 and re.search("[a-z]", words):
            return words
    return slug(name) or _NONE
