"""The names of units: the tables behind `units`.

A scale says how many of the base one of the unit is; several ways of writing share it.
"""

from enum import StrEnum


class Dimension(StrEnum):
    """What a unit measures; NONE is a number without any unit.

    COUNT is for things and times (人, 次), OTHER for what is neither: 倍, 分, 级, 升, ℃.
    """

    NONE = "none"
    SHARE = "share"
    MONEY = "money"
    TIME = "time"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    COUNT = "count"
    OTHER = "other"


# Dimension, base, and ways of writing: names separated by blanks, behind the scale.
UNITS: tuple[tuple[Dimension, str, dict[str, str]], ...] = (
    (
        Dimension.SHARE,
        "",
        {
            "1": "比例",
            "0.1": "成",
            "0.01": "% 百分比 百分率 百分之 ",
            "0.001": "‰ 千分比",
            "0.0001": "‱ 万分比",
        },
    ),
    (Dimension.SHARE, "百分点", {"1": "百分点", "0.1": "千分点"}),
    (
        Dimension.MONEY,
        "元",
        {"1": "元 圆 元整 元人民币 人民币元 块钱 ¥ ￥", "0.1": "角", "0.01": "分钱"},
    ),
    (Dimension.MONEY, "美元", {"1": "美元 美金"}),
    (
        Dimension.TIME,
        "秒",
        {
            "0.001": "毫秒 ms",
            "1": "秒 秒钟 s",
            "60": "分钟 min",
            "3600": "小时 时 钟头 h",
            "86400": "天 日 自然日 日历天 日历日 整天 天数 d",
            "604800": "周 星期",
        },
    ),
    (
        Dimension.TIME,
        "月",
        {"1": "月 自然月 月份", "3": "季度 季", "6": "半年", "12": "年 年度 周年 整年"},
    ),
    (Dimension.TIME, "工作日", {"1": "工作日 工作天"}),
    (
        Dimension.LENGTH,
        "米",
        {
            "0.001": "毫米 mm",
            "0.01": "厘米 cm",
            "1": "米 m 延米 延长米",
            "500": "里 华里",
            "1000": "公里 千米 km",
        },
    ),
    (
        Dimension.AREA,
        "平方米",
        {
            "1": "平方米 平方 平米 ㎡ m² m2 m^2",
            "10000": "公顷 ha hm² hm2",
            "1000000": "平方公里 平方千米 km² km2 k㎡ ㎢",
        },
    ),
    (Dimension.AREA, "亩", {"1": "亩 亩地"}),
    (
        Dimension.MASS,
        "克",
        {
            "0.000001": "微克 μg µg ug",
            "0.001": "毫克 mg",
            "1": "克 g",
            "500": "斤 市斤",
            "1000": "公斤 千克 kg",
            "1000000": "吨 t 公吨",
        },
    ),
    (Dimension.OTHER, "倍", {"1": "倍 倍数"}),
    (Dimension.OTHER, "分", {"1": "分 分值 分数"}),
    (Dimension.OTHER, "级", {"1": "级"}),
    (
        Dimension.OTHER,
        "立方米",
        {"0.000001": "毫升 ml", "0.001": "升 l 公升", "1": "立方米 立方 m³ m3 ㎥"},
    ),
    (Dimension.OTHER, "瓦", {"1": "瓦", "1000": "千瓦 kw", "1000000": "兆瓦 mw"}),
    (Dimension.OTHER, "千瓦时", {"1": "千瓦时 kwh 度电"}),
    (Dimension.OTHER, "℃", {"1": "℃ 摄氏度 °c"}),
    (Dimension.OTHER, "分贝", {"1": "分贝 db"}),
    (Dimension.OTHER, "字节", {"1000000": "mb", "1000000000": "gb", "1000000000000": "tb"}),
    (Dimension.OTHER, "比特每秒", {"1000000": "mbps 兆", "1000000000": "gbps"}),
    (Dimension.OTHER, "标准煤", {"1": "吨标准煤 吨标煤"}),
)

# Words that count. Running text does not show where a unit ends, so that only these and the
# units above are found in it; nouns (村, 企业) are not here.
COUNTERS = frozenset(
    (
        *"人名位个次场批件台套座份篇户家门项条辆本册期届处栋幢间所起例宗支张幅块片株棵头只匹羽",
        *"口眼盏根杆棚艘架部枚面组班节课页字章则集档卷包箱袋瓶盒桶车趟遍轮回类种款对队床案",
        *(
            "人次",
            "户次",
            "批次",
            "场次",
            "车次",
            "班次",
            "架次",
            "台次",
            "件次",
            "家次",
            "例次",
            "份次",
        ),
        *(
            "篇次",
            "条次",
            "频次",
            "辆次",
            "趟次",
            "艘次",
            "项次",
            "处次",
            "亩次",
            "课时",
            "学时",
            "标箱",
        ),
        *(
            "台套",
            "件套",
            "人份",
            "人天",
            "人月",
            "人年",
            "人日",
            "台班",
            "机位",
            "床位",
            "车位",
            "工位",
        ),
        *("席位", "点位", "学期", "学年", "样本", "标段", "吨公里", "人公里"),
    )
)
