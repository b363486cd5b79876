"""Words and the style of their block as a paragraph."""

from decimal import Decimal

from perfspec.render.css import Style
from perfspec.render.docx.body import ZERO, Inline, Paragraph, Run, Setting
from perfspec.render.docx.reading.context import LIST, Context, Source
from perfspec.render.docx.reading.line import Line
from perfspec.render.docx.reading.words import look

# Words fill a line that was made for them; other programs count in other units.
_SLACK = Decimal("0.5")


def paragraph(
    source: Source, line: Line, style: Style, context: Context, *, is_first: bool = True
) -> Paragraph:
    """Return the paragraph that a line of words makes in its block.

    `is_first` tells that it is the first of its block: others have no indent of their own.
    """
    room = context.room
    left, right = room.left, room.right
    if left > _SLACK and right > _SLACK:
        left, right = left - _SLACK, right - _SLACK
    indent = style.indent.of(room.width) if is_first else ZERO
    links = set(line.words.links) if context.in_contents else set()
    link = links.pop() if len(links) == 1 else ""
    target = source.ids.get(link)
    return Paragraph(
        content=_without_last_break(line.words.content()),
        setting=Setting(
            style=context.name.text,
            level=context.level,
            align=style.align,
            first=indent + line.first,
            left=left,
            right=right,
            line=style.line + line.apart,
            tab=room.left + room.width if line.has_tab else ZERO,
            leader=line.is_led,
        ),
        look=look(style),
        bookmarks=tuple(line.words.ids),
        contents="" if target is None else target.get(LIST, ""),
        link=link,
        marks=tuple(dict.fromkeys((*context.marks, *line.words.marks))),
    )


def _without_last_break(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the content without a break at its end: it begins no line of its own."""
    last = content[-1] if content else None
    if not isinstance(last, Run) or not last.text.endswith("\n"):
        return content
    text = last.text[:-1]
    return (*content[:-1], *((Run(text=text, look=last.look),) if text else ()))
