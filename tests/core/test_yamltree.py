"""The tree keeps every scalar as typed and knows where each character of it stands."""

import string

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from perfspec import yamldump, yamltree
from perfspec.diagnostics import Place
from perfspec.schema.kinds import kind
from perfspec.source import Source
from perfspec.yamltree import Text, Tree
from tests.helpers import part, tree

STYLES = (None, "'", '"', "|", ">")
# Chinese, astral, full-width, quotes, what YAML uses itself, and much white space.
ALPHABET = "绩效目标，。“”％　𠀀😀é" + string.ascii_lowercase[:4] + "019.:#-'\"\\*&!|>{}[]?% \n"
texts = st.text(st.sampled_from(ALPHABET), max_size=30)
# A plain key that begins with a full-width space is refused as badly indented.
keys = texts.filter(lambda key: not key.startswith("\u3000"))
line_breaks = st.sampled_from(["\n", "\r\n"])


def value_of(of: Tree, key: str = "key") -> Text:
    """Return the scalar under `key`."""
    value = of.data[key]
    assert isinstance(value, Text)
    return value


def misplaced(of: Tree, key: str = "key") -> list[tuple[int, str, str]]:
    """Return each character of the value that `locate` finds in a wrong place.

    A character that was written as an escape, and white space, which folding makes, are
    not looked for letter by letter.
    """
    wrong = []
    place = of.place / key
    for at, character in enumerate(value_of(of, key)):
        region = of.locate(place.part(at, at + 1))
        there = of.source.text[region.start : region.end]
        if not character.isspace() and not there.startswith((character, "\\")):
            wrong.append((at, character, there))
    return wrong


@given(texts, st.sampled_from(STYLES), st.sampled_from([4, 20, 1000]), st.booleans(), line_breaks)
def test_every_character_of_a_dumped_scalar_is_found_where_it_stands(
    text: str, style: str | None, width: int, unicode: bool, line_break: str
) -> None:
    written = yaml.dump(
        {"key": text, "next": "end"}, default_style=style, allow_unicode=unicode, width=width
    )
    found = tree(written.replace("\n", line_break))
    assert misplaced(found) == []
    assert part(found, "next").strip("'\"|> \n-") in {"end", '"end'}


@given(
    st.lists(texts.map(lambda text: text.replace("\n", " ")), min_size=1, max_size=4),
    st.sampled_from(["", "'", '"', "|", ">", "|-", ">+", "|2", ">1-"]),
    st.integers(1, 3),
    st.integers(1, 3),
    line_breaks,
)
@example(lines=["一\\", "二"], head='"', indent=2, breaks=3, line_break="\n")
@example(lines=["一\\", "二"], head='"', indent=2, breaks=2, line_break="\r\n")
def test_every_character_of_a_scalar_over_several_lines_is_found_where_it_stands(
    lines: list[str], head: str, indent: int, breaks: int, line_break: str
) -> None:
    if head[:1] in {"|", ">"} and head:
        body = head + "".join(f"{line_break}{' ' * indent}{line}" for line in lines)
    else:
        body = (line_break * breaks + " " * indent).join(lines)
        body = head + (body.replace("'", "''") if head == "'" else body) + head
    source = Source(path="f", text=f"key: {body}{line_break}next: end{line_break}")
    found, _ = yamltree.parse(source)
    # What was put together at random may be no YAML, or mean something else.
    if found and isinstance(found.data, dict) and isinstance(found.data.get("key"), Text):
        assert misplaced(found) == []


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("'绩效\n  目标'", "绩效目标"),
        ('"绩效\n  目标"', "绩效目标"),
        ("绩效\n  目标", "绩效目标"),
        (">-\n  绩效\n  目标", "绩效目标"),
        ("绩效，\n  目标", "绩效，目标"),
        ("绩效\n  target", "绩效 target"),
        ("target\n  绩效", "target 绩效"),
        ("a\n  b", "a b"),
        ("绩效 目标", "绩效 目标"),
        ("'绩效　目标'", "绩效　目标"),
        ("绩效\n\n  目标", "绩效\n目标"),
        ("|-\n  绩效\n  目标", "绩效\n目标"),
        ("|\n  绩效\n\n  目标\n", "绩效\n\n目标\n"),
        ('"绩效 \\\n  目标"', "绩效 目标"),
        ("|\n  \n", ""),
        ("'it''s'", "it's"),
        ('"\\u7ee9\\u6548\\x41\\U00020000\\t\\\\"', "绩效A𠀀\t\\"),
        ("𠀀😀\n  𠀀", "𠀀😀𠀀"),
    ],
)
def test_folding_drops_the_break_between_two_chinese_characters_only(
    written: str, value: str
) -> None:
    for text in (f"key: {written}\n", f"key: {written}\n".replace("\n", "\r\n")):
        found = tree(text)
        assert value_of(found) == value
        assert misplaced(found) == []


