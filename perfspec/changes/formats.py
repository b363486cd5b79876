"""What `diff --to` offers: each takes changes and a style, and returns the whole output.

Text is written as UTF-8; a workbook is bytes.
"""

from collections.abc import Callable

from perfspec.changes import Changes, csv, json, markdown, text
from perfspec.report.text import Style

Give = Callable[[Changes, Style], str | bytes]


def _xlsx(changes: Changes, style: Style) -> bytes:
    # On use: its library takes longer to load than two filings to compare.
    from perfspec.changes import xlsx  # noqa: PLC0415

    return xlsx.give(changes, style)


FORMATS: dict[str, Give] = {
    "text": text.give,
    "md": markdown.give,
    "json": json.give,
    "csv": csv.give,
    "xlsx": _xlsx,
}
