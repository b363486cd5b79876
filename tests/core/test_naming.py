"""What names of indicators say that they measure, in a table of names as they are in use."""

# ruff: noqa: E501 — a case of a table is read in one line

import pytest

from perfspec.naming import Head, read

# Head, the word of the name that is it (empty where there is none), and names.
NAMES: tuple[tuple[Head, str, str], ...] = (
    (Head.RATE, "率", "互联网重大突发事件应急处置率 验收合格率 资金支付及时率 案件调解率 补助发放及时率 培训完成率 课程数量达标率 及时完成率 政府采购率 设备验收及时率"),
    (Head.RATE, "率", "法定审限内结案率 参训人员结业率 救助覆盖率 贫困发生率 义务教育巩固率 档案归档率 农产品质量安全抽检合格率 主要农作物耕种收综合机械化率 森林火灾受害率 出生缺陷率"),
    (Head.RATE, "率", "城镇登记失业率 建档立卡户家庭医生签约率 孕产妇死亡率 政策知晓率 预算执行率 稳定运行率 群众投诉处理率 安全事故下降率 差错整改率 隐患整改率 消耗降低率 视频在线率"),
    (Head.RATE, "成功率", "抢救成功率 招聘岗位对接成功率"),
    (Head.RATE, "有效率", "治疗总有效率"),
    (Head.RATE, "缴费率", "城乡居民医保缴费率"),
    (Head.RATE, "纳税率", "企业依法纳税率"),
    (Head.RATE, "净利率", "销售净利率"),
    (Head.RATE, "比例", "理论教育和党性教育课时比例 女性代表占代表总数的比例 本级配套资金比例 优良天数比例"),
    (Head.RATE, "比率", "农村低保救助资金按标准发放的比率"),
    (Head.RATE, "占比", "本科以上学历占比"),
    (Head.RATE, "比重", "第三产业增加值占生产总值的比重"),
    (Head.OTHER_RATIO, "频率", "垃圾清运频率 环境监测频率"),
    (Head.OTHER_RATIO, "效率", "资金使用效率 办事效率"),
    (Head.OTHER_RATIO, "税率", "综合税率"),
    (Head.OTHER_RATIO, "汇率", "结算汇率"),
    (Head.OTHER_RATIO, "功率", "路灯总功率"),
    (Head.OTHER_RATIO, "倍率", "求人倍率"),
    (Head.OTHER_RATIO, "利率", "创业担保贷款利率"),
    (Head.OTHER_RATIO, "费率", "农业保险费率"),
    (Head.OTHER_RATIO, "周转率", "病床周转率"),
    (Head.OTHER_RATIO, "生产率", "全员劳动生产率"),
    (Head.OTHER_RATIO, "点击率", "宣传片点击率"),
    (Head.OTHER_RATIO, "师生比", "幼儿园师生比"),
    (Head.OTHER_RATIO, "投入产出比", "科研经费投入产出比"),
    (Head.INDEX, "满意度", "网络满意度 干警满意度 培训学员对培训效果满意度 社会公众满意度"),
    (Head.INDEX, "知晓度", "惠民政策知晓度"),
    (Head.INDEX, "覆盖度", "植被覆盖度"),
    (Head.INDEX, "程度", "受益群众满意程度"),
    (Head.INDEX, "满意", "服务对象满意"),
    (Head.TIME, "时间", "采购计划完成时间 应急响应时间 资金拨付时间"),
    (Head.TIME, "时限", "完成时限 历史文化传承环保意识时限"),
    (Head.TIME, "天数", "免费开放天数 空气质量优良天数"),
    (Head.TIME, "周期", "系统巡检周期"),
    (Head.TIME, "时长", "志愿服务时长"),
    (Head.TIME, "工期", "建设工期"),
    (Head.TIME, "年限", "设施使用年限"),
    (Head.MONEY, "成本", "项目成本 车辆购置成本 单页数字化成本"),
    (Head.MONEY, "费用", "平均每月的费用 印刷费用"),
    (Head.MONEY, "费", "劳务派遣人员社会保险费 专家评审费"),
    (Head.MONEY, "补助", "参审案件补助"),
    (Head.MONEY, "补助标准", "困难残疾人生活补助标准"),
    (Head.MONEY, "收入", "农民人均可支配收入"),
    (Head.MONEY, "额", "招商引资到位额 网络零售额"),
    (Head.MONEY, "总值", "地区生产总值"),
    (Head.COUNT, "数", "大型互联网普法宣传活动举办次数 聘用调解员人数 受益户数 发表论文篇数"),
    (Head.COUNT, "数量", "陪审员参审案件数量 车辆采购数量 开设课程数量"),
    (Head.COUNT, "人次", "主体班培训人次"),
    (Head.COUNT, "批次", "情景教学或外训批次"),
    (Head.COUNT, "面积", "维修面积 高标准农田建设面积"),
    (Head.COUNT, "里程", "农村公路养护里程"),
    (Head.COUNT, "量", "图书馆藏书量 化肥使用量"),
    (Head.COUNT, "规模", "创业担保贷款发放规模"),
    (Head.ANY, "进度", "工程形象进度"),
    (Head.ANY, "指数", "居民消费价格指数"),
    (Head.ANY, "及时性", "支付及时性"),
    (Head.ANY, "竣工", "工程竣工"),
    (Head.ANY, "得分", "第三方评估得分"),
    (Head.ANY, "幅度", "能耗下降幅度"),
    (Head.ANY, "增幅", "旅游收入增幅"),
    (Head.ANY, "排名", "全省考核排名"),
    (Head.ANY, "收入水平", "村民收入水平"),
    (Head.ANY, "安全感", "人民群众安全感"),
    (Head.ANY, "事故", "重大安全生产事故"),
    (Head.ANY, "人员", "设施温棚种植人员（县内培训）"),
    (Head.ANY, "达标", "出水水质达标"),
    (Head.ANY, "满意度", "满意度提升 群众满意度调查结果"),
    (Head.ANY, "率", "知晓率提升 死亡率控制 提升工作效率定性"),
    (Head.ANY, "增长", "旅游接待增长"),
    (Head.ANY, "时间", "时间管理能力"),
    (Head.NONE, "", "网络空间环境改善 对舆论引导的影响力号召力 消除安全隐患 农民综合素质 推动人民检察院业务装备建设的标准化规范化配置 率先垂范作用 发挥党员表率作用 维护社会和谐稳定 带头人统率作用"),
    (Head.NONE, "制度", "健全内部管理制度"),
    (Head.NONE, "力度", "加大宣传力度"),
    (Head.NONE, "年度", "预算年度"),
    (Head.NONE, "质量", "工程建设质量"),
    (Head.NONE, "水平", "学员素质素养和种植技术水平"),
    (Head.NONE, "效益", "社会效益"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("head", "word", "name"),
    [(head, word, name) for head, word, names in NAMES for name in names.split()],
)
def test_a_name_has_the_head_of_its_last_word(head: Head, word: str, name: str) -> None:
    found = read(name)
    assert (found.head, name[found.start : found.end]) == (head, word)


def test_the_table_has_at_least_120_names() -> None:
    assert len({name for _, _, names in NAMES for name in names.split()}) >= 120


@pytest.mark.parametrize(
    ("name", "head", "word", "unit"),
    [
        ("各项网宣任务完成及时率（%）", Head.RATE, "率", "%"),
        ("各项工作完成及时率%", Head.RATE, "率", "%"),
        ("服务对象满意度％", Head.INDEX, "满意度", "%"),
        ("合格率(百分比)", Head.RATE, "率", "%"),
        ("出生率（‰）", Head.RATE, "率", "‰"),
        ("受益人数（万人）", Head.COUNT, "数", "万人"),
        ("年产值（单位：万元）", Head.MONEY, "产值", "万元"),
        ("补助标准（元/人·月）", Head.MONEY, "补助标准", "元/人·月"),
        ("完成时间（天）", Head.TIME, "时间", "天"),
        ("维修面积[平方米]", Head.COUNT, "面积", "平方米"),
        ("参训人员（县内培训）", Head.ANY, "人员", ""),
        ("合格率（一期）（%）", Head.RATE, "率", "%"),
        ("新建改建（公里）", Head.COUNT, "", "公里"),
        ("环境改善（%）", Head.RATE, "", "%"),
        ("满意度≥95%", Head.INDEX, "满意度", ""),
        ("培训人数不少于300人", Head.COUNT, "数", ""),
        ("合格率指标", Head.RATE, "率", ""),
        ("资金拨付及时率情况", Head.RATE, "率", ""),
        ("合格率。", Head.RATE, "率", ""),
        ("  ", Head.NONE, "", ""),
        ("", Head.NONE, "", ""),
        ("%", Head.RATE, "", "%"),
        ("率", Head.RATE, "率", ""),
    ],
)
def test_remarks_behind_the_head_are_taken_off(name: str, head: Head, word: str, unit: str) -> None:
    found = read(name)
    assert (found.head, name[found.start : found.end], found.unit) == (head, word, unit)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("产值增长率", True),
        ("安全事故下降率", True),
        ("减少化肥使用量", True),
        ("缩短办理时间", True),
        ("群众满意度提升", True),
        ("成本节约率", True),
        ("防灾减灾知识知晓率", False),
        ("减刑假释案件办结率", False),
        ("增值税发票数量", False),
        ("降水监测站数量", False),
        ("验收合格率", False),
    ],
)
def test_a_name_of_more_or_less_is_told_from_others(name: str, *, change: bool) -> None:
    assert read(name).change is change


def test_a_name_of_any_length_is_read_in_one_pass() -> None:
    for part in ("（", "≥1", "率", "不超过1", "（%）", "1"):
        assert read(part * 100_000).end <= len(part) * 100_000
