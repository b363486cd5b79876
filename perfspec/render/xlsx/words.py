"""The words inside an element of HTML, as they are printed: blanks are one, blocks begin lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from perfspec.render.css import Sheet as Css

UNSEEN = frozenset({"head", "style", "script", "template", "nav", "svg", "title", "colgroup"})
_STRONG = frozenset({"b", "strong"})
_SPACE = frozenset(" \t\r\n\f")
_LINE = "\n"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that are emphasised, or are not."""

    text: str
    strong: bool = False


Words = tuple[Span, ...]


def text(words: Words) -> str:
    """Return all signs; a new line begins behind a line break."""
    return "".join(span.text for span in words)


def joined(parts: Iterable[Words]) -> Words:
    """Return what stood side by side as one, with blanks between."""
    return squeezed(span for part in parts for span in (*part, Span(" ", part[-1].strong)))


def is_unseen(element: Element, css: Css) -> bool:
    """Tell whether an element is not among the words: not printed, or furniture."""
    style = css.styles.get(element)  # a comment has none
    return (
        style is None
        or style.display == "none"
        or element.tag in UNSEEN
        or element.get("data-furniture") is not None
    )


def words(element: Element, css: Css) -> Words:
    """Return the words of an element."""
    return squeezed(_pieces(element, css, strong=element.tag in _STRONG))


def squeezed(pieces: Iterable[Span]) -> Words:
    """Return pieces without the blanks that nobody sees; alike neighbours become one."""
    found: list[tuple[list[str], bool]] = []
    blank = begun = False
    for piece in pieces:
        for sign in piece.text:
            if piece.text == _LINE:
                begun, blank = False, False
                if found:
                    found.append(([_LINE], found[-1][1]))
            elif sign in _SPACE:
                blank = begun
            else:
                if not begun or found[-1][1] is not piece.strong:
                    found.append(([], piece.strong))
                found[-1][0].extend((" ", sign) if blank else (sign,))
                begun, blank = True, False
    return _lines_once(found)


def _lines_once(found: list[tuple[list[str], bool]]) -> Words:
    """Return spans in which a line break stands between words only, and once."""
    done: list[tuple[list[str], bool]] = []
    is_due = False
    for signs, strong in found:
        if signs == [_LINE]:
            is_due = bool(done)
            continue
        if not done or done[-1][1] is not strong:
            done.append(([], strong))
        done[-1][0].extend([_LINE, *signs] if is_due else signs)
        is_due = False
    return tuple(Span("".join(signs), strong) for signs, strong in done)


def _pieces(element: Element, css: Css, *, strong: bool) -> Iterator[Span]:
    """Yield the texts in an element, a line break alone around what begins a line."""
    # Without recursion: how deep a document is nested is not ours to say.
    stack: list[Span | tuple[Element, bool]] = [(element, strong)]
    while stack:
        one = stack.pop()
        if isinstance(one, Span):
            yield one
            continue
        inner, is_strong = one
        following: list[Span | tuple[Element, bool]] = [Span(_flat(inner.text), is_strong)]
        for child in inner:
            if not is_unseen(child, css):
                is_line = child.tag == "br" or css.of(child).display not in _INLINE
                bounds = [Span(_LINE)] if is_line else []
                following += [*bounds, (child, is_strong or child.tag in _STRONG), *bounds]
            following.append(Span(_flat(child.tail), is_strong))
        stack += reversed(following)


_INLINE = frozenset({"inline", "inline-block", "contents", "inline-flex", "inline-table"})


def _flat(text: str | None) -> str:
    """Return a text whose line breaks are blanks, as in HTML."""
    return (text or "").replace(_LINE, " ")
