"""Comments that silence findings: what they hold for, and what is wrong with them."""

# ruff: noqa: E501 — a case of a table is read in one line

import pytest

from perfspec import suppression
from perfspec.diagnostics import Diagnostic, Severity
from perfspec.findings import settle
from perfspec.messages import english, message
from perfspec.source import Region
from perfspec.suppression import Outcome
from perfspec.yamltree import Tree
from tests.helpers import shown, tree

KNOWN = ["cost-floor", "typo", "unit-missing"]
ALL = frozenset(KNOWN)


def found(one: Tree, code: str = "typo", word: str = "错") -> list[Diagnostic]:
    """Return a finding for each `word` in the text of a file."""
    text = one.source.text
    at = [offset for offset, character in enumerate(text) if character == word]
    return [
        Diagnostic(
            code=code,
            severity=Severity.WARNING,
            message=message("something is wrong"),
            at=Region(path=one.source.path, start=offset, end=offset + 1),
        )
        for offset in at
    ]


def apply(text: str, code: str = "typo", judged: frozenset[str] = ALL) -> tuple[Tree, Outcome]:
    """Return what the comments in `text` leave of a finding for each 「错」."""
    one = tree(text)
    path = one.source.path
    settled = settle(found(one, code), {path: one.source}, {path: one}, by_rule=True)
    return one, suppression.apply(settled, {path: one}, KNOWN, judged)


SAID = " # perfspec: ignore typo — 原文如此"
LINE = SAID.strip()


@pytest.mark.parametrize(
    "text",
    [
        f"a: 错{SAID}\n",
        f"a: 错\t{LINE}\n",
        f"a: 错{SAID}",
        f"a: 错{SAID}\r\nb: x\r\n",
        f"{LINE}\na: 错\n",
        f"{LINE}\r\na: 错\r\n",
        f"{LINE}\n\n# more\na: 错\n",
        f"{LINE}\n# perfspec: ignore cost-floor — x\na: 错\n",
        f"a: '错 # x'{SAID}\n",
        f"- x\n- 错{SAID}\n",
        f"x:\n  {LINE}\n  - {{a: x, b: 错}}\n",
        f"x: [a,\n 错,{SAID}\n b]\n",
        # the text that begins on the line, however long it is
        f"{LINE}\na: >-\n  一\n  二\n\n  错\nb: x\n",
        f"a: >-{SAID}\n  一\n  错\nb: x\n",
        f"a: |{SAID}\n  一\n  错\n",
        f'{LINE}\na: "一\n  错"\n',
        f"{LINE}\na:\n  一\n  错\n",
        f"{LINE}\na: 一\n  二\n  错\n",
        f"x:\n  {LINE}\n  - 一\n    错\n",
        f"a: '一\n  错'{SAID}\n",
        # the key itself
        f"{LINE}\n错: x\n",
        f"a: # note {LINE}\n  错\n",
    ],
)
def test_a_comment_silences_its_line_and_the_text_that_begins_there(text: str) -> None:
    _, outcome = apply(text)
    assert [one.reason for one in outcome.suppressed] == ["原文如此"]
    assert outcome.told == ()
    assert [one.code for one in outcome.wrong] in ([], ["suppression-stale"])
    assert ("cost-floor" in text) == bool(outcome.wrong)


