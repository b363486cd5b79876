"""What form packs and `perfspec.toml` say of rules, and what is wrong in them."""

# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal
from pathlib import Path

import pytest

from perfspec import configuration, pipeline, review, settings
from perfspec.diagnostics import Place, Severity
from perfspec.findings import Finding
from perfspec.messages import english
from perfspec.settings import Layer
from perfspec.source import Source
from perfspec.tomltree import Places, parse
from tests.helpers import tree
from tests.slips import RULES


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "RULES", RULES)


def said(root: Path, text: str) -> list[tuple[str, str, str, str]]:
    """Return place, code, message and hint of each finding in a `perfspec.toml`."""
    (root / "perfspec.toml").write_text(text, encoding="utf-8", newline="")
    _, found = pipeline.open_desk(root)
    return [_said(one) for one in found]


def _said(one: Finding) -> tuple[str, str, str, str]:
    start, end = one.spot.start, one.spot.end
    where = f"{start.line}:{start.column}-{end.column}"
    return where, one.code, english(one.message), english(one.hint) if one.hint else ""


WRONG = [
    # syntax: the place is tomllib's
    ("[rules\n", ("1:7-7", "toml-syntax", "this is no TOML: ] is missing behind the name of the table", "")),
    ("a = 1\r\nb = \r\n", ("2:5-5", "toml-syntax", "this is no TOML: no value begins here; texts need quotes", "")),
    ("a = '''\n", ("1:8-8", "toml-syntax", "this is no TOML: the closing quote is missing", "")),
    ("[a]\n[a]\n", ("2:3-3", "toml-syntax", "this is no TOML: the table stands above already", "")),
    ("a.b = 1\n[a]\n", ("2:3-3", "toml-syntax", "this is no TOML: the table stands above already", "")),
    ("a = 1\na = 2\n", ("2:6-6", "toml-syntax", "this is no TOML: the key stands above already", "")),
    ("a = {b = 1, b = 2}\n", ("1:18-18", "toml-syntax", "this is no TOML: the key stands above already", "")),
    ("a = 'x\n", ("1:7-7", "toml-syntax", "this is no TOML: the closing quote is missing", "")),
    ('a = "x\n', ("1:7-7", "toml-syntax", "this is no TOML: the closing quote is missing", "")),
    ('a = "\x01"\n', ("1:6-6", "toml-syntax", "this is no TOML: a character that may not stand here", "")),
    ("a = off\n", ("1:5-5", "toml-syntax", "this is no TOML: no value begins here; texts need quotes", "")),
    ("a = [1\n", ("1:7-7", "toml-syntax", "this is no TOML: ] is missing at the end of the list", "")),
    ("a\n", ("1:2-2", "toml-syntax", "this is no TOML: = is missing behind the key", "")),
    ("a: 1\n", ("1:2-2", "toml-syntax", "this is no TOML: = is missing behind the key", "")),
    ("a = 1 b = 2\n", ("1:7-7", "toml-syntax", "this is no TOML: a line ends behind a value", "")),
    ("级 = 1\n", ("1:1-1", "toml-syntax", "this is no TOML: no key begins here; a key that is not of letters, digits, - and _ needs quotes", "")),
    ('a = "\\d"\n', ("1:8-8", "toml-syntax", "this is no TOML: a backslash may stand between single quotes only", "")),
    ("a = 2026-02-30\n", ("1:5-5", "toml-syntax", "this is no TOML: there is no such date or time", "")),
    ("a = [", ("1:6-6", "toml-syntax", "this is no TOML: no value begins here; texts need quotes", "")),
    (f"a = 1e{'9' * 30}", ("1:37-37", "toml-syntax", f"this is no TOML: 1e{'9' * 30}", "")),
    (f"a = {'[' * 20_000}", ("1:20005-20005", "toml-syntax", "this is no TOML: nested too deep", "")),
    (f"a = 1\n{'a.' * 800_000}a = 1\n", ("2:1-1", "toml-syntax", "this is no TOML: nested too deep", "")),
    # keys that there are not
    ("[rule]\n", ("1:2-6", "unknown-key", "unknown key 'rule'", "did you mean rules?")),
    ("nothing = 1\n", ("1:1-8", "unknown-key", "unknown key 'nothing'", "known here: check, rules")),
    ("[check]\nfail_on = 'error'\n", ("2:1-8", "unknown-key", "unknown key 'fail_on'", "did you mean fail-on?")),
    ("[rules.word-slips]\nlevel = 'off'\n", ("1:8-18", "unknown-rule", "there is no rule 'word-slips'", "did you mean word-slip?")),
    ("rules.word-slips.level = 'off'\n", ("1:7-17", "unknown-rule", "there is no rule 'word-slips'", "did you mean word-slip?")),
    ("[rules]\n'word slip' = { level = 'off' }\n", ("2:2-11", "unknown-rule", "there is no rule 'word slip'", "did you mean word-slip?")),
    ("[rules.qq]\n", ("1:8-10", "unknown-rule", "there is no rule 'qq'", "perfspec rules lists them all")),
    ("[rules.unknown-key]\n", ("1:8-19", "unknown-rule", "unknown-key is no rule of review: it is found while the files are read, and says itself what is expected; docs/spec.md and `perfspec schema` have every key and value", "")),
    ("[rules.word-slip]\nlevels = 'off'\n", ("2:1-7", "unknown-option", "the rule word-slip has no option 'levels'", "did you mean level?")),
    ("[rules.word-slip]\n# level\n  extend-limit = 3\n", ("3:3-15", "unknown-option", "the rule word-slip has no option 'extend-limit'", "known here: level, words, limit, share, extend-words")),
    # values of another type, or that are not offered
    ("rules = 3\n", ("1:9-10", "wrong-type", "rules is a whole number, expected keys with values", "")),
    ("[rules]\nword-slip = 'off' # for now\n", ("2:13-18", "wrong-type", "word-slip is a text, expected keys with values", 'write word-slip = {level = "off"}')),
    ("[rules]\nword-slip = 'information'\n", ("2:13-26", "wrong-type", "word-slip is a text, expected keys with values", 'write word-slip = {level = "off"}')),
    ("[rules]\nword-slip = 'info'\n", ("2:13-19", "wrong-type", "word-slip is a text, expected keys with values", 'write word-slip = {level = "info"}')),
    ("[rules]\nword-slip = false\n", ("2:13-18", "wrong-type", "word-slip is true or false, expected keys with values", 'write word-slip = {level = "off"}')),
    ("[rules]\nword-slip = { level = 'of' }\n", ("2:1-10", "wrong-value", "level is 'of', which is not offered here", "did you mean off?")),
    ("[rules.word-slip]\nlevel = 'warn'\n", ("2:9-15", "wrong-value", "level is 'warn', which is not offered here", "did you mean warning?")),
    ("[rules.word-slip]\nlevel = false\n", ("2:9-14", "wrong-type", "level is true or false, expected one of error, warning, info, off", "")),
    ("[rules.word-slip]\nwords = '错'\n", ("2:9-12", "wrong-type", "words is a text, expected a list of texts", "")),
    ("[rules.word-slip]\nwords = [\n  '错',\n  1,\n]\n", ("4:3-4", "wrong-type", "item 2 of words is a whole number, expected a text", "")),
    ("[rules.word-slip]\nwords = [1]\n", ("2:10-11", "wrong-type", "item 1 of words is a whole number, expected a text", "")),
    ("[rules.word-slip]\nwords = ['a,\"[', \"\\\",'\", # 1, 2\n'#', ['b', 'c'],]\n", ("3:6-16", "wrong-type", "item 4 of words is a list, expected a text", "")),
    ("[rules.word-slip]\nwords = [[], 'a']\n", ("2:10-12", "wrong-type", "item 1 of words is a list, expected a text", "")),
    ("[rules]\nword-slip = {words = ['a', {b = 1, c = 2}]}\n", ("2:1-10", "wrong-type", "item 2 of words is keys with values, expected a text", "")),
    ("[rules.word-slip]\nlimit = 3.5\n", ("2:9-12", "wrong-type", "limit is a number, expected a whole number", "")),
    ("[rules.word-slip]\nlimit = true\n", ("2:9-13", "wrong-type", "limit is true or false, expected a whole number", "")),
    ("[rules.word-slip]\nlimit = '3'\n", ("2:9-12", "wrong-type", "limit is a text, expected a whole number", "")),
    ("[rules.word-slip]\nshare = nan\n", ("2:9-12", "wrong-type", "share is a number, expected a number", "")),
    ("[rules.word-slip]\nlimit = 1\n", ("2:9-10", "wrong-value", "limit is 1, less than 2", "")),
    ("[rules.word-slip]\nlimit = -1\n", ("2:9-11", "wrong-value", "limit is -1, less than 2", "")),
    ("[check]\nfail-on = 'fatal'\n", ("2:11-18", "wrong-value", "fail-on is 'fatal', which is not offered here", "known here: error, warning, info")),
    ("[check]\nbaseline = 3\n", ("2:12-13", "wrong-type", "baseline is a whole number, expected a text", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_what_is_wrong_in_a_workspace_is_told_where_it_stands(
    tmp_path: Path, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert said(tmp_path, text) == [expected]


def test_each_slip_is_told_and_the_rest_counts(tmp_path: Path) -> None:
    text = (
        "[check]\nfail-on = 'info'\nbase = 'x'\n[rules.word-slip]\nlevel = 'error'\nlimit = '3'\n"
    )
    assert [one[0] for one in said(tmp_path, text)] == ["3:1-5", "6:9-12"]
    desk, _ = pipeline.open_desk(tmp_path)
    assert desk.workspace.fail_on is Severity.INFO
    assert desk.workspace.rules.levels == {"word-slip": Severity.ERROR}


@pytest.mark.parametrize(
    "data", [b"\xff", b"\xef\xbb\xbf", b"#" * (2 * 1024 * 1024 + 1)], ids=["bytes", "mark", "size"]
)
def test_a_file_that_cannot_be_read_is_told_as_any_other(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "perfspec.toml").write_bytes(data)
    (found,) = pipeline.open_desk(tmp_path)[1]
    assert (found.spot.path, found.code[:5]) == ("perfspec.toml", "file-")


def layer(text: str) -> Layer:
    """Return what the `rules` of a form say, which must be sound."""
    read, found = configuration.read_form(tree(text).data, Place("form.yaml", ("rules",)))
    assert not found
    return read


def test_a_form_says_the_same_in_yaml() -> None:
    read = layer(
        "word-slip: {level: off, words: [误, 12], extend-words: [错], limit: 5, share: 0.25}"
    )
    assert read.levels == {"word-slip": None}
    assert read.options == {
        "word-slip": {"words": ("误", "12"), "limit": 5, "share": Decimal("0.25")}
    }
    assert read.added == {"word-slip": {"words": ("错",)}}


@pytest.mark.parametrize(
    ("text", "keys", "message"),
    [
        ("word-slip: {level: no}", ("rules", "word-slip", "level"), "level is 'no', which is not offered here"),
        ("word-slip: {limit: '5'}", ("rules", "word-slip", "limit"), "limit is a text, expected a whole number"),
        ("word-slip: {limit: 5.5}", ("rules", "word-slip", "limit"), "limit is a number, expected a whole number"),
        ("word-slip: {limit: x}", ("rules", "word-slip", "limit"), "limit is a text, expected a whole number"),
        ("word-slip: {words: x}", ("rules", "word-slip", "words"), "words is a text, expected a list of texts"),
        ("word-slip: {extend-words: [错, [误]]}", ("rules", "word-slip", "extend-words", 1), "item 2 of extend-words is a list, expected a text"),
        ("word-slip: {limit: 0}", ("rules", "word-slip", "limit"), "limit is 0, less than 2"),
        ("slip: {}", ("rules", "slip"), "there is no rule 'slip'"),
        ("word-slip: {slip: 1}", ("rules", "word-slip", "slip"), "the rule word-slip has no option 'slip'"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_form_is_told_at_its_key(
    text: str, keys: tuple[str | int, ...], message: str
) -> None:
    _, (found,) = configuration.read_form(tree(text).data, Place("form.yaml", ("rules",)))
    assert isinstance(found.at, Place)
    assert (found.at.keys, english(found.message)) == (keys, message)


def test_the_least_that_an_option_takes_is_taken(tmp_path: Path) -> None:
    assert said(tmp_path, "[rules.word-slip]\nlimit = 2\n") == []


def test_the_workspace_goes_over_the_form() -> None:
    form = layer("word-slip: {level: error, words: [误], limit: 5}")
    own = layer("word-slip: {level: info, extend-words: [误, 谬]}")
    read = settings.combine((form, own))
    assert read.levels == {"word-slip": Severity.INFO}
    assert read.options == {"word-slip": {"words": ("误", "谬"), "limit": 5}}
    assert settings.combine((own, form)).options["word-slip"]["words"] == ("误",)


def test_words_that_extend_go_behind_the_rules_own() -> None:
    read = settings.combine((layer("word-slip: {extend-words: [误]}"),))
    assert read.options == {"word-slip": {"words": ("错", "误")}}


def test_a_rule_that_is_selected_runs_alone_and_even_if_it_is_off() -> None:
    off = settings.combine((layer("word-slip: {level: off}"),))
    one = frozenset({"word-slip"})
    none = frozenset[str]()
    assert settings.choose(off, none, none).levels == {"word-slip": None}
    assert settings.choose(off, one, none).levels == {"data-lacking": None}
    assert settings.choose(off, one, one).levels == {"word-slip": None, "data-lacking": None}
    kept = settings.combine((layer("word-slip: {level: info}"),))
    assert settings.choose(kept, one, none).levels["word-slip"] is Severity.INFO


def test_places_are_those_of_the_keys_and_not_of_texts_that_look_like_them() -> None:
    text = (
        'a = """\nb = 1\n[c]\n"""\n'
        "d = '''x''' # '''\n"
        'b = 2\n[ "x.y" . z ]\nk.l = [\n  "b = 1",\n]\n[[t]]\nb = 3 # no\n'
    )
    parsed = parse(Source(path="f", text=text))
    assert isinstance(parsed, tuple)
    data, places = parsed

    def shown(*keys: str) -> tuple[str, str]:
        key, value = places.key(keys), places.value(keys)
        return text[key.start : key.end], text[value.start : value.end]

    assert data["x.y"] == {"z": {"k": {"l": ["b = 1"]}}}
    assert shown("b") == ("b", "2")
    assert shown("d") == ("d", "'''x'''")
    assert shown("x.y", "z", "k", "l") == ("l", "[")
    assert shown("t", "b") == ("b", "3")
    assert shown("x.y", "z", "unknown") == ("z", "z")
    assert shown("unknown") == ("", "")
    assert Places(Source(path="f", text="a = 'x")).value(("a",)).end == 6
