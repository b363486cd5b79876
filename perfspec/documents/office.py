"""Files that only an office program reads: LibreOffice makes a Word or Excel file of them.

In: the bytes of a `.doc`, `.xls`, `.rtf`, `.odt`, `.ods` … and what they are. Out: the bytes of a
`.docx` or `.xlsx`. The file may come from a stranger: LibreOffice runs in a folder of its own that
is deleted afterwards, with a profile of its own in which macros and links are off, for a limited
time, and with an environment that has nothing of ours.
"""

import contextlib
import os
import shutil
import signal
import subprocess  # noqa: TID251 — the one door beside that of git
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from perfspec.errors import PerfspecError
from perfspec.messages import message

SECONDS = 120
MAX_RESULT = 64 * 1024 * 1024
_PROGRAMS = ("soffice", "libreoffice")
_MORE_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
# Of Unix: 4 GB of memory, and no file above 512 MB.
_LIMITS = ("sh", "-c", 'ulimit -v 4194304; ulimit -f 1048576; exec "$@"', "sh")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filter:
    """What LibreOffice calls a kind, and what is made of it."""

    filter: str
    ending: str
    target: str


_FILTERS = {
    "doc": _Filter(filter="MS Word 97", ending="doc", target="docx"),
    "rtf": _Filter(filter="Rich Text Format", ending="rtf", target="docx"),
    "odt": _Filter(filter="writer8", ending="odt", target="docx"),
    "wordml": _Filter(filter="MS Word 2003 XML", ending="xml", target="docx"),
    "xls": _Filter(filter="MS Excel 97", ending="xls", target="xlsx"),
    "ods": _Filter(filter="calc8", ending="ods", target="xlsx"),
    "excelml": _Filter(filter="MS Excel 2003 XML", ending="xml", target="xlsx"),
}
KINDS = frozenset(_FILTERS)
_TARGETS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}

# Links are never followed (2), and macros neither run nor loaded.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Calc/Content/Update", "Link", "2"),
)


def converted(data: bytes, name: str, kind: str) -> tuple[bytes, str]:
    """Return a Word or Excel file with the same content, and its kind: `docx` or `xlsx`."""
    program = _program(name)
    wanted = _FILTERS[kind]
    with tempfile.TemporaryDirectory(prefix="perfspec-") as folder:
        source = Path(folder, f"source.{wanted.ending}")
        source.write_bytes(data)
        _write_profile(Path(folder, "profile"))
        _run(_command(program, Path(folder), source, wanted), Path(folder), name)
        made = Path(folder, "made", f"source.{wanted.target}")
        if not made.is_file():
            raise PerfspecError(
                message("LibreOffice cannot read {name}", name=name),
                message("it may be broken or protected by a password; save it as .docx or .xlsx"),
            )
        if made.stat().st_size > MAX_RESULT:
            raise PerfspecError(message("{name} gets too long when converted", name=name))
        return made.read_bytes(), wanted.target


def program() -> str | None:
    """Return where LibreOffice is installed, or None."""
    places = map(shutil.which, (*_PROGRAMS, *_MORE_PLACES))
    return next((found for found in places if found), None)


def _program(name: str) -> str:
    if found := program():
        return found
    raise PerfspecError(
        message("{name} can be read only where LibreOffice is installed", name=name),
        message("install LibreOffice, or save the file as .docx or .xlsx"),
    )


def _command(program: str, folder: Path, source: Path, wanted: _Filter) -> list[str]:
    limits = _LIMITS if os.name == "posix" else ()
    return [
        *limits,
        program,
        f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
        *("--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
        f"--infilter={wanted.filter}",
        *("--convert-to", _TARGETS[wanted.target]),
        *("--outdir", str(Path(folder, "made"))),
        str(source),
    ]


def _run(command: list[str], folder: Path, name: str) -> None:
    """Let the program run, and end it with all that it started when its time is over."""
    process = subprocess.Popen(  # noqa: S603 — no shell of ours, and the program is LibreOffice
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise PerfspecError(
            message("LibreOffice does not end with {name} in {n} seconds", name=name, n=SECONDS),
            message("open it in the program that made it, and save it as .docx or .xlsx"),
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        # Its children stay in its group when it has ended itself.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _environment(folder: Path) -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = {name: str(folder) for name in ("HOME", "TMPDIR", "TEMP", "TMP")}
    return kept | home | {"LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, key, value in _SETTINGS
    )
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )
