"""What the name of an indicator says that it measures.

In: the name (三级指标). Out: the kind of its head word: a rate wants a per cent, a number of times
wants times. Words, not numbers: nothing here looks at a target. The longest word that a name
ends in decides, so that 成功率 is a rate although 功率 is none.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from perfspec.values.units import is_known


class Head(StrEnum):
    """What the head of a name measures."""

    RATE = "rate"  # 率, 比例, 占比, %: wants a share
    INDEX = "index"  # 满意度, 知晓度 and other degrees: a share, points or words
    TIME = "time"  # 时间, 时限, 周期, 天数
    MONEY = "money"  # 成本, 费用, 补助标准, 金额
    COUNT = "count"  # 次数, 人数, 数量, 面积, 长度 …
    OTHER_RATIO = "other-ratio"  # 频率, 效率, 税率, 汇率, 功率, 倍率: any unit
    ANY = "any"  # measurable, but the words do not say in what: 进度, 指数, 满意度提升
    NONE = "none"  # no measurable head: 网络空间环境改善


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name taken apart: its head, and where in the name the head stands.

    `unit` is the unit that a remark states, as in 及时率（%）; `change` tells whether the name
    speaks of more or less of something (增长, 降低, 节约), so that a per cent suits any head.
    """

    head: Head
    start: int
    end: int
    unit: str = ""
    change: bool = False


_WORDS = {
    Head.RATE: """
        率 比例 比率 比重 占比 百分比 百分率 有效率 失效率 见效率 成功率 立功率 毛利率 净利率
        盈利率 获利率 完税率 纳税率 缴税率 报税率 缴费率 收费率 退费率 欠费率 消费率 浪费率
        及时性率 千分率""",
    Head.OTHER_RATIO: """
        频率 效率 税率 汇率 功率 倍率 利率 概率 几率 费率 速率 斜率 曲率 心率 周转率 分辨率 码率
        比特率 采样率 帧率 刷新率 点击率 曝光率 出镜率 上镜率 见报率 上稿率 发稿率 生产率 产出率
        容积率 生育率 折射率 电阻率 放大率 换手率 投入产出比 师生比 性价比 信噪比 容积比 配比 比值
        比""",
    Head.INDEX: """
        满意度 知晓度 认可度 知名度 覆盖度 美誉度 参与度 信任度 公信度 支持度 认同度 关注度 活跃度
        完成度 完整度 准确度 契合度 匹配度 达成度 熟悉度 了解度 友好度 便捷度 便利度 感知度 忠诚度
        好评度 影响度 贡献度 透明度 开放度 完好度 均衡度 配合度 响应度 符合度 达标度 舒适度 整洁度
        盖度 郁闭度 幸福度 程度 满意""",
    Head.TIME: """
        时间 时限 周期 天数 日数 时长 工期 年限 期限 工时 月数 年数 周数 小时数 日期 时点 寿命
        有效期 保质期""",
    Head.MONEY: """
        成本 费用 金额 资金 经费 价格 单价 造价 支出 开支 收入 产值 税收 利润 补助标准 补贴标准
        收费标准 发放标准 支出标准 开支标准 经费标准 救助标准 保障标准 奖励标准 资助标准 工资标准
        生活费标准 费标准 额 额度 工资 薪酬 租金 奖金 罚款 贷款 存款 费 投资 投资额 补助 补贴 津贴
        损失 总值 增加值 预算""",
    Head.COUNT: """
        数 数量 人次 场次 批次 班次 频次 架次 车次 次 量 面积 长度 里程 体积 容积 容量 规模 重量""",
    Head.ANY: """
        度 进度 幅度 温度 湿度 浓度 密度 速度 强度 精度 深度 高度 宽度 厚度 广度 跨度 热度 指数
        系数 分数 得分 评分 成绩 参数 倍数 级数 基数 点数 名次 排名 位次 位数 层次 档次 等次 能量
        素养水平 素质水平 抗体水平 收入水平 消费水平 工资水平 保障水平 支付水平 补助水平 筹资水平
        标准 时效 收益 安全感
        获得感 幸福感 归属感 年龄 等级 级别 星级 分值 值 均值 增幅 降幅 涨幅 增速 增量 减量 缺口
        差距 份额 覆盖 覆盖面 覆盖范围 误差 偏差 噪声 噪音 浓度值 能耗 产能 产量 库存 人口 年产
        亩产 单产 事故 事件 投诉 差错 案件 故障 疫情 火灾 舆情 伤亡 死亡 岗位 人员 人才 学员 品种
        种类 种次 完成 达标 合格 到位 及时 通过 优秀 优良 良好 就业 参保 入学 升学 签约 结业 毕业
        出勤 参与 知晓 认可 好评 到岗 落实 兑现 执行 发放 支付 拨付 使用 利用 普及 公开 处置 处理
        办结 整改 解决 回复 响应 验收 供应 保障 及时性 准确性 完整性 合规性 规范性 一致性 可用性
        可靠性 真实性 正确性 合规 规范 准确 正确 完好 完整 竣工 完工 开工 建成 交付 归档 入库 上线
        配备 更新 更换 修复 维修 采购 安装 检测 抽检 巡查 清运 接种 签订 结算 缴纳 报销""",
    Head.NONE: """
        质量 水平 效益 力量 分量 考量 衡量 制度 年度 季度 月度 力度 态度 调度 难度 少数 多数 免费
        缴费 收费 消费 浪费 自费 付费 其次 再次 依次""",
}
_HEADS = {word: head for head, words in _WORDS.items() for word in words.split()}
_LENGTHS = sorted({len(word) for word in _HEADS}, reverse=True)

