"""Layouts of the upper half and of rows of indicators."""

from perfspec.importing.tables import projects
from perfspec.messages import english
from tests.importing import layouts
from tests.importing.covering import indicators, left_over, read, target, texts


def test_labels_stand_above_values_and_in_one_cell_with_them() -> None:
    (project,) = read("""项目支出绩效目标表
项目名称：安全隐患维修 | < | 单位：万元 | <
项目代码 | 预算数 | 财政拨款 | 其他资金
123 | 10 | 8 | 2
项目概况 | < | < | <
维修玻璃幕墙 | < | < | <
项目负责人：某某 联系电话：12345 | < | < | <
时间要求 | 年内 | 备注 | 无
年度目标：消除隐患 | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 面积 | 400平方米
""").projects
    assert texts(project.name) == "安全隐患维修"
    assert [texts(project.code), texts(project.total)] == ["123", "10"]
    assert [(one.label, texts(one.amount)) for one in project.sources] == [
        ("财政拨款", "8"),
        ("其他资金", "2"),
    ]
    assert texts(project.purpose) == "维修玻璃幕墙"
    assert texts(project.goals) == ["消除隐患"]
    assert texts(project.fields) == {
        "项目负责人": "某某",
        "联系电话": "12345",
        "时间要求": "年内",
        "备注": "无",
    }
    guess = project.fields["时间要求"].guess
    assert guess is not None
    assert english(guess) == "nobody knows the label 时间要求; it is kept as a field"


def test_in_a_sheet_without_merged_cells_values_stand_further_right() -> None:
    (project,) = read("""项目绩效目标表 |  |  |  |
 |  |  |  |
项目名称 |  | 绿化 |  |
预算数 | 5 |  | 其他资金 | 1
绩效目标 |  | 种树 |  |
一级指标 |  | 三级指标 |  | 指标值
产出指标 |  | 种树 |  | 10棵
 |  | 浇水 |  | 3次
""").projects
    assert [texts(project.name), texts(project.total), texts(project.goals)] == [
        "绿化",
        "5",
        ["种树"],
    ]
    assert [[texts(one.first), texts(one.name), *target(one)] for one in project.indicators] == [
        ["产出指标", "种树", "10棵"],
        ["产出指标", "浇水", "3次"],
    ]


def test_operator_number_and_unit_stand_below_one_head() -> None:
    (project,) = read("""项目名称 | 绿化 | < | < | <
一级指标 | 三级指标 | 指标值 | < | <
产出指标 | 种树 | ≥ | 10 | 棵
^ | 浇水 | | 及时 |
""").projects
    assert [texts(one.target) for one in project.indicators] == [
        ["≥", "10", "棵"],
        ["", "及时", ""],
    ]


def test_a_table_of_a_whole_department_is_a_guess() -> None:
    found = read("""部门整体支出绩效目标申报表
部门名称 | 某局 | < | <
年度总体目标 | 做好工作 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 会议 | 3次
""")
    assert [english(one.text) for one in found.guesses] == [
        "this table is about a whole department, not about a project"
    ]
    assert texts(found.projects[0].unit_name) == "某局"


def test_a_table_that_is_none_of_projects_is_left_over() -> None:
    document = layouts.document("科目 | 金额\n办公费 | 10\n")
    found = projects(document.blocks)
    assert found.projects == ()
    assert found.taken == frozenset()


def test_rows_across_the_columns_do_not_end_the_indicators() -> None:
    document = layouts.document("""项目名称 | 绿化 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标（50分） | < | < | <
 | 数量指标 | 种树 | 10棵
注：以上为全年数 | < | < | <
效益指标（30分） | < | < | <
 | 社会效益指标 | 环境 | 改善
绩效目标 | 好 | < | <
联系人 | 甲 | < | <
""")
    found = projects(document.blocks)
    (project,) = found.projects
    assert indicators(project) == [
        ["产出指标", "数量指标", "种树", "10棵"],
        ["效益指标", "社会效益指标", "环境", "改善"],
    ]
    assert [texts(project.goals), texts(project.fields)] == [["好"], {"联系人": "甲"}]
    assert left_over(document, found) == ["注：以上为全年数"]


def test_values_of_merged_cells_hold_for_all_their_rows() -> None:
    (project,) = read("""项目名称 | 绿化 | < | < | < | <
一级指标 | 三级指标 | 指标值 | 备注 | 备注 | 依据
产出指标 | 种树 | 10棵 | 一 | 二 | 方案
^ | 浇水 | 3次 | | | ^
""").projects
    assert [texts(one.basis) for one in project.indicators] == ["方案", "方案"]
    assert texts(project.indicators[0].fields) == {"备注": "一", "备注 2": "二"}


