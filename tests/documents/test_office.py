"""Files that only LibreOffice reads: what comes of them, and what it may not do."""

import http.server
import io
import os
import select
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from perfspec.documents import office
from perfspec.documents.reading import read
from perfspec.errors import PerfspecError
from perfspec.messages import english
from tests.documents.words import only_table, packed, places, texts
from tests.needs import needs

real = pytest.mark.xdist_group("soffice")
PAGE = (
    "<html><meta charset=utf-8><body><p>绩效目标表</p><table border=1>"
    "<tr><td rowspan=2>产出<td>数量<td>≥9次</tr><tr><td>质量<td>100%</tr>"
    "<tr><td>效益<td colspan=2>社会</tr></table><p>末</body></html>"
)
SHEETS = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="项目">'
    '<Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">预算数</Data></Cell>'
    '<Cell><Data ss:Type="Number">112500</Data></Cell></Row></Table></Worksheet></Workbook>'
)
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def opendocument(inside: str) -> bytes:
    """Return an .odt with XML in its text."""
    kinds = "application/vnd.oasis.opendocument.text"
    content = (
        f'<office:document-content xmlns:office="{OASIS}:office:1.0" '
        f'xmlns:text="{OASIS}:text:1.0" xmlns:draw="{OASIS}:drawing:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body>'
        f"<office:text>{inside}</office:text></office:body></office:document-content>"
    )
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in (("/", kinds), ("content.xml", "text/xml"))
    )
    return packed(
        {
            "mimetype": kinds,
            "content.xml": content,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{MANIFEST}">{entries}</m:manifest>',
        }
    )


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Give the address of a server, and what it was asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 — as http.server wants them

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


@needs("soffice")
@real
def test_a_doc_is_read_with_its_tables(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    options = ["--infilter=HTML (StarWriter)", "--convert-to", "doc:MS Word 97"]
    command = ["soffice", profile, "--headless", *options, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.html")], check=True, capture_output=True)
    data = (tmp_path / "a.doc").read_bytes()
    document = read(data, "绩效.doc")
    assert (document.name, document.format) == ("绩效.doc", "doc")
    assert [english(note.text) for note in document.notes] == [
        "the file was converted by LibreOffice"
    ]
    assert texts(document)[0] == "绩效目标表"
    assert places(only_table(document)) == [
        ("产出", 0, 0, 2, 1),
        ("数量", 0, 1, 1, 1),
        ("≥9次", 0, 2, 1, 1),
        ("质量", 1, 1, 1, 1),
        ("100%", 1, 2, 1, 1),
        ("效益", 2, 0, 1, 1),
        ("社会", 2, 1, 1, 2),
    ]


@needs("soffice")
@real
def test_a_workbook_in_xml_is_converted() -> None:
    data, kind = office.converted(SHEETS.encode(), "a.xls", "excelml")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert (kind, sheet.title, sheet["A1"].value, sheet["C1"].value) == (
        "xlsx",
        "项目",
        "预算数",
        112500,
    )


@needs("soffice")
@real
def test_nothing_is_fetched(asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    data = opendocument(
        f'<text:p>正文<draw:frame><draw:image xlink:href="{address}/a.png" xlink:type="simple" '
        'xlink:actuate="onLoad"/></draw:frame></text:p><text:section text:name="s">'
        f'<text:section-source xlink:href="{address}/b.odt"/><text:p>x</text:p></text:section>'
    )
    with pytest.raises(PerfspecError, match=r"a\.odt is not read: it wants to load http"):
        read(data, "a.odt")
    assert paths == []


@needs("sh")
class TestAnyProgram:
    """With a program that is not LibreOffice."""

    @pytest.fixture
    def program(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Give the path of a script that is run in its place, with `$made` and `$folder` set."""
        path = tmp_path / "program"
        monkeypatch.setattr("shutil.which", lambda _: str(path))
        return path

    @staticmethod
    def script(path: Path, line: str) -> None:
        """Write the script."""
        path.write_text(f"#!/bin/sh\nfolder=$PWD made=$PWD/made/source.docx\nmkdir made\n{line}\n")
        path.chmod(0o700)

    def test_it_gets_a_folder_and_nothing_of_ours(
        self, program: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TOKEN", "secret")
        self.script(program, 'env > $made; pwd >> $made; echo "$@" >> $made; ulimit -v >> $made')
        data, kind = office.converted(b"x", "a.rtf", "rtf")
        lines = data.decode().splitlines()
        assert kind == "docx"
        kept = {line.partition("=")[0] for line in lines[:-3]}
        assert kept <= {"PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LC_ALL", "SAL_USE_VCLPLUGIN",
                        "PWD", "SHLVL", "_", "OLDPWD"}  # fmt: skip
        assert lines[-2].endswith(f"--outdir {lines[-3]}/made {lines[-3]}/source.rtf")
        assert lines[-1] == "4194304"
        assert not Path(lines[-3]).exists()

    def test_it_is_ended_with_all_that_it_started(
        self, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(office, "SECONDS", 0.3)
        number = tmp_path / "number"
        self.script(program, f"tail -f /dev/null & echo $! > {number}; wait")
        with pytest.raises(PerfspecError, match=r"LibreOffice does not end with a\.doc in 0\.3"):
            office.converted(b"x", "a.doc", "doc")
        wait_for_the_end(int(number.read_text()))

    def test_what_it_leaves_when_it_ends_is_ended_too(self, program: Path, tmp_path: Path) -> None:
        number = tmp_path / "number"
        self.script(program, f"tail -f /dev/null & echo $! > {number}; echo x > $made")
        assert office.converted(b"x", "a.doc", "doc") == (b"x\n", "docx")
        wait_for_the_end(int(number.read_text()))

    def test_nothing_that_comes_of_it_is_an_error(self, program: Path) -> None:
        self.script(program, "true")
        with pytest.raises(PerfspecError, match=r"LibreOffice cannot read a\.doc"):
            office.converted(b"x", "a.doc", "doc")

    def test_a_result_that_is_too_long_is_not_read(
        self, program: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(office, "MAX_RESULT", 3)
        self.script(program, "echo 1234 > $made")
        with pytest.raises(PerfspecError, match=r"a\.doc gets too long when converted"):
            office.converted(b"x", "a.doc", "doc")


def wait_for_the_end(process: int) -> None:
    """Return when a process that would never end by itself was ended."""
    try:
        ending = os.pidfd_open(process)
    except ProcessLookupError:
        return
    select.select([ending], [], [])
    os.close(ending)


def test_without_libreoffice_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(PerfspecError) as caught:
        read(b"{\\rtf1 x}", "a.rtf")
    assert str(caught.value) == "a.rtf can be read only where LibreOffice is installed"
    assert caught.value.hint is not None
    assert english(caught.value.hint) == ("install LibreOffice, or save the file as .docx or .xlsx")
