"""Values of a style sheet: lengths, shorthands, generated content."""
# ruff: noqa: E501 — a case of a table is read in one line

from decimal import Decimal

import pytest
import tinycss2

from perfspec.render.css import Kind, Length, Piece, declarations
from perfspec.render.css.measures import Measure, measure

D = Decimal


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12pt", Measure(points=D(12))),
        ("1in", Measure(points=D(72))),
        ("2.54cm", Measure(points=D(72))),
        ("25.4mm", Measure(points=D(72))),
        ("101.6q", Measure(points=D(72))),
        ("4PX", Measure(points=D(3))),
        ("1pc", Measure(points=D(12))),
        ("-.5em", Measure(em=D("-0.5"))),
        ("3ch", Measure(em=D("1.5"))),
        ("2rem", Measure(rem=D(2))),
        ("12.5%", Measure(percent=D("12.5"))),
        ("0", Measure()),
        ("calc(2em - 4px)", Measure(em=D(2), points=D(-3))),
        ("calc(100% - 2 * (1pt + 2pt))", Measure(percent=D(100), points=D(-6))),
        ("calc(3pt * 2 / 4)", Measure(points=D("1.5"))),
        ("calc(0 - 0)", Measure()),
    ],
)
def test_a_length_is_a_sum_of_points_sizes_and_percents(written: str, expected: Measure) -> None:
    found = measure(tinycss2.parse_one_component_value(written))

    assert found is not None
    assert found.at(D(10), D(12)) == expected.at(D(10), D(12))
    assert found.percent == expected.percent


@pytest.mark.parametrize(
    "written",
    [
        "5",
        "3foo",
        "red",
        "min(1pt, 2pt)",
        "calc(1pt + 2)",
        "calc(1pt / 0)",
        "calc(1pt / 1pt)",
        "calc(1pt * 1pt)",
        "calc(1pt 2pt)",
        "calc(1pt + red)",
        "calc()",
        "1e7pt",
        "1e99999999999999999999pt",
        "calc(1000000pt * 1000)",
        "calc(" + "(" * 20 + "1pt" + ")" * 20 + ")",
    ],
)
def test_what_is_no_length_of_a_paper_is_none(written: str) -> None:
    assert measure(tinycss2.parse_one_component_value(written)) is None


def test_a_length_is_resolved_against_type_root_and_whole() -> None:
    length = Measure(points=D(1), em=D(2), rem=D(3), percent=D(50)).at(D(10), D(12))

    assert length == Length(points=D(57), percent=D(50))
    assert length.of(D(200)) == D(157)


def _declared(text: str) -> dict[str, object]:
    return {one.name: one.value for one in declarations.read(text)}


