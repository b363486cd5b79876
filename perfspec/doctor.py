"""Whether a machine has what perfspec needs."""

import platform
from dataclasses import dataclass
from importlib.metadata import version

from perfspec import __version__
from perfspec.errors import PerfspecError
from perfspec.messages import Message, message
from perfspec.render import pdf

_SAMPLE = """<!DOCTYPE html>
<html lang="zh-CN"><title>样</title><p>绩效目标：≥90%，112500.00元。</p></html>
"""
_DEPENDENCIES = ("weasyprint", "uharfbuzz", "jinja2", "jsonschema", "PyYAML", "markdown-it-py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at, and what to do where it is not well."""

    what: Message
    well: bool
    remedy: Message | None = None


def examine() -> list[Check]:
    """Return what was looked at: versions, and whether a page with Chinese text prints."""
    versions = ", ".join(f"{name} {version(name)}" for name in _DEPENDENCIES)
    return [
        Check(
            what=message(
                "perfspec {version}, Python {python} on {system}",
                version=__version__,
                python=platform.python_version(),
                system=platform.platform(),
            ),
            well=True,
        ),
        Check(what=message("libraries: {versions}", versions=versions), well=True),
        *_printing(),
    ]


def _printing() -> list[Check]:
    try:
        printed = pdf.render(_SAMPLE)
    except PerfspecError as problem:
        return [Check(what=problem.message, well=False, remedy=problem.hint)]
    if not isinstance(printed, bytes):
        lost = "".join(glyph.character for glyph in printed)
        text = message("the bundled fonts lack {characters}", characters=lost)
        return [Check(what=text, well=False, remedy=message("install perfspec again"))]
    return [Check(what=message("PDF: a page with Chinese text was printed"), well=True)]
