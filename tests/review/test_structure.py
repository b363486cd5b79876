"""What a table must have: filled cells, known classes, codes and weights that fit."""

# ruff: noqa: E501 — a case of a table is read in one line

import pytest

from perfspec.evidence import placeholders
from perfspec.review import (
    class_missing,
    class_unknown,
    duplicate_indicator,
    field_empty,
    placeholder_left,
    project_code,
    weights_sum,
)
from tests.review.examples import examine

TWO_LEVELS = (
    "form: {sources: [{id: fiscal, label: 财政资金}, {id: other, label: 其他资金}], taxonomy: ["
)
OUTPUT = "{label: 产出指标, class: output, members: [{label: 数量指标, class: output.quantity}, {label: 质量指标, class: output.quality}, {label: 时效指标, class: output.timeliness}]}"
COST = "{label: 成本指标, class: cost, members: [{label: 经济成本指标, class: cost.economic}, {label: 社会成本指标, class: cost.social}]}"
BENEFIT = (
    "{label: 效益指标, class: benefit, members: [{label: 社会效益指标, class: benefit.social}]}"
)
SATISFACTION = "{label: 满意度指标, class: satisfaction, members: [{label: 服务对象满意度指标, class: satisfaction.served}]}"
CORE = f"{TWO_LEVELS}{OUTPUT}, {COST}, {BENEFIT}, {SATISFACTION}]}}\n"
ONE_LEVEL = (
    f"{TWO_LEVELS}{{label: 产出指标, class: output}}, {{label: 效果指标, class: benefit}}]}}\n"
)
FRAGMENT = "filing: {complete: false}\n"


