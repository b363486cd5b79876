"""Read values without figures: words of quality, bounds that name another figure, blanks.

In: text in half width. A phrase is made of known words from end to end: 持续提高, 按时完成,
增加岗位. What goes beyond the words is a sentence, or a bound such as 不超预算, and no phrase.
"""

import re

from perfspec.values import Phrase, Placeholder, Relative
from perfspec.values.figures import OPERATOR, OPERATORS

_LONGEST = 20
WORDS = frozenset(
    (
        # how
        *("持续", "不断", "逐步", "逐年", "逐渐", "稳步", "稳定", "长期", "长远", "长效", "长久"),
        *("中长期", "有效", "有力", "明显", "显著", "大幅", "大幅度", "大力", "进一步", "较大"),
        *("较好", "较高", "较快", "很好", "有所", "切实", "全面", "充分", "基本", "积极", "良好"),
        *("优秀", "优良", "合格", "达标", "及时", "按时", "按期", "按要求", "按计划", "按规定"),
        *("按进度", "按标准", "如期", "准时", "即时", "高效", "优质", "高质量", "稳中有升", "更加"),
        *("日益", "普遍", "广泛", "深入", "深远", "可持续", "一定", "一定程度", "适度", "合理"),
        *("规范", "科学", "安全", "平稳", "有序", "正常", "顺利", "完全", "不", "无", "零", "未"),
        *("较", "上", "非常", "比较", "十分", "很", "全部", "已", "严格", "足额", "全覆盖"),
        *("一次性", "应保尽保", "应救尽救", "应收尽收", "应发尽发", "应享尽享", "应补尽补"),
        *("应治尽治", "应检尽检", "较上年", "较去年", "比上年", "比去年", "同比", "按照", "按"),
        *("合同", "约定", "时间", "节点", "现状", "超额", "保质保量", "依法", "依规"),
        *("合规", "合法", "准确", "真实", "完整", "和谐", "满意", "认可", "健康", "得到"),
        *("全额", "重大", "实时", "随时", "按需", "据实", "按月", "按季", "按年", "常年", "长年"),
        *("常态化", "规范化", "制度化", "标准化", "信息化", "精细化", "全天候", "经常性", "及时性"),
        "专款专用",
        # what happens
        *("提高", "提升", "增加", "增强", "增长", "改善", "改进", "优化", "完善", "加强", "加大"),
        *("扩大", "促进", "推动", "推进", "保障", "保证", "确保", "维护", "保持", "巩固", "降低"),
        *("减少", "下降", "减轻", "缓解", "控制", "节约", "实现", "完成", "达到", "达成", "发展"),
        *("发挥", "带动", "拉动", "满足", "符合", "落实", "到位", "执行", "运行", "运转", "履行"),
        *("形成", "建立", "健全", "培养", "丰富", "夯实", "消除", "杜绝", "避免", "防止", "遏制"),
        *("化解", "解决", "影响", "受益", "见效", "好转", "向好", "上升", "升高", "加快", "缩短"),
        *("延长", "支持", "助力", "引导", "激发", "营造", "传承", "弘扬", "普及", "覆盖", "开展"),
        *("实施", "使用", "利用", "服务", "支撑", "推广", "延续", "坚持", "管理", "建设", "推行"),
        *("落地", "见成效", "取得", "呈现", "保护", "恢复", "修复", "美化", "净化", "通过", "验收"),
        *("发放", "支付", "办结", "提供", "维持", "改观", "增收", "致富", "发生", "存在", "加深"),
        *("提质",),
        *("持平", "结算", "稳中向好", "建成", "开工", "竣工", "交付", "结项", "移交"),
        # what it happens to
        *("岗位", "就业", "收入", "预期", "指标", "目标", "效果", "影响力", "水平", "质量", "能力"),
        *("效率", "效益", "环境", "条件", "作用", "程度", "要求", "标准", "计划", "规定", "需求"),
        *("需要", "工作", "任务", "状态", "情况", "成效", "意识", "素质", "进度", "期", "年度"),
        *("社会", "经济", "生态", "群众", "事故", "投诉", "差错", "违规", "违纪", "问题", "成本"),
        *("支出", "费用", "生活", "秩序", "功能", "形象", "氛围", "机制", "制度", "满意度"),
        *("知晓度", "人居", "人居环境", "生态环境", "居民", "农民", "企业", "市民", "职工", "干部"),
        *("学生", "公众", "人民"),
        *("国家", "行业", "地方", "大部分", "多数", "人员", "资金", "设备", "设施", "系统", "项目"),
        # grades and answers
        *("有", "是", "否", "优", "良", "中", "差", "好", "高", "低", "强", "大", "多", "中等"),
        *("一般", "显性", "隐性"),
    )
)  # fmt: skip
_GRADE = r"[A-E]{1,5}[级类等]?|[ⅠⅡⅢⅣⅤ]{1,3}[类级]?(?:水质|标准)?"
_GRADED = re.compile(_GRADE)
_LENGTHS = tuple(sorted({len(word) for word in WORDS}))

_NOUN = re.compile(
    r"[^\W0-9_]{0,12}(?:预算|预算数|预算金额|概算|控制数|批复数?|上年|去年|上年度|往年|同期|年初|标准|水平|要求|规定|定额|限额|"
    r"目标|计划|指标|均值|平均|平均值|市场价|价格?|期限|时限|优|良|优秀|良好|优良|合格|中等|及格|一般|满意|基本满意|金额|总额|限价|合同价|"
    rf"{_GRADE})"
)
_BOUND = re.compile(r"(?:[以之]|范围)?内\Z|[以之][上下]\Z")
_BOUNDS = {"内": "≤", "上": "≥", "下": "≤"}
# Before words and not figures these are other words: 超预期, 最高标准, 不满意.
_BARE = {"超", "最高", "最低", "最多", "最少", "至多", "至少", "不满", "不足", "不到"}
_BLANKS = re.compile(r"[*×✕]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|_{2,}|…|\.{3,}|[○□]{2,}|〇{3,}")
_BLANK = re.compile(r"[*×✕○□_]|[Xx](?![A-Za-z])")


def phrase(text: str) -> Phrase | None:
    """Return `text` if it is made of known words of quality, or is a grade: A级, Ⅲ类."""
    plain = text.replace(" ", "")
    if _GRADED.fullmatch(plain):
        return Phrase(text)
    if not plain or len(plain) > _LONGEST:
        return None
    reached = {0}
    for at in range(len(plain)):
        if at in reached:
            reached |= {at + size for size in _LENGTHS if plain[at : at + size] in WORDS}
    return Phrase(text) if len(plain) in reached else None


def relative(text: str) -> Relative | None:
    """Return the bound that `text` sets by naming another figure or a grade."""
    sign = OPERATOR.match(text)
    if sign and sign[1] in _BARE:
        return None
    op = OPERATORS[sign[1]] if sign else ""
    end = _BOUND.search(text, sign.end() if sign else 0)
    bound = _BOUNDS[end[0][-1]] if end else ""
    if (op or bound) != (bound or op):
        return None
    to = text[sign.end() if sign else 0 : end.start() if end else len(text)]
    return Relative(op or bound, to) if (op or bound) and _NOUN.fullmatch(to) else None


def placeholder(text: str) -> Placeholder | None:
    """Return `text` as a placeholder if something in it was to be filled in."""
    sign = OPERATOR.match(text)
    if _BLANKS.search(text) or _BLANK.match(text, sign.end() if sign else 0):
        return Placeholder(text)
    return None
