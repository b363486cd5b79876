"""Two forms for random filings: other names and units for what are the same classes and dates."""

from typing import Any

from perfspec.form import Column, ExtraField, Form, ProjectCode
from perfspec.model import IndicatorClass

_LABELS = (
    ("产出指标", "数量指标", "output.quantity"),
    ("产出指标", "时效指标", "output.timeliness"),
    ("产出指标", "成本指标", "output.cost"),
    ("效益指标", "社会效益指标", "benefit.social"),
    ("满意度指标", "服务对象满意度指标", "satisfaction.served"),
)
CLASSES = tuple(IndicatorClass(first=a, second=b, standard=c) for a, b, c in _LABELS)
OTHER_CLASSES = tuple(
    IndicatorClass(first=a.replace("产出", "项目完成"), second=b, standard=c) for a, b, c in _LABELS
)
_FIELDS = tuple(
    ExtraField(id=key, label=label, on=on, required=False, values=())
    for key, label, on in (
        ("manager", "负责人", "project"),
        ("remark", "备注", "indicator"),
        ("duty", "职责", "filing"),
    )
)


def _form(name: str, unit: str, **other: Any) -> Form:  # noqa: ANN401 — parts of a form
    return Form(
        name=name,
        title=name,
        ready=False,
        template="",
        first_year=None,
        last_year=None,
        money_unit=unit,
        target="text",
        operators_required=False,
        weights_total=None,
        project_code=ProjectCode(length=21, division_digits=6, year_at=6),
        required_on_project=(),
        required_on_indicator=(),
        fields=_FIELDS,
        **other,
    )


PLAIN = _form(
    "plain",
    "元",
    classes=CLASSES,
    sources=(Column(id="fiscal", label="财政资金"), Column(id="other", label="其他资金")),
    payment_plan=(
        Column(id="june", label="6月底", month=6),
        Column(id="december", label="12月底", month=12),
    ),
)
OTHER = _form(
    "other",
    "万元",
    classes=OTHER_CLASSES,
    sources=(
        Column(id="fiscal", label="财政拨款"),
        Column(id="own", label="其他资金"),
        Column(id="upper", label="上级资金"),
    ),
    payment_plan=(
        Column(id="half", label="上半年", month=6),
        Column(id="whole", label="全年", month=12),
    ),
)
