"""Document numbers whose year does not stand in 〔 〕.

In: what a text states. Out: the numbers, each with the offsets of the two signs around the year.
"""

import re
from collections.abc import Iterator

from perfspec.prose.records import DocumentNumber, Prose

# A number that is written wrongly has its year in such brackets.
SUSPECT = re.compile(
    r"[\[［【（(〈〖〕]\s?(?:19|20)[0-9]{2}\s?[〕\]］】）)〉〗﹞〔]|[〔﹝]\s?(?:19|20)[0-9]{2}\s?[\]］】）)〉〗〔]"
)
# ﹝ ﹞ come from some input methods; on paper nobody can tell.
_RIGHT = {"〔〕", "﹝﹞"}
# Buildings, contracts and orders are numbered too, as they like.
_BEHIND = tuple("楼院地线库井桥馆车机厅路房")
_NUMBERED = re.compile(r"(?:合同|协议|编号|项目|工程|标段|批次|公告|令|年度|日期)\Z")


def wrong(stated: Prose) -> Iterator[tuple[DocumentNumber, int, int]]:
    """Yield each number in other brackets, and where these stand."""
    text = stated.text
    for number in stated.documents:
        if number.brackets in _RIGHT or text.startswith(_BEHIND, number.end):
            continue
        opened = text.index(number.brackets[0], number.start)
        closed = text.index(number.brackets[1], opened)
        issuer = text[number.start : opened]
        if issuer and not _NUMBERED.search(issuer) and "第" not in text[closed : number.end]:
            yield number, opened, closed
