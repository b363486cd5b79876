"""The rules on targets: what they find, at which words, and what does not fool them."""

# ruff: noqa: E501 — a case of a table is read in one line

import json
from dataclasses import replace
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest

from perfspec.diagnostics import Place
from perfspec.evidence import measured, shares
from perfspec.messages import english
from perfspec.model import Budget, Indicator, IndicatorClass, Project, Unit
from perfspec.review import (
    cost_floor,
    date_out_of_year,
    direction,
    glyphs,
    not_measurable,
    operator_assumed,
    percent_range,
    same_threshold,
    unit_mismatch,
    unit_missing,
    value_unreadable,
    value_vague,
    wrong_class,
)
from perfspec.rule import Rule
from perfspec.settings import Settings
from perfspec.values import Quantity, Target, amount
from tests.review.examples import Examined, examine

SPLIT = {"operators": "required", "target": "split"}
BANDED = {"excellent": "100%", "good": "90%", "fair": "80%", "poor": "<80%"}


def said(rule: Rule, *rows: dict[str, Any], **more: Any) -> Examined:  # noqa: ANN401 — any keys of an example
    """Return what `rule` says, with `options`, of a project with these rows."""
    settings = Settings(options={rule.code: more.pop("options", {})})
    example = json.dumps({"indicators": list(rows), **more}, ensure_ascii=False)
    return examine(rule, example, settings)


def row(label: str, name: str, target: Any, description: str = "全年情况") -> dict[str, Any]:  # noqa: ANN401 — a target has three forms
    """Return an indicator; `label` is the first words of its class."""
    known = {"社会": "社会效益指标", "可持续": "可持续影响指标", "满意度": "服务对象满意度指标"}
    return {
        "class": known.get(label, f"{label}指标"),
        "name": name,
        "target": target,
        "description": description,
    }


def medium_term(*rows: dict[str, Any]) -> dict[str, Any]:
    """Return goals and indicators of the whole term."""
    return {"goals": ["1.做好"], "indicators": [one | {"basis": "项目方案"} for one in rows]}