def _sides(stem: str, *points: int) -> dict[str, object]:
    names = (f"{stem}-{side}" for side in ("top", "right", "bottom", "left"))
    return {name: Measure(points=D(p)) for name, p in zip(names, points, strict=True)}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("margin: 1pt", _sides("margin", 1, 1, 1, 1)),
        ("margin: 1pt 2pt", _sides("margin", 1, 2, 1, 2)),
        ("padding: 1pt 2pt 3pt", _sides("padding", 1, 2, 3, 2)),
        ("padding: 1pt 2pt 3pt 4pt", _sides("padding", 1, 2, 3, 4)),
        ("padding: 1pt 2pt 3pt 4pt 5pt", {}),
        ("inset: 0", dict.fromkeys(("top", "right", "bottom", "left"), Measure())),
        ("border-top: solid red", {"border-top-width": Measure(points=D("2.25")), "border-top-style": "solid"}),
        ("border-left: 0", {"border-left-width": Measure(), "border-left-style": "none"}),
        ("border-top: inherit", {"border-top-width": "inherit", "border-top-style": "inherit"}),
        ("page-break-before: always", {"break-before": "always"}),
        ("background: url(x.png) #0f0", {"background-color": "00FF00"}),
        ("background: none", {}),
        ("list-style: none inside", {"list-style-type": "none"}),
        ("color: rgb(255, 0, 16)", {"color": "FF0010"}),
        ("color: #abcdef80", {"color": "ABCDEF"}),
        ("color: transparent", {"color": "transparent"}),
        ("color: currentColor", {"color": "currentcolor"}),
        ("color: nothing", {}),
        ("font-weight: 700", {"font-weight": True}),
        ("font-weight: 400", {"font-weight": False}),
        ("font-weight: bolder", {"font-weight": True}),
        ("font-weight: heavy", {}),
        ("line-height: 1.5", {"line-height": D("1.5")}),
        ("line-height: 20pt", {"line-height": Measure(points=D(20))}),
        ("line-height: normal", {"line-height": "normal"}),
        ("line-height: 1e9", {}),
        ("letter-spacing: normal", {"letter-spacing": Measure()}),
        ("font-size: larger", {"font-size": Measure(em=D("1.2"))}),
        ("font-size: medium", {"font-size": Measure(points=D(12))}),
        ("vertical-align: 2pt", {"vertical-align": "baseline"}),
        ("text-align: middle", {}),
        ("max-width: none", {"max-width": "auto"}),
        ("page: Main", {"page": "Main"}),
        ("counter-reset: page 3 x", {"counter-reset": (("page", 3), ("x", 0))}),
        ("counter-reset: 3", {}),
        ('font-family: 仿宋, "Noto Serif SC", Zhuque Fangsong', {"font-family": ("仿宋", "Noto Serif SC", "Zhuque Fangsong")}),
        ("font-family: a,, b", {}),
        ("font-family: 3", {}),
        ("font: bold 14pt/20pt 宋体, serif", {"font-weight": True, "font-size": Measure(points=D(14)), "line-height": Measure(points=D(20)), "font-family": ("宋体", "serif")}),
        ("font: 14pt 宋体", {"font-weight": False, "font-size": Measure(points=D(14)), "line-height": "normal", "font-family": ("宋体",)}),
        ("font: inherit", dict.fromkeys(("font-weight", "font-size", "line-height", "font-family"), "inherit")),
        ("font: 14pt", {}),
        ("font: caption", {}),
        ("width: 1pt 2pt", {}),
        ("unknown: 3", {}),
        ("a b c", {}),
    ],
)  # fmt: skip
def test_declarations_are_those_of_single_properties(
    written: str, expected: dict[str, object]
) -> None:
    assert _declared(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"— " counter(page) " —"', [(Kind.TEXT, "— ", "decimal"), (Kind.COUNTER, "page", "decimal"), (Kind.TEXT, " —", "decimal")]),
        ("counter(page, lower-roman)", [(Kind.COUNTER, "page", "lower-roman")]),
        ("attr(title)", [(Kind.ATTRIBUTE, "title", "decimal")]),
        ("leader(dotted)", [(Kind.LEADER, ".", "decimal")]),
        ('leader("·")', [(Kind.LEADER, "·", "decimal")]),
        ("target-counter(attr(href), page, upper-roman)", [(Kind.PAGE, "href", "upper-roman")]),
        ("target-counter(attr(href), chapter)", [(Kind.OTHER, "target-counter", "decimal")]),
        ("target-counter(url(x), page)", [(Kind.OTHER, "target-counter", "decimal")]),
        ("string(continued)", [(Kind.OTHER, "string", "decimal")]),
        ("url(x.png)", [(Kind.OTHER, "url", "decimal")]),
        ("none", []),
        ("normal", []),
    ],
)  # fmt: skip
def test_generated_content_is_pieces(written: str, expected: list[tuple[Kind, str, str]]) -> None:
    pieces = _declared(f"content: {written}")["content"]

    assert pieces == tuple(
        Piece(kind=kind, text=text, style=style) for kind, text, style in expected
    )
