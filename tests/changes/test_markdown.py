"""The comment on a pull request: what it says, how large it is, what specs cannot do in it."""

import html
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from perfspec.changes import markdown
from perfspec.changes.escaping import escaped
from tests.changes import examples

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OWN_TAGS = re.compile(r"</?(details|summary|b|del|ins|br)>|<!-- perfspec diff -->")
# What GitHub makes of a text in the finished page: people, issues, commits, addresses, emoji.
MADE = re.compile(
    r"(?<![0-9a-z])@[0-9a-z]|#[0-9]|\bGH-[0-9]|://|\bwww\.|:[0-9a-z+_-]+:"
    r"|(?<![0-9a-z])(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![0-9a-z])",
    re.IGNORECASE,
)
HOSTILE = [
    "[点我](https://example.org/x)",
    "![图](https://example.org/x.png)",
    "<https://example.org>",
    "https://example.org/x",
    "http:\u200b//example.org",
    "www.example.org",
    "someone@example.org",
    "mailto:someone@example.org",
    "@finance-bureau @org/team",
    "#1 example/repo#2 GH-3 GHSA-1234 CVE-2020-1234",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709 abcdef1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details><h1>大</h1>",
    "<!-- 藏 -->",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "| 一 | 二 |\n| --- | --- |",
    "\n\n# 标题\n\n- 项\n\n> 引\n\n```\n代码\n",
    "`代码` ``两`` **粗** *斜* _斜_ ~~删~~",
    "\\| \\` \\\\",
    "$x^2$ $$y$$ $`z`$",
    ":shipit: :+1:",
    "[^1]: 注",
    "一\u2028二\u202e三",
]


def tokens(text: str) -> list[Token]:
    """Return all tokens of a text, those inside others too."""
    found = []
    for token in GITHUB.parse(text):
        found += [token, *(token.children or ())]
    return found


def seen(text: str) -> str:
    """Return the words of the finished page, tags taken out."""
    shown = [token.content for token in tokens(text) if token.type in {"text", "html_block"}]
    return html.unescape(OWN_TAGS.sub(" ", "\n".join(shown)))


