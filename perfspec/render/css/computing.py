"""From declared values to a computed style: units resolved, what is inherited taken over."""

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from perfspec.render.css.measures import Measure
from perfspec.render.css.properties import INHERITED, SIDES
from perfspec.render.css.style import NONE, ZERO, Borders, Length, Piece, Sides, Style

# The computed value of each property that has another one than its initial value.
Computed = dict[str, object]

_SIZE = Decimal(12)
_EDGE = Decimal("2.25")
_HIDDEN = ("none", "hidden")
_ALIGN = {"start": "left", "end": "right"}
_BREAKS = {"always": "page", "avoid-page": "avoid", "recto": "right", "verso": "left"}
# Properties whose computed value is a word, or names, as declared; and the field of each.
_PLAIN = {
    "display": "display",
    "position": "position",
    "font-family": "fonts",
    "font-weight": "strong",
    "vertical-align": "vertical_align",
    "white-space": "white_space",
    "list-style-type": "list_style",
    "border-collapse": "border_collapse",
    "table-layout": "table_layout",
    "box-sizing": "box_sizing",
    "page": "page",
    "justify-content": "justify_content",
    "flex-direction": "flex_direction",
    "break-inside": "break_inside",
}
_SIZES = ("width", "height", "min-width", "min-height", "max-width")


def compute(declared: Mapping[str, object], parent: Computed, root_size: Decimal) -> Computed:
    """Return the computed values of an element from what is declared of it and its parent."""
    computed = {name: value for name, value in parent.items() if name in INHERITED}
    said = {}
    for name, value in declared.items():
        if value == "inherit" or (value in ("unset", "revert") and name in INHERITED):
            computed.pop(name, None)
            if name in parent:
                computed[name] = parent[name]
        elif value in ("initial", "unset", "revert"):
            computed.pop(name, None)
        else:
            said[name] = value
    size = said.pop("font-size", None)
    if isinstance(size, Measure):
        above = size_of(parent)
        computed["font-size"] = size.at(above, root_size).of(above)
    for name, value in said.items():
        computed[name] = (
            _resolved(name, value, size_of(computed), root_size)
            if isinstance(value, Measure)
            else value
        )
    return computed


def size_of(computed: Computed) -> Decimal:
    """Return the size of type."""
    return cast("Decimal", computed.get("font-size", _SIZE))


def styled(
    computed: Computed, before: tuple[Piece, ...] = (), after: tuple[Piece, ...] = ()
) -> Style:
    """Return the record of computed values."""
    size = size_of(computed)
    line = computed.get("line-height", ZERO)
    factor = line if isinstance(line, Decimal) else None
    colour = str(computed.get("color", "000000"))
    colour = colour if colour not in ("transparent", "currentcolor") else "000000"
    background = str(computed.get("background-color", "transparent"))
    plain = {field: computed[name] for name, field in _PLAIN.items() if name in computed}
    lengths = {
        name.replace("-", "_"): _length(computed[name]) for name in _SIZES if name in computed
    }
    align = str(computed.get("text-align", "start"))
    return Style(
        **plain,  # type: ignore[arg-type]  # each reader makes what its field holds
        **lengths,  # type: ignore[arg-type]  # fields that hold lengths
        size=size,
        line=factor * size if factor else _line(line),
        factor=factor or None,
        colour=colour,
        background={"transparent": "", "currentcolor": colour}.get(background, background),
        align=_ALIGN.get(align, align),
        indent=_length(computed.get("text-indent", NONE)) or NONE,
        letter_spacing=(_length(computed.get("letter-spacing", NONE)) or NONE).of(size),
        margin=_sides(computed, "margin-{}", NONE),
        padding=_sides(computed, "padding-{}", NONE),
        offset=_sides(computed, "{}", None),
        border=_borders(computed),
        break_before=_break(computed, "break-before"),
        break_after=_break(computed, "break-after"),
        before=before,
        after=after,
    )


def _resolved(name: str, value: Measure, size: Decimal, root_size: Decimal) -> Length:
    length = value.at(size, root_size)
    # A line height in percents is taken over as the length that it is.
    return Length(points=length.of(size)) if name == "line-height" else length


def _length(value: object) -> Length | None:
    return value if isinstance(value, Length) else None


def _line(value: object) -> Decimal:
    return value.points if isinstance(value, Length) else ZERO


def _break(computed: Computed, name: str) -> str:
    found = str(computed.get(name, "auto"))
    return _BREAKS.get(found, found)


def _sides(computed: Computed, pattern: str, initial: Length | None) -> Sides:
    return Sides(**{side: _length(computed.get(pattern.format(side), initial)) for side in SIDES})


def _borders(computed: Computed) -> Borders:
    return Borders(**{side: _edge(computed, side) for side in SIDES})


def _edge(computed: Computed, side: str) -> Decimal:
    if computed.get(f"border-{side}-style", "none") in _HIDDEN:
        return ZERO
    width = computed.get(f"border-{side}-width")
    return width.points if isinstance(width, Length) else _EDGE