class TestFieldEmpty:
    """What `field-empty` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("example", "message", "path"),
        [
            ("name: ''", "the project has no name", "name"),
            ("name: '　'", "the project has no name", "name"),
            (
                "budget: {total: '', sources: {fiscal: '', other: ''}}",
                "the project has no budget",
                "budget.total",
            ),
            ("goals: []", "the project has no goal", "goals"),
            ("goals: ['', ' ']", "the project has no goal", "goals"),
            ("indicators: []", "the project has no indicator", "indicators"),
            ("indicators: [{name: ''}]", "the indicator has no name", "indicators.0.name"),
            ("indicators: [{class: ''}]", "the indicator has no class", "indicators.0.class"),
            (
                "indicators: [{class: [产出指标, '']}]",
                "the indicator has no class",
                "indicators.0.class",
            ),
            ("indicators: [{class: ['', '']}]", "the indicator has no class", "indicators.0.class"),
            ("indicators: [{target: ' '}]", "the indicator has no value", "indicators.0.target"),
            (
                "medium_term: {indicators: [{class: 数量指标, name: 页数, description: 页数, basis: 规划, target: ''}]}",
                "the indicator has no value",
                "medium_term.indicators.0.target",
            ),
            (
                "form: {target: split}\nindicators: [{target: {op: ≥, value: '', unit: 页}}]",
                "the indicator has no value",
                "indicators.0.target",
            ),
            (
                "form: {target: bands}\nindicators: [{target: {bands: {excellent: '', good: '', fair: '', poor: ''}}}]",
                "the indicator has no value",
                "indicators.0.target",
            ),
        ],
    )
    def test_an_empty_cell_is_an_error_where_it_stands(
        self, example: str, message: str, path: str
    ) -> None:
        (found,) = examine(field_empty.RULE, example).found
        assert (found.level, found.message, found.path) == ("error", message, path)

    @pytest.mark.parametrize(
        "example",
        [
            "budget: {total: 0, sources: {fiscal: '', other: ''}}",
            "form: {requires: {}}\npurpose: ''",
            "form: {requires: {}}\nindicators: [{basis: '', description: '', weight: ''}]",
            "filing: {overall_goal: '', sub_goals: [], measures: []}",
            "filing: {overall_goal: '', sub_goals: [''], measures: []}",
            "form: {fields: [{id: leader, label: 负责人, on: project}]}\nfields: {leader: ''}",
            "form: {fields: [{id: leader, label: 负责人, on: project, required: true}]}\nfields: {leader: 王芳}",
            "indicators: [{target: 0}]",
            "indicators: [{class: [效益指标, 数量指标]}]",
            ONE_LEVEL + "indicators: [{class: 产出指标}]",
            "form: {target: bands}\nindicators: [{target: {bands: {excellent: 100%, good: '', fair: '', poor: ''}}}]",
            "form: {target: split}\nindicators: [{target: {value: 长期}}]",
        ],
    )
    def test_what_may_be_empty_is_left_alone(self, example: str) -> None:
        assert examine(field_empty.RULE, example) == examine(field_empty.RULE)

    @pytest.mark.parametrize(
        ("example", "message", "path"),
        [
            ("purpose: '　'", "the project has no purpose", "purpose"),
            ("goals: ['', 2.完成数字化]", "the goal is empty", "goals.0"),
            (
                "indicators: [{description: ''}]",
                "the indicator has no description",
                "indicators.0.description",
            ),
            ("filing: {overall_goal: ''}", "the overall goal is empty", "overall_goal"),
            ("filing: {measures: [一是加强领导, ' ']}", "the item is empty", "measures.1"),
            (
                "form: {requires: {indicator: [weight]}, weights: {total: 100}}\nindicators: [{weight: ''}]",
                "the indicator has no weight",
                "indicators.0.weight",
            ),
            (
                "form: {fields: [{id: leader, label: 负责人, on: project, required: true}]}\nfields: {leader: ''}",
                "the field 负责人 is empty",
                "fields.leader",
            ),
        ],
    )
    def test_what_is_not_needed_for_judging_is_a_warning(
        self, example: str, message: str, path: str
    ) -> None:
        (found,) = examine(field_empty.RULE, example).found
        assert (found.level, found.message, found.path) == ("warning", message, path)

    def test_an_empty_column_is_told_once(self) -> None:
        example = "indicators: [{basis: ''}, {basis: 规划}, {basis: ' '}, {name: '', basis: ''}]"
        found = examine(field_empty.RULE, example).found
        assert [(one.path, one.level) for one in found] == [
            ("indicators.3.name", "error"),
            ("indicators.0.basis", "warning"),
        ]
        assert [marked.strip("'") for marked in found[1].related] == [" "]

    def test_two_empty_cells_of_a_row_are_two_findings(self) -> None:
        said = examine(field_empty.RULE, "indicators: [{name: '', target: ''}]")
        assert [one.path for one in said.found] == ["indicators.0.name", "indicators.0.target"]

    def test_a_fragment_is_not_judged(self) -> None:
        said = examine(field_empty.RULE, FRAGMENT + "goals: []")
        assert (said.found, said.undecided) == ((), ("the project has no goal",))


class TestClassUnknown:
    """What `class-unknown` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("example", "marked", "message"),
        [
            (
                "[效益指标, 服务对象满意度指标]",
                "效益指标",
                "the form has 服务对象满意度指标 under 满意度指标, not under 效益指标",
            ),
            (
                "[项目效益, 社会效益指标]",
                "项目效益",
                "the form has 社会效益指标 under 效益指标, not under 项目效益",
            ),
            ("[项目效益, 社会影响]", "项目效益", "the form has no first level '项目效益'"),
            (
                "[满意度指标, 群众满意度]",
                "群众满意度",
                "the form has no '群众满意度' under 满意度指标; it has 服务对象满意度指标",
            ),
        ],
    )
    def test_a_pair_that_the_form_does_not_have_is_an_error(
        self, example: str, marked: str, message: str
    ) -> None:
        (found,) = examine(class_unknown.RULE, f"indicators: [{{class: {example}}}]").found
        assert (found.level, found.marked, found.message) == ("error", marked, message)

    def test_a_form_with_one_level_has_no_second(self) -> None:
        (found,) = examine(
            class_unknown.RULE, ONE_LEVEL + "indicators: [{class: [产出指标, 数量指标]}]"
        ).found
        assert (found.marked, found.message) == (
            "数量指标",
            "the form has no second level under 产出指标",
        )

    def test_rows_of_the_whole_term_are_judged_too(self) -> None:
        row = "medium_term: {indicators: [{class: [效益指标, 数量指标], name: 页数, description: 页数, basis: 规划, target: 1}]}"
        assert examine(class_unknown.RULE, row).marked == ["效益指标"]

    @pytest.mark.parametrize(
        "example", ["数量指标", "[产出指标, 数量指标]", "''", "[产出指标, '']", "['', 数量指标]"]
    )
    def test_known_and_empty_classes_are_left_alone(self, example: str) -> None:
        assert not examine(class_unknown.RULE, f"indicators: [{{class: {example}}}]").found


