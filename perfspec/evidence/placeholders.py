"""What a text still holds of the template that it was written into.

In: a text; for a field in Markdown that is said. Out: the stretches that nobody filled in, and
those that a word processor or a spreadsheet left behind.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from perfspec.passages import Passage


class Kind(StrEnum):
    """Where a leftover comes from."""

    BLANK = "blank"
    PROGRAM = "program"


# Any text with a leftover has one of these. Letter by letter: of a class among other patterns the
# search makes no table of first letters, and takes four times as long.
SUSPECT = re.compile(
    r"\*|×|＊|x|X|_|＿|…|\\|#|\[|［|【|填|\.\.\.|。。。|指标[0-9一二三]|目标[0-9一二三]|错误[!！]"
    r"|、$|．$|\.$",
    re.MULTILINE,
)
# A row or an item of the template: `指标1：`, `1.……`, `……`.
_WHOLE = re.compile(
    r"(?:(?:指标|目标)[0-9一二三四五六七八九十]{1,2}[:：]?|[0-9]{1,2}[.．、])?(?:…{1,9}|\.{3,9}|。{3,9})?"
)
_SIGN = r"(?:[≥≤><=＞＜＝≧≦]|>=|<=)"
_RUN = r"(?:\*{2,9}|＊{2,9}|×{2,9}|[xX]{2,9})"
# The mark alone, or with operator and unit: `≥**人`, `××%`.
_VALUE = re.compile(
    rf"(?:{_SIGN}\s?(?:{_RUN}|[*＊×_＿]{{1,60}})|{_RUN}|[*＊＿]|[_＿]{{2,60}})"
    r"(?:(?<=..)(?:[%％‰]|[万亿]?[一-鿿]{1,3}(?:[/／][一-鿿])?))?"
)
# Inside a text, a mark stands for something only where words or a unit go on behind it: 李×× and
# 138****1234 are people who shall not be known, XX-100 and 3××2 are names and sums.
_INSIDE = re.compile(
    rf"(?<![0-9A-Za-z*×＊_张王李赵刘陈杨黄吴徐孙胡朱郭罗梁宋郑谢韩唐冯董-])(?:20)?{_RUN}"
    r"(?=[%％]|[一-鿿])(?![等某案型染码号款系])"
    r"|(?<![0-9A-Za-z_])_{3,60}(?![A-Za-z_])"
    r"|＿{2,60}"
)
_ORDER = re.compile(
    r"[\[［【](?:请|此处|待){0,2}填(?:[写报入][^\]］】\n:：]{0,20})?[\]］】]"
    r"|[（(](?:请填写|待填写|待填|填写|此处填写)[）)]"
)
_PROGRAM = re.compile(
    r"(?<![A-Za-z])(?:TC|TOC|PAGEREF|MERGEFIELD|HYPERLINK|SEQ)(?![A-Za-z])[^\\\n]{1,200}"
    r"\\[a-z](?![A-Za-z])(?: [A-Z0-9](?![A-Za-z]))?(?: \\l [0-9])?"
    r"|\\f [A-Z] \\l [0-9]"
    r"|错误[!！](?:未找到引用源|未定义书签|未指定书签|未找到目录项|超链接引用无效)[。.]?"
    r"|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)"
)
# In the cell of a target, where a number or words of what will be reached are to stand.
_PUT_OFF = re.compile(
    "[（(]?(?:待(?:定|确定|核定|核实|明确|补充)|未定|暂(?:无|缺|未确定|未明确)|详?见(?:附件|附表))[0-9]?[）)]?[。.]?"
)
_OPENED = re.compile("[（(][^（()）]*$")
_BOLD = re.compile(r"\*\*[^*\n]+\*\*")


def find(text: str, *, markdown: bool = False) -> Iterator[tuple[int, int, Kind]]:
    """Yield the leftovers of `text` in their order, each as start, end and kind."""
    searched = _BOLD.sub(lambda bold: " " * len(bold.group()), text) if markdown else text
    bare = searched.strip()
    if bare and (_WHOLE.fullmatch(bare) or _VALUE.fullmatch(bare)):
        start = searched.index(bare)
        yield start, start + len(bare), Kind.BLANK
        return
    found = [
        (part.start(), part.end(), kind)
        for pattern, kind in ((_INSIDE, Kind.BLANK), (_ORDER, Kind.BLANK), (_PROGRAM, Kind.PROGRAM))
        for part in pattern.finditer(searched)
    ]
    yield from sorted(found)


def is_put_off(target: str) -> bool:
    """Tell whether a target is left for later, or for another paper: 待定, 见附件."""
    return _PUT_OFF.fullmatch(target.strip()) is not None


def is_prescribed(passage: Passage, end: int) -> bool:
    """Tell whether a blank stands in brackets behind the name of a row that has its number."""
    row, text = passage.indicator, passage.text
    if passage.key != "name" or row is None or row.target.quantity is None:
        return False
    return text.rstrip()[-1:] in {")", "）"} and _OPENED.search(text[:end]) is not None
