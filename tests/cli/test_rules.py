"""`perfspec explain` and `perfspec rules`."""

# ruff: noqa: E501 — a line of a page is read in one line

import ast
import json
import re
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest

from perfspec import cli, manual, review, schema
from perfspec.diagnostics import Severity
from perfspec.manual import READING
from perfspec.messages import english, message
from perfspec.report import pages
from perfspec.review import RULES
from perfspec.rule import Option, Rule
from perfspec.yamlerrors import REFUSALS
from tests.helpers import run

PERFSPEC = Path(cli.__file__).parents[1]
FIRST = RULES[0]
# The functions that make a finding of reading take its code as a literal.
MAKERS = {"error", "_refuse", "_slip", "_warning", "warning"}


def codes_in_the_code() -> set[str]:
    """Return the codes of findings that are made outside of rules."""
    found = set(REFUSALS)
    for path in PERFSPEC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in MAKERS:
                texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                found |= {
                    str(text) for text in texts if re.fullmatch("[a-z]+(-[a-z]+)+", str(text))
                }
    return found


def a_rule() -> Rule:
    """Return a rule with options of each kind; its manual is that of a rule that is there."""
    options = (
        Option(name="words", default=("标准", "补助"), title=message("something is wrong")),
        Option(name="share", default=Decimal("0.80"), title=message("something is wrong")),
        Option(name="rows", default=3, least=2, title=message("something is wrong")),
    )
    return Rule(
        module=FIRST.module,
        level=Severity.WARNING,
        check_filing=lambda _filing, _context: iter(()),
        check_project=lambda _project, _context: iter(()),
        options=options,
    )