class TestClassMissing:
    """What `class-missing` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("classes", "found"),
        [
            ("数量 质量 时效 成本", [("error", "效益指标"), ("warning", "满意度指标")]),
            ("数量 社会效益 服务对象满意度", [("warning", "质量指标、时效指标、成本指标")]),
            ("社会效益 服务对象满意度", [("error", "产出指标")]),
            ("数量 质量 时效 成本 可持续影响", [("warning", "满意度指标")]),
            ("数量 质量 时效 成本 生态效益 服务对象满意度", []),
        ],
    )
    def test_the_classes_without_an_indicator_are_named(
        self, classes: str, found: list[tuple[str, str]]
    ) -> None:
        rows = ", ".join(f"{{class: {name}指标}}" for name in classes.split())
        said = examine(class_missing.RULE, f"indicators: [{rows}]")
        assert [(one.level, one.message) for one in said.found] == [
            (level, f"no indicator belongs to {labels}") for level, labels in found
        ]
        assert {one.path for one in said.found} <= {"indicators"}

    @pytest.mark.parametrize(
        ("rows", "found"),
        [
            ("数量指标, 质量指标, 时效指标, 社会效益指标, 服务对象满意度指标", ["成本指标"]),
            ("数量指标, 质量指标, 时效指标, 社会成本指标, 社会效益指标, 服务对象满意度指标", []),
        ],
    )
    def test_cost_counts_where_it_is_a_first_level(self, rows: str, found: list[str]) -> None:
        listed = ", ".join(f"{{class: {name}}}" for name in rows.split(", "))
        said = examine(class_missing.RULE, f"{CORE}indicators: [{listed}]")
        assert [one.message for one in said.found] == [
            f"no indicator belongs to {name}" for name in found
        ]
        assert [one.level for one in said.found] == ["warning"] * len(found)

    def test_a_class_to_which_a_row_is_to_be_moved_is_not_missing(self) -> None:
        rows = "{class: 数量指标}, {class: 质量指标}, {class: 时效指标}, {class: 成本指标}, {class: 社会效益指标}"
        moved = "{class: 社会效益指标, name: 查档群众满意度, target: ≥95%}"
        assert examine(class_missing.RULE, f"indicators: [{rows}, {moved}]").found == ()
        (found,) = examine(class_missing.RULE, f"indicators: [{rows}]").found
        assert found.message == "no indicator belongs to 满意度指标"

    def test_a_form_with_two_classes_wants_two(self) -> None:
        both = ONE_LEVEL + "indicators: [{class: 产出指标}, {class: 效果指标}]"
        assert examine(class_missing.RULE, both).found == ()
        (one,) = examine(class_missing.RULE, ONE_LEVEL + "indicators: [{class: 产出指标}]").found
        assert (one.level, one.message) == ("error", "no indicator belongs to 效果指标")

    def test_a_class_under_a_wrong_first_level_is_not_missing(self) -> None:
        rows = ["数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标"]
        listed = ", ".join(f"{{class: {name}}}" for name in rows)
        for pair in (
            "[效益指标, 服务对象满意度指标]",
            "[效益指标, 满意度指标]",
            "[满意度指标, 群众满意度]",
        ):
            assert (
                examine(class_missing.RULE, f"indicators: [{listed}, {{class: {pair}}}]").found
                == ()
            )

    def test_a_class_that_only_the_whole_term_has_is_not_missing(self) -> None:
        rows = ["数量指标", "质量指标", "时效指标", "成本指标", "服务对象满意度指标"]
        listed = ", ".join(f"{{class: {name}}}" for name in rows)
        term = "medium_term: {indicators: [{class: 社会效益指标, name: 查档人次, description: 人次, basis: 规划, target: 9000人次}]}"
        assert examine(class_missing.RULE, f"indicators: [{listed}]\n{term}").found == ()

    @pytest.mark.parametrize(
        ("example", "why"),
        [
            (
                FRAGMENT + "indicators: [{class: 数量指标}]",
                "the filing is a fragment and may lack indicators",
            ),
            (
                "indicators: [{class: 数量指标}, {class: ''}]",
                "the class of an indicator is not known",
            ),
            (
                "indicators: [{class: 数量指标}, {class: [其他, 其他]}]",
                "the class of an indicator is not known",
            ),
        ],
    )
    def test_without_all_rows_and_classes_nothing_is_missing_yet(
        self, example: str, why: str
    ) -> None:
        said = examine(class_missing.RULE, example)
        assert (said.found, said.undecided) == ((), (why,))

    def test_a_table_without_rows_is_told_elsewhere(self) -> None:
        said = examine(class_missing.RULE, "indicators: []")
        assert (said.found, said.undecided) == ((), ())


class TestDuplicateIndicator:
    """What `duplicate-indicator` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("rows", "level", "message"),
        [
            ("{name: 页数}, {name: 页数}", "error", "页数 stands twice in the table"),
            ("{name: 页数}, {name: '页 数'}", "error", "页 数 stands twice in the table"),
            (
                "{name: 页数, target: 1页}, {name: 页数, target: 2页}",
                "error",
                "页数 stands twice in the table, with two values",
            ),
            (
                "{name: 页数, description: '', target: 1页}, {name: 页数, description: '', target: 2页}",
                "warning",
                "页数 stands twice in the table, with two values",
            ),
            (
                "{name: 页数, description: ''}, {name: 页数, description: ''}",
                "error",
                "页数 stands twice in the table",
            ),
        ],
    )
    def test_the_second_row_is_marked_and_the_first_is_shown(
        self, rows: str, level: str, message: str
    ) -> None:
        (found,) = examine(duplicate_indicator.RULE, f"indicators: [{rows}]").found
        assert (found.level, found.message) == (level, message)
        assert (found.path, found.related) == ("indicators.1.name", ("页数",))

    def test_a_third_row_is_found_too(self) -> None:
        said = examine(
            duplicate_indicator.RULE, "indicators: [{name: 甲}, {name: 乙}, {name: 甲}, {name: 甲}]"
        )
        assert [one.path for one in said.found] == ["indicators.2.name", "indicators.3.name"]

    @pytest.mark.parametrize(
        "rows",
        [
            "{name: 完成率, class: 数量指标}, {name: 完成率, class: 质量指标}",
            "{name: 页数, description: 纸质}, {name: 页数, description: 照片}",
            "{name: 页数}, {name: 卷数}",
            "{name: ''}, {name: ''}",
        ],
    )
    def test_rows_that_differ_are_left_alone(self, rows: str) -> None:
        assert examine(duplicate_indicator.RULE, f"indicators: [{rows}]").found == ()

    def test_the_table_of_the_whole_term_may_repeat_that_of_the_year(self) -> None:
        row = "{class: 数量指标, name: 页数, description: 页数, basis: 规划, target: 1页}"
        assert (
            examine(
                duplicate_indicator.RULE,
                f"indicators: [{row}]\nmedium_term: {{indicators: [{row}]}}",
            ).found
            == ()
        )
        said = examine(
            duplicate_indicator.RULE,
            f"indicators: [{row}]\nmedium_term: {{indicators: [{row}, {row}]}}",
        )
        assert [one.path for one in said.found] == ["medium_term.indicators.1.name"]

    def test_the_same_name_in_two_projects_is_no_repetition(self) -> None:
        rows = "indicators: [{name: 页数}]"
        assert examine(duplicate_indicator.RULE, f"projects:\n  - {rows}\n  - {rows}\n").found == ()


