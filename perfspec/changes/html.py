"""The paper of a comparison: in, `Changes`; out, one HTML document with nothing to fetch.

The PDF is made of it by the renderer that prints the filings.
"""

from pathlib import Path

from perfspec import resources, templating
from perfspec.changes import Changes, page
from perfspec.errors import PerfspecError
from perfspec.messages import message
from perfspec.report.text import Style

_TEMPLATE = "comparison.html.j2"
# How many rows of projects are printed: more take minutes, and nobody leafs through them.
PRINTED = 2000


def give(
    changes: Changes, style: Style, folder: Path | None = None, *, most: int | None = None
) -> str:
    """Return the document, laid out by the templates in `folder` or by those of the package.

    With `most`, the tables of projects have no more rows all together; other projects are told in
    a line each. Raises PerfspecError when a template fails.
    """
    return templating.fill(
        folder or resources.directory("templates") / "comparison",
        _TEMPLATE,
        functions={},
        values={"page": page.of(changes, style, most)},
        broken=_broken,
    )


def _broken(where: str, said: str) -> PerfspecError:
    return PerfspecError(
        message("the template {where} of the comparison fails: {said}", where=where, said=said)
    )
