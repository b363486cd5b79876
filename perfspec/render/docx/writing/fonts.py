"""The fonts of a document, and what stands in for each of them where it is not installed."""

from collections.abc import Iterable

from perfspec.render.docx.body import Look
from perfspec.render.docx.writing.xmltext import HEAD, SPACES, quoted

_GENERIC = frozenset(
    ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit")
)


def part(looks: Iterable[Look]) -> str:
    """Return the part of the file that lists the fonts.

    A font's stand-ins are the families that the style sheet names behind it.
    """
    families: dict[str, dict[str, None]] = {}
    for look in looks:
        if look.fonts:
            others = families.setdefault(look.fonts[0], {})
            others.update(dict.fromkeys(look.fonts[1:]))
    fonts = "".join(
        _font(name, [other for other in others if other not in _GENERIC and other != name])
        for name, others in families.items()
    )
    return f"{HEAD}<w:fonts {SPACES}>{fonts}</w:fonts>"


def _font(name: str, others: list[str]) -> str:
    alternatives = f'<w:altName w:val="{quoted(",".join(others))}"/>' if others else ""
    # Character set 134 is GB2312.
    return (
        f'<w:font w:name="{quoted(name)}">{alternatives}<w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    )