LEFT = {
    "≥**人": ["≥**人"],
    "**": ["**"],
    "*": ["*"],
    "≥ ××%": ["≥ ××%"],
    "XX": ["XX"],
    "……": ["……"],
    "1.……": ["1.……"],
    "...": ["..."],
    "。。。": ["。。。"],
    "指标1：": ["指标1："],
    "目标2": ["目标2"],
    "3.": ["3."],
    "____": ["____"],
    "≥___万元": ["≥___万元"],
    "培训**人，发放**份": ["**", "**"],
    "培训××人次": ["××"],
    "完成率达到××%": ["××"],
    "20××年××县社会救助项目": ["20××", "××"],
    "XX县XX局XXX项目经费": ["XX", "XX", "XXX"],
    "保障（ ）等，投入____万元": ["____"],
    "完成＿＿次": ["＿＿"],
    "[填写]": ["[填写]"],
    "【请填写单位名称】负责": ["【请填写单位名称】"],
    "责任人（待填）": ["（待填）"],
    '用于宣传TC "1.宣传" \\f A \\l 1活动': ['TC "1.宣传" \\f A \\l 1'],
    "一、总体绩效目标TC 一、总体绩效目标 \\f A \\l 1": ["TC 一、总体绩效目标 \\f A \\l 1"],
    "一、总体绩效目标 \\f C \\l 1": ["\\f C \\l 1"],
    "见错误！未找到引用源。": ["错误！未找到引用源。"],
    "支出#REF!元": ["#REF!"],
    "#N/A": ["#N/A"],
}