@pytest.mark.parametrize(
    "text",
    [
        # inside a text it is no comment
        f"a: |\n  错\n  {LINE}\n",
        f"a: |\n  {LINE}\n  错\n",
        f"a: >-\n  {LINE}\n  错\n",
        f"a: '错 {LINE}'\n",
        f'a: "x\n  {LINE}\n  错"\n',
        "a: 错# perfspec：ignore typo — x\n",
        f"'{LINE}': 错\n",
        # a comment for no line
        # comments that only begin with the name
        "a: 错 # perfspec.toml switches typo off\n",
        "a: 错 # perfspecs\n",
        "a: 错 # perfspec/review\n",
        "a: 错 # perfspec check 2026\n",
        "a: 错 # perfspec explain typo\n",
        "a: 错 # perfspec new year 2027 --from 2026\n",
        "a: 错 # perfspec diff 2026 2027\n",
        "a: 错 # see perfspec: ignore typo — x\n",
        "a: |\n  错\n  # Perfspec ignore typo\n",
        "a: 错 # noqa: typo — x\n",
    ],
)
def test_what_is_no_such_comment_silences_nothing(text: str) -> None:
    _, outcome = apply(text)
    assert (len(outcome.told), outcome.suppressed, outcome.wrong) == (1, (), ())


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}\na: x\nb: 错\n",
        f"a: x{SAID}\nb: 错\n",
        f"b: 错\na: x{SAID}\n",
        f"b: 错\n{LINE}\n",
        f"{LINE}\na:\n  b: x\n  c: 错\n",
        f"a: >-\n  错\n  x\n{LINE}\nb: x\n",
    ],
)
def test_a_comment_that_stands_elsewhere_is_stale(text: str) -> None:
    one, outcome = apply(text)
    assert (len(outcome.told), outcome.suppressed) == (1, ())
    assert [shown(one, wrong) for wrong in outcome.wrong] == [
        ("suppression-stale", "typo finds nothing on the line of this comment", "typo")
    ]
    (stale,) = outcome.wrong
    assert stale.severity is Severity.WARNING
    assert stale.hint
    assert (
        english(stale.hint) == "remove it, or put it on the line that a finding names or above it"
    )


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("ignore typo — 原文如此", "原文如此"),
        ("ignore typo —— 原文如此", "原文如此"),
        ("ignore typo – a reason", "a reason"),
        ("ignore typo - a reason - in two parts", "a reason - in two parts"),
        ("ignore typo -- a reason", "a reason"),
        ("ignore typo ―― a reason", "a reason"),
        ("ignore typo ── a reason", "a reason"),
        ("ignore typo － a reason", "a reason"),
        ("ignore typo: a reason", "a reason"),
        ("ignore typo：原文如此", "原文如此"),
        ("ignore typo—原文如此", "原文如此"),
        ("ignore cost-floor,typo — x", "x"),
        ("ignore cost-floor，typo、unit-missing - x", "x"),
        ("ignore  typo  —  x  ", "x"),
    ],
)
def test_the_reason_stands_behind_a_dash_or_colon(comment: str, reason: str) -> None:
    for head in ("# perfspec: ", "#perfspec:", "#  perfspec :", "# perfspec："):
        _, outcome = apply(f"{head}{comment}\na: 错\n", judged=frozenset({"typo"}))
        assert [one.reason for one in outcome.suppressed] == [reason]
        assert outcome.wrong == ()


@pytest.mark.parametrize(
    ("comment", "code", "message", "hint", "marked"),
    [
        ("ignore typo", "suppression-reason", "this comment gives no reason and silences nothing", "write # perfspec: ignore typo — …", "# perfspec: ignore typo"),
        ("ignore typo —", "suppression-reason", "this comment gives no reason and silences nothing", "write # perfspec: ignore typo — …", "# perfspec: ignore typo —"),
        ("ignore typo because", "suppression-reason", "a dash is missing between the rule and the reason", "write # perfspec: ignore typo — because", "# perfspec: ignore typo because"),
        ("ignore typo 合同约定 如此", "suppression-reason", "a dash is missing between the rule and the reason", "write # perfspec: ignore typo — 合同约定 如此", "# perfspec: ignore typo 合同约定 如此"),
        ("ignore typo（合同约定）", "suppression-reason", "a dash is missing between the rule and the reason", "write # perfspec: ignore typo — （合同约定）", "# perfspec: ignore typo（合同约定）"),
        ("ignore typo, cost-floor，合同约定", "suppression-reason", "a dash is missing between the rule and the reason", "write # perfspec: ignore typo, cost-floor — 合同约定", "# perfspec: ignore typo, cost-floor，合同约定"),
        ("ignore typo cost-floor — 合同约定", "suppression-reason", "a comma is missing between the rules", "write # perfspec: ignore typo, cost-floor — …", "# perfspec: ignore typo cost-floor — 合同约定"),
        ("ignore typo cost-floor unit-missing", "suppression-reason", "a comma is missing between the rules", "write # perfspec: ignore typo, cost-floor, unit-missing — …", "# perfspec: ignore typo cost-floor unit-missing"),
        ("ignore typos — x", "suppression-unknown", "there is no rule 'typos'", "did you mean typo?", "typos"),
        ("ignore qq — x", "suppression-unknown", "there is no rule 'qq'", "perfspec rules lists them all", "qq"),
        ("ignore 笔误 — x", "suppression-unknown", "this comment names no rule to ignore", "write # perfspec: ignore cost-floor — …", "# perfspec: ignore 笔误 — x"),
        ("ignore", "suppression-unknown", "this comment names no rule to ignore", "write # perfspec: ignore cost-floor — …", "# perfspec: ignore"),
    ],
)  # fmt: skip
def test_a_comment_that_is_wrong_silences_nothing_and_is_told(
    comment: str, code: str, message: str, hint: str, marked: str
) -> None:
    one, outcome = apply(f"a: 错 # perfspec: {comment}\n")
    assert (len(outcome.told), outcome.suppressed) == (1, ())
    (wrong,) = outcome.wrong
    assert wrong.hint
    assert (*shown(one, wrong), english(wrong.hint)) == (code, message, marked, hint)


