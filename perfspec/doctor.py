"""Whether a machine has what perfspec needs."""

import json
import platform
from dataclasses import dataclass

from perfspec import __version__, resources
from perfspec.documents import office
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
    # On use: every command loads this module, and the metadata takes long.
    from importlib.metadata import version  # noqa: PLC0415

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
        _fonts(),
        *_printing(),
        _office(),
    ]


def _fonts() -> Check:
    """Look whether each role of the paper has its font file."""
    folder = resources.directory("fonts")
    remedy = message("install perfspec again")
    try:
        roles = json.loads((folder / "roles.json").read_bytes())
        count = json.loads((folder / "coverage.json").read_bytes())["count"]
    except OSError:
        text = message("the bundled fonts are missing: {path}", path=str(folder))
        return Check(what=text, well=False, remedy=remedy)
    lost = [role["file"] for role in roles.values() if not (folder / role["file"]).is_file()]
    if lost:
        text = message("the bundled fonts are missing: {path}", path=", ".join(lost))
        return Check(what=text, well=False, remedy=remedy)
    text = message(
        "fonts: {faces} faces, {count} characters printed in every role",
        faces=len(roles),
        count=count,
    )
    return Check(what=text, well=True)


def _office() -> Check:
    """Look whether LibreOffice is there; only the import of old formats wants it."""
    if found := office.program():
        text = message("LibreOffice: {path}; import reads .doc and .xls too", path=found)
    else:
        text = message("without LibreOffice, which is optional: import reads no .doc and .xls")
    return Check(what=text, well=True)


def _printing() -> list[Check]:
    try:
        printed = pdf.render(_SAMPLE)
    except PerfspecError as problem:
        return [Check(what=problem.message, well=False, remedy=problem.hint)]
    if not isinstance(printed, bytes):
        lost = "".join(glyph.character for glyph in printed)
        text = message("the bundled fonts lack {characters}", characters=lost)
        return [Check(what=text, well=False, remedy=message("install perfspec again"))]
    text = message("PDF: a page with Chinese text was printed, with {library}", library=pdf.pango())
    return [Check(what=text, well=True)]
