"""Two documents as one with tracked changes: accepted it is the newer, rejected the older."""

from dataclasses import replace

from hypothesis import given, settings

from perfspec.render.docx.body import (
    Body,
    ListEntry,
    PageNumber,
    PageOf,
    Paragraph,
    Revision,
    Run,
    Tab,
    Table,
)
from perfspec.render.docx.redline import redline
from perfspec.render.docx.redline.pairing import paired
from tests.render.bodies import (
    BODIES,
    LOOK,
    STRONG,
    body,
    paragraph,
    settled,
    told,
)


class TestLaws:
    """What holds of any two documents."""

    @settings(max_examples=40, deadline=None)
    @given(BODIES, BODIES)
    def test_accepting_all_gives_the_newer_and_rejecting_all_the_older(
        self, old: Body, new: Body
    ) -> None:
        made = redline(old, new)
        assert settled(made) == settled(new)
        assert settled(made, Revision.INSERTED) == settled(old)

    @settings(max_examples=20, deadline=None)
    @given(BODIES)
    def test_a_document_beside_itself_has_no_changes(self, one: Body) -> None:
        assert settled(redline(one, one)) == settled(redline(one, one), Revision.INSERTED)
        assert "[" not in "".join(told(redline(one, one)))

    @settings(max_examples=20, deadline=None)
    @given(BODIES, BODIES)
    def test_a_cell_keeps_a_paragraph_unless_its_row_goes(self, old: Body, new: Body) -> None:
        for section in redline(old, new).sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    for cell in (
                        cell for one in block.rows if not one.revision for cell in one.cells
                    ):
                        assert not all(one.revision for one in cell.paragraphs)

    def test_sections_that_one_side_lacks_keep_their_words(self) -> None:
        one, two = body([paragraph("甲")]), body([paragraph("甲")], [paragraph("乙")])
        assert told(redline(one, two)) == ["甲", "[+乙+]"]
        assert told(redline(two, one)) == ["甲", "[-乙-]"]
        assert told(redline(body(), one)) == ["[+甲+]"]
        assert told(redline(one, body())) == ["[-甲-]"]


class TestParagraphs:
    """Which words are marked."""

    def test_numbers_are_not_cut(self) -> None:
        made = redline(
            body([paragraph("开展培训112次，发放手册")]),
            body([paragraph("开展培训12次，发放手册")]),
        )
        assert told(made) == ["开展培训[-112次-][+12次+]，发放手册"]

    def test_what_is_like_nothing_is_gone_or_new_as_a_whole(self) -> None:
        old = body([paragraph("加强网络管理"), paragraph("做好防汛")])
        new = body(
            [paragraph("推进档案数字化工作"), paragraph("加强网络管理"), paragraph("加强队伍建设")]
        )
        assert told(redline(old, new)) == [
            "[+推进档案数字化工作+]",
            "加强网络管理",
            "[-做好防汛-]",
            "[+加强队伍建设+]",
        ]

    def test_the_field_of_the_specs_says_what_is_the_same(self) -> None:
        def marked(words: str) -> Paragraph:
            return Paragraph(
                content=(Run(text=words, look=LOOK),),
                setting=paragraph("").setting,
                look=LOOK,
                marks=("filing.yaml#overall_goal",),
            )

        assert told(redline(body([marked("甲甲甲")]), body([marked("乙乙")]))) == [
            "[-甲甲甲-][+乙乙+]"
        ]

    def test_an_item_of_a_list_is_known_by_its_words_and_not_by_its_number(self) -> None:
        def items(*texts: str) -> Body:
            paragraphs = (paragraph(one) for one in texts)
            return body(
                [
                    replace(one, marks=(f"filing.yaml#measures/{number}",))
                    for number, one in enumerate(paragraphs)
                ]
            )

        old = items("一是做大做强网上宣传", "二是巩固网评阵地建设")
        new = items("一是强化组织领导", "二是做大做强网上宣传", "三是巩固网评阵地建设")
        assert told(redline(old, new)) == [
            "[+一是强化组织领导+]",
            "[-一-][+二+]是做大做强网上宣传",
            "[-二-][+三+]是巩固网评阵地建设",
        ]

    def test_what_is_set_in_another_way_is_gone_and_new(self) -> None:
        old, new = paragraph("甲乙丙丁"), paragraph("甲", Run(text="乙丙", look=STRONG), "丁")
        assert told(redline(body([old]), body([new]))) == ["甲[-乙丙-][+乙丙+]丁"]
        heading = paragraph("甲乙丙丁", style="标题 1")
        assert told(redline(body([old]), body([heading]))) == ["[-甲乙丙丁-]", "[+甲乙丙丁+]"]

    def test_tabs_page_numbers_and_entries_are_signs_of_their_own(self) -> None:
        old = paragraph(
            "一、目标",
            Tab(look=LOOK),
            Tab(look=LOOK),
            PageOf(bookmark="a", look=LOOK),
            ListEntry(text="表一", list="A"),
        )
        new = paragraph(
            "一、目标",
            Tab(look=LOOK),
            PageOf(bookmark="b", look=LOOK),
            ListEntry(text="表二", list="A"),
        )
        (line,) = told(redline(body([old]), body([new])))
        assert line == "一、目标Tab[-Tab-][-PageOf-][-表一-][+PageOf+][+表二+]"

    def test_signs_for_private_use_in_a_text_are_no_tab(self) -> None:
        old, new = paragraph("加强管理\U000f0000"), paragraph("加强管理", Tab(look=LOOK))
        assert told(redline(body([old]), body([new]))) == ["加强管理[-\U000f0000-][+Tab+]"]

    def test_the_number_of_this_page_is_not_tracked(self) -> None:
        old, new = paragraph("甲", PageNumber(look=LOOK)), paragraph("甲", PageNumber(look=STRONG))
        assert told(redline(body([old]), body([new]))) == ["甲PageNumber"]

    def test_what_is_gone_gives_way_to_the_bookmarks_of_the_newer(self) -> None:
        old = Paragraph(
            content=(Run(text="甲", look=LOOK),),
            setting=paragraph("").setting,
            look=LOOK,
            bookmarks=("a", "b"),
        )
        new = Paragraph(
            content=(Run(text="乙", look=LOOK),),
            setting=paragraph("", style="标题 1").setting,
            look=LOOK,
            bookmarks=("a",),
        )
        gone, made = redline(body([old]), body([new])).sections[0].blocks
        assert isinstance(gone, Paragraph)
        assert isinstance(made, Paragraph)
        assert (gone.bookmarks, made.bookmarks) == (("b",), ("a",))


def _number(one: str) -> list[str]:
    return [one[1:]]


class TestSize:
    """Time grows with the documents, not with their square."""

    def test_stretches_too_large_to_weigh_are_gone_and_new(self) -> None:
        old, new = ([f"{side}{n}" for n in range(60, 120)] for side in "ab")
        pairs = paired(old, new, len, (), _number)
        assert list(pairs) == [*((one, None) for one in old), *((None, one) for one in new)]

    def test_three_thousand_paragraphs_are_compared(self) -> None:
        old = body([paragraph(f"开展第{n}项工作，经费{n}元") for n in range(3000)])
        new = body([paragraph(f"开展第{n}项工作，经费{n + n % 7}元") for n in range(3000)])
        made = redline(old, new)
        assert settled(made) == settled(new)
