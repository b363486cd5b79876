"""Have LibreOffice open documents, accept or reject what was tracked in them, and save them.

All jobs of one call are done by one process, by a macro in a profile that is thrown away. Fonts
are those of the package under the names that official papers ask for, so that lines and pages
fall as they do in the PDF.
"""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

_FONTS = Path(__file__).parents[2] / "fonts"
_FILTERS = {
    "docx": "MS Word 2007 XML",
    "pdf": "writer_pdf_Export",
    "txt": "Text (encoded)",
    "doc": "MS Word 97",
}
_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
_MACRO = """\
Sub Main
  Dim orders As Integer, order As String, job, paper, dispatcher
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  orders = FreeFile
  Open ConvertFromURL("{jobs}") For Input As #orders
  While Not EOF(orders)
    Line Input #orders, order
    job = Split(order, "|")
    paper = StarDesktop.loadComponentFromURL(job(0), "_blank", 0, Array(Setting("Hidden", True)))
    If job(3) <> "" Then
      dispatcher.executeDispatch(paper.CurrentController.Frame, job(3), "", 0, Array())
    End If
    paper.storeToURL(job(1), Array(Setting("FilterName", job(2)), Setting("FilterOptions", job(4))))
    paper.close(True)
  Wend
  Close #orders
  StarDesktop.terminate()
End Sub
Function Setting(key, content)
  Dim made As New com.sun.star.beans.PropertyValue
  made.Name = key
  made.Value = content
  Setting = made
End Function
"""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = (
    'xmlns:script="http://openoffice.org/2000/script" '
    'xmlns:library="http://openoffice.org/2000/library"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A document, what is done with its tracked changes, and the format it is saved in."""

    document: bytes
    to: Literal["docx", "pdf", "txt", "doc"]
    changes: Literal["", "accept", "reject"] = ""
    ending: str = "docx"


def done(jobs: Sequence[Job], folder: Path) -> list[bytes]:
    """Return the saved documents, in the order of the jobs; `folder` is an empty one."""
    lines, targets = [], []
    for number, job in enumerate(jobs):
        source = folder / f"{number}.source.{job.ending}"
        source.write_bytes(job.document)
        targets.append(folder / f"{number}.target.{job.to}")
        command = _COMMANDS.get(job.changes, "")
        options = "UTF8,LF,,," if job.to == "txt" else ""
        names = (source.as_uri(), targets[-1].as_uri(), _FILTERS[job.to], command, options)
        lines.append("|".join(names))
    orders = folder / "jobs"
    orders.write_text("\n".join(lines), encoding="utf-8")
    profile = folder / "profile"
    _write_macro(profile / "user", orders)
    subprocess.run(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            "macro:///Standard.Module1.Main",
        ],
        check=True,
        capture_output=True,
        env=environment(folder),
    )
    return [target.read_bytes() for target in targets]


def environment(folder: Path) -> Mapping[str, str]:
    """Return the environment in which a program finds the package's fonts by official names."""
    configuration = folder / "fonts.conf"
    configuration.write_text(_font_configuration(folder), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(configuration), "HOME": str(folder)}


def _font_configuration(folder: Path) -> str:
    roles = json.loads((_FONTS / "roles.json").read_text(encoding="utf-8")).values()
    aliases = (
        f'<match target="pattern"><test name="family" qual="any"><string>{escape(name)}</string>'
        f'</test><edit name="family" mode="assign" binding="strong"><string>{role["family"]}'
        "</string></edit></match>"
        for role in roles
        for name in role["preferred"]
    )
    return (
        f"{_HEAD}<fontconfig><dir>{_FONTS}</dir><cachedir>{folder / 'fontcache'}</cachedir>"
        f"{''.join(aliases)}</fontconfig>"
    )


def _write_macro(user: Path, orders: Path) -> None:
    """Make the profile's folder with the macro in it, as one that needs no setting up."""
    source = escape(_MACRO.replace("{jobs}", orders.as_uri()))
    files = {
        "registrymodifications.xcu": '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" '
        'oor:op="fuse"><value>true</value></prop></item></oor:items>',
        "basic/script.xlc": f"<library:libraries {_SPACES}>"
        '<library:library library:name="Standard" library:link="false"/></library:libraries>',
        "basic/Standard/script.xlb": f'<library:library {_SPACES} library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false">'
        '<library:element library:name="Module1"/></library:library>',
        "basic/Standard/Module1.xba": f'<script:module {_SPACES} script:name="Module1" '
        f'script:language="StarBasic">{source}</script:module>',
    }
    (user / "basic" / "Standard").mkdir(parents=True)
    for name, content in files.items():
        (user / name).write_text(_HEAD + content, encoding="utf-8")