def test_the_codes_of_reading_are_all_listed_and_are_no_rules() -> None:
    assert len(READING) > 30
    assert set(READING) == codes_in_the_code()
    assert list(READING) == sorted(READING)
    assert not set(READING) & {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_in_both_languages(rule: Rule, tmp_path: Path) -> None:
    pages_ = {
        language: run("explain", rule.code, "--lang", language, cwd=tmp_path)
        for language in ("en", "zh")
    }
    assert [page.code for page in pages_.values()] == [0, 0]
    assert pages_["en"].out.startswith(f"{rule.code}\n")
    for heading in ("\nWhy:\n  ", "\nWrong:\n  ", "\nRight:\n  "):
        assert heading in pages_["en"].out
    for heading in ("\n理由：\n  ", "\n有问题的写法：\n  ", "\n正确的写法：\n  "):
        assert heading in pages_["zh"].out


def test_a_page_has_everything_that_the_manual_says() -> None:
    page = pages.text(FIRST, english)
    said = manual.of(FIRST)
    running = " ".join(page.split())
    assert english(said.summary) in running
    assert english(said.why) in running
    assert said.silent
    assert english(said.silent) in running
    for example in (*said.bad, *said.good):
        assert "".join(f"  {line}\n" for line in example.splitlines()) in page
    assert f'  [rules.{FIRST.code}]\n  level = "off"   # error, warning, info\n' in page
    assert page.endswith(f"  # perfspec: ignore {FIRST.code} — the reason\n")


def test_options_stand_as_they_may_be_copied_into_perfspec_toml() -> None:
    page = pages.text(a_rule(), english)
    assert (
        "level: warning; looks at: the filing as a whole, and each project; run by: perfspec check\n"
        in page
    )
    assert (
        "What can be set, in perfspec.toml:\n"
        f"  [rules.{FIRST.code}]\n"
        "  # a list takes the place of the one below; extend-… adds to it\n"
        "  # something is wrong\n"
        "  words = [\n"
        '    "标准", "补助",\n'
        "  ]\n"
        "  # something is wrong\n"
        "  share = 0.80\n"
        "  # something is wrong (2 or more)\n"
        "  rows = 3\n"
    ) in page


def test_the_options_of_every_rule_are_toml_with_their_defaults() -> None:
    seen = 0
    for rule in RULES:
        page = pages.text(rule, english)
        if not rule.options:
            assert "What can be set" not in page
            continue
        begin = page.index(f"  [rules.{rule.code}]\n")
        table = tomllib.loads(page[begin : page.index("\n\n", begin)], parse_float=Decimal)
        values = table["rules"][rule.code]
        assert {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in values.items()
        } == {option.name: option.default for option in rule.options}
        seen += 1
    assert seen > 5


def test_an_option_without_a_list_says_nothing_of_lists() -> None:
    rule = Rule(
        module=FIRST.module,
        level=Severity.INFO,
        check_project=lambda _project, _context: iter(()),
        options=(Option(name="rows", default=3, title=message("something is wrong")),),
    )
    assert "extend-" not in pages.text(rule, english)
    assert "- `rows`: something is wrong; default: `3`\n" in pages.markdown(rule, english)


def test_a_manual_need_not_say_what_a_rule_leaves_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    docstring = "Right.\n\nWhy: so.\n\nBad::\n\n    a: 1\n\nGood::\n\n    a: 2\n"
    module = ModuleType("perfspec.review.some_rule", docstring)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    rule = Rule(module=module.__name__, level=Severity.ERROR, check_filing=lambda *_: iter(()))
    assert pages.text(rule, english).startswith(
        "some-rule\nRight.\nlevel: error; looks at: the filing as a whole; run by: perfspec check\n\n"
        "Why:\n  so.\n\nWrong:\n  a: 1\n"
    )
    for page in (pages.text(rule, english), pages.markdown(rule, english)):
        assert "leaves alone" not in page
    assert pages.markdown(rule, english).endswith("**Right:**\n\n```yaml\na: 2\n```\n\n")


def test_markdown_shows_every_sign_and_keeps_code() -> None:
    page = pages.markdown(a_rule(), english)
    assert page.startswith(f"{pages.escaped(english(manual.of(FIRST).summary))}\n\n*level: warning")
    assert "\n- `words`: something is wrong; default: `标准` `补助`\n" in page
    assert "\n- `rows`: something is wrong (2 or more); default: `3`\n" in page
    assert pages.escaped("a*b_c `d*e` <f>") == "a\\*b\\_c `d*e` \\<f\\>"


def test_an_unknown_rule_is_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    ended = run("explain", FIRST.code[:-1], "--lang", "en", cwd=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        f"error: there is no rule {FIRST.code[:-1]!r}\n   = hint: did you mean {FIRST.code}?\n"
    )


def test_a_name_like_no_other_leads_to_the_list(tmp_path: Path) -> None:
    ended = run("explain", "xyzzy", "--lang", "en", cwd=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "error: there is no rule 'xyzzy'\n   = hint: perfspec rules lists them all\n"
    )


@pytest.mark.parametrize("code", ["unknown-key", "wrong-value", "yaml-syntax"])
def test_a_finding_of_reading_is_said_to_be_no_rule(code: str, tmp_path: Path) -> None:
    ended = run("explain", code, "--lang", "en", cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(
        f"{code} is no rule of review: it is found while the files are read"
    )
    assert "docs/spec.md" in ended.out
    assert "不是审核规则" in run("explain", code, "--lang", "zh", cwd=tmp_path).out


def test_the_list_has_code_level_and_summary_of_each_rule(tmp_path: Path) -> None:
    one, two = run("rules", "--lang", "en", cwd=tmp_path).out.split("\n\n")
    for table, title, over_years in (
        (one, "of a filing, by perfspec check:", False),
        (two, "of two years, by perfspec diff:", True),
    ):
        rules = [rule for rule in RULES if rule.over_years is over_years]
        assert len(rules) > 10
        head, *lines = table.splitlines()
        assert head == title
        assert [line.split()[:2] for line in lines] == [
            [rule.code, rule.level.value] for rule in rules
        ]
        assert all(
            english(manual.of(rule).summary) in line
            for rule, line in zip(rules, lines, strict=True)
        )
    chinese = run("rules", "--lang", "zh", cwd=tmp_path).out.splitlines()
    levels = [line.split()[1] for line in chinese if line.startswith("  ")]
    assert len(levels) == len(RULES)
    assert set(levels) <= {"错误", "警告", "提示"}


def test_the_list_for_programs_has_options_with_their_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "RULES", (a_rule(),))
    document = json.loads(run("rules", "--format", "json", "--lang", "en", cwd=tmp_path).out)
    jsonschema.validate(document, json.loads(schema.text("rules")))
    title = "something is wrong"
    assert document == {
        "spec": 1,
        "rules": [
            {
                "code": FIRST.code,
                "level": "warning",
                "command": "check",
                "scope": ["filing", "project"],
                "summary": english(manual.of(FIRST).summary),
                "options": [
                    {"name": "words", "default": ["标准", "补助"], "title": title},
                    {"name": "share", "default": "0.80", "title": title},
                    {"name": "rows", "default": 3, "title": title},
                ],
            }
        ],
    }


def test_the_list_for_programs_has_every_rule(tmp_path: Path) -> None:
    document = json.loads(run("rules", "--format", "json", "--lang", "zh", cwd=tmp_path).out)
    assert [one["code"] for one in document["rules"]] == [rule.code for rule in review.RULES]
    jsonschema.validate(document, json.loads(schema.text("rules")))
    assert {scope for one in document["rules"] for scope in one["scope"]} <= {"filing", "project"}
    assert all(one["scope"] for one in document["rules"])
    assert [one["command"] for one in document["rules"]] == [rule.command for rule in RULES]


def test_the_code_of_a_rule_is_completed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_PERFSPEC_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"perfspec explain {FIRST.code[:-2]}")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert cli.run([]) == cli.DONE
    assert f"plain,{FIRST.code}\n" in capsys.readouterr().out