# Words behind a head that take nothing from it.
_TAIL = ("指标值", "指标", "情况", "目标值", "目标", "达到", "要求", "达", "达标", "为", "是")
_CHANGE = re.compile(
    "增(?!值税|补|设|殖)|减(?!灾|刑|免|震)|降(?!水|雨|解|雪)|涨|提高|提升|提速|上升|改善|节约|节省|节支|缩短|扩大|压缩|同比|环比|变化|超额"
)
# 通行速度提升: what gets better has a measure.
_BETTER = ("提升", "提高", "改善", "上升", "加快")
_REMARK = re.compile(r"[（(\[【]([^（）()\[\]【】]*)[）)\]】]\Z")
_BOUND = re.compile(r"(?:[≥≤≧≦><=＝]|不[低高]于|不[少多]于|不超过)[0-9.]+[^0-9（(]{0,4}\Z")
_LONGEST_UNIT = 8
_ENDS = " \t\r\n\u3000，,。.；;：:、"
_INSIDE = re.compile(
    "(?<![统表草轻直坦])率(?![先领])|比例|占比|比重|满意度|知晓度|认可度|[人次户件天场台个总]数"
    "|增长|增加|增产|增收|增值|减少|减产|减量|减排|减负|降低|下降|上升|上涨|节约|节水|节电|节能|占|同比|环比"
    "|数量|人次|面积|里程|时间|时限|成本|费用|金额|资金|收入"
)


@lru_cache(maxsize=4096)
def read(name: str) -> Name:
    """Return what `name` measures, remarks in brackets such as （%） taken into account."""
    end, unit = _without_remarks(name)
    change = bool(_CHANGE.search(name))
    found = _ending(name, end)
    if found is None:
        shorter = _shortened(name, end, _TAIL)
        found = _ending(name, shorter) or _bettered(name, shorter)
        if found is None:
            found = _inside(name, shorter)
    head, start, stop = found or (Head.NONE, end, end)
    if head is Head.NONE and unit in {"%", "‰"}:
        head = Head.RATE
    elif head is Head.NONE and unit:
        head = Head.COUNT
    return Name(head=head, start=start, end=stop, unit=unit, change=change)


def _without_remarks(name: str) -> tuple[int, str]:
    """Return where the words of `name` end, and the unit that stands behind them."""
    unit = ""
    end = len(name.rstrip(_ENDS))
    for _ in range(3):
        if name[:end].endswith(("%", "％", "‰")) and not _BOUND.search(name[:end]):
            unit = unit or name[end - 1].replace("％", "%")
            end = len(name[: end - 1].rstrip(_ENDS))
        elif found := _REMARK.search(name, 0, end):
            unit = unit or _unit(found[1])
            end = len(name[: found.start()].rstrip(_ENDS))
        elif found := _BOUND.search(name[:end]):
            end = len(name[: found.start()].rstrip(_ENDS))
        else:
            break
    return end, unit


def _unit(remark: str) -> str:
    """Return the unit that a remark such as （单位：万元） states, or an empty text."""
    text = remark.strip().removeprefix("单位").lstrip("：: ").replace("％", "%")
    if text == "百分比":
        return "%"
    return text if text and len(text) <= _LONGEST_UNIT and is_known(text.split("/")[0]) else ""


def _ending(name: str, end: int) -> tuple[Head, int, int] | None:
    """Return the head that `name[:end]` ends in, the longest word first."""
    for length in _LENGTHS:
        head = _HEADS.get(name[max(end - length, 0) : end]) if length <= end else None
        if head is not None:
            return head, end - length, end
    return None


def _shortened(name: str, end: int, tails: tuple[str, ...]) -> int:
    """Return where `name[:end]` ends without one of `tails`."""
    for tail in tails:
        if name.endswith(tail, 0, end) and end > len(tail):
            return end - len(tail)
    return end


def _bettered(name: str, end: int) -> tuple[Head, int, int] | None:
    """Return ANY where `name[:end]` says that something measurable gets better."""
    shorter = _shortened(name, end, _BETTER)
    found = _ending(name, shorter) if shorter < end else None
    return (Head.ANY, *found[1:]) if found and found[0] is not Head.NONE else None


def _inside(name: str, end: int) -> tuple[Head, int, int] | None:
    """Return ANY where a measurable word stands inside: 满意度提升, 接待人次控制."""
    found = [one.span() for one in _INSIDE.finditer(name, 0, end)]
    return (Head.ANY, *found[-1]) if found else None
