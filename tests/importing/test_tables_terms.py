# ruff: noqa: E501 — a case of a table is read in one line
"""Medium term and year, targets and what was reached of them."""

import pytest

from perfspec.importing import Use
from perfspec.importing.tables import projects
from tests.importing import layouts
from tests.importing.covering import indicators, left_over, read, target, texts, twice

APPLICATION = """附件2
项目支出绩效目标申报表
（2020年度）
项目名称 | 农村公路养护 | < | < | < | < | < | <
主管部门及代码 | 交通局[123] | < | < | 实施单位 | 公路处 | < | <
项目属性 | 延续项目 | < | < | 项目期 | 2020年1月至2022年12月 | < | <
项目资金⏎（万元） | 中期资金总额： | < | 300 | 年度资金总额： | < | < | 100
^ | 其中：财政拨款 | < | 270 | 其中：财政拨款 | < | < | 90
^ | 其他资金 | < | 30 | 其他资金 | < | < | 10
总⏎体⏎目⏎标 | 中期目标（2020年—2022年） | < | < | 年度目标 | < | < | <
^ | 目标1：修路300公里⏎目标2：…… | < | < | 目标1：修路100公里⏎目标2：全部合格。 | < | < | <
绩⏎效⏎指⏎标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
^ | 产出指标 | 数量指标 | 指标1：公路里程 | 300公里 | 数量指标 | 指标1：公路里程 | 100公里
^ | ^ | ^ | 指标2： |  | ^ | 指标2：桥 | 1座
^ | ^ | 质量指标 | 合格率 | ≥95% | 质量指标 | 合格率 | ≥90%
^ | ^ | 时效指标 | 指标1： |  | 时效指标 | 指标1： |
^ | 效益指标 | 社会效益指标 | 出行时间 | 减少 | 社会效益指标 | 出行时间 | 减少
^ | ^ | …… |  |  | …… |  |
"""


@pytest.mark.parametrize("is_certain", [True, False])
def test_medium_term_and_year_stand_side_by_side(is_certain: bool) -> None:
    document = layouts.document(APPLICATION, is_certain=is_certain)
    found = projects(document.blocks)
    (project,) = found.projects
    assert texts(project.total) == "100"
    assert texts(project.money_unit) == "万元"
    assert [(one.label, texts(one.amount), one.part_of) for one in project.sources] == [
        ("财政拨款", "90", ""),
        ("其他资金", "10", ""),
    ]
    assert texts(project.fields) == {
        "项目属性": "延续项目",
        "中期资金总额": "300",
        "中期资金总额 财政拨款": "270",
        "中期资金总额 其他资金": "30",
        "主管部门及代码": "交通局[123]",
    }
    assert [texts(project.term_start), texts(project.term_end)] == ["2020年1月", "2022年12月"]
    assert texts(project.goals) == ["目标1：修路100公里", "目标2：全部合格。"]
    assert texts(project.medium_goals) == ["目标1：修路300公里"]
    assert indicators(project) == [
        ["产出指标", "数量指标", "指标1：公路里程", "100公里"],
        ["产出指标", "数量指标", "指标2：桥", "1座"],
        ["产出指标", "质量指标", "合格率", "≥90%"],
        ["效益指标", "社会效益指标", "出行时间", "减少"],
    ]
    assert indicators(project, medium=True) == [
        ["产出指标", "数量指标", "指标1：公路里程", "300公里"],
        ["产出指标", "质量指标", "合格率", "≥95%"],
        ["效益指标", "社会效益指标", "出行时间", "减少"],
    ]
    assert left_over(document, found) == []
    assert twice(document, found) == []


def test_rows_of_a_template_are_used_up_as_empty() -> None:
    document = layouts.document(APPLICATION)
    found = projects(document.blocks)
    paragraphs = {one.number: one.text for one in document.paragraphs()}
    empty = {
        paragraphs[one.stretch.paragraph][one.stretch.start : one.stretch.end]
        for one in found.used
        if one.use is Use.EMPTY
    }
    assert empty == {"目标2：……", "指标2：", "时效指标", "指标1：", "……"}


