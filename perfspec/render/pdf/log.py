"""What WeasyPrint complains of while it works: it goes on, the paper would be wrong."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.logger import LOGGER

from perfspec.errors import PerfspecError
from perfspec.messages import message

_NOTDEF = ".notdef glyph rendered"


class Complaints(logging.Handler):
    """Keeps every warning and error of a render; characters without glyph apart."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__(logging.WARNING)
        self.characters: dict[str, None] = {}
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        if str(record.msg).startswith(_NOTDEF) and isinstance(record.args, tuple):
            self.characters[str(record.args[0])] = None
        else:
            self.texts.append(record.getMessage())

    def stop_if_any(self) -> None:
        """Raise for the first complaint: the form pack asks for what cannot be printed."""
        if self.texts:
            raise PerfspecError(
                message("the form pack cannot be printed as PDF: {reason}", reason=self.texts[0])
            )


@contextmanager
def listening() -> Iterator[Complaints]:
    """Give the complaints of the block; nothing reaches stderr meanwhile."""
    complaints = Complaints()
    handlers, propagate = LOGGER.handlers[:], LOGGER.propagate
    LOGGER.handlers[:], LOGGER.propagate = [complaints], False
    try:
        yield complaints
    finally:
        LOGGER.handlers[:], LOGGER.propagate = handlers, propagate
