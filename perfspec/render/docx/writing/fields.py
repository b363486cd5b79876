"""Fields of Word: what it works out itself, with the result as it is known now.

A field is a row of runs: its begin, its code, a separator, its result, its end. Of a contents
list the begin stands in the first entry and the end in the last.
"""

from perfspec.render.docx.writing.xmltext import escaped

# Word ends an argument at these and not only at straight quotes.
_QUOTES = str.maketrans({sign: f"\\{sign}" for sign in '\\"“”„'})
PAGE = " PAGE "


def page_of(bookmark: str) -> str:
    """Return the code that gives the page number of a bookmark, which leads there."""
    return f" PAGEREF {bookmark} \\h "


def contents(letter: str) -> str:
    """Return the code of a contents list made of the entries under a letter, as links."""
    return f" TOC \\f {letter} \\h \\z "


def entry(text: str, letter: str, level: int) -> str:
    """Return the code of an entry for the contents list under a letter."""
    return f' TC "{text.translate(_QUOTES)}" \\f {letter} \\l {level} '


def begin(code: str, properties: str = "", *, stale: bool = False, deleted: bool = False) -> str:
    """Return the begin of a field and its code; a stale one is worked out anew by Word."""
    frame = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    dirty = ' w:dirty="true"' if stale else ""
    name = "delInstrText" if deleted else "instrText"
    return (
        f'<w:r>{frame}<w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r>{frame}<w:{name} xml:space="preserve">{escaped(code)}</w:{name}></w:r>'
    )


def separate(properties: str = "") -> str:
    """Return what stands between the code of a field and its result."""
    return _mark("separate", properties)


def end(properties: str = "") -> str:
    """Return the end of a field."""
    return _mark("end", properties)


def _mark(kind: str, properties: str) -> str:
    frame = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{frame}<w:fldChar w:fldCharType="{kind}"/></w:r>'
