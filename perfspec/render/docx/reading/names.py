"""Names of styles, as people see them in the list of their word processor."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

MARK = "data-style"
LEVELS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
_NAMES = {
    "p": "正文",
    "li": "列表",
    "td": "表格文字",
    "th": "表头",
    "caption": "表题",
    "nav": "目录",
    "blockquote": "引文",
    "pre": "原文",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name of a style; one that the form says is that of everything inside."""

    text: str = "正文"
    is_said: bool = False


def name(element: Element, above: Name) -> Name:
    """Return the name for the paragraphs of an element, whose parent has the name `above`.

    The form says it (`data-style`), or the tag and the first class do. A heading inside of what the
    form has named is a heading still.
    """
    said = element.get(MARK)
    if said:
        return Name(text=said, is_said=True)
    level = LEVELS.get(str(element.tag))
    stem = f"标题 {level}" if level else _NAMES.get(str(element.tag))
    if stem is None or (above.is_said and level is None):
        return above
    return Name(text=" ".join((stem, *(element.get("class") or "").split()[:1])))