FILLED = [
    "",
    "24小时不间断值守，每周5×8小时热线，2×3米展板",
    "制作展板120×240cm共30块",
    "加强政策宣传、业务培训等工作……",
    "等等……。",
    "救助李××等3人，联系电话138****1234",
    "采购XX-100型设备、XXL号工作服、JXX2020系统",
    "A**B与a__b",
    "XX染色体检测",
    "（填写调查问卷）、填报说明、[填埋场]建设",
    "[填报单位：县民政局]",
    "建立指标12项",
    "指标完成率",
    "目标1个",
    "1",
    "3.5",
    "1.加强管理",
    "一、",
    "文件存于D:\\fiscal\\list",
    "TC39技术委员会",
    "杜绝错误！严防事故！",
    "C#语言培训，#1机组检修",
    "！",
    "*满意度",
    "≥3*2次",
    "2元/人*月*2",
    "【2020】15号",
    "×3台",
    "×",
]


class TestPlaceholderLeft:
    """What `placeholder-left` finds, and what it leaves alone."""

    @pytest.mark.parametrize("text", LEFT)
    def test_what_the_template_left_is_marked(self, text: str) -> None:
        assert [text[start:end] for start, end, _ in placeholders.find(text)] == LEFT[text]

    @pytest.mark.parametrize("text", FILLED)
    def test_what_only_looks_like_it_is_left_alone(self, text: str) -> None:
        assert list(placeholders.find(text)) == []

    def test_bold_is_a_placeholder_only_where_it_is_not_printed_bold(self) -> None:
        text = "突出**重点**，培训**人"
        assert [at for at, _, _ in placeholders.find(text, markdown=True)] == [11]
        assert [at for at, _, _ in placeholders.find(text)] == [2, 11]

    @pytest.mark.parametrize(
        ("example", "path", "marked", "message"),
        [
            (
                "filing: {overall_goal: 突出**重点**，培训**人}",
                "overall_goal",
                "**",
                "'**' was never filled in",
            ),
            ("filing: {measures: [……]}", "measures.0", "……", "'……' was never filled in"),
            ("name: 20××年经费", "name", "20××", "'20××' was never filled in"),
            (
                "indicators: [{target: ≥**人}]",
                "indicators.0.target",
                "≥**人",
                "'≥**人' was never filled in",
            ),
            (
                "indicators: [{basis: '#N/A'}]",
                "indicators.0.basis",
                "'#N/A'",
                "'#N/A' was left by a word processor or spreadsheet",
            ),
            (
                "form: {target: split}\nindicators: [{target: {op: ≥, value: '**', unit: 人}}]",
                "indicators.0.target",
                "target",
                "'≥**人' was never filled in",
            ),
            (
                "form: {target: bands}\nindicators: [{target: {bands: {excellent: ××%, good: 80%, fair: 60%, poor: <60%}}}]",
                "indicators.0.target",
                "target",
                "'××%' was never filled in",
            ),
        ],
    )
    def test_it_is_found_in_any_text(
        self, example: str, path: str, marked: str, message: str
    ) -> None:
        (found,) = examine(placeholder_left.RULE, example).found
        assert (found.level, found.path, found.message) == ("error", path, message)
        assert found.marked.strip("'") == marked.strip("'")

    @pytest.mark.parametrize(
        ("name", "target", "level"),
        [
            ("参训人数（≥**人）", "≥21933人", "warning"),
            ("参训人数(≥××人)", "21933人", "warning"),
            ("参训人数（≥**人）", "长期", "error"),
            ("参训**人数", "≥21933人", "error"),
            ("参训（新任）**人（含县级）", "≥21933人", "error"),
        ],
    )
    def test_a_pattern_behind_a_name_may_be_prescribed(
        self, name: str, target: str, level: str
    ) -> None:
        example = f"indicators: [{{name: '{name}', target: '{target}'}}]"
        (found,) = examine(placeholder_left.RULE, example).found
        assert (found.level, found.path) == (level, "indicators.0.name")

    @pytest.mark.parametrize(
        "target",
        ["待定", "暂无", "见附件", "详见附表1", "（待定）", "待确定。", "未定", " 待补充 "],
    )
    def test_a_target_that_is_put_off_is_a_warning(self, target: str) -> None:
        (found,) = examine(placeholder_left.RULE, f"indicators: [{{target: '{target}'}}]").found
        words = target.strip()
        assert (found.level, found.path) == ("warning", "indicators.0.target")
        assert (found.marked.strip("'"), found.message) == (words, f"{words!r} is no target yet")

    def test_a_cell_that_is_put_off_is_found_at_the_target(self) -> None:
        cells = "form: {target: split}\nindicators: [{target: {op: '', value: 待定, unit: ''}}]"
        (found,) = examine(placeholder_left.RULE, cells).found
        assert (found.level, found.path) == ("warning", "indicators.0.target")

    @pytest.mark.parametrize(
        "example",
        [
            "indicators: [{target: 无}]",
            "indicators: [{target: 暂无事故}]",
            "indicators: [{target: 未定级文物3件}]",
            "indicators: [{target: 见附件清单所列任务完成}]",
            "indicators: [{target: 待验收合格}]",
            "indicators: [{target: 见效明显}]",
            "indicators: [{target: 100%（详见附件）}]",
            "indicators: [{target: 长期}]",
            "indicators: [{basis: 详见附件}]",
            "indicators: [{name: 待定}]",
            "purpose: 见附件",
            "indicators: [{target: {bands: {excellent: 优, good: 良, fair: 中, poor: 待定}}}]",
        ],
    )
    def test_words_of_later_in_other_places_are_left_alone(self, example: str) -> None:
        assert examine(placeholder_left.RULE, example).found == ()

    def test_a_long_run_of_signs_takes_no_longer_than_its_length(self) -> None:
        for text in (
            "*" * 200_000,
            "TC" * 100_000,
            "[填写" * 50_000,
            "×" * 100_000 + "人",
            "_" * 200_000 + "A",
        ):
            list(placeholders.find(text))


