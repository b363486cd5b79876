"""How merged cells are split, without a layout."""

from xml.etree.ElementTree import Element, tostring

import pytest
import tinyhtml5

from tests.needs import needs

pytestmark = needs("pango")

TABLE = """<table><thead><tr><th>h</th></tr></thead><tbody>
<tr><th rowspan="4" id="a" data-at="x" data-continued="A2">A</th><th rowspan="3">B</th>
<!-- comment --><td>1</td></tr>
<tr><td>2</td></tr><tr><td rowspan="2">3</td></tr><tr><th>C</th></tr>
</tbody></table>"""


@pytest.fixture
def root() -> Element:
    """Return a table with three merged cells that overlap."""
    html: Element = tinyhtml5.parse(TABLE.replace("\n", ""), namespace_html_elements=False)
    return html


def _html(root: Element) -> str:
    body = root.find(".//tbody")
    assert body is not None
    return tostring(body, encoding="unicode").removeprefix("<tbody>").removesuffix("</tbody>")


def test_no_page_break_needs_no_cut(root: Element) -> None:
    from perfspec.render.pdf import tables  # noqa: PLC0415 - needs Pango

    assert tables.cuts(root, {row: [0] for row in range(4)}) == tables.Cuts()


def test_each_merged_cell_is_cut_where_a_page_begins_inside_it(root: Element) -> None:
    from perfspec.render.pdf import tables  # noqa: PLC0415 - needs Pango

    wanted = tables.cuts(root, {0: [0], 1: [0], 2: [1], 3: [2]})
    assert _html(tables.cut(root, wanted)) == (
        '<tr><th rowspan="2" id="a" data-at="x" data-continued="A2">A</th>'
        '<th rowspan="2">B</th><!-- comment --><td>1</td></tr>'
        "<tr><td>2</td></tr>"
        "<tr><th>A2</th><th>B</th><td>3</td></tr>"
        "<tr><th>A2</th><th>C</th><td /></tr>"
    )


def test_the_document_itself_stays_as_it_is(root: Element) -> None:
    from perfspec.render.pdf import tables  # noqa: PLC0415 - needs Pango

    before = tostring(root)
    tables.cut(root, tables.cuts(root, {0: [0], 1: [1], 2: [1], 3: [2]}))
    assert tostring(root) == before


def test_a_row_on_two_pages_may_break_and_its_table_gets_an_edge(root: Element) -> None:
    from perfspec.render.pdf import tables  # noqa: PLC0415 - needs Pango

    wanted = tables.cuts(root, {0: [0], 1: [0, 1], 2: [1], 3: [1]})
    assert wanted.torn == {1}
    after = tables.cut(root, wanted)
    assert after.find(".//tfoot") is not None
    assert tables.rows(after)[1].get("style") == "break-inside:auto"


def test_forced_cuts_only_grow(root: Element) -> None:
    from perfspec.render.pdf import tables  # noqa: PLC0415 - needs Pango

    first = tables.cuts(root, {0: [0], 1: [1], 2: [1], 3: [1]})
    second = tables.cuts(root, {0: [0], 1: [0], 2: [1], 3: [1]})
    both = first.forced_to(second)
    assert both.starts == first.starts | second.starts
    assert both.forced == {1, 2}
    assert both.forced_to(first) == both
