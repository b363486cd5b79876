"""The names of styles: those that Word builds upon are Word's, with ours as second names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Word translates its own names. A style that bears a translated name would be a second one.
_MOST = 9
BODY = "正文"
_OWN = {
    BODY: "Body Text",  # Word's own 正文 is Normal, on which all others are built
    "标题": "Title",
    "副标题": "Subtitle",
    "题注": "caption",
    "页眉": "header",
    "页脚": "footer",
    **{f"标题 {level}": f"heading {level}" for level in range(1, _MOST + 1)},
    **{f"目录 {level}": f"toc {level}" for level in range(1, _MOST + 1)},
}
_TAKEN = ("normal", "default paragraph font", "normal table", "table grid", "no list", "hyperlink")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """How a style is called: its identifier, its name in the file, a second name or nothing."""

    identifier: str
    name: str
    alias: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What paragraphs of a style are: headings of a level, entries of contents, in a footer."""

    level: int = 0
    contents: bool = False
    footer: bool = False

    def __or__(self, other: "Use") -> "Use":
        """Return what paragraphs of one kind or the other are."""
        return Use(
            level=self.level or other.level,
            contents=self.contents or other.contents,
            footer=self.footer or other.footer,
        )


def names(uses: Mapping[str, Use]) -> dict[str, Name]:
    """Return the name of each style.

    One that is called as Word calls its own is Word's; else the first of a kind gets its name.
    """
    taken = set(_TAKEN)
    own = {style: _OWN[style] for style in uses if style in _OWN}
    taken.update(name.lower() for name in own.values())
    for style, use in uses.items():
        if style not in own and (name := _free_own(use, taken)):
            own[style] = name
            taken.add(name.lower())
    named: dict[str, Name] = {}
    for style in uses:
        plain = style.replace(",", "，").strip() or "样式"
        if style in own:
            named[style] = _known(own[style], plain)
        else:
            free = _free(plain, taken)
            taken.add(free.lower())
            named[style] = Name(identifier=f"Style{len(named) + 1}", name=free, is_own=True)
    return named


def _free_own(use: Use, taken: set[str]) -> str:
    return next((name for name in _kinds(use) if name not in taken), "")


def _kinds(use: Use) -> Iterable[str]:
    if use.level:
        yield f"heading {min(use.level, _MOST)}"
    elif use.contents:
        yield from (f"toc {number}" for number in range(1, _MOST + 1))
    elif use.footer:
        yield "footer"


def _known(name: str, ours: str) -> Name:
    identifier = "".join(word[0].upper() + word[1:] for word in name.split())
    return Name(identifier=identifier, name=name, alias="" if _OWN.get(ours) == name else ours)


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free.lower() in taken:
        number += 1
        free = f"{name} {number}"
    return free