@pytest.mark.parametrize("name", ["rich", "three", "same"])
def test_the_comment_is_as_it_was_read_aloud(golden: Callable[[str, str], None], name: str) -> None:
    golden(f"{name}.md", markdown.give(getattr(examples, name)(), examples.CHINESE))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_a_spec_makes_nothing(text: str) -> None:
    shown = escaped(text)
    assert "\n" not in shown
    kinds = {token.type for token in tokens(f"| a |\n| --- |\n| {shown} |\n\n- {shown}\n\n{shown}")}
    assert kinds.isdisjoint({"link_open", "image", "html_inline", "html_block", "code_inline"})
    assert kinds.isdisjoint({"em_open", "strong_open", "s_open", "heading_open", "fence"})
    assert not MADE.search(html.unescape(shown))
    inside = f"<details><summary>{shown}</summary>"
    assert re.findall("<[^>]*>", inside) == ["<details>", "<summary>", "</summary>"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assert html.unescape(escaped("甲 > 乙 | 丙")) == "甲 > 乙 | 丙"
    read = html.unescape(escaped(text)).replace("\u200b", "").replace("⏎", "\n")
    written = text.replace("\u200b", "⟨U+200B⟩").replace("\u2028", "⟨U+2028⟩")
    assert read == written.replace("\u202e", "⟨U+202E⟩")


@given(st.text(alphabet="ab@#:/.w<>[]()!|`*_~\\&;$-1\n\u200b网", max_size=60))
def test_no_text_makes_anything(text: str) -> None:
    shown = escaped(text)
    kinds = {token.type for token in tokens(f"- x {shown}")}
    assert kinds <= {
        "bullet_list_open",
        "bullet_list_close",
        "list_item_open",
        "list_item_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
    }
    assert not MADE.search(html.unescape(shown).replace("\u200b", "\0"))


def test_halves_of_an_address_in_two_pieces_make_none() -> None:
    shown = markdown.give(
        examples.with_name(examples.rich(), "https://example.org"), examples.CHINESE
    )
    assert "://" not in shown


def test_the_whole_comment_has_no_tags_but_its_own_and_names_nobody() -> None:
    shown = markdown.give(examples.rich(), examples.CHINESE)
    for token in tokens(shown):
        assert token.type not in {"link_open", "image", "fence", "code_inline", "hr"}
        if token.type in {"html_inline", "html_block"}:
            assert not re.search("<[^>]*>", OWN_TAGS.sub("", token.content))
    words = seen(shown)
    assert "finance-bureau" in words
    assert not MADE.search(words)


def test_each_changed_project_has_a_fold_and_a_table_in_it() -> None:
    shown = markdown.give(examples.rich(), examples.CHINESE)
    assert shown.count("<details>") == shown.count("</details>") == 4
    assert sum(token.type == "table_open" for token in tokens(shown)) == 7


def test_several_departments_have_a_table_and_those_without_change_are_counted() -> None:
    shown = markdown.give(examples.rich(), examples.CHINESE)
    head, _, rest = shown.partition("| 部门 | 预算 | 变化 | 判断 |\n| --- | --- | --- | --- |\n")
    assert "判断" in head
    assert rest.startswith("| 示例县教育局 101001 | +18.5% | ▲2 ")
    assert "示例县档案馆" not in shown
    assert "\n\n另有 1 个部门没有变化\n" in shown


def test_a_judgement_names_a_place_in_each_year_and_counts_the_others() -> None:
    shown = markdown.give(examples.rich(), examples.CHINESE)
    (line,) = [one for one in shown.splitlines() if "| weaker-for-more |" in one]
    assert line.endswith(
        "specs/2021/101001/projects/training.yaml:13"
        "<br>specs/2020/101001/projects/training.yaml:13 (+1) |"
    )


@pytest.mark.parametrize("limit", [2_000, 3_000, 5_000, 7_000, 9_000, 60_000])
def test_a_comment_is_never_larger_than_its_limit(limit: int) -> None:
    shown = markdown.give(examples.rich(), examples.CHINESE, limit=limit)
    assert len(shown.encode()) <= max(limit, 2_500)
    assert len(shown.encode("utf-16-le")) // 2 <= len(shown.encode())


def test_what_does_not_fit_is_counted_by_kind() -> None:
    shown = markdown.give(examples.rich(), examples.CHINESE, limit=4_150)
    assert shown.endswith("> **篇幅所限，以下没有列出：项目 7 个，未比较的内容 4 项**\n")
    whole = markdown.give(examples.rich(), examples.CHINESE)
    assert "篇幅所限" not in whole


def test_a_thousand_changes_of_one_project_do_not_push_out_the_others() -> None:
    rich = examples.rich()
    course, step = rich.courses[0], rich.courses[0].steps[0]
    change = step.comparison.changes[1]
    goals = tuple(text for text in change.texts if text.key == "goals") * 500
    more = replace(change, texts=goals)
    changes = (step.comparison.changes[0], more, *step.comparison.changes[2:])
    step = replace(step, comparison=replace(step.comparison, changes=changes))
    shown = markdown.give(
        replace(rich, courses=(replace(course, steps=(step,)),)), examples.CHINESE
    )
    assert "还有 939 处变化没有列出" in shown
    assert "智慧校园建设" in shown


def test_a_long_text_is_cut() -> None:
    shown = escaped("长" * 1000, 10)
    assert shown == "长" * 10 + "…"


def test_what_is_left_out_is_named_in_order() -> None:
    same = examples.same()
    course = same.courses[0]
    (step,) = course.steps
    names = [f"p{number}" for number in range(9)]
    compared = replace(step.comparison, left_out=frozenset(names))
    steps = (replace(step, comparison=compared),)
    changes = replace(same, courses=(replace(course, steps=steps),))
    said = markdown.give(changes, examples.ENGLISH)
    assert re.findall(r"\bp[0-9]\b", said) == names
