"""The package that a Word or Excel file is: parts, what they are, and what they refer to.

In: an `Archive`. Out: the parts as XML, their kinds and relations. What refers to something outside
of the file is followed by nobody; `check` refuses what wants more than a reader can see. See
ECMA-376 part 2 (Open Packaging Conventions).
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from perfspec.documents import xmls
from perfspec.documents.archives import Archive
from perfspec.errors import PerfspecError
from perfspec.messages import message

TYPES = "[Content_Types].xml"
_OF_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# Words of these stand in the other file; without them the document would have holes.
_HOLDS_WORDS = frozenset({"aFChunk", "subDocument", "frame", "oleObject", "package"})
_MACROS = frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"})
_REMOTE = ("http:", "https:", "ftp:", "ftps:", "mhtml:", "smb:", "dav:", "ldap:", "odbc:", "//")
_FILE = "file:///"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part refers to; `kind` is the last word of its type, `target` a path or an address."""

    kind: str
    target: str
    is_external: bool


def element(archive: Archive, part: str) -> Element:
    """Return a part as XML; raises PerfspecError."""
    return xmls.parse(archive.read(part), _called(archive, part))


def stream(archive: Archive, part: str, path: Sequence[str]) -> Iterator[Element]:
    """Yield the elements of a part at `path`, tags from the root down, and keep none of them."""
    yield from xmls.stream(archive.read(part), _called(archive, part), path)


def kinds(archive: Archive) -> Mapping[str, str]:
    """Return the content types of the parts that have one of their own, by path in lower case."""
    if TYPES not in archive:
        return {}
    listed = element(archive, TYPES).findall(f"{_OF_TYPES}Override")
    return {
        entry.get("PartName", "").removeprefix("/").casefold(): entry.get("ContentType", "")
        for entry in listed
    }


def main(archive: Archive) -> str:
    """Return the path of the part that the package is about, or an empty text."""
    for relation in relations(archive, "").values():
        if relation.kind == "officeDocument" and not relation.is_external:
            return relation.target
    return ""


def relations(archive: Archive, part: str) -> Mapping[str, Relation]:
    """Return what a part refers to, by id; of the whole package for an empty path."""
    folder, file = posixpath.split(part)
    return dict(_listed(archive, posixpath.join(folder, "_rels", f"{file}.rels")))


def check(archive: Archive) -> None:
    """Refuse macros, and what refers to another computer or to words in another file.

    A hyperlink is text for a reader; a template, a picture or a workbook of the own computer is not
    followed, and no word of the file is missing without it.
    """
    for part in archive.parts:
        if posixpath.basename(part).casefold() == "vbaproject.bin":
            raise macros(archive.name)
        if part.casefold().endswith(".rels"):
            for _, relation in _listed(archive, part):
                _check_relation(archive, relation)


def macros(name: str) -> PerfspecError:
    """Return the error that says that a file brings macros."""
    return PerfspecError(
        message("{name} has macros", name=name),
        message("save it without them: as .docx or .xlsx"),
    )


def _check_relation(archive: Archive, relation: Relation) -> None:
    if relation.kind in _MACROS:
        raise macros(archive.name)
    if relation.kind == "hyperlink":
        return
    is_remote = _is_remote(relation.target)
    if relation.is_external and (is_remote or relation.kind in _HOLDS_WORDS):
        raise PerfspecError(
            message(
                "{name} is not read: it wants to load {target} ({kind})",
                name=archive.name,
                target=relation.target,
                kind=relation.kind,
            ),
            message("break the link in the program that made it, and save the file anew"),
        )
    if relation.kind == "aFChunk":
        raise PerfspecError(
            message("{name} is not read: it holds a document in another format", name=archive.name),
            message("open it in Word, and save it anew as .docx"),
        )


def _is_remote(target: str) -> bool:
    """Say whether a target is on another computer, as any program may read it."""
    plain = "".join(target.casefold().split()).replace("\\", "/")
    # `file:///C:/…` is a file of the computer on which the document was written.
    is_own = plain.startswith(_FILE) and not plain.startswith(f"{_FILE}/")
    return not is_own and (plain.startswith(_REMOTE) or "://" in plain or "file://" in plain)


def _listed(archive: Archive, part: str) -> Iterator[tuple[str, Relation]]:
    """Yield the relations that a part lists, with their ids."""
    if part in archive:
        folder = posixpath.dirname(posixpath.dirname(part))
        for entry in element(archive, part):
            if entry.tag.endswith("}Relationship"):
                yield entry.get("Id", ""), _relation(entry, folder)


def _relation(entry: Element, folder: str) -> Relation:
    target = entry.get("Target", "")
    is_external = entry.get("TargetMode", "") == "External"
    if not is_external:
        path = unquote(target)
        target = posixpath.normpath(path[1:] if path.startswith("/") else f"{folder}/{path}")
        target = target.removeprefix("/")
    return Relation(
        kind=entry.get("Type", "").rpartition("/")[2], target=target, is_external=is_external
    )


def _called(archive: Archive, part: str) -> str:
    return f"{archive.name} ({part})"
