"""Around the engine: same bytes, nothing fetched, complaints, missing libraries, the web page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from perfspec.errors import PerfspecError
from perfspec.render import html, pdf
from tests.needs import needs
from tests.render.papers import all_elements, paper, table
from tests.render.printing import printed

ROOT = Path(__file__).parents[2]
PRINT = """
import hashlib, sys
from datetime import UTC, datetime
from perfspec.render import pdf
from perfspec.render.document import Attachment
file = Attachment(name="a.yaml", data=b"a: 1", media_type="application/yaml", description="数据",
                  date=datetime(2020, 1, 1, tzinfo=UTC))
paper = pdf.render(sys.stdin.buffer.read().decode(), [file])
print(hashlib.sha256(paper).hexdigest())
"""
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONUTF8": "1"}
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def _run(code: str, document: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code],
        input=document.encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


def test_the_web_page_is_the_document_with_one_line_break_at_its_end() -> None:
    assert html.render("<p>字</p>\n\n") == "<p>字</p>\n".encode()


@needs("pango")
def test_two_processes_print_the_same_bytes() -> None:
    document = all_elements().replace("</main>", table([("甲", 40), ("乙", 9)]) + "</main>")
    first, second = _run(PRINT, document, **HERE), _run(PRINT, document, **ELSEWHERE)
    assert first.returncode == 0, first.stderr.decode()
    assert len(first.stdout.strip()) == 64
    assert first.stdout == second.stdout


@needs("pango")
def test_what_was_printed_before_does_not_change_the_bytes() -> None:
    before = printed(all_elements())
    printed(paper(table([("甲", 30)])))
    assert printed(all_elements()) == before


@needs("pango")
def test_nothing_is_said_on_stdout_or_stderr() -> None:
    done = _run(PRINT.replace("print(", "len("), all_elements())
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@needs("pango")
@pytest.mark.parametrize(
    "part",
    [
        '<img alt="a" src="file:///etc/hostname">',
        '<img alt="a" src="http://127.0.0.1:9/a.png">',
        '<img alt="a" src="/etc/hostname">',
        '<img alt="a" src="data:text/html,a">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<p style="background: url(file:///etc/hostname)">字</p>',
        '<svg width="9" height="9"><image href="file:///etc/hostname" width="9" height="9"/></svg>',
    ],
)
def test_the_document_loads_nothing_from_outside(part: str) -> None:
    with pytest.raises(PerfspecError):
        pdf.render(paper(part))


@needs("pango")
@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hosts",
        "http://127.0.0.1/x",
        "https://example.org/x.png",
        "data:text/css,x",
        "data:,x",
        "image.png",
        "../image.png",
        "/etc/hosts",
        "//example.org/x.png",
        " data:image/png,x",
        "",
    ],
)
def test_an_address_that_is_no_image_in_the_document_is_refused_by_name(url: str) -> None:
    from perfspec.render.pdf.fetcher import Fetcher  # noqa: PLC0415 - needs Pango

    with pytest.raises(ValueError, match="only data:image/") as refused:
        Fetcher()(url)
    assert str(refused.value) == f"only data:image/ addresses are loaded, not {url}"


@needs("pango")
def test_an_image_in_the_document_is_loaded() -> None:
    from perfspec.render.pdf.fetcher import Fetcher  # noqa: PLC0415 - needs Pango

    assert Fetcher()("data:image/png;base64,aGVsbG8=").read() == b"hello"


@needs("pango")
@pytest.mark.parametrize(
    "css",
    [
        "p { no-such-property: 1 }",
        "p { color: no-such-colour }",
        "@supports (display: grid) { p { color: red } }",
        "@font-face { font-family: x; src: local('DejaVu Sans') }",
    ],
)
def test_css_that_cannot_be_printed_is_an_error(css: str) -> None:
    with pytest.raises(PerfspecError):
        pdf.render(paper("<p>字</p>", css=css))


@needs("pango")
def test_a_link_to_nowhere_is_an_error() -> None:
    with pytest.raises(PerfspecError, match="nowhere"):
        pdf.render(paper('<a href="#nowhere">字</a>'))


def test_a_machine_without_the_libraries_is_told_what_to_run(tmp_path: Path) -> None:
    broken = tmp_path / "weasyprint"
    broken.mkdir()
    (broken / "__init__.py").write_text(
        "print('banner')\nraise OSError('cannot load library libpango-1.0-0')\n", encoding="utf-8"
    )
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from perfspec.render import pdf\n"
        "try:\n    pdf.render('<p>')\n"
        "except pdf.MissingLibrary as error:\n"
        "    print(error.message.text, error.hint.text)\n"
    )
    done = _run(code, "")
    assert done.returncode == 0, done.stderr.decode()
    assert b"banner" not in done.stdout
    if sys.platform == "linux":
        assert b"apt-get install --no-install-recommends libpango-1.0-0" in done.stdout


def test_the_package_itself_imports_no_library() -> None:
    code = "import sys; from perfspec.render import pdf; print('weasyprint' in sys.modules)"
    assert _run(code, "").stdout.strip() == b"False"
