"""The fonts of the paper: a Fontconfig of our own that knows nothing but the roles' files.

A form's stylesheet names the well-known families (仿宋_GB2312, 黑体 …). Each role binds all
its family names to one file, so that no installed font wins by accident, and no other font
is in reach at all: what prints here prints the same elsewhere. With `system`, the first
family of a role that is installed takes the names, and the bundled file stands behind it.
"""

import functools
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from locale import getencoding
from pathlib import Path
from xml.sax.saxutils import escape

from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration

from perfspec import resources
from perfspec.errors import PerfspecError
from perfspec.messages import message

ffi.cdef("FcConfig * FcConfigCreate (void);")

_HEAD = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
_REGULAR = 80
_COMPLAIN = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font file, and the family names under which the paper finds it, its own first.

    A face that completes the others goes by all their names and is asked after them.
    """

    path: Path
    families: tuple[str, ...]
    completes: bool = False


class Faces(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """A font configuration of exactly the given faces, in order of preference."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        """Register the faces; raise `PerfspecError` for a file that cannot be read as font."""
        config = fontconfig.FcConfigCreate()
        rules = "".join(map(_rule, faces))
        xml = f"{_HEAD}<fontconfig>{rules}</fontconfig>"
        fontconfig.FcConfigParseAndLoadFromMemory(config, xml.encode(), _COMPLAIN)
        for face in faces:
            if not fontconfig.FcConfigAppFontAddFile(config, _encoded(face.path)):
                raise PerfspecError(
                    message("the font file {path} cannot be read", path=str(face.path))
                )
        self._config = config
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), config)
        fontconfig.FcConfigDestroy(config)  # the font map keeps its own reference
        # The caches of the parent class, whose constructor would load the system's fonts.
        self.strut_layouts: dict[str, object] = {}
        self.font_features: dict[bytes, object] = {}

    def add_font_face(self, rule_descriptors: dict[str, object], _: object) -> None:
        """Refuse an `@font-face` of the HTML: the paper prints with the roles' fonts only."""
        raise PerfspecError(
            message(
                "the form pack brings a font of its own: {family}",
                family=str(rule_descriptors.get("font_family", "")),
            )
        )


@functools.cache
def faces(fonts: str) -> Faces:
    """Return the configuration for `bundled` or `system`, made once in a process."""
    bundled = tuple(_bundled())
    return Faces(bundled if fonts == "bundled" else tuple(_installed_first(bundled)))


def _bundled() -> Iterator[Face]:
    folder = resources.directory("fonts")
    try:
        roles = json.loads((folder / "roles.json").read_bytes())
    except OSError as error:
        raise PerfspecError(
            message("the bundled fonts are missing: {path}", path=str(folder))
        ) from error
    every_name = [name for role in roles.values() for name in role["preferred"]]
    for role in roles.values():
        names = role["preferred"]
        yield Face(
            path=folder / role["file"],
            families=(role["family"], *(names or every_name)),
            completes=not names,
        )


def _installed_first(bundled: tuple[Face, ...]) -> Iterator[Face]:
    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    for face in bundled:
        own, *names = face.families
        found = next((path for name in names if (path := _installed(config, name))), None)
        if found is None or face.completes:
            yield face
        else:
            yield Face(path=found, families=tuple(names))
            yield Face(path=face.path, families=(own,))


def _installed(config: object, family: str) -> Path | None:
    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    fontconfig.FcPatternAddString(pattern, b"family", family.encode())
    fontconfig.FcDefaultSubstitute(pattern)
    found = fontconfig.FcFontMatch(config, pattern, ffi.new("FcResult *"))
    if found == ffi.NULL:
        return None
    found = ffi.gc(found, fontconfig.FcPatternDestroy)
    if family.casefold() not in (name.casefold() for name in _strings(found, b"family")):
        return None
    return Path(next(_strings(found, b"file")))


def _strings(pattern: object, key: bytes) -> Iterator[str]:
    value = ffi.new("FcChar8 **")
    index = 0
    while fontconfig.FcPatternGetString(pattern, key, index, value) == 0:
        yield ffi.string(value[0]).decode()
        index += 1


def _rule(face: Face) -> str:
    # Prepended and not replaced: Pango needs a face to keep its own name. The weight is
    # ours because a role has one weight, and some bold files claim another.
    names = "".join(f"<string>{escape(name)}</string>" for name in face.families)
    return (
        '<match target="scan"><test name="file" compare="eq">'
        f"<string>{escape(face.path.as_posix())}</string></test>"
        f'<edit name="family" mode="prepend">{names}</edit>'
        f'<edit name="weight" mode="assign"><int>{_REGULAR}</int></edit></match>'
    )


def _encoded(path: Path) -> bytes:
    name = path.as_posix()
    return name.encode(getencoding() if sys.platform == "win32" else "utf-8")