def test_an_empty_class_beside_merged_ones_is_no_class() -> None:
    (project,) = read("""项目名称 | 绿化 | <
一级指标 | 三级指标 | 指标值
产出指标 | 种树 | 10棵
^ | 浇水 | 3次
 | 拔草 | 2次
""").projects
    assert [texts(one.first) for one in project.indicators] == ["产出指标", "产出指标", ""]


def test_rows_of_a_flattened_table_may_lack_their_first_cells() -> None:
    (project,) = read(
        """项目名称 | 绿化
一级指标 | 二级指标 | 三级指标 | 指标值 | 依据
产出指标 | 数量指标 | 种树 | 10棵 | 方案
浇水 | 3次 | 方案
质量指标 | 成活率 | 90% | 方案
效益指标 | 社会效益指标 | 环境 | 改善
""",
        is_certain=False,
    ).projects
    assert indicators(project) == [
        ["产出指标", "数量指标", "种树", "10棵"],
        ["产出指标", "数量指标", "浇水", "3次"],
        ["产出指标", "质量指标", "成活率", "90%"],
        ["效益指标", "社会效益指标", "环境", "改善"],
    ]


def test_a_plan_that_nobody_filled_in_is_empty() -> None:
    (project,) = read("""项目名称 | 绿化 | < | <
资金支出计划 | 3月底 | 6月底 | 12月底
绩效目标 | 好 | < | <
""").projects
    assert texts(project.plan) == {"3月底": "", "6月底": "", "12月底": ""}
    assert texts(project.goals) == ["好"]


def test_of_several_units_that_which_spends_is_taken() -> None:
    found = read("""主管部门 | 甲局 | 填报单位 | 乙站
项目名称 | 绿化 | 开始时间 | 2023年1月
单位名称 | 乙站 | 结束时间 | 2023年12月
项目期 | 2023年 | 年度 | 2023
项目资金 | 10 | 资金总额 | 10
年度资金总额 | 12 | 绩效目标 | 好
""")
    (project,) = found.projects
    assert texts(project.unit_name) == "乙站"
    assert texts(project.fields) == {"项目期": "2023年", "年度资金总额": "12", "主管部门": "甲局"}
    assert [texts(project.term_start), texts(project.term_end)] == ["2023年1月", "2023年12月"]
    assert [english(one.text) for one in found.guesses] == ["填报单位 is taken for the unit"]


def test_odd_labels_have_their_places() -> None:
    (project,) = read("""单位 | 某局 | 项目名称 | 绿化
资金支出计划 | 10 | 预算数 | 12
其他资金 | 2 | 其他资金 | 2
财政拨款 | 8 | 其中：中央 | 5
省级 | 3 | 单位资金 | 2
绩效目标 | 好 | 绩效目标 | 好
绩效目标 | 更好 | 联系人 | 某局
一级指标 | 三级指标 | 绩效指标 | 指标内容 | 指标值 | 指标解释
产出指标 | 种树 | 每年种树 | 新树 | 10棵 | 棵数
合计 | 99 | 某资金 | 无
""").projects
    assert texts(project.unit_name) == "某局"
    assert [(one.label, one.amount.text, one.part_of) for one in project.sources] == [
        ("其他资金", "2", ""),
        ("财政拨款", "8", ""),
        ("中央", "5", "财政拨款"),
        ("省级", "3", "财政拨款"),
        ("单位资金", "2", ""),
    ]
    assert texts(project.goals) == ["好"]
    assert texts(project.fields["绩效目标"]) == "更好"
    assert texts(project.indicators[0].description) == "每年种树"
    assert texts(project.fields["资金支出计划"]) == "10"


def test_a_second_level_ends_with_its_first_level() -> None:
    (project,) = read("""项目名称 | 绿化 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 种树 | 10棵
满意度指标 | | 群众 | 满意
""").projects
    assert indicators(project)[1] == ["满意度指标", "", "群众", "满意"]


def test_words_of_heads_may_stand_among_indicators() -> None:
    (project,) = read("""项目名称 | 绿化 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 依据
产出指标 | 数量指标 | 种树 | 棵数 | 10棵 | 方案
效益指标 | 社会效益指标 | 一级指标 | 指标体系 | 9次 | 三级指标
^ | ^ | 指标值 | 一级指标 | 9次 | 依据
""").projects
    assert indicators(project)[1:] == [
        ["效益指标", "社会效益指标", "一级指标", "9次"],
        ["效益指标", "社会效益指标", "指标值", "9次"],
    ]


def test_a_few_words_of_heads_make_no_head() -> None:
    document = layouts.document(
        "甲 | 一级指标 | 乙 | 三级指标 | 丙 | 丁\n子 | 丑 | 寅 | 卯 | 辰 | 巳\n"
    )
    assert projects(document.blocks).projects == ()
