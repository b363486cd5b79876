"""Read what the indicators of a filing reached (实际完成值), which `actuals.yaml` keeps.

In: a tree that the schema accepts, and the filing. Out: the actuals in the order of the file, and a
finding for each id that the filing does not have.
"""

from collections.abc import Iterable

from perfspec.diagnostics import Diagnostic, Place, error
from perfspec.messages import Message, message
from perfspec.model import Actual, Filing
from perfspec.schema.words import did_you_mean, shorten
from perfspec.values.targets import target
from perfspec.yamltree import Tree


def read(
    tree: Tree, filing: Filing, unread: Iterable[str] = ()
) -> tuple[tuple[Actual, ...], list[Diagnostic]]:
    """Return what `tree` says was reached, and its ids that are not in `filing`.

    An empty value is not known yet, and no actual. Nothing is said of projects in `unread`, which
    the filing has but that could not be read.
    """
    known = {project.id: project for project in filing.projects}
    passed_over = frozenset(unread)
    actuals: list[Actual] = []
    found: list[Diagnostic] = []
    for name, reached in tree.data["projects"].items():
        at = tree.place / "projects"
        if name not in known:
            if name not in passed_over:
                text = message("filing.yaml has no project {id!r}", id=shorten(name))
                found.append(_unknown(at.key(name), name, text, known))
            continue
        ids = {row.id: row for row in known[name].indicators}
        for key, value in reached.items():
            place = at / name / key
            if key not in ids:
                text = message(
                    "the project {project} has no indicator {id!r}", project=name, id=shorten(key)
                )
                found.append(_unknown((at / name).key(key), key, text, ids))
            elif str(value).strip():
                actuals.append(
                    Actual(project=name, indicator=key, value=target(str(value)), at=place)
                )
    return tuple(actuals), found


def _unknown(at: Place, word: str, text: Message, known: Iterable[str]) -> Diagnostic:
    return error("unknown-id", at, text, hint=did_you_mean(word, known, {}))
