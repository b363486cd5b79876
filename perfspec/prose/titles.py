"""Document titles 《》 and document numbers 〔2020〕12号 in running text."""

import re

from perfspec.prose.records import DocumentNumber, Title

_PAIRS = {"》": "《", "〉": "〈"}
# The organ and its kind of paper, the year in brackets of whatever sort, the number. The organ is
# looked for behind the number was found, so that no run of characters is read twice.
_NUMBER = re.compile(
    r"([〔\[［【（(〈〖﹝〕])\s?((?:19|20)[0-9]{2})\s?([〕\]］】）)〉〗﹞〔])\s?第?[0-9]{1,5}\s?号"
)
_ORGAN = re.compile(r"[㐀-鿿]{1,10}\Z")
_NOT_ORGAN = re.compile(
    r".*(?:根据|按照|依据|依照|按|落实|执行|关于|参照|印发|下达|以及|文件|元|通知|意见|和|与|及|的|据)"
)


def titles(text: str) -> tuple[Title, ...]:
    """Return the titles of `text`; titles within a title are part of it."""
    found: list[Title] = []
    opened: list[tuple[int, str]] = []
    for match in re.finditer("[《》〈〉]", text):
        at, sign = match.start(), match[0]
        if sign not in _PAIRS:
            opened.append((at, sign))
        elif opened and opened[-1][1] == _PAIRS[sign]:
            start, _ = opened.pop()
            if not any(other == "《" for _, other in opened) and sign == "》":
                found.append(Title(start=start, end=at + 1, text=text[start + 1 : at]))
    return tuple(found)


def document_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """Return the document numbers of `text`, the organ's short name included."""
    found = []
    for match in _NUMBER.finditer(text):
        organ = _ORGAN.search(text, max(0, match.start() - 10), match.start())
        start = organ.start() if organ else match.start()
        wrong = _NOT_ORGAN.match(text, start, match.start())
        found.append(
            DocumentNumber(
                start=wrong.end() if wrong else start,
                end=match.end(),
                year=int(match[2]),
                brackets=match[1] + match[3],
            )
        )
    return tuple(found)
