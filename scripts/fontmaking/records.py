"""Write what tells of the fonts: roles, coverage, notice and licences."""

import json
from pathlib import Path
from string import Template

from fontTools.ttLib import TTFont

from fontmaking.characters import boundaries
from fontmaking.faces import AUTHORS, CHANGED_ON, Face
from fontmaking.packages import FANDOL, NOTO, sha256, text

_HERE = Path(__file__).parent
_FANDOL_DOCS = "usr/share/doc/texlive-doc/fonts/fandol"
_NOTO_COPYRIGHT = "usr/share/doc/fonts-noto-cjk/copyright"


def roles(faces: tuple[Face, ...]) -> str:
    """Return `roles.json`: for each role its file and the families to look for."""
    table = {
        face.role: {
            "file": face.file,
            "family": face.family,
            "weight": face.weight,
            "preferred": face.preferred,
            "substitutes": face.substitutes,
        }
        for face in faces
    }
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def coverage(characters: dict[str, set[int]], shared: tuple[str, ...]) -> str:
    """Return `coverage.json` for the characters of each face.

    `shared` names the faces that complete every other one.
    """
    completing = set[int]().union(*(characters[role] for role in shared))
    own = {role: codes for role, codes in characters.items() if role not in shared}
    everywhere = set.intersection(*own.values()) | completing
    somewhere = set[int]().union(*own.values()) | completing
    gaps = {role: somewhere - codes - completing for role, codes in own.items()}
    table = {
        "count": len(everywhere),
        "gaps": {role: boundaries(codes) for role, codes in gaps.items() if codes},
        "printable": boundaries(everywhere),
    }
    return json.dumps(table, separators=(",", ":")) + "\n"


def notice(made: dict[Face, bytes]) -> str:
    """Return `NOTICE.md`: what was changed, when, by whom, from what."""
    rows = [
        f"### {face.file}\n\n"
        f"- family name: {face.family}; role: {face.role}\n"
        f"- SHA-256: `{sha256(data)}`\n"
        f"- made from: `{face.source}`"
        + (f", face {face.number} of the collection" if face.number >= 0 else "")
        + f"\n- of the Debian package: `{face.package.name}` {face.package.version}, "
        f"archive SHA-256 `{face.package.sha256}`\n"
        f"- SHA-256 of the original: `{face.source_sha256}`\n"
        f"- licence: {face.licence}\n"
        for face, data in made.items()
    ]
    template = Template((_HERE / "NOTICE.template.md").read_text(encoding="utf-8"))
    return template.substitute(files="\n".join(rows), date=CHANGED_ON, authors=AUTHORS)


def licences(roots: dict[str, Path], noto: TTFont, dejavu: TTFont) -> dict[str, str]:
    """Return the licence texts, by file name, as the packages carry them."""
    docs = roots[FANDOL.name] / _FANDOL_DOCS
    debian = text(roots[NOTO.name] / _NOTO_COPYRIGHT)
    return {
        "GPL-3.0.txt": text(docs / "COPYING.gz"),
        "Fandol-README.txt": text(docs / "README"),
        "GPL-font-exception.txt": text(_HERE / "GPL-font-exception.txt"),
        "OFL-1.1-Noto.txt": f"{_name(noto, 0)}\n{_name(noto, 7)}\n\n{_ofl(debian)}",
        "DejaVu.txt": f"{_name(dejavu, 0).strip()}\n\n{_name(dejavu, 13).strip()}\n",
    }


def _ofl(copyright_file: str) -> str:
    """Return the OFL from a Debian copyright file, its indentation taken off."""
    _, _, rest = copyright_file.partition("License: SIL-1.1\n -")
    body, _, _ = f" -{rest}".partition("\n\nLicense:")
    lines = [line[1:] for line in body.splitlines()]
    return "\n".join("" if line == "." else line for line in lines) + "\n"


def _name(font: TTFont, number: int) -> str:
    return str(font["name"].getName(number, 3, 1, 0x409)).replace("\r", "\n")
