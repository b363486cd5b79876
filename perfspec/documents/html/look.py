"""What an element of a web page looks like, as far as its own attributes say it.

In: an element. Out: whether it is a block, strong, hidden or no content. Style sheets are not read;
office programs and form systems write what matters at the element.
"""

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from perfspec.documents import Why

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
        "li", "main", "menu", "nav", "ol", "optgroup", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_STRONG = frozenset({"b", "strong"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PRE = frozenset({"pre", "textarea", "listing", "xmp"})
_NONE = {
    "script": Why.SCRIPT,
    "style": Why.SCRIPT,
    "noscript": Why.SCRIPT,
    "xml": Why.SCRIPT,
    "title": Why.OTHER,
    "template": Why.HIDDEN,
    "datalist": Why.HIDDEN,
    "object": Why.HIDDEN,
    "iframe": Why.HIDDEN,
    "noframes": Why.HIDDEN,
    "video": Why.HIDDEN,
    "audio": Why.HIDDEN,
    "canvas": Why.HIDDEN,
    "rp": Why.HIDDEN,
    "svg": Why.BOX,
    "nav": Why.CONTENTS,
    "del": Why.DELETED,
    "button": Why.FURNITURE,
}
# What Word says of its own parts when it writes a page.
_PARTS = {
    "mso-element:header": Why.FURNITURE,
    "mso-element:footer": Why.FURNITURE,
    "mso-element:footnote": Why.NOTE,
    "mso-element:endnote": Why.NOTE,
    "mso-element:comment": Why.COMMENT,
    "mso-hide:all": Why.HIDDEN,
    "display:none": Why.HIDDEN,
    "visibility:hidden": Why.HIDDEN,
}
_WEIGHT = re.compile(r"font-weight:(bold|[6-9]00)?")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the text of an element is set: strong, a heading's level, with its blanks kept."""

    strong: bool = False
    level: int = 0
    kept: bool = False


def tag(element: Element) -> str:
    """Return the element's name without namespace, empty for a comment."""
    name: object = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def within(element: Element, around: Look) -> Look:
    """Return the look inside of `element`."""
    name, look = tag(element), around
    level = _level(element, name)
    if level:
        look = replace(look, level=level)
    if name in _STRONG:
        look = replace(look, strong=True)
    if name in _PRE:
        look = replace(look, kept=True)
    written = style(element)
    if written:
        weight = _WEIGHT.search(written)
        if weight:
            look = replace(look, strong=bool(weight.group(1)))
        if "white-space:" in written:
            look = replace(look, kept="white-space:pre" in written)
    return look


def why_not(element: Element) -> Why | None:
    """Return why the element is no content, None if it is some."""
    why = _NONE.get(tag(element))
    if why is not None:
        return why
    if element.get("hidden") is not None:
        return Why.HIDDEN
    if element.get("data-furniture") is not None:
        return Why.FURNITURE
    written = style(element)
    if written:
        for part, why in _PARTS.items():
            if part in written:
                return why
    return None


def style(element: Element) -> str:
    """Return the element's own style without blanks, in small letters."""
    return _SPACE.sub("", element.get("style", "")).casefold()


def _level(element: Element, name: str) -> int:
    if element.get("role") == "heading":
        written = element.get("aria-level", "")
        return int(written) if written in {"1", "2", "3", "4", "5", "6"} else 2
    return _HEADINGS.get(name, 0)
