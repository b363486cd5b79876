"""Find the data that travels with the package: schemas, form packs, fonts."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def directory(name: str) -> Path:
    """Return the folder `name` (`schema`, `templates`, `fonts`) of the installed package.

    A wheel carries the folder inside the package; a checkout has it at the root. The
    packaged one comes first, so that an installed perfspec never reads a stranger's folder.
    """
    packaged = _PACKAGE / "data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