# Rule, class, name, target, level, message; the finding is at the whole target.
FOUND: tuple[tuple[ModuleType, str, str, str, str, str], ...] = (
    (cost_floor, "成本", "平均每月的费用", "≥9000元", "error", "a cost wants a ceiling (≤), but '≥9000元' is a floor"),
    (cost_floor, "成本", "单页扫描成本", ">2元/页", "error", "a cost wants a ceiling (≤), but '>2元/页' is a floor"),
    (cost_floor, "成本", "印刷费", "不低于3万元", "error", "a cost wants a ceiling (≤), but '不低于3万元' is a floor"),
    (cost_floor, "成本", "印刷费", "5000元以上", "error", "a cost wants a ceiling (≤), but '5000元以上' is a floor"),
    (cost_floor, "成本", "每人补助标准", "≥300元", "warning", "'≥300元' is a floor for a cost; check whether that is meant"),
    (cost_floor, "成本", "成本节约额", "≥2万元", "warning", "'≥2万元' is a floor for a cost; check whether that is meant"),
    (cost_floor, "成本", "村级公益设施管护成本", "≥1万元/村", "warning", "'≥1万元/村' is a floor for a cost; check whether that is meant"),
    (cost_floor, "成本", "每亩退耕还林现金", "≥125元", "warning", "'≥125元' is a floor for a cost; check whether that is meant"),
    (cost_floor, "成本", "危房改造户均资金", "≥1.8万元", "warning", "'≥1.8万元' is a floor for a cost; check whether that is meant"),
    (cost_floor, "成本", "保险公司赔付金额", "≥500元", "warning", "'≥500元' is a floor for a cost; check whether that is meant"),
    (cost_floor, "成本", "办公设备购置经费", "≥8万元", "error", "a cost wants a ceiling (≤), but '≥8万元' is a floor"),
    (direction, "质量", "超时办结率", "≥5%", "warning", "'超时办结率' is to be small, but '≥5%' is a floor"),
    (cost_floor, "成本", "生活费", "≥800元/人·月", "warning", "'≥800元/人·月' is a floor for a cost; check whether that is meant"),
    (cost_floor, "成本", "小学生均公用经费", "≥650元", "warning", "'≥650元' is a floor for a cost; check whether that is meant"),
    (unit_mismatch, "时效", "各项网宣任务完成及时率（%）", "≤2天", "error", "'各项网宣任务完成及时率（%）' wants a share (%), but '≤2天' is a length of time"),
    (unit_mismatch, "时效", "任务完成及时率", "2026年11月底前", "error", "'任务完成及时率' wants a share (%), but '2026年11月底前' is a date"),
    (unit_mismatch, "质量", "设备验收合格率", "≥30台", "error", "'设备验收合格率' wants a share (%), but '≥30台' is a number of things"),
    (unit_mismatch, "质量", "宣传覆盖率", "13个乡镇", "error", "'宣传覆盖率' wants a share (%), but '13个乡镇' is a number of things"),
    (unit_mismatch, "成本", "成本控制率", "≤20万元", "error", "'成本控制率' wants a share (%), but '≤20万元' is an amount of money"),
    (unit_mismatch, "时效", "工作完成率", "3-5天", "error", "'工作完成率' wants a share (%), but '3-5天' is a length of time"),
    (unit_mismatch, "质量", "道路完好率", "≥12公里", "error", "'道路完好率' wants a share (%), but '≥12公里' is a length"),
    (unit_mismatch, "质量", "绿化覆盖率", "300亩", "error", "'绿化覆盖率' wants a share (%), but '300亩' is an area"),
    (unit_mismatch, "质量", "垃圾清运率", "50吨", "error", "'垃圾清运率' wants a share (%), but '50吨' is a weight"),
    (unit_mismatch, "满意度", "群众满意度", "≤2天", "error", "'群众满意度' wants a share (%), but '≤2天' is a length of time"),
    (unit_mismatch, "满意度", "群众满意度（%）", "95人", "error", "'群众满意度（%）' wants a share (%), but '95人' is a number of things"),
    (unit_mismatch, "质量", "事故发生率", "0起", "warning", "'事故发生率' wants a share (%), but '0起' is a number of things"),
    (unit_mismatch, "数量", "培训次数", "≥95%", "error", "'培训次数' wants a number of things, but '≥95%' is a share (%)"),
    (unit_mismatch, "数量", "年度培训人数", "≥95%", "error", "'年度培训人数' wants a number of things, but '≥95%' is a share (%)"),
    (unit_mismatch, "数量", "受益户数", "≥95%", "error", "'受益户数' wants a number of things, but '≥95%' is a share (%)"),
    (unit_mismatch, "数量", "饲料产能（吨）", "≥95%", "error", "'饲料产能（吨）' wants a weight, but '≥95%' is a share (%)"),
    (unit_mismatch, "时效", "资金拨付时间", "100%", "error", "'资金拨付时间' wants a length of time, but '100%' is a share (%)"),
    (unit_mismatch, "数量", "印制页数", "≥1000%", "error", "'印制页数' wants a number of things, but '≥1000%' is a share (%)"),
    (unit_mismatch, "数量", "培训期数", "100%", "error", "'培训期数' wants a number of things, but '100%' is a share (%)"),
    (unit_mismatch, "时效", "完成时间", "≥3次", "warning", "'完成时间' wants a length of time, but '≥3次' is a number of things"),
    (unit_mismatch, "成本", "项目成本", "≤100%", "warning", "'项目成本' wants an amount of money, but '≤100%' is a share (%)"),
    (unit_missing, "数量", "开设课程数量", "220", "warning", "'220' has no unit"),
    (unit_missing, "质量", "验收合格率", "≥98", "warning", "'≥98' has no unit"),
    (unit_missing, "成本", "项目成本", "≤20万", "warning", "'≤20万' has no unit"),
    (unit_missing, "数量", "印制资料", "2000", "warning", "'2000' has no unit"),
    (unit_missing, "时效", "完成时间", "30", "warning", "'30' has no unit"),
    (unit_missing, "数量", "印制资料", "2000-3000", "warning", "'2000-3000' has no unit"),
    (percent_range, "质量", "验收合格率", "290%", "error", "'290%' is more than 100 %"),
    (percent_range, "满意度", "群众满意度", "≥105%", "error", "'≥105%' is more than 100 %"),
    (percent_range, "质量", "验收合格率", ">100%", "error", "'>100%' is more than 100 %"),
    (percent_range, "质量", "验收合格率", "95%-110%", "error", "'95%-110%' is more than 100 %"),
    (percent_range, "满意度", "设备使用满意度", "≥105%", "error", "'≥105%' is more than 100 %"),
    (percent_range, "时效", "补助发放及时率", "110百分比", "error", "'110百分比' is more than 100 %"),
    (percent_range, "社会", "网站建设率", "≥120%", "warning", "'≥120%' is more than 100 %"),
    (percent_range, "质量", "验收合格率", "-95%", "error", "'验收合格率' cannot be below 0, as '-95%' is"),
    (direction, "质量", "档案著录差错率", "≥2%", "warning", "'档案著录差错率' is to be small, but '≥2%' is a floor"),
    (direction, "数量", "有效投诉率", "≥5%", "warning", "'有效投诉率' is to be small, but '≥5%' is a floor"),
    (direction, "社会", "群众投诉率", "≥5%", "warning", "'群众投诉率' is to be small, but '≥5%' is a floor"),
    (direction, "质量", "安全生产事故发生率（%）", "≥1%", "warning", "'安全生产事故发生率' is to be small, but '≥1%' is a floor"),
    (direction, "社会", "安全事故次数", "≥3次", "warning", "'安全事故次数' is to be small, but '≥3次' is a floor"),
    (direction, "社会", "服务对象投诉件数", "不少于2件", "warning", "'服务对象投诉件数' is to be small, but '不少于2件' is a floor"),
    (direction, "质量", "设备完好率", "≤95%", "warning", "'设备完好率' is to be large, but '≤95%' is a ceiling"),
    (direction, "质量", "系统稳定运行率", "≤99%", "warning", "'系统稳定运行率' is to be large, but '≤99%' is a ceiling"),
    (direction, "满意度", "学员满意度", "<90%", "warning", "'学员满意度' is to be large, but '<90%' is a ceiling"),
    (direction, "质量", "补助逾期发放率", "≥100%", "warning", "'补助逾期发放率' is to be small, but '≥100%' is a floor"),
    (direction, "时效", "故障响应时间", "≥2天", "warning", "'故障响应时间' is to be small, but '≥2天' is a floor"),
    (direction, "社会", "窗口平均等候时长", "≥15分钟", "warning", "'窗口平均等候时长' is to be small, but '≥15分钟' is a floor"),
    (direction, "时效", "检验报告办理时限", "不少于20个工作日", "warning", "'检验报告办理时限' is to be small, but '不少于20个工作日' is a floor"),
    (direction, "质量", "供水保证率", "≤95%", "warning", "'供水保证率' is to be large, but '≤95%' is a ceiling"),
    (value_unreadable, "数量", "培训", "88 / 100", "warning", "'88 / 100' is neither a number, a date nor words"),
    (value_unreadable, "数量", "培训人数", "?人", "warning", "'?人' is neither a number, a date nor words"),
    (value_unreadable, "数量", "培训人数", "/", "warning", "'/' is neither a number, a date nor words"),
    (value_unreadable, "数量", "培训人数", "100% 90%", "warning", "'100% 90%' states several numbers and not of what"),
    (value_vague, "质量", "著录质量", "有效提高", "warning", "'有效提高' does not say when it is reached"),
    (value_vague, "质量", "窗口服务", "服务质量得到提升", "warning", "'服务质量得到提升' does not say when it is reached"),
    (value_vague, "数量", "培训规模", "逐步增加", "warning", "'逐步增加' does not say when it is reached"),
    (value_vague, "可持续", "消除安全隐患", "持续影响", "info", "'持续影响' does not say when it is reached"),
    (value_vague, "社会", "农民综合素质", "有所提升", "info", "'有所提升' does not say when it is reached"),
    (unit_mismatch, "满意度", "查档群众满意度", "≥95人", "error", "'查档群众满意度' wants a share (%), but '≥95人' is a number of things"),
    (unit_mismatch, "社会", "政策知晓度", "≥300人", "warning", "'政策知晓度' wants a share (%), but '≥300人' is a number of things"),
    (unit_mismatch, "满意度", "群众满意度", "0人", "warning", "'群众满意度' wants a share (%), but '0人' is a number of things"),
    (unit_mismatch, "成本", "单页数字化成本", "≤2天", "warning", "'单页数字化成本' wants an amount of money, but '≤2天' is a length of time"),
    (unit_mismatch, "社会", "查阅档案人次", "≥2000页", "warning", "'查阅档案人次' wants a number of people or times, but '≥2000页' is in 页"),
    (unit_mismatch, "数量", "培训人数", "≥5万元", "warning", "'培训人数' wants a number of people, but '≥5万元' is in 万元"),
    (unit_mismatch, "数量", "受益户数", "≥20台", "warning", "'受益户数' wants a number of households, but '≥20台' is in 台"),
    (unit_mismatch, "数量", "培训次数", "≥200人", "warning", "'培训次数' wants a number of times, but '≥200人' is in 人"),
    (unit_mismatch, "数量", "展出天数", "≥300页", "warning", "'展出天数' wants a length of time, but '≥300页' is in 页"),
    (unit_mismatch, "数量", "房屋维修面积", "≥500米", "warning", "'房屋维修面积' wants an area, but '≥500米' is in 米"),
    (unit_mismatch, "数量", "房屋维修面积", "≥5间", "warning", "'房屋维修面积' wants an area, but '≥5间' is in 间"),
    (value_unreadable, "质量", "验收合格率", "98%≥", "warning", "'≥' means nothing in '98%≥'"),
    (value_unreadable, "质量", "验收合格率", "98≥", "warning", "'≥' means nothing in '98≥'"),
    (value_unreadable, "质量", "验收合格率", "≥98%%", "warning", "'%%' means nothing in '≥98%%'"),
    (value_unreadable, "质量", "验收合格率", "大于≥98%", "warning", "'大于≥' means nothing in '大于≥98%'"),
    (value_unreadable, "质量", "验收合格率", "≥不低于98%", "warning", "'≥不低于' means nothing in '≥不低于98%'"),
    (value_unreadable, "质量", "验收合格率", "≥≤98%", "warning", "'≥≤' means nothing in '≥≤98%'"),
    (value_unreadable, "质量", "验收合格率", "≠98%", "warning", "'≠' means nothing in '≠98%'"),
    (value_vague, "质量", "数字化成果验收合格率", "较高", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '较高'"),
    (value_vague, "质量", "数字化成果验收合格率", "提高", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '提高'"),
    (value_vague, "质量", "数字化成果验收合格率", "有所提升", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '有所提升'"),
    (value_vague, "质量", "数字化成果验收合格率", "长期", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '长期'"),
    (value_vague, "质量", "数字化成果验收合格率", "良好", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '良好'"),
    (value_vague, "质量", "数字化成果验收合格率", "高", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '高'"),
    (value_vague, "质量", "数字化成果验收合格率", "及时", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '及时'"),
    (value_vague, "质量", "数字化成果验收合格率", "明显改善", "warning", "'数字化成果验收合格率' is a rate, which wants a per cent, and not '明显改善'"),
    (value_vague, "社会", "土地利用率（%）", "明显提高", "warning", "'土地利用率' is a rate, which wants a per cent, and not '明显提高'"),
    (value_vague, "满意度", "群众满意度", "较高", "info", "'较高' does not say when it is reached"),
    (date_out_of_year, "时效", "完成时间", "2025年11月底前", "warning", "'2025年11月底前' is not in the fiscal year 2026"),
    (date_out_of_year, "时效", "完成时间", "2025年全年", "warning", "'2025年全年' is not in the fiscal year 2026"),
    (date_out_of_year, "时效", "完成时间", "2027年6月", "warning", "'2027年6月' is not in the fiscal year 2026"),
    (date_out_of_year, "时效", "建设期", "2027年3月至2028年6月", "warning", "'2027年3月至2028年6月' is not in the fiscal year 2026"),
    (date_out_of_year, "时效", "建设期", "2024年3月至2025年6月", "warning", "'2024年3月至2025年6月' is not in the fiscal year 2026"),
    (date_out_of_year, "时效", "完成时间", "12月底到位", "info", "'12月底到位' does not say the year"),
    (date_out_of_year, "时效", "完成时间", "3月至5月", "info", "'3月至5月' does not say the year"),
)  # fmt: skip


@pytest.mark.parametrize("case", FOUND, ids=lambda case: f"{case[0].RULE.code}-{case[2]}")
def test_a_wrong_target_is_found_where_it_stands(
    case: tuple[ModuleType, str, str, str, str, str],
) -> None:
    rule, label, name, target, level, text = case
    found = said(rule.RULE, row(label, name, target)).found
    assert [(one.level, one.marked, one.message, one.path) for one in found] == [
        (level, target, text, "indicators.0.target")
    ]


SILENT: tuple[tuple[ModuleType, str], ...] = (
    (cost_floor, "成本 单页成本 ≤2元/页|成本 项目总费用 20万元|成本 项目总费用 =20万元|成本 成本控制率 ≥95%|成本 成本节约率 ≥5%|成本 费用 10-20万元"),
    (cost_floor, "成本 成本 不超过预算|成本 工期 ≥30天|经济效益 新增产值 ≥500万元|数量 采购金额 ≥100万元|成本 费用 ≥90分|成本 费用 |成本 单价 ≤3元|满意度 满意度 ≥9元"),
    (unit_mismatch, "质量 资金使用效率 ≥3次|质量 垃圾清运频率 ≥2次/天|质量 病床周转率 ≥30次|成本 保险费率 ≤30元|经济效益 劳动生产率 ≥15万元|社会 短视频点击率 ≥1万次"),
    (unit_mismatch, "社会 万人发明专利拥有率 ≥10件|社会 孕产妇死亡率 ≤20人/10万人|社会 出生率 ≥6‰|社会 婴儿死亡率 ≤5人/千人|质量 课程合格率 ≥90分|经济效益 产值增长率 2倍|经济效益 居民消费率 ≥3个百分点"),
    (unit_mismatch, "数量 完成数量 100%|成本 成本控制 ≤100%|数量 培训人数达标率 ≥95%|成本 成本降低 ≥5%|数量 增加就业人数 ≥5%|社会 女性占总人数 ≥30%|数量 天数 =300天"),
    (unit_mismatch, "质量 合格率 ≥98|质量 合格率 有效提高|数量 接待观众人数 =30000人次|数量 培训批次 6次|社会 绩效制度 ≥90%|时效 时效 100%|质量 能耗下降率 ≥3吨"),
    (unit_mismatch, "数量 化肥使用量 ≤95%|社会 满意度 ≥95分|满意度 满意度 五星|质量 节约率（元） ≥5元|数量 维修面积（%） 100%|社会 户均受益率 3次|时效 缩短审批时间 ≥20%|社会 时间管理能力 ≥90%|质量 人均绿地率 ≥10平方米|数量 应发尽发人数 100%|数量 培训人数 ≥5个百分点|质量 完成率（户） 95%|质量 服务达标率 ≥3星|社会 平均就诊率 5次|经济效益 收益（倍） ≥95%|时效 完成时间 2026年11月底前|社会 就业增长率 2026年底|数量 国家助学金应受助人数 100%|数量 享受政策人数（比例） 100%|时效 按规定时间 100%"),
    (unit_missing, "数量 培训人数（人） 30|质量 合格率% 98|成本 费用(单位：万元) 20|质量 安全事故 0|社会 居民幸福指数 ≥85|质量 考核得分 ≥90|社会 全省排名 3|数量 师生比 0.05"),
    (unit_missing, "数量 容积率 1.2|生态效益 森林郁闭度 0.6|时效 完成年份 2026|质量 水质pH 7|数量 投诉 0.00|数量 页数 ≥10万页|数量 页数 长期|数量 页数 |质量 第三方评分 ≥90|时效 完成时间 20261231|时效 完成时间 12.31|时效 完成时间 2026"),
    (percent_range, "质量 合格率 ≥100%|质量 合格率 100%|经济效益 产值增长率 ≥120%|质量 计划完成率 ≥110%|社会 小学毛入学率 ≥102%|经济效益 资产负债率 ≤130%|经济效益 贷款拨备覆盖率 ≥150%"),
    (percent_range, "社会 满意度提升率 ≥120%|质量 产能利用率 ≥105%|经济效益 收入增幅 -5%|质量 预算偏差率 ≥-5%|经济效益 净利率 -3%|经济效益 国有资本保值增值率 ≥103%|数量 培训人数 ≥120%"),
    (percent_range, "质量 误差率 ±5%|质量 合格率 ≥95分|质量 覆盖面积完成率 105%|时效 及时完成率 ≥101%|质量 合格率 |经济效益 生猪出栏率 ≥140%|经济效益 粮食自给率 ≥110%|社会 出生率 ≥101‰|经济效益 偿债覆盖率 ≥150%|经济效益 项目收益覆盖率 ≥130%|社会 养老保险参保覆盖率 ≥110%|社会 压减覆盖率 ≥110%|质量 合格率 >95%"),
    (direction, "社会 投诉处理率 ≥95%|社会 事故下降率 ≥5%|质量 差错整改率 ≥95%|社会 投诉办结率 ≥95%|社会 能源消耗降低率 ≥3%|质量 隐患整改率 ≥98%|数量 查处违规数量 ≥20起"),
    (direction, "数量 受理投诉 ≥100件|数量 消费者投诉件数 ≥1000件|质量 无事故率 ≥99%|质量 零差错率 ≥99%|质量 差错率 ≤2%|社会 群众不满意率 ≤5%|质量 不合格率 ≤2%|质量 未及时率 ≤2%"),
    (direction, "质量 合格率 ≥95%|质量 合格率 100%|质量 合格率 =95%|社会 降低死亡率 ≥5%|时效 完成及时率 ≤2天|时效 响应时间 ≤2小时|社会 事故 0起|质量 事故赔付及时率 ≥95%|质量 监测死亡率 ≥90%"),
    (direction, "质量 投诉回复满意率 ≥95%|质量 覆盖率偏差 ≤5%|质量 合格率 95%-100%|数量 培训人数 ≤50人|社会 防范事故次数 ≥5次|社会 减少事故 ≥5起|质量 合格率 |质量 群众满意度提升 ≤3%"),
    (value_unreadable, "数量 页 ≥10万页|数量 页 10-20万页|时效 完成 2026年12月底|社会 作用 长期|社会 作用 甲级|质量 等级 AAA|质量 认证 ISO9001|数量 师生比 1:15|数量 师生比 1比15|质量 比例 2/3|社会 孕产妇死亡率 ≤12/10万|质量 混凝土强度 ≥C30|数量 培训 2期/100人|质量 合格率 #REF!"),
    (value_unreadable, "质量 等级 A级|质量 奖 一等奖1项|成本 费用 不超预算|社会 作用 |数量 人数 ≥**人|质量 覆盖 全覆盖|质量 标准 达到国家二级标准|数量 课 ≥95%，≤98%|社会 作用 保障校内师生安全，维护正常教学秩序"),
    (value_vague, "数量 页数 ≥10万页|时效 完成 及时|质量 合格 合格|质量 事故 零事故|社会 作用 较上年提高|社会 作用 提高5%|质量 服务 达到国家标准并持续改善|质量 设施 全覆盖|质量 隐患 无"),
    (value_vague, "成本 成本 不超预算|时效 完成 12月底前|社会 作用 是|社会 作用 |质量 服务 优|社会 教学 保障校内师生安全，维护正常教学秩序和良好环境|质量 质量 符合规范要求，持续改善"),
    (not_measurable, "数量 购置电脑 ≥5台|数量 聘用调解员 3人|数量 维修道路 5公里|数量 设施温棚种植人员（县内培训） ≧300人|数量 免费开放 300天|社会 合格率 ≥90%|社会 满意度 ≥90%|质量 工程进度 100%"),
    (not_measurable, "社会 群众满意度提升 ≥5%|经济效益 旅游接待增长 ≥10%|社会 女性占 ≥30%|质量 任务完成 100%|质量 补助发放 100%|社会 群众安全感 ≥95%|质量 资金使用合规性 100%|质量 数据准确性 ≥99%|质量 工程竣工 100%|经济效益 带动农户增收 ≥5%|社会 环境改善 持续改善"),
    (not_measurable, "社会 环境改善 5|社会 环境改善（%） ≥90%|社会 空气PM2.5 ≤5%|社会 居民幸福指数 ≥85%|数量 购置电脑 5|成本 补助人员工资 ≤3000元|成本 宣传印刷 ≤3万元|社会  ≥90%|经济效益 降低能耗 ≥3%"),
    (wrong_class, "满意度 群众满意度 ≥95%|时效 归档及时率 ≥95%|质量 验收合格率 ≥95%|数量 满意度调查次数 ≥2次|质量 及时准确率 ≥95%|数量 任务完成率 ≥95%|数量 救助覆盖率 100%|成本 项目成本 ≤2万元"),
    (wrong_class, "社会 群众参与率 ≥60%|可持续 影响力号召力 ≥90%|数量 补助金额 ≥2万元|社会 信息发布及时率 ≥95%|质量 足额及时发放率 100%|时效 完成时间 2026年11月|成本 资金使用效率 100%|成本 成本控制 有效提升"),
    (wrong_class, "数量 课时比例 长期|质量 达标率 ≥95%|成本 对环境的负面影响 无|数量 印刷费用 ≤3万元|经济效益 成本降低 ≥3万元|质量 应急响应能力 提升|数量 完成比例 100%|社会 单位供水成本 ≤3元/吨|成本 对环境的影响 ≤3次|成本 项目支持 长期|数量 单位成本 ≥95%|数量 设备使用情况 ≥95%|质量 优良天数比例 ≥80%|数量 人员配备比例 3人|数量 纳入低保人数占比 ≤3%"),
    (date_out_of_year, "时效 完成时间 2026年11月底前|时效 完成时间 2026年12月31日|时效 完成时间 2026年全年|时效 完成时间 2026-06|时效 工期 ≤30天|时效 及时率 ≥95%|时效 时限 全年|时效 时限 长期|时效 期限 "),
    (date_out_of_year, "时效 完成时间 2025年3月至2026年5月|数量 目标 2025人|数量 印数 2030|时效 及时 按时|时效 完成时间 当年|时效 完成时间 3个工作日内|时效 发放时间 每月25日前|时效 完成时间 当年12月底前|时效 决算时间 次年3月底"),
)  # fmt: skip
SILENT += (
    (unit_mismatch, "满意度 群众满意度 ≥95分|社会 群众幸福指数 ≥95人|成本 办事时间成本 ≤2天|成本 人工成本 ≤30天|成本 每日运行费用 ≤2元/天|成本 成本降低 ≥2天|社会 接待人次 ≥2000次|社会 接待人次 ≥3场|数量 培训人数 ≥5期|数量 培训次数 ≥5场|数量 服务次数 ≥200人次"),
    (unit_mismatch, "数量 受益户数 ≥20家|数量 受益户数 ≥20人|数量 危房改造户数 ≥20间|数量 开放天数 ≥300小时|数量 维修面积 ≥5处|数量 维修面积 5万平|数量 维修面积 ≥5亩|数量 防治面积 5万亩次|数量 增加绿化面积 300株|数量 人均住房面积 30平方米/人|数量 巡查次数 2次/天|数量 服务人次（份） 30份|数量 培训人次 30人天|数量 学生人数 30班|数量 采购次数 12|数量 受益人次（万人次） 3万人次"),
    (value_unreadable, "质量 率 90%≤合格率≤95%|质量 率 ≥= 98%|质量 率 ＞＝98%|质量 率 >=98%|质量 率 =>98%|质量 率 大于等于98%|质量 率 大于98%小于100%|质量 率 合格率≥98%，差错率≤2%|质量 率 优≥90%，良≥80%|质量 率 不低于98%|质量 率 ≥98%（大于上年）|质量 率 ≥95%（>上年）"),
    (value_vague, "社会 低保覆盖率 应保尽保|社会 医保参保率 全覆盖|质量 事故发生率 零发生|质量 差错率 无|质量 差错率 未发生|社会 就业率 较上年提高|社会 就业率 与上年持平|质量 合格率 达到国家标准|质量 优良率 A级|成本 资金支付比例 按合同约定|质量 覆盖率 ≥95%|质量 合格率 |质量 合格率 待定|成本 成本控制率 不超预算|质量 成果 良好|质量 入库率 足额入库|质量 工作效率 高"),
    (direction, "时效 开放时间 ≥8小时|数量 巡查时间 ≥200小时|数量 窗口受理时间 ≥7小时|质量 逾期贷款清收率 ≥30%|社会 办理时限压缩 ≥50%|时效 办结时限提前天数 ≥3天|时效 维修时间 ≥2小时|质量 连续供水时间 ≥20小时|质量 逾期预警率 ≥95%|社会 失业保险金发放率 ≥95%"),
    (direction, "质量 超时办结率 ≤1%|质量 逾期未办结率 ≤1%|质量 超期办结率 0"),
    (unit_mismatch, "质量 视频监控在线率 ≥0.97比例|社会 孕产妇死亡率 ≤9/10万|数量 计划印制份数完成率 ≥95%|数量 期数占比 ≥95%|时效 服务时间 ≥250个工作日|时效 整改周期 1期|时效 集中接种时间 2个月|数量 展出天数 ≥30天|时效 响应时间 ≤30分钟|数量 增加页数 ≥5%"),
    (value_unreadable, "社会 孕产妇死亡率 ≤9/10万|成本 疫苗接种成本 ≤30元/剂次|成本 苗木单价 28.40/株"),
    (percent_range, "社会 政府债务风险率 ≤120%|社会 债务率 ≤300%"),
    (not_measurable, "社会 主干道平均通行速度提升 ≥5%|质量 土壤有机质密度提高 ≥2%|社会 办理进度加快 ≥20%"),
    (unit_missing, "质量 路面技术状况指数PQI ≥90|社会 火灾十万人死亡率 ≤0.1|社会 亿元GDP生产安全事故死亡率 ≤0.02|时效 供暖期 2023.11-2024.3"),
    (value_unreadable, "社会 PM2.5平均浓度 ≤35μg/m3|社会 细颗粒物浓度 ≤35微克/m3|数量 应急预案体系 1+N|数量 培训模式 1+3+N"),
    (not_measurable, "社会 居民健康素养水平 ≥30%|社会 公民科学素质水平 ≥15%|质量 疫苗免疫抗体水平 ≥70%"),
    (date_out_of_year, "时效 项目执行期 2025-2027年|时效 建设期 2026年3月至2027年6月|时效 建设期 2025年3月至2026年6月"),
    (date_out_of_year, "时效 工资发放时间 每月15日前|时效 补助发放时间 每季度末月25日前|时效 报送时间 次月10日前"),
)  # fmt: skip
CASES = [(rule, *case.split(" ", 2)) for rule, cases in SILENT for case in cases.split("|")]


@pytest.mark.parametrize(("rule", "label", "name", "target"), CASES)
def test_what_looks_like_it_is_left_alone(
    rule: ModuleType, label: str, name: str, target: str
) -> None:
    assert said(rule.RULE, row(label, name, target)) == Examined(found=(), undecided=())


@pytest.mark.parametrize(
    "rule", dict.fromkeys(rule for rule, _ in SILENT), ids=lambda rule: rule.RULE.code
)
def test_each_rule_has_ten_cases_that_could_fool_it(rule: ModuleType) -> None:
    assert len([one for one in CASES if one[0] is rule]) >= 10


def test_a_floor_may_be_right_where_the_project_pays_people() -> None:
    found = said(
        cost_floor.RULE, row("成本", "人均金额", "≥500元"), name="特困人员救助供养资金"
    ).found
    assert [one.level for one in found] == ["warning"]


def test_a_floor_may_be_right_by_the_description_or_an_option() -> None:
    paid = row("成本", "人均金额", "≥500元", "按月发放给护林员的补助")
    assert [one.level for one in said(cost_floor.RULE, paid).found] == ["warning"]


def test_costs_of_newer_forms_are_judged_as_well() -> None:
    taxonomy = [
        {
            "label": "成本指标",
            "class": "cost",
            "members": [{"label": "经济成本指标", "class": "cost.economic"}],
        }
    ]
    form = {"taxonomy": taxonomy}
    assert said(cost_floor.RULE, row("经济成本", "印刷费", "≥3万元"), form=form).marked == [
        "≥3万元"
    ]


@pytest.mark.parametrize(
    ("rule", "name", "target", "words"),
    [
        (unit_mismatch, "任务完成及时率（%）", "≤2天", "率"),
        (unit_mismatch, "任务完成及时率", "2026年11月", "率"),
        (unit_mismatch, "培训人数", "≥95%", "数"),
        (direction, "档案著录差错率（%）", "≥2%", "档案著录差错率"),
        (direction, "设备完好率", "≤95%", "设备完好率"),
    ],
)
def test_the_words_of_the_name_are_shown_beside_the_target(
    rule: ModuleType, name: str, target: str, words: str
) -> None:
    assert [one.related for one in said(rule.RULE, row("质量", name, target)).found] == [(words,)]


def test_a_rate_of_zero_things_is_only_a_warning() -> None:
    found = said(
        unit_mismatch.RULE, row("质量", "差错率", "0次"), row("质量", "差错率", "1次")
    ).found
    assert [one.level for one in found] == ["warning", "error"]


def test_words_can_be_set() -> None:
    ratio = row("质量", "干部轮训率", "≥2次")
    assert said(unit_mismatch.RULE, ratio).marked == ["≥2次"]
    assert not said(unit_mismatch.RULE, ratio, options={"ratios": ("轮训率",)}).found
    number = row("数量", "宣传报道字数", "3000")
    assert said(unit_missing.RULE, number).marked == ["3000"]
    assert not said(unit_missing.RULE, number, options={"words": ("字数",)}).found
    rate = row("质量", "设备升级率", "≥120%")
    assert said(percent_range.RULE, rate).marked == ["≥120%"]
    assert not said(percent_range.RULE, rate, options={"words": ("升级",)}).found
    vague = row("质量", "服务质量", "不断跃升")
    assert said(value_vague.RULE, vague).marked == ["不断跃升"]
    assert not said(value_vague.RULE, vague, options={"words": ("提高",)}).found
    cost = row("成本", "生态赔付", "≥3万元")
    assert [one.level for one in said(cost_floor.RULE, cost).found] == ["error"]
    set_so = said(cost_floor.RULE, cost, options={"words": ("赔付",)})
    assert [one.level for one in set_so.found] == ["warning"]
    rates = [row("质量", f"合格率{n}", "≥90%") for n in range(3)]
    assert not said(same_threshold.RULE, *rates, options={"minimum": 4}).found


@pytest.mark.parametrize(
    ("name", "fixed"),
    [("培训人数", ("30人",)), ("培训次数", ("30次",)), ("开设课程数量", ()), ("培训指数", ())],
)
def test_the_unit_is_put_in_where_the_name_has_it(name: str, fixed: tuple[str, ...]) -> None:
    found = said(unit_missing.RULE, row("数量", name, "30")).found
    assert [one.fixed for one in found] == ([fixed] if name != "培训指数" else [])


def test_no_unit_is_put_behind_a_full_stop() -> None:
    found = said(unit_missing.RULE, row("数量", "培训人数", "30。")).found
    assert [(one.marked, one.fixed) for one in found] == [("30。", ())]


def test_a_unit_may_stand_in_a_field_of_the_form() -> None:
    form = {"fields": [{"id": "measured_in", "label": "计量单位", "on": "indicator"}]}
    given = row("数量", "采购数量", "10") | {"fields": {"measured_in": "台"}}
    assert not said(unit_missing.RULE, given, form=form).found
    assert said(unit_missing.RULE, row("数量", "采购数量", "10"), form=form).marked == ["10"]


def test_a_target_in_three_cells_is_underlined_as_a_whole() -> None:
    split = {"op": "大于等于", "value": "10", "unit": ""}
    found = said(unit_missing.RULE, row("数量", "采购数量", split), form=SPLIT).found
    assert [(one.path, one.message) for one in found] == [
        ("indicators.0.target", "'大于等于10' has no unit")
    ]
    people = said(unit_missing.RULE, row("数量", "培训人数", split), form=SPLIT).found
    assert [one.fixed for one in people] == [()]


@pytest.mark.parametrize(
    ("op", "value", "unit", "rule"),
    [
        ("≥", "2", "天", unit_mismatch),
        ("≥", "290", "%", percent_range),
        ("≤", "90", "%", direction),
        ("", "90", "%", operator_assumed),
        ("", "88 / 100", "", value_unreadable),
        ("", "有效提升", "", value_vague),
    ],
)
def test_rules_read_a_target_in_three_cells(
    op: str, value: str, unit: str, rule: ModuleType
) -> None:
    split = {"op": op, "value": value, "unit": unit}
    found = said(rule.RULE, row("质量", "验收合格率", split, ""), form=SPLIT).found
    assert [one.path for one in found] == ["indicators.0.target"]


@pytest.mark.parametrize(
    ("bands", "rule", "path"),
    [
        ({"excellent": "290%"}, percent_range, "indicators.0.target.bands.excellent"),
        ({"fair": "3天"}, unit_mismatch, "indicators.0.target.bands.fair"),
        ({"poor": "?%"}, value_unreadable, "indicators.0.target.bands.poor"),
    ],
)
def test_a_band_is_underlined_for_itself(
    bands: dict[str, str], rule: ModuleType, path: str
) -> None:
    found = said(rule.RULE, row("质量", "验收合格率", {"bands": BANDED | bands})).found
    assert [one.path for one in found] == [path]


def test_what_is_wrong_in_all_bands_is_told_once() -> None:
    days = {"bands": {"excellent": "1天", "good": "2天", "fair": "3天", "poor": "4天"}}
    shares = {"bands": BANDED}
    found = said(unit_mismatch.RULE, row("时效", "及时率", days), row("时效", "完成率", days)).found
    assert [one.marked for one in found] == ["1天", "1天"]
    assert said(not_measurable.RULE, row("社会", "环境改善", shares)).marked == ["环境改善"]


@pytest.mark.parametrize("rule", [one for one, _ in SILENT], ids=lambda rule: rule.RULE.code)
def test_sound_and_empty_bands_are_left_alone(rule: ModuleType) -> None:
    rows = [
        row("质量", "验收合格率", {"bands": BANDED}),
        row(
            "质量", "验收成果", {"bands": {"excellent": "90", "good": "80", "fair": "", "poor": ""}}
        ),
        row(
            "质量", "验收得分", {"bands": {"excellent": "90", "good": "80", "fair": "", "poor": ""}}
        ),
        row(
            "质量",
            "保存环境",
            {"bands": {"excellent": "改善", "good": "好", "fair": "", "poor": "差"}},
        ),
    ]
    assert said(rule.RULE, *rows) == Examined(found=(), undecided=())


@pytest.mark.parametrize(
    ("op", "number", "meant"),
    [
        ("", "290", "probably ≥90%, with the sign misread as 2"),
        ("", "2100", "probably ≥100%, with the sign misread as 2"),
        ("", "298.5", "probably ≥98.5%, with the sign misread as 2"),
        ("≥", "290", ""),
        ("≥", "120", ""),
        ("≥", "490", ""),
        ("≥", "1010", ""),
        ("≥", "985", ""),
        ("≥", "98.50", ""),
        ("≥", "500", "perhaps ≥50%, with a 0 too many"),
        ("", "120", ""),
        ("", "390", ""),
        ("", "205", ""),
        ("", "230", ""),
        ("", "2", ""),
        ("", "2.5", ""),
        ("", "2200", ""),
    ],
)
def test_a_misread_sign_is_named(op: str, number: str, meant: str) -> None:
    hint = shares.misread(Quantity(op, Decimal(number), "%"))
    assert (english(hint) if hint else "") == meant


def test_numbers_without_operator_count_where_the_form_wants_one() -> None:
    rows = [
        row("数量", "页数", "10万页"),
        row("数量", "页数", "≥10万页"),
        row("数量", "页数", "10-20万页"),
        row("时效", "时间", "12月底"),
        row("社会", "作用", "长期"),
        row("社会", "作用", {"bands": BANDED}),
    ]
    found = said(operator_assumed.RULE, *rows, form={"operators": "required"}).found
    assert [(one.level, one.marked, one.message) for one in found] == [
        ("info", "10万页", "'10万页' has no operator, such as ≥, ≤ or =")
    ]
    assert not said(operator_assumed.RULE, *rows).found


@pytest.mark.parametrize(
    ("targets", "count", "related"),
    [
        ("≥90% ≥90% ≥90% ≥90%", "4 of 4", 3),
        ("≥90% 90% 不低于90% ≥95% 100%", "3 of 5", 2),
        ("≥90% ≥90% ≥90% ≥95% 100%", "3 of 5", 2),
        ("100% 100% 100%", "3 of 3", 2),
        ("≥90% ≥90.0% ≥90百分比 ≥3人 长期", "3 of 3", 2),
        ("≥90% ≥90%", "", 0),
        ("≥90% ≥90% ≥90% 95% 96% 97%", "", 0),
        ("≥90% ≥90% ≤90% ≤90%", "", 0),
        ("≥3人 ≥3人 ≥3人", "", 0),
        ("90%-95% 90%-95% 90%-95%", "", 0),
        ("90 90 90", "", 0),
        ("≥90‰ ≥90‰ ≥90‰", "", 0),
        ("长期 长期 长期", "", 0),
        ("≥90% ≥80% ≥70%", "", 0),
        ("≥90% ≥90% ≥9%", "", 0),
        ("≥90分 ≥90分 ≥90分", "", 0),
    ],
)
def test_one_threshold_on_most_rates_is_told_once(targets: str, count: str, related: int) -> None:
    rows = [row("质量", f"合格率{n}", target) for n, target in enumerate(targets.split())]
    found = said(same_threshold.RULE, *rows).found
    assert [len(one.related) for one in found] == ([related] if count else [])
    assert all(one.message.startswith(f"{count} rates have one threshold") for one in found)


def test_the_table_of_the_whole_term_has_thresholds_of_its_own() -> None:
    term = medium_term(*(row("质量", f"率{n}", "≥90%") for n in "一二三"))
    assert not said(same_threshold.RULE, row("质量", "率", "≥90%"), medium_term=term).found


@pytest.mark.parametrize(
    ("target", "marked", "fixed"),
    [
        ("≧98百分比", "≧", ("≥", "%")),
        (">=90%", ">=", ("≥",)),
        ("<=3天", "<=", ("≤",)),
        ("＞＝3天", "＞＝", ("≥",)),
        ("≦1000元/人", "≦", ("≤",)),
        ("═100％", "═", ("=", "%")),
        ("＝300天", "＝", ("=",)),
        ("＜24小时", "＜", ("<",)),
        ("100百分比", "百分比", ("%",)),
        ("100 百分比", "百分比", ("%",)),
    ],
)
def test_unusual_signs_are_underlined_and_mended(
    target: str, marked: str, fixed: tuple[str, ...]
) -> None:
    found = said(glyphs.RULE, row("质量", "合格率", target)).found
    assert [(one.level, one.marked, one.fixed) for one in found] == [("info", marked, fixed)]


@pytest.mark.parametrize(
    "target",
    ["≥98%", "≤3天", "=300天", ">5%", "<5%", "不低于95%", "大于等于95%", "百分比例", "占百分比", "长期", "", "95%以上", "A>B"],
)  # fmt: skip
def test_usual_signs_are_left_alone(target: str) -> None:
    assert not said(glyphs.RULE, row("质量", "合格率", target)).found


def test_signs_in_cells_and_bands_are_mended_where_they_stand() -> None:
    split = {"op": "═", "value": "100", "unit": "百分比"}
    rows = [
        row("质量", "合格率", split),
        row("质量", "合格率", {"bands": BANDED | {"poor": "＜80％"}}),
    ]
    found = said(glyphs.RULE, *rows, form=SPLIT).found
    assert [(one.path, one.marked, one.fixed) for one in found] == [
        ("indicators.0.target.op", "═", ("=",)),
        ("indicators.0.target.unit", "百分比", ("%",)),
        ("indicators.1.target.bands.poor", "＜", ("<", "%")),
    ]


@pytest.mark.parametrize(
    ("label", "name", "target"),
    [
        ("社会", "网络空间环境改善", "≥90%"),
        ("可持续", "对舆论引导的影响力号召力", "≥90%"),
        ("质量", "工程建设质量", "≥95分"),
        ("社会", "提升管理水平", "≥5%"),
        ("社会", "健全内部管理制度", "100%"),
        ("成本", "设施农业种植人员（县内培训）", "≦1000元/人"),
        ("数量", "88", "100"),
    ],
)
def test_a_number_on_a_name_without_a_measure_is_found_at_the_name(
    label: str, name: str, target: str
) -> None:
    found = said(not_measurable.RULE, row(label, name, target, "网上举报的比率")).found
    assert [(one.level, one.marked, one.path, one.related, one.message) for one in found] == [
        (
            "warning",
            name,
            "indicators.0.name",
            (target,),
            f"{name!r} does not say what {target!r} measures",
        )
    ]


@pytest.mark.parametrize(
    ("label", "name", "target", "wanted"),
    [
        ("社会", "查档群众满意度", "≥95%", "服务对象满意度指标"),
        ("质量", "参训学员满意率", "≥95%", "服务对象满意度指标"),
        ("质量", "档案归档及时率", "≥95%", "时效指标"),
        ("数量", "补助资金按时发放率", "100%", "时效指标"),
        ("数量", "工程验收合格率", "≥95%", "质量指标"),
        ("时效", "设备完好率", "≥95%", "质量指标"),
        ("数量", "单页扫描成本", "≤2元/页", "成本指标"),
        ("数量", "理论课时比例", "70%", "质量指标"),
        ("可持续", "网评员参与率", "≥90%", "社会效益指标"),
        ("成本", "对文物保护的影响", "长远", "社会效益指标"),
    ],
)
def test_an_indicator_in_a_wrong_class_is_found_at_the_class(
    label: str, name: str, target: str, wanted: str
) -> None:
    one = row(label, name, target)
    found = said(wrong_class.RULE, one).found
    assert [(it.level, it.marked, it.related, it.message) for it in found] == [
        ("warning", one["class"], (name,), f"{name!r} belongs to {wanted}, not to {one['class']}")
    ]


def test_an_effect_is_no_cost_in_newer_forms_either() -> None:
    costs = [{"label": "社会成本指标", "class": "cost.social"}]
    benefits = [{"label": "社会效益指标", "class": "benefit.social"}]
    form = {
        "taxonomy": [
            {"label": "成本指标", "class": "cost", "members": costs},
            {"label": "效益指标", "class": "benefit", "members": benefits},
        ]
    }
    found = said(wrong_class.RULE, row("社会成本", "对文物保护的影响", "长远"), form=form).found
    assert [one.message for one in found] == [
        "'对文物保护的影响' belongs to 社会效益指标, not to 社会成本指标"
    ]


def test_dates_without_a_year_are_told_once_for_a_table() -> None:
    rows = [
        row("时效", name, target)
        for name, target in (("完成时间", "5月31日前"), ("验收时间", "11月底前"))
    ]
    (found,) = said(date_out_of_year.RULE, *rows).found
    assert (found.level, found.marked, found.related) == ("info", "5月31日前", ("11月底前",))
    assert found.hint == "it may stay where the year of the filing is meant"


def test_a_form_without_the_right_class_is_not_blamed() -> None:
    taxonomy = [{"label": "效果指标", "class": "benefit"}, {"label": "产出指标", "class": "output"}]
    rows = [row("效果", "群众满意度", "≥95%"), row("产出", "归档及时率", "≥95%")]
    assert not said(wrong_class.RULE, *rows, form={"taxonomy": taxonomy}).found


@pytest.mark.parametrize(
    ("target", "term", "texts", "message"),
    [
        ("2027年6月底前", ("2026年1月", "2027年12月"), "", ""),
        ("2025年12月底前", ("2025-03-01", "2026-12-31"), "", ""),
        ("2027年6月底前", None, "2026—2027年实施", ""),
        ("2027年6月底前", None, "2028年实施", "'2027年6月底前' is not in the fiscal year 2026"),
        ("2025年6月底前", None, "2025年实施", "'2025年6月底前' is not in the fiscal year 2026"),
        (
            "2026年12月底前",
            ("2026年1月", "2026年10月"),
            "",
            "'2026年12月底前' is after the end of the project, 2026年10月",
        ),
        (
            "2027年底前",
            ("2026年1月", "2027年6月"),
            "",
            "'2027年底前' is after the end of the project, 2027年6月",
        ),
        ("2027年12月底前", ("2026", "2027"), "", ""),
        ("2025年1月底前", ("2025", "2027"), "", ""),
        (
            "2025年1月底前",
            ("2025年3月", "2027年"),
            "",
            "'2025年1月底前' is not in the fiscal year 2026",
        ),
        ("2028年6月", ("2026", "2027"), "", "'2028年6月' is after the end of the project, 2027"),
        ("2026年12月底前", ("按合同", "按合同"), "", ""),
        (
            "2024年12月底前",
            ("2025年1月", "2027年1月"),
            "",
            "'2024年12月底前' is not in the fiscal year 2026",
        ),
    ],
)
def test_a_date_is_in_the_year_or_the_term(
    target: str, term: tuple[str, str] | None, texts: str, message: str
) -> None:
    more: dict[str, Any] = {"term": {"start": term[0], "end": term[1]}} if term else {}
    found = said(
        date_out_of_year.RULE, row("时效", "完成时间", target), purpose=texts or "用于", **more
    ).found
    assert [one.message for one in found] == ([message] if message else [])


def test_dates_of_the_whole_term_are_left_alone() -> None:
    term = medium_term(row("时效", "完成时间", "2028年12月底前"))
    assert not said(date_out_of_year.RULE, row("时效", "时间", "长期"), medium_term=term).found


@pytest.mark.parametrize("name", ["著录质量", "著录合格率"])
def test_a_number_or_a_standard_in_the_description_makes_words_precise(name: str) -> None:
    texts = (
        "抽检差错率不超过2%",
        "按照国家标准验收",
        "较上年多招的人数",
        "不超过百分之五",
        "2026年抽检3次",
    )
    rows = [row("质量", name, "有效提高", text) for text in texts]
    assert not said(value_vague.RULE, *rows).found


@pytest.mark.parametrize("name", ["著录质量", "著录合格率"])
def test_what_is_measured_does_not_say_how_much_is_wanted(name: str) -> None:
    texts = ("合格页数占完成页数的比率", "问卷调查", "增加的岗位数量", "2026年的情况")
    rows = [row("质量", name, "有效提高", text) for text in texts]
    assert len(said(value_vague.RULE, *rows).found) == len(rows)


@pytest.mark.parametrize("target", ["290%", "980%", "≥980%", "≥1000%"])
def test_a_per_cent_over_100_may_have_been_mistyped(target: str) -> None:
    meant = {
        "290%": "probably ≥90%, with the sign misread as 2",
        "980%": "perhaps 98%, with a 0 too many",
        "≥980%": "perhaps ≥98%, with a 0 too many",
        "≥1000%": "perhaps ≥100%, with a 0 too many",
    }
    found = said(percent_range.RULE, row("质量", "验收合格率", target)).found
    assert [one.hint for one in found] == [meant[target]]


def test_the_numbers_of_a_project_are_worked_out_once() -> None:
    at = Place("p.yaml")
    unit = Unit(code="1", name="单位", suffix="", at=at)
    budget = Budget(total=amount("1"), sources={}, at=at)
    target = Target(text="3人", reading=Quantity("", Decimal(3), "人"))
    classified = IndicatorClass(first="", second="", standard="")
    rows = Indicator(id="i", classified=classified, name="人数", description="", target=target, basis="", weight="", fields={}, at=at)  # fmt: skip
    project = Project(id="p", unit=unit, code="", name="", term=None, budget=budget, purpose="", payment_plan={}, goals=(), indicators=(rows,), medium_term=None, fields={}, at=at)  # fmt: skip
    other = replace(project, indicators=())
    assert measured.of_project(project) is measured.of_project(project)
    assert [len(measured.of_project(one)) for one in (project, other, project)] == [1, 0, 1]