@pytest.mark.parametrize(
    "comment",
    [
        "# perfspec ignore typo — x",
        "# perfspec-ignore typo — x",
        "# perfspec",
        "# perfspec:",
        "## perfspec: ignore typo — x",
        "# Perfspec: ignore typo — x",
        "# perfspec: Ignore typo — x",
        "# PERFSPEC：ignore typo — x",
        "# perfspec: disable typo — x",
        "# perfspec: ingore typo — x",
        "# perfspec: nothing typo — x",
        "# perfspec：忽略 typo — x",
        "# perfspec 此处不查",
    ],
)
@pytest.mark.parametrize("text", ["a: 错 {}\n", "{}\na: 错\n", "a: 错\n{}\n", "a: 错 {}"])
def test_a_comment_that_only_looks_like_one_is_told(comment: str, text: str) -> None:
    one, outcome = apply(text.format(comment))
    assert (len(outcome.told), outcome.suppressed) == (1, ())
    (wrong,) = outcome.wrong
    assert shown(one, wrong) == (
        "suppression-unknown",
        "a comment to perfspec is written `# perfspec: ignore RULE — REASON` or `# perfspec: todo RULE — WORDS`",
        comment,
    )


def test_of_several_codes_each_is_stale_by_itself() -> None:
    one, outcome = apply("a: 错 # perfspec: ignore cost-floor, typo, no-rule — x\n")
    assert len(outcome.suppressed) == 1
    assert [shown(one, wrong)[::2] for wrong in outcome.wrong] == [
        ("suppression-unknown", "no-rule"),
        ("suppression-stale", "cost-floor"),
    ]


def test_a_rule_that_did_not_run_or_could_not_judge_is_not_stale() -> None:
    _, outcome = apply(f"a: x{SAID}\n", judged=ALL - {"typo"})
    assert outcome.wrong == ()


def test_another_code_is_told_as_before() -> None:
    _, outcome = apply(f"a: 错{SAID}\n", code="unit-missing")
    assert len(outcome.told) == 1


def test_of_two_comments_for_one_line_the_second_is_stale() -> None:
    one, outcome = apply(f"{LINE}\na: 错{SAID}\n")
    assert len(outcome.suppressed) == 1
    (stale,) = outcome.wrong
    assert isinstance(stale.at, Region)
    assert one.source.position(stale.at.start).line == 2


TODO = "# perfspec: todo typo — 按2026年情况重写"


