"""The files of a new workspace.

They stand in `files/`; a leading `dot-` of a name is a dot, so that git and the packaging tools
do not take them for their own. The schemas go with them, for editors that complete YAML.
"""

from pathlib import Path

from perfspec import output, schema
from perfspec.errors import PerfspecError
from perfspec.messages import message

_FILES = Path(__file__).parent / "files"
_SCHEMAS = ".perfspec/schema"


def create(folder: Path) -> tuple[list[Path], list[Path]]:
    """Write a new workspace to `folder`; return the files written and those kept as they were.

    Raises PerfspecError, and writes nothing, when `folder` is a workspace or has specs.
    """
    for name in ("perfspec.toml", "specs"):
        if (folder / name).exists():
            raise PerfspecError(
                message("{path} is there already; nothing was written", path=str(folder / name)),
                message("name an empty folder"),
            )
    contents = {folder / path: data for path, data in _contents().items()}
    kept = [path for path in contents if path.exists()]
    written = [path for path in contents if path not in kept]
    for path in written:
        output.write(path, contents[path])
    return written, kept


def _contents() -> dict[str, bytes]:
    """Return the files by their paths in the workspace."""
    files = {
        _name(path.relative_to(_FILES)): path.read_bytes()
        for path in sorted(_FILES.rglob("*"))
        if path.is_file()
    }
    schemas = {
        f"{_SCHEMAS}/{name}.schema.json": schema.text(name).encode() for name in schema.SPECS
    }
    return files | schemas


def _name(path: Path) -> str:
    return "/".join(
        part.replace("dot-", ".", 1) if part.startswith("dot-") else part for part in path.parts
    )
