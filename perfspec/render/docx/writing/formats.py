"""How Word says what a `Setting` and a `Look` say: the properties of paragraphs and characters.

Each function writes only what differs from a base: the style, or the style that it builds upon.
The order of the elements is that of ISO 29500, on which Word insists.
"""

from decimal import Decimal

from perfspec.render.docx.body import Look, Setting
from perfspec.render.docx.writing.xmltext import half_points, quoted, tight, twips

_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}
STRESSED = "Strong"  # Word's own style of what is stressed
_BODY_LEVEL = 9  # the outline level of what is no heading


def paragraph(setting: Setting, base: Setting, grid: Decimal) -> str:
    """Return the properties of a paragraph that differ from `base`, without their frame.

    `grid` is the line pitch of the page: to lines of another pitch it does not apply.
    """
    return "".join(
        (
            _switch("keepNext", setting.keep_next, base.keep_next),
            _switch("pageBreakBefore", setting.page_before, base.page_before),
            _tabs(setting, base),
            _switch("snapToGrid", setting.line == grid, base.line == grid),
            _spacing(setting, base),
            _indents(setting, base),
            f'<w:jc w:val="{_ALIGN[setting.align]}"/>' if setting.align != base.align else "",
            _outline(setting.level) if setting.level != base.level else "",
        )
    )


def characters(look: Look, base: Look, *, east_asian: bool = False, hidden: bool = False) -> str:
    """Return the properties of characters that differ from `base`, without their frame.

    `east_asian` has Word set signs that it could also take for Western as Chinese: “ ” — …
    """
    size = half_points(look.size)
    return "".join(
        (
            f'<w:rStyle w:val="{STRESSED}"/>' if look.stressed and not base.stressed else "",
            _fonts(look, base, hint=east_asian),
            _switch("b", look.strong, base.strong),
            "<w:vanish/>" if hidden else "",
            f'<w:color w:val="{look.colour}"/>' if look.colour != base.colour else "",
            # Characters set closer are rounded to closer: a full line must not lose its last.
            f'<w:spacing w:val="{tight(look.spacing)}"/>' if look.spacing != base.spacing else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if look.size != base.size else "",
        )
    )


def _fonts(look: Look, base: Look, *, hint: bool) -> str:
    names = ""
    if look.fonts[:1] != base.fonts[:1] and look.fonts:
        name = quoted(look.fonts[0])
        slots = ("ascii", "hAnsi", "eastAsia", "cs")
        names = "".join(f' w:{slot}="{name}"' for slot in slots)
    if hint:
        return f'<w:rFonts w:hint="eastAsia"{names}/>'
    return f"<w:rFonts{names}/>" if names else ""


def _switch(name: str, on: bool, base: bool) -> str:  # noqa: FBT001 - two states compared
    if on == base:
        return ""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _tabs(setting: Setting, base: Setting) -> str:
    if (setting.tab, setting.leader) == (base.tab, base.leader):
        return ""
    cleared = ""
    if base.tab and base.tab != setting.tab:
        cleared = f'<w:tab w:val="clear" w:pos="{twips(base.tab)}"/>'
    leader = ' w:leader="dot"' if setting.leader else ""
    stop = f'<w:tab w:val="right"{leader} w:pos="{twips(setting.tab)}"/>' if setting.tab else ""
    return f"<w:tabs>{cleared}{stop}</w:tabs>"


def _spacing(setting: Setting, base: Setting) -> str:
    # Room of a line is no higher than a line: a grid of lines would leave a second one for it.
    said = "".join(
        f' w:{name}="{tight(length)}"'
        for name, length, other in (
            ("before", setting.before, base.before),
            ("after", setting.after, base.after),
        )
        if length != other
    )
    if setting.line != base.line:
        exact = f' w:line="{tight(setting.line)}" w:lineRule="exact"'
        said += exact if setting.line else ' w:line="240" w:lineRule="auto"'
    return f"<w:spacing{said}/>" if said else ""


def _indents(setting: Setting, base: Setting) -> str:
    said = "".join(
        f' w:{name}="{twips(length)}"'
        for name, length, other in (
            ("left", setting.left, base.left),
            ("right", setting.right, base.right),
        )
        if length != other
    )
    if setting.first != base.first:
        name = "hanging" if setting.first < 0 else "firstLine"
        said += f' w:{name}="{twips(abs(setting.first))}"'
    return f"<w:ind{said}/>" if said else ""


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1 if level else _BODY_LEVEL}"/>'
