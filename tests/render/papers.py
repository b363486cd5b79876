"""Small papers to print: documents of the shape that a form pack writes."""

from collections.abc import Sequence
from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"
TITLE = "网信办2020年部门预算绩效文本"
HEADS = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")


def paper(*parts: str, css: str = "", lang: str = "zh-CN") -> str:
    """Return a document of these parts, in the stylesheet of the test papers."""
    style = (DOCUMENTS / "paper.css").read_text(encoding="utf-8") + css
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta name="author" content="网信办"><style>{style}</style></head>'
        f"<body><main>{''.join(parts)}</main></body></html>"
    )


def all_elements() -> str:
    """Return the document that holds every element a form pack may write."""
    html = (DOCUMENTS / "all-elements.html").read_text(encoding="utf-8")
    style = (DOCUMENTS / "paper.css").read_text(encoding="utf-8")
    return html.replace("/* paper.css */", style)


def table(
    groups: Sequence[tuple[str, int]], *, description: str = "开展宣传活动的场次", head: bool = True
) -> str:
    """Return a table with one merged class cell for each group of rows."""
    rows = []
    for label, size in groups:
        for i in range(size):
            first = (
                f'<th scope="row" rowspan="{size}" data-at="{label}/class" id="{label}"'
                f' data-continued="{label}（续）">{label}</th>'
            )
            rows.append(
                f"<tr>{first if i == 0 else ''}<td>数量指标</td><td>{label}{i}号</td>"
                f"<td>{description}</td><td>≥{i}场</td><td>工作计划</td></tr>"
            )
    cells = "".join(f'<th scope="col">{text}</th>' for text in HEADS)
    return (
        f"<table>{f'<thead><tr>{cells}</tr></thead>' if head else ''}"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
