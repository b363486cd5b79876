"""Tables with tracked changes: rows come and go, and cells change."""

from dataclasses import replace

from perfspec.render.docx.body import Body, Merge, Row, Table
from perfspec.render.docx.redline import redline
from tests.render.bodies import body, row, table, told


def replaced(shown: Row, merge: Merge) -> Row:
    """Return a row whose first cell is merged in another way."""
    first, *others = shown.cells
    return replace(shown, cells=(replace(first, merge=merge), *others))


def merges(shown: Body) -> list[Merge]:
    """Return how the first cells of the only table are merged."""
    (shown_table,) = shown.sections[0].blocks
    assert isinstance(shown_table, Table)
    return [one.cells[0].merge for one in shown_table.rows]


class TestTables:
    """Rows and cells."""

    def test_rows_come_and_go_and_cells_change(self) -> None:
        old = table(
            row("产出指标", "培训次数", "9次"), row("产出指标", "手册印制数量", "100册"), key="x/1"
        )
        new = table(
            row("产出指标", "培训次数", "12次"), row("效益指标", "满意度水平", "90%"), key="x/1"
        )
        assert told(redline(body([old]), body([new]))) == [
            "产出指标 | 培训次数 | [-9次-][+12次+]",
            "[-产出指标 | 手册印制数量 | 100册-]",
            "[+效益指标 | 满意度水平 | 90%+]",
        ]

    def test_a_row_that_is_added_to_a_class_is_new_and_the_rows_around_it_stay(self) -> None:
        training, manual = row("产出指标", "培训次数", "9次"), row("", "手册印制数量", "100册")
        above, below = replaced(training, Merge.STARTS), replaced(manual, Merge.CONTINUES)
        once, more = body([table(training)]), body([table(above, below)])
        made = redline(once, more)
        added = "[+ | 手册印制数量 | 100册+]"
        assert told(made) == ["产出指标 | 培训次数 | 9次", added]
        assert merges(made) == [Merge.STARTS, Merge.CONTINUES]
        made = redline(more, once)
        assert told(made) == ["产出指标 | 培训次数 | 9次", added.replace("+", "-")]
        assert merges(made) == [Merge.STARTS, Merge.CONTINUES]

    def test_a_row_that_begins_a_merged_cell_and_then_goes_on_with_one_is_new(self) -> None:
        old = table(row("甲", "乙", merge=Merge.STARTS))
        new = table(row("甲", "乙", merge=Merge.CONTINUES))
        assert told(redline(body([old]), body([new]))) == ["[-甲 | 乙-]", "[+甲 | 乙+]"]

    def test_a_table_with_other_columns_is_new(self) -> None:
        old, new = table(row("甲", "乙"), key="x/1"), table(row("甲", "乙", "丙"), key="x/1")
        assert told(redline(body([old]), body([new]))) == ["[-甲 | 乙-]", "[+甲 | 乙 | 丙+]"]

    def test_tables_of_one_key_are_one_whatever_they_hold(self) -> None:
        old, new = table(row("甲", "乙"), key="x/1"), table(row("丙", "丁"), key="x/1")
        made = redline(body([old]), body([new]))
        assert len(made.sections[0].blocks) == 1

    def test_paragraphs_of_a_cell_come_and_go(self) -> None:
        old, new = (
            table(row("目标", ["1.甲甲", "2.乙乙"])),
            table(row("目标", ["1.甲甲", "2.乙乙", "3.丙丙"])),
        )
        assert told(redline(body([old]), body([new]))) == ["目标 | 1.甲甲 / 2.乙乙 / [+3.丙丙+]"]

    def test_the_end_of_a_cell_stays_where_nothing_else_does(self) -> None:
        old, new = table(row("目标", ["甲甲", "乙乙"])), table(row("目标", ["丙丙"]))
        assert told(redline(body([old]), body([new]))) == [
            "[-目标 | 甲甲 / 乙乙-]",
            "[+目标 | 丙丙+]",
        ]
        longer = "预算项目绩效目标申报表格"
        old, new = table(row(longer, ["甲甲", "乙乙"])), table(row(longer, ["丙丙"]))
        assert told(redline(body([old]), body([new]))) == [
            f"{longer} | [-甲甲-] / [-乙乙-][+丙丙+]"
        ]
