"""Make `fonts/` from pinned Debian packages; the same bytes every time.

Usage: python scripts/make_fonts.py [--check]

In: nothing but the packages that `fontmaking.packages` names, by apt's own client. Out: the
fonts, `roles.json`, `coverage.json`, `NOTICE.md` and `LICENSES/`; `README.md` there is
written by hand. With `--check` nothing is written: exit 1 where a file would differ.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from fontmaking import records
from fontmaking.characters import SPACES, WRONG_IN_FANDOL, is_hangul, is_symbol
from fontmaking.faces import FALLBACK, ROLES, SYMBOLS, Face
from fontmaking.making import make, open_original, printable
from fontmaking.packages import PACKAGES, unpack

FONTS = Path(__file__).resolve().parent.parent / "fonts"


def files(roots: dict[str, Path]) -> dict[str, bytes]:
    """Return what belongs into `fonts/`, by path, from the unpacked packages."""
    made: dict[Face, bytes] = {}
    characters: dict[str, set[int]] = {}

    for face in ROLES:
        font = open_original(face, roots[face.package.name])
        characters[face.role] = printable(font) - WRONG_IN_FANDOL
        made[face] = make(font, face, characters[face.role])
    common = set.intersection(*characters.values())

    noto = open_original(FALLBACK, roots[FALLBACK.package.name])
    dejavu = open_original(SYMBOLS, roots[SYMBOLS.package.name])
    texts = records.licences(roots, noto, dejavu)
    rest = {code for code in printable(noto) - common | SPACES if not is_hangul(code)}
    symbols = {code for code in printable(dejavu) - common - rest if is_symbol(code)}
    symbols |= printable(dejavu) & SPACES
    characters |= {FALLBACK.role: rest, SYMBOLS.role: symbols}
    made[FALLBACK] = make(noto, FALLBACK, rest)
    made[SYMBOLS] = make(dejavu, SYMBOLS, symbols)

    result = {face.file: data for face, data in made.items()}
    documents = {
        "roles.json": records.roles(tuple(made)),
        "coverage.json": records.coverage(characters, (FALLBACK.role, SYMBOLS.role)),
        "NOTICE.md": records.notice(made),
        **{f"LICENSES/{name}": text for name, text in texts.items()},
    }
    return result | {name: text.encode() for name, text in documents.items()}


def main(arguments: list[str]) -> int:
    """Write the files, or compare with those that are there; return the exit code."""
    parser = argparse.ArgumentParser(description="make the bundled fonts")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args(arguments).check
    with tempfile.TemporaryDirectory() as folder:
        roots = {p.name: unpack(p, Path(folder)) for p in PACKAGES}
        result = files(roots)
    differing = 0
    for name, data in sorted(result.items()):
        path = FONTS / name
        same = path.is_file() and path.read_bytes() == data
        differing += not same
        print(f"{'same ' if same else 'DIFFERS' if check else 'wrote'} {name} {len(data)}")
        if not (same or check):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return int(check and differing > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
