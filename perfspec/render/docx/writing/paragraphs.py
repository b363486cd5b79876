"""Paragraphs in the XML of Word, and what stands in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from perfspec.render.docx.body import (
    Inline,
    ListEntry,
    Look,
    PageNumber,
    PageOf,
    Paragraph,
    Revision,
    Run,
    Tab,
)
from perfspec.render.docx.writing import fields, formats
from perfspec.render.docx.writing.ledger import Ledger
from perfspec.render.docx.writing.xmltext import escaped

# Signs that Chinese and Western type share: “ ” — … · ≥ ① and the like.
_SHARED = re.compile("[\u00a1-\u2e7f]")
_BREAKS = re.compile("(\r\n|[\n\r\t])")
_WRITTEN = {"\n": "<w:br/>", "\r": "<w:br/>", "\r\n": "<w:br/>", "\t": "<w:tab/>"}
# About the least room that Word gives a line: it fits under the last of 22. Hidden, it takes none.
_SEAM = (
    '<w:p><w:pPr>{keep}<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="15" '
    'w:lineRule="exact"/><w:rPr>{mark}{hidden}<w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{section}'
    "</w:pPr></w:p>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Runs before and behind what a paragraph shows, and the section's end that it carries.

    `end` is the revision of the paragraph's end where it is not that of the paragraph.
    """

    before: str = ""
    after: str = ""
    section: str = ""
    end: Revision | None = None


NOTHING = Around()


def paragraph(
    shown: Paragraph,
    ledger: Ledger,
    *,
    inherited: Revision = Revision.NONE,
    around: Around = NOTHING,
) -> str:
    """Return a paragraph; `inherited` is the revision of the row in which it stands."""
    revision = shown.revision or inherited
    style = ledger.sheet.styles[shown.setting.style]
    runs = _tracked(shown.content, style.look, ledger, revision)
    if target := ledger.bookmarks.get(shown.link):
        runs = f'<w:hyperlink w:anchor="{target}" w:history="1">{runs}</w:hyperlink>'
    start, stop = _bookmarks(shown.bookmarks, ledger)
    end = revision if around.end is None else around.end
    properties = _properties(shown, ledger, end, around.section)
    return f"<w:p>{properties}{start}{around.before}{runs}{around.after}{stop}</w:p>"


def seam(mark: str = "", *, hidden: bool = False, keeps: bool = False, section: str = "") -> str:
    """Return the lowest paragraph there can be: where Word wants one and the paper has none."""
    keep = "<w:keepNext/>" if keeps else ""
    vanish = "<w:vanish/>" if hidden else ""
    return _SEAM.format(keep=keep, mark=mark, hidden=vanish, section=section)


def _properties(shown: Paragraph, ledger: Ledger, end: Revision, section: str) -> str:
    key = (shown.setting, shown.look)
    if (known := ledger.properties.get(key)) is None:
        style = ledger.sheet.styles[shown.setting.style]
        named = f'<w:pStyle w:val="{style.name.identifier}"/>'
        known = (
            named + formats.paragraph(shown.setting, style.setting, ledger.sheet.setting.line),
            formats.characters(shown.look, style.look),
        )
        ledger.properties[key] = known
    setting, look = known
    mark = ledger.changed(end)
    if mark or look:
        look = f"<w:rPr>{mark}{look}</w:rPr>"
    return f"<w:pPr>{setting}{look}{section}</w:pPr>"


def _bookmarks(bookmarks: Iterable[str], ledger: Ledger) -> tuple[str, str]:
    """Return the starts and the ends of bookmarks that were not written yet."""
    starts, ends = [], []
    for bookmark in bookmarks:
        name = ledger.bookmarks.get(bookmark)
        if name and name not in ledger.marked:
            number = ledger.mark()
            ledger.marked.add(name)
            starts.append(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
            ends.append(f'<w:bookmarkEnd w:id="{number}"/>')
    return "".join(starts), "".join(ends)


def _tracked(content: Iterable[Inline], base: Look, ledger: Ledger, inherited: Revision) -> str:
    """Return the runs, those that are new or gone together inside one change."""
    made = []
    for revision, inlines in groupby(content, lambda inline: _revision(inline) or inherited):
        gone = revision is Revision.DELETED
        runs = "".join(_run(inline, base, ledger, gone=gone) for inline in inlines)
        if revision and runs:
            runs = f"<w:{revision} {ledger.change()}>{runs}</w:{revision}>"
        made.append(runs)
    return "".join(made)


def _revision(inline: Inline) -> Revision:
    return getattr(inline, "revision", Revision.NONE)


def _run(inline: Inline, base: Look, ledger: Ledger, *, gone: bool) -> str:
    match inline:
        case Run():
            base = ledger.sheet.below(inline.look, base)
            return _framed(_text(inline.text, gone=gone), inline.look, base, inline.text)
        case Tab():
            return _framed("<w:tab/>", inline.look, base)
        case PageNumber():
            return _field(fields.PAGE, "1", inline.look, base)
        case PageOf():
            return _page_of(inline, base, ledger, gone=gone)
        case ListEntry():
            code = fields.entry(inline.text, inline.list, inline.level)
            return fields.begin(code, "<w:vanish/>", deleted=gone) + fields.end("<w:vanish/>")
        case _:
            assert_never(inline)


def _page_of(inline: PageOf, base: Look, ledger: Ledger, *, gone: bool) -> str:
    shown = inline.shown or ledger.numbers.get(inline.bookmark, "")
    target = ledger.bookmarks.get(inline.bookmark)
    if target is None:  # it leads nowhere: a number that stays as it is
        return _framed(_text(shown, gone=gone), inline.look, base)
    if not shown:
        ledger.updates = True
    return _field(fields.page_of(target), shown, inline.look, base, gone=gone)


def _field(code: str, shown: str, look: Look, base: Look, *, gone: bool = False) -> str:
    properties = formats.characters(look, base)
    return "".join(
        (
            fields.begin(code, properties, stale=not shown, deleted=gone),
            fields.separate(properties),
            _framed(_text(shown, gone=gone), look, base),
            fields.end(properties),
        )
    )


def _framed(content: str, look: Look, base: Look, text: str = "") -> str:
    if not content:
        return ""
    if look == base and text.isascii():
        return f"<w:r>{content}</w:r>"
    properties = formats.characters(look, base, east_asian=bool(_SHARED.search(text)))
    frame = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{frame}{content}</w:r>"


def _text(text: str, *, gone: bool) -> str:
    return "".join(_pieces(text, "delText" if gone else "t"))


def _pieces(text: str, name: str) -> Iterator[str]:
    for piece in _BREAKS.split(text):
        if piece in _WRITTEN:
            yield _WRITTEN[piece]
        elif piece:
            # Blanks at an end, and those that follow each other, are lost otherwise.
            kept = ' xml:space="preserve"' if piece != piece.strip() or "  " in piece else ""
            yield f"<w:{name}{kept}>{escaped(piece)}</w:{name}>"
