"""The pages of a PDF file, as PDFium prints them.

In: bytes. Out: `Page`s one after the other, or a `PerfspecError`. Embedded files, annotations,
forms and scripts are not read. Only this module and `painting` use pypdfium2.
"""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pypdfium2 import PdfDocument, PdfiumError, PdfObject, PdfPage, PdfTextPage, raw

from perfspec.documents import Why
from perfspec.documents.archives import locked
from perfspec.documents.pdf import painting
from perfspec.documents.pdf.geometry import POINT, Glyph, Page, Rule
from perfspec.errors import PerfspecError
from perfspec.messages import Message, message

MAX_PAGES = 2_000
MAX_CHARACTERS = 4_000_000
MAX_OBJECTS = 100_000  # of a page
_MAX_SEGMENTS = 100_000  # of all paths of a page
_MAX_LEVEL = 4
_THIN = 3 * POINT  # a filled shape that is no wider is a line
_CORNERS = 4
_SKEW = POINT // 4
_INVISIBLE = (3, 7)  # text render modes that paint nothing

Point = tuple[int, int]


def pages(data: bytes, name: str) -> Iterator[Page]:
    """Yield the pages; raises PerfspecError for a file that is broken, locked or too long."""
    document = _opened(data, name)
    try:
        if len(document) > MAX_PAGES:
            raise _refusal(name, message("it has more than {number} pages", number=MAX_PAGES))
        characters = 0
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            characters += text.count_chars()
            if characters > MAX_CHARACTERS:
                problem = message("it has more than {number} characters", number=MAX_CHARACTERS)
                raise _refusal(name, problem)
            yield _page(page, text)
            text.close()
            page.close()
    except PdfiumError as error:
        raise _broken(name) from error
    finally:
        document.close()


def _opened(data: bytes, name: str) -> PdfDocument:
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise locked(name) from error
        raise _broken(name) from error


def _page(page: PdfPage, text: PdfTextPage) -> Page:
    turn = _Turn(page)
    glyphs, unread = _glyphs(page, text, turn)
    rules, is_crowded = _rules(page, turn)
    return Page(
        width=turn.width,
        height=turn.height,
        glyphs=tuple(glyphs),
        rules=tuple(rules),
        unread=unread,
        is_crowded=is_crowded,
    )


class _Turn:
    """How the places of a file become those of the page that is seen: cropped and turned."""

    def __init__(self, page: PdfPage) -> None:
        left, bottom, right, top = (_int(edge) for edge in page.get_cropbox())
        self._left, self._bottom = left, bottom
        self._wide, self._high = right - left, top - bottom
        self._quarters = page.get_rotation() // 90
        is_turned = self._quarters % 2 == 1
        self.width = self._high if is_turned else self._wide
        self.height = self._wide if is_turned else self._high

    def __call__(self, x: int, y: int) -> Point:
        x, y = x - self._left, y - self._bottom
        if self._quarters == 1:
            return y, self._wide - x
        if self._quarters == 2:  # noqa: PLR2004 - half a turn
            return self._wide - x, self._high - y
        if self._quarters == 3:  # noqa: PLR2004 - the last quarter
            return self._high - y, x
        return x, y


def _glyphs(page: PdfPage, text: PdfTextPage, turn: _Turn) -> tuple[list[Glyph], int]:
    found: list[Glyph] = []
    unread = 0
    modes = dict.fromkeys(painting.unseen(page, text), True)
    high = 0
    for index in range(text.count_chars()):
        # What PDFium adds to the words, such as ends of lines, is not printed.
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a character
            high = code
            continue
        if 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second half
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
        # PDFium says so of a hyphen at the end of a line.
        code = ord("-") if code == 2 else code  # noqa: PLR2004
        # One sign of a font is printed for both blanks, and its name may be that of the other.
        code = ord(" ") if code == 0xA0 else code  # noqa: PLR2004
        if code in {0, 0xFFFE, 0xFFFF} or raw.FPDFText_HasUnicodeMapError(text, index) == 1:
            unread += 1
            code = 0xFFFD
        found.append(_glyph(text, index, chr(code), turn, modes))
    return found, unread