@pytest.mark.parametrize(
    "text",
    [
        f"a: 错 {TODO}\n",
        f"{TODO}\na: 错\n",
        f"{TODO}\na: |\n  一\n  错\n",
        f"a: 错 {TODO.replace(' — ', '：')}\n",
        f"a: 错 {TODO.replace('typo', 'cost-floor，typo、unit-missing')}\n",
    ],
)
def test_what_is_to_be_done_is_told_once_and_silences_its_place(text: str) -> None:
    one, outcome = apply(text)
    assert [held.reason for held in outcome.suppressed] == ["按2026年情况重写"]
    assert outcome.told == ()
    (left,) = outcome.wrong
    assert left.hint
    assert left.severity is Severity.WARNING
    assert shown(one, left)[:2] == ("todo-left", "to do: 按2026年情况重写")
    assert shown(one, left)[2] == text[text.index("# perfspec") :].partition("\n")[0]
    assert english(left.hint) == "do it, then remove this comment"


@pytest.mark.parametrize(
    "comment", ["todo — 待财政下达编码", "todo: 待财政下达编码", "todo— 待财政下达编码"]
)
@pytest.mark.parametrize("text", ["a: 错 {}\n", "{}\na: 错\n", "a: 错\n{}\n"])
def test_what_is_to_be_done_may_name_no_rule(text: str, comment: str) -> None:
    one, outcome = apply(text.format(f"# perfspec: {comment}"))
    assert (len(outcome.told), outcome.suppressed) == (1, ())
    assert [shown(one, wrong)[:2] for wrong in outcome.wrong] == [
        ("todo-left", "to do: 待财政下达编码")
    ]


def test_what_is_to_be_done_is_never_stale() -> None:
    one, outcome = apply(f"{TODO}\na: x\nb: 错\n")
    assert (len(outcome.told), outcome.suppressed) == (1, ())
    assert [shown(one, wrong)[0] for wrong in outcome.wrong] == ["todo-left"]


def test_a_reason_counts_before_what_is_to_be_done() -> None:
    one, outcome = apply(f"{TODO}\na: 错{SAID}\n")
    assert [held.reason for held in outcome.suppressed] == ["原文如此"]
    assert [shown(one, wrong)[0] for wrong in outcome.wrong] == ["todo-left"]


@pytest.mark.parametrize(
    ("comment", "code", "message", "hint", "marked"),
    [
        ("todo", "suppression-reason", "this comment does not say what is to be done and silences nothing", "write # perfspec: todo — …", "# perfspec: todo"),
        ("todo typo", "suppression-reason", "this comment does not say what is to be done and silences nothing", "write # perfspec: todo typo — …", "# perfspec: todo typo"),
        ("todo typo —", "suppression-reason", "this comment does not say what is to be done and silences nothing", "write # perfspec: todo typo — …", "# perfspec: todo typo —"),
        ("todo 核对编码", "suppression-reason", "a dash is missing before what is to be done", "write # perfspec: todo — 核对编码", "# perfspec: todo 核对编码"),
        ("todo typo 核对", "suppression-reason", "a dash is missing before what is to be done", "write # perfspec: todo typo — 核对", "# perfspec: todo typo 核对"),
        ("todo fix the code", "suppression-reason", "a dash is missing before what is to be done", "write # perfspec: todo — fix the code", "# perfspec: todo fix the code"),
    ],
)  # fmt: skip
def test_a_todo_without_words_silences_nothing(
    comment: str, code: str, message: str, hint: str, marked: str
) -> None:
    one, outcome = apply(f"a: 错 # perfspec: {comment}\n")
    assert (len(outcome.told), outcome.suppressed) == (1, ())
    (wrong,) = outcome.wrong
    assert wrong.hint
    assert (*shown(one, wrong), english(wrong.hint)) == (code, message, marked, hint)


def test_a_todo_may_name_a_rule_that_there_is_not() -> None:
    one, outcome = apply("a: 错 # perfspec: todo typos, typo — x\n")
    assert len(outcome.suppressed) == 1
    assert [shown(one, wrong)[::2] for wrong in outcome.wrong] == [
        ("suppression-unknown", "typos"),
        ("todo-left", "# perfspec: todo typos, typo — x"),
    ]


def test_a_file_may_be_full_of_comments() -> None:
    # Takes minutes where each finding looks at all comments.
    count = 20_000
    _, outcome = apply(f"{LINE}\n" * count + "a: |\n" + "  错\n" * count)
    assert len(outcome.told) + len(outcome.suppressed) == count