def test_a_self_evaluation_gives_targets_and_what_was_reached() -> None:
    found = read("""项目支出绩效自评表
（2022年度）
项目名称 | 校园维修 | < | < | < | < | < | < | <
主管部门 | 教育局 | < | < | 实施单位 | 某中学 | < | < | <
项目资金（万元） |  | < | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
^ | 年度资金总额 | < | 50 | 60 | 57 | 10 | 95% | 9.5
^ | 其中：当年财政拨款 | < | 50 | 60 | 57 | — | 95% | —
^ | 其他资金 | < |  |  |  | — |  | —
年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
^ | 维修校舍，保证安全。 | < | < | < | 已完成维修。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标（50分） | 数量指标 | 维修面积 | ≥500平方米 | 510平方米 | 20 | 20 |
^ | ^ | 时效指标 | 完成时间 | 9月底前 | 10月 | 15 | 10 | 雨季拖延
^ | 满意度指标⏎（10分） | 服务对象满意度指标 | 师生满意度 | ≥90% | 92% | 10 | 10 |
总分 | < | < | < | < | < | 100 | 94.5 |
""")
    (project,) = found.projects
    assert found.kind == "self-evaluation"
    assert texts(project.total) == "50"
    assert [(one.label, texts(one.amount)) for one in project.sources] == [
        ("当年财政拨款", "50"),
        ("其他资金", ""),
    ]
    assert texts(project.fields["年度资金总额 全年执行数（B）"]) == "57"
    assert texts(project.fields["总分 得分"]) == "94.5"
    assert texts(project.fields["实际完成情况"]) == "已完成维修。"
    assert indicators(project)[2] == ["满意度指标", "服务对象满意度指标", "师生满意度", "≥90%"]
    late = project.indicators[1]
    assert [texts(late.reached), texts(late.weight)] == ["10月", "15"]
    assert texts(late.fields) == {"得分": "10", "偏差原因分析及改进措施": "雨季拖延"}


def test_a_monitoring_table_has_heads_over_heads() -> None:
    found = read("""项目支出绩效运行监控表
（2023年度）
项目名称 | 垃圾清运 | < | < | < | < | < | < | < | < | <
项目资金（万元） |  | 年初预算数 | < | 1—7月执行数 | < | 1—7月执行率 | < | 全年预计执行数 | < | <
^ | 年度资金总额： | 100 | < | 60 | < | 60% | < | 100 | < | <
年度总体目标 | 日产日清。 | < | < | < | < | < | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1—7月执行情况 | 全年预计完成情况 | 偏差原因分析 | < | 完成目标可能性 | 备注
^ | ^ | ^ | ^ | ^ | ^ | ^ | 经费保障 | 原因说明 | 确定能 | ^
^ | 产出指标 | 数量指标 | 清运量 | ≥1000吨 | 600吨 | 1000吨 |  |  | √ |
""")
    (project,) = found.projects
    assert found.kind == "monitoring"
    assert texts(project.total) == "100"
    assert texts(project.fields["年度资金总额 1—7月执行数"]) == "60"
    assert texts(project.indicators[0].reached) == "600吨"
    assert texts(project.indicators[0].fields) == {
        "全年预计完成情况": "1000吨",
        "经费保障": "",
        "原因说明": "",
        "确定能": "√",
        "备注": "",
    }


def test_goals_of_the_whole_term_stand_apart_from_those_of_the_year() -> None:
    (project,) = read("""项目名称 | 绿化
项目总体目标 | 全域绿化
年度绩效目标 | 种树
""").projects
    assert [texts(project.goals), texts(project.medium_goals)] == [["种树"], ["全域绿化"]]


def test_targets_of_both_terms_stand_beside_one_name() -> None:
    (project,) = read("""项目名称 | 绿化 | < | <
中期目标 | 绿 | < | <
长期目标 | 更绿 | < | <
年度目标 | 好 | < | <
年度绩效目标 | 好 | < | <
一级指标 | 三级指标 | 中期指标值 | 年度指标值
产出指标 | 种树 | 30棵 | 10棵
""").projects
    assert [target(one) for one in project.indicators] == [["10棵"]]
    assert [target(one) for one in project.medium_indicators] == [["30棵"]]
    assert [texts(project.medium_goals), texts(project.fields)] == [["绿"], {"长期目标": "更绿"}]


def test_terms_one_after_the_other_have_labels_across_the_table() -> None:
    (project,) = read("""项目名称 | 绿化 | <
中期绩效指标 | < | <
一级指标 | 三级指标 | 指标值
产出指标 | 种树 | 30棵
年度绩效指标 | < | <
产出指标 | 种树 | 10棵
""").projects
    assert [target(one) for one in project.indicators] == [["10棵"]]
    assert [target(one) for one in project.medium_indicators] == [["30棵"]]
