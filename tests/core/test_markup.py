"""Text on paper is the text that was typed; Markdown is paragraphs, breaks and strong only."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfspec import markup


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("绩效目标", "绩效目标"),
        ("a < b & 'c' \"d\"", "a &lt; b &amp; &#x27;c&#x27; &quot;d&quot;"),
        ("**粗** __x__ `c` {{ x }}", "**粗** __x__ `c` {{ x }}"),
        ("绩效\n目标", "绩效目标"),
        ("绩效 \n  目标", "绩效目标"),
        ("绩效\n\n目标", "绩效目标"),
        ("绩效，\n目标", "绩效，目标"),
        ("绩效\ntarget\n目标", "绩效 target 目标"),
        ("a\nb\n", "a b"),
        ("\n绩效", "绩效"),
        ("一　二  三", "一　二  三"),
        ("", ""),
    ],
)
def test_literal_text_is_escaped_and_its_breaks_between_chinese_characters_are_nothing(
    typed: str, printed: str
) -> None:
    assert markup.plain(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1. 加强", ("1. 加强",)),
        ("- 加强", ("- 加强",)),
        ("# 加强", ("# 加强",)),
        ("    加强", ("    加强",)),
        (">=21933人", ("&gt;=21933人",)),
        ("元/人*月*2", ("元/人*月*2",)),
        ("*斜*", ("*斜*",)),
        ("　　加强", ("　　加强",)),
        ("**粗**", ("<strong>粗</strong>",)),
        ("前**粗**后", ("前<strong>粗</strong>后",)),
        ("***粗***", ("*<strong>粗</strong>*",)),
        ("**一是加强领导。**成立小组", ("<strong>一是加强领导。</strong>成立小组",)),
        ("按**《办法》**执行", ("按<strong>《办法》</strong>执行",)),
        ("**一**二**三**", ("<strong>一</strong>二<strong>三</strong>",)),
        ("** 一 **", ("** 一 **",)),
        ("≥**人", ("≥**人",)),
        ("a ** b ** c", ("a ** b ** c",)),
        ("****", ("****",)),
        ("__x__", ("__x__",)),
        ("_x_", ("_x_",)),
        ("`x` ~~y~~ [z](u) <b> &lt;", ("`x` ~~y~~ [z](u) &lt;b&gt; &amp;lt;",)),
        ("https://x.cn ![a](b)", ("https://x.cn ![a](b)",)),
        ("\\*\\*x\\*\\*", ("**x**",)),
        ("一\\二", ("一\\二",)),
        ("一**二", ("一**二",)),
        ("**一\n二**", ("<strong>一二</strong>",)),
        ("绩效\n目标", ("绩效目标",)),
        ("绩效\ntarget", ("绩效 target",)),
        ("**绩效**\n**目标**", ("<strong>绩效</strong><strong>目标</strong>",)),
        ("a\nb", ("a b",)),
        ("绩效  \n目标", ("绩效<br>目标",)),
        ("绩效\\\n目标", ("绩效<br>目标",)),
        ("一\n\n二\n \n\n三\n", ("一", "二", "三")),
        ("\n\n一", ("一",)),
        ("", ()),
        (" \n ", ()),
    ],
)
def test_markdown_knows_paragraphs_breaks_and_strong(typed: str, printed: tuple[str, ...]) -> None:
    assert markup.paragraphs(typed) == printed


BLANKS = " " * 200_000


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (f"绩{BLANKS}效", f"绩{BLANKS}效"),
        (f"绩{BLANKS}\n{BLANKS}效", "绩效"),
        (f"绩\n{BLANKS}a{BLANKS}效", f"绩 a{BLANKS}效"),
        ("绩\n" * 100_000, "绩" * 100_000),
    ],
    ids=["blanks", "blanks around a break", "blanks behind a break", "breaks"],
)
def test_literal_text_may_be_long(typed: str, printed: str) -> None:
    # These take minutes where each blank looks at all others.
    assert markup.plain(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (f"绩{BLANKS}效", (f"绩{BLANKS}效",)),
        (f"绩\n{BLANKS}效", ("绩效",)),
        (f"绩\n{BLANKS}\n效", ("绩", "效")),
        ("*" * 50_000, ("*" * 50_000,)),
        ("**绩** " * 10_000, ("<strong>绩</strong> " * 10_000,)),
    ],
    ids=["blanks", "blanks behind a break", "an empty line", "stars", "strong words"],
)
def test_markdown_may_be_long(typed: str, printed: tuple[str, ...]) -> None:
    assert markup.paragraphs(typed) == printed


@given(st.text(st.sampled_from("绩效，a1 *_\\`<>[]()#-.!&'\"{}%　\n"), max_size=40))
def test_no_character_of_markdown_is_lost_but_marks_and_white_space(typed: str) -> None:
    printed = " ".join(markup.paragraphs(typed))
    assert set(re.findall(r"</?\w+>", printed)) <= {"<strong>", "</strong>", "<br>"}
    words = html.unescape(re.sub(r"</?(strong|br)>", "", printed))
    # U+3000 is white space to Python and a character on paper.
    marks = str.maketrans("", "", "*\\ \n")
    assert words.translate(marks) == typed.translate(marks)


@given(st.text(max_size=40))
def test_no_character_of_literal_text_is_lost_but_line_breaks(typed: str) -> None:
    white = str.maketrans("", "", " \t\n")
    assert html.unescape(markup.plain(typed)).translate(white) == typed.translate(white)