def _glyph(
    text: PdfTextPage, index: int, character: str, turn: _Turn, modes: dict[int, bool]
) -> Glyph:
    left, bottom, right, top = (_int(edge) for edge in text.get_charbox(index, loose=True))
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    one, other = turn(left, bottom), turn(right, top)
    start, end = sorted((one[0], other[0]))
    base = turn(_int(x.value), _int(y.value))[1]
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = _int(raw.FPDFText_GetFontSize(text, index) * max(abs(matrix.d), abs(matrix.b)))
    is_upright = min(abs(matrix.d), abs(matrix.b)) * 10 < max(abs(matrix.d), abs(matrix.b))
    hidden = None
    if start < 0 or end > turn.width or not 0 <= base <= turn.height:
        hidden = Why.HIDDEN
    elif not is_upright:
        hidden = Why.FURNITURE  # a watermark across the page
    elif _is_invisible(text, index, modes):
        hidden = Why.HIDDEN
    return Glyph(text=character, left=start, right=end, base=base, size=size, hidden=hidden)


def _is_invisible(text: PdfTextPage, index: int, modes: dict[int, bool]) -> bool:
    """Say whether nothing is painted: by the mode of the text, or by its colour."""
    part = raw.FPDFText_GetTextObject(text, index)
    key = painting.address(part)
    if key not in modes:
        colours = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFText_GetFillColor(text, index, *colours)
        is_clear = colours[3].value == 0
        modes[key] = is_clear or raw.FPDFTextObj_GetTextRenderMode(part) in _INVISIBLE
    return modes[key]


def _rules(page: PdfPage, turn: _Turn) -> tuple[list[Rule], bool]:
    """Return the ruled lines of a page, and whether there are more than a page can have."""
    found: list[Rule] = []
    segments = 0
    objects = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_MAX_LEVEL)
    for number, path in enumerate(objects):
        count = raw.FPDFPath_CountSegments(path)
        segments += max(count, 0)
        if number > MAX_OBJECTS or segments > _MAX_SEGMENTS:
            return [], True
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        for points in _strokes(path, count, turn):
            if stroke.value:
                found.extend(rule for rule in map(_ruled, pairwise(points)) if rule)
            elif fill.value:
                found.extend(_filled(points))
    return found, False


def _strokes(path: PdfObject, count: int, turn: _Turn) -> Iterator[list[Point]]:
    """Yield the points of each stroke of a path, without those of curves."""
    points: list[Point] = []
    matrices = [path.get_matrix()]
    around = path.container
    while around is not None:
        matrices.append(around.get_matrix())
        around = around.container
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        place = (x.value, y.value)
        for matrix in matrices:
            place = matrix.on_point(*place)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != raw.FPDF_SEGMENT_LINETO:
            yield points
            points = []
        points.append(turn(_int(place[0]), _int(place[1])))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points


def _ruled(ends: tuple[Point, Point]) -> Rule | None:
    """Return a level or upright line between two points."""
    (x1, y1), (x2, y2) = ends
    wide, high = abs(x2 - x1), abs(y2 - y1)
    if high <= _SKEW and wide > high:
        return Rule(is_level=True, at=(y1 + y2) // 2, start=min(x1, x2), end=max(x1, x2))
    if wide <= _SKEW and high > wide:
        return Rule(is_level=False, at=(x1 + x2) // 2, start=min(y1, y2), end=max(y1, y2))
    return None


def _filled(points: Sequence[Point]) -> Iterator[Rule]:
    """Yield the line that a thin filled rectangle is."""
    if len(set(points)) != _CORNERS:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if top - bottom <= _THIN and right - left > top - bottom:
        yield Rule(is_level=True, at=(bottom + top) // 2, start=left, end=right)
    elif right - left <= _THIN and top - bottom > right - left:
        yield Rule(is_level=False, at=(left + right) // 2, start=bottom, end=top)


def _int(value: float) -> int:
    """Return thousandths of what PDFium counts in floating points."""
    return round(value * POINT)


def _broken(name: str) -> PerfspecError:
    return PerfspecError(
        message("{name} is broken: {problem}", name=name, problem=message("it is no PDF file")),
        message("open it in the program that made it, and save it anew"),
    )


def _refusal(name: str, problem: Message) -> PerfspecError:
    return PerfspecError(
        message("{name} is not read: {problem}", name=name, problem=problem),
        message("split it into several files"),
    )