class TestProjectCode:
    """What `project-code` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("code", "marked", "message"),
        [
            ("13000026101001000001", "13000026101001000001", "the code has 20 characters, not 21"),
            (
                "130636261010010000001",
                "130636",
                "the code begins with 130636, the division is 130000",
            ),
            ("130000251010010000001", "25", "the code is of the year 25, the filing of 2026"),
            ("130000271010010000001", "27", "the code is of the year 27, the filing of 2026"),
            ("130000HB1010010000001", "HB", "the code has 'HB' where the year stands"),
        ],
    )
    def test_the_part_that_does_not_fit_is_marked(
        self, code: str, marked: str, message: str
    ) -> None:
        (found,) = examine(project_code.RULE, f"code: {code}").found
        assert (found.level, found.marked, found.message) == ("warning", marked, message)

    def test_another_division_is_shown_beside_that_of_the_department(self) -> None:
        (found,) = examine(project_code.RULE, "code: 130636261010010000001").found
        assert found.related == ("130000",)

    def test_division_and_year_are_two_findings(self) -> None:
        assert examine(project_code.RULE, "code: 130636211010010000001").marked == ["130636", "21"]

    def test_without_the_division_of_the_department_only_the_rest_is_judged(self) -> None:
        said = examine(
            project_code.RULE,
            "filing: {department: {code: 101001, name: 档案馆}}\ncode: 130000251010010000001",
        )
        assert said.marked == ["25"]
        assert said.undecided == ("the filing does not give the division of the department",)

    @pytest.mark.parametrize("division", ["13000", "1300000", "13"])
    def test_a_division_of_a_wrong_length_is_told_once_and_at_the_division(
        self, division: str
    ) -> None:
        head = f"filing: {{department: {{code: 101001, name: 档案馆, division: {division}}}}}\n"
        wrong = f"the division {division} has {len(division)} digits, not 6"
        for rest in ("", "projects: [{code: ''}, {}, {code: 130000261010010000002}]"):
            (found,) = examine(project_code.RULE, head + rest).found
            assert (found.path, found.marked, found.message) == (
                "department.division",
                division,
                wrong,
            )

    @pytest.mark.parametrize(
        "example",
        [
            "code: ''",
            "code: 130000261010010000001",
            "form: {project_code: {}}\ncode: P-2020-01",
            "form: {project_code: {length: 21, division_digits: 6}}\ncode: 130000251010010000001",
            "filing: {department: {code: 101001, name: 档案馆, division: 130000000000}}",
            "filing: {department: {code: 101001, name: 档案馆, division: 130000000}}",
        ],
    )
    def test_codes_that_fit_and_forms_that_say_nothing_are_left_alone(self, example: str) -> None:
        said = examine(project_code.RULE, example)
        assert (said.found, said.undecided) == ((), ())


def weighted(
    *weights: object, names: tuple[str, ...] = (), total: int = 100, head: str = ""
) -> str:
    rows = "".join(
        f"  - {{name: {names[n] if names else f'指标甲{n}'}, weight: {weight}}}\n"
        for n, weight in enumerate(weights)
    )
    return f"{head}form: {{weights: {{total: {total}}}}}\nindicators:\n{rows}"


class TestWeightsSum:
    """What `weights-sum` finds, and what it leaves alone."""

    @pytest.mark.parametrize(
        ("example", "message"),
        [
            (weighted(50, 40), "50 + 40 = 90: the weights should add up to 100"),
            (weighted(50, 50, total=90), "50 + 50 = 100: the weights should add up to 90"),
            (
                weighted("33.3", "33.3", "33.3"),
                "33.3 + 33.3 + 33.3 = 99.9: the weights should add up to 100",
            ),
            (weighted(0, 0), "0 + 0 = 0: the weights should add up to 100"),
        ],
    )
    def test_another_total_is_an_error_with_the_sum_written_out(
        self, example: str, message: str
    ) -> None:
        (found,) = examine(weights_sum.RULE, example).found
        assert (found.level, found.message, found.path) == ("error", message, "indicators")

    @pytest.mark.parametrize(
        "example",
        [
            weighted(10, 15, 15, 5, "7.5", 5, "7.5", "7.5", 5, 5, "7.5", total=90),
            weighted("50.0", "50.00"),
            weighted(80, 10, 10, names=("甲", "乙", "预算执行率"), total=90),
            weighted(80, 10, 10, names=("甲", "乙", "预算执行率"), total=100),
            "indicators: [{weight: 3}, {name: 乙, weight: 4}]",
            "form: {weights: {total: 100}}\nindicators: []",
        ],
    )
    def test_the_total_of_the_form_is_clean(self, example: str) -> None:
        said = examine(weights_sum.RULE, example)
        assert (said.found, said.undecided) == ((), ())

    @pytest.mark.parametrize(
        ("example", "why"),
        [
            (weighted(50, "''"), "an indicator has no weight"),
            (weighted(50, 40, head=FRAGMENT), "the filing is a fragment and may lack indicators"),
        ],
    )
    def test_an_empty_weight_or_a_fragment_is_not_judged(self, example: str, why: str) -> None:
        said = examine(weights_sum.RULE, example)
        assert (said.found, said.undecided) == ((), (why,))
