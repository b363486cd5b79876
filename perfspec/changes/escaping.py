"""Text from specs that Markdown, HTML and GitHub can take for nothing else.

In: any text. Out: one line in which no character makes Markdown or HTML, and no word names a
person, an issue, a commit, an address or an emoji. GitHub looks for those in the finished page,
where escapes are gone, so that a character of no width has to part them.
"""

import re

from perfspec.changes import inline
from perfspec.report.visible import seen

# One entity holds in a paragraph, a table cell and an HTML block alike, which no backslash does.
_ENTITIES = {ord(one): f"&#{ord(one)};" for one in "&<>\"'`*_~|\\[]()#$!{}^"}
_NOTHING = "&#8203;"
_PARTED = re.compile(
    r"@|#|:(?=//)|\bwww(?=\.)|\b(?:GH|GHSA|CVE)-(?=[0-9a-z])|:(?=[0-9a-z+_-]{1,64}:)",
    re.IGNORECASE | re.ASCII,
)
# What is long enough for a commit: parted where it has a letter, because amounts have none.
_HEX = re.compile(r"(?<![0-9a-z])(?=[0-9]*[a-f])[0-9a-f]{7,}(?![0-9a-z])", re.IGNORECASE)
_CHUNK = re.compile(r".{6}(?=.)")


def escaped(text: str, most: int = 300) -> str:
    """Return `text` in one line as Markdown and HTML, cut to `most` characters."""
    shown, left = inline.cut(seen(text), most)
    parted = _PARTED.sub(lambda found: f"{found[0]}\0", shown)
    parted = _HEX.sub(lambda found: _CHUNK.sub(lambda six: f"{six[0]}\0", found[0]), parted)
    safe = parted.translate(_ENTITIES).replace("\0", _NOTHING)
    return f"{safe}{inline.ELLIPSIS}" if left else safe