BLANKS = " " * 200_000


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (f"'绩{BLANKS}效\n  目标'", f"绩{BLANKS}效目标"),
        (f'"绩{BLANKS}效\n  目标"', f"绩{BLANKS}效目标"),
        (f"绩{BLANKS}效\n  目标", f"绩{BLANKS}效目标"),
        (f">-\n  绩{BLANKS}效\n  目标", f"绩{BLANKS}效目标"),
        (f"'绩效{BLANKS}\n{BLANKS}目标'", "绩效目标"),
        ('"绩' + "\\ " * 100_000 + '效\n  目标"', f"绩{' ' * 100_000}效目标"),
        ('"绩\\  \n  目标"', "绩  目标"),
        ('"绩 \\  \n  目标"', "绩   目标"),
    ],
    ids=[
        "single quotes",
        "double quotes",
        "plain",
        "folded",
        "around the fold",
        "escaped",
        "an escaped blank before the fold",
        "a blank, an escaped blank, a fold",
    ],
)
def test_a_folded_scalar_may_hold_many_blanks(written: str, value: str) -> None:
    # Aligned in one pass: these take minutes where each blank looks at all others.
    found = tree(f"key: {written}\nnext: end\n")
    assert value_of(found) == value
    assert part(found, "next") == "end"
    place = found.place / "key"
    region = found.locate(place.part(len(value) - 1, len(value)))
    assert found.source.text[region.start : region.end] == value[-1]


@pytest.mark.parametrize(
    "written",
    [
        "0224001", "13063620E12", "12:30", "on", "2020-01-01", "112500.00", "0", "~", "null",
        "0x1F", "1_000", ".5", "1e3", "yes", "-0", "+1", ".inf", "0o17", "1.", "2020-01-01T00:00",
        "≥90%", "50%",
    ],
)  # fmt: skip
def test_a_plain_scalar_survives_letter_for_letter(written: str) -> None:
    found = tree(f"key: {written} # note\n")
    assert value_of(found) == written
    assert value_of(found).plain
    assert part(found, "key") == written
    assert yaml.load(yamldump.dump(found.data), yaml.BaseLoader) == {"key": written}  # noqa: S506 — strings only


@given(st.recursive(
    st.tuples(texts, st.booleans()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
))  # fmt: skip
def test_dumped_data_is_read_back_as_the_same_data_of_the_same_kinds(data: object) -> None:
    written = {"key": _typed(data)}
    read = tree(yamldump.dump(written)).data
    assert read == written
    assert _kinds(read) == _kinds(written)


def _typed(data: object) -> object:
    """Return the data with each text as a scalar that a parser could have made of it."""
    if isinstance(data, tuple):
        value, wants_plain = data
        read, _ = yamltree.parse(Source(path="f", text=f"key: {value}\n"))
        plain = wants_plain and read is not None and read.data == {"key": value}
        return Text.of(value, plain=plain)
    if isinstance(data, dict):
        return {key: _typed(value) for key, value in data.items()}
    assert isinstance(data, list)
    return [_typed(value) for value in data]


def _kinds(data: object) -> object:
    if isinstance(data, dict):
        return {key: _kinds(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_kinds(value) for value in data]
    return kind(data)


def test_keys_and_values_are_located() -> None:
    found = tree("a:\n  b: [x, 'y']\n  空:\nlist:\n- {k: v}\n-\nempty: ''\nblock: |\n  一二\n")
    cases: list[tuple[tuple[str | int, ...], bool, str]] = [
        (("a", "b", 0), False, "x"),
        (("a", "b", 1), False, "y"),
        (("a", "b"), True, "b"),
        (("a", "b"), False, "b"),  # of what holds further values, the key is shown
        (("a", "空"), False, "空"),  # an empty value stands nowhere
        (("list", 0, "k"), False, "v"),
        (("list", 0, "k"), True, "k"),
        (("list", 0), False, ""),
        (("list", 1), False, ""),
        (("empty",), False, ""),
        (("block",), False, "一二"),
        (("a", "missing"), False, "a"),
        (("a", "missing", "deeper"), True, "a"),
        ((), False, ""),
    ]
    assert [part(found, *keys, on_key=on_key) for keys, on_key, _ in cases] == [
        text for _, _, text in cases
    ]


@pytest.mark.parametrize("style", ["{}", "'{}'", '"{}"', "|-\n  {}", ">\n  {}", ">-\n  {}"])
def test_a_span_of_a_value_is_located_in_every_style(style: str) -> None:
    found = tree("key: " + style.format("大型宣传活动11次") + "\n")
    region = found.locate(Place("file.yaml", ("key",)).part(6, 9))
    assert found.source.text[region.start : region.end] == "11次"


def test_a_span_that_was_written_as_escapes_covers_the_escapes() -> None:
    found = tree('key: "a\\u7ee9\\u6548b"\n')
    region = found.locate((found.place / "key").part(1, 3))
    assert found.source.text[region.start : region.end] == "\\u7ee9\\u6548"


def test_a_span_behind_the_end_ends_where_the_value_does() -> None:
    found = tree("key: 'ab'\n")
    region = found.locate((found.place / "key").part(1, 9))
    assert found.source.text[region.start : region.end] == "b"


def test_columns_count_characters_and_not_bytes_or_halves_of_surrogate_pairs() -> None:
    found = tree("列: [𠀀, 😀😀, x]\r\nnext: y\r\n")
    region = found.locate(found.place / "列" / 2)
    assert (
        found.source.position(region.start).line,
        found.source.position(region.start).column,
    ) == (1, 12)
    region = found.locate(found.place / "next")
    assert found.source.position(region.start).line == 2
    assert found.source.line(1) == "列: [𠀀, 😀😀, x]"


def test_a_block_keeps_the_breaks_that_stand_behind_it_when_asked_to() -> None:
    found = tree("key: |+\n  一\n\n\nnext: x\n")
    assert value_of(found) == "一\n\n\n"
    assert misplaced(found) == []


def test_comments_and_document_marks_are_no_data() -> None:
    assert tree("# first\n---\nkey: value # behind\n# last\n").data == {"key": "value"}
