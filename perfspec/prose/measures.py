"""Measure words behind numbers in running text: 次, 批次, 场, 名, 户, 公里, %."""

import re

from perfspec.prose import words

# A word that begins with another goes before it.
_WORDS = sorted(words.MEASURES.split(), key=len, reverse=True)
_MEASURE = re.compile("|".join(map(re.escape, _WORDS)))
# Words that begin like a measure word and are none.
_OTHER = re.compile(
    r"个别|个人|个性|人均|人口|人民|人大|人才|人员|人工|件事|条例|条件|条龙|项目|种植|种子|种类|分之|分别|分配|"
    r"分批|分类|分析|分队|分局|分公司|分期|分年|班子|班车|班组|部门|部分|部级|组织|队伍|家庭|家属|家长|期间|期末|期初|"
    r"批复|批准|面积|面向|本级|本年|本地|包括|包含|包村|包户|包保|包联|节约|节能|节假日|处理|处置|处级|处罚|口径|张贴|"
    r"对口|对外|对全|对各|对象|对于|点击|站点|所需|所有|所在|所辖|本着|村级|村民|村庄|镇村|乡镇|乡村|乡级|校园|校内|"
    r"校外|校车|车辆|车间|卡口|卡片|起草|起始|起步|起至|具体|具有|具备|把握|把关|支付|支出|支持|支部|支队|支撑|"
    r"例行|例会|名单|名称|名义|位于|户籍|户均|户厕|届时|届中|轮训|轮换|次日|次年|次月|次数|页面|天然|岁末|米兰|盘活|"
    r"讲座|讲解|讲话|门诊|门口|头部|只能|只有|台账|套餐|座谈|间隔|幅度|元旦|元宵"
)
# Behind a number in Chinese characters only these: 两中心, 三级 and 一站 count nothing.
_PLAIN = re.compile(
    "人次|批次|场次|户次|个月|个工作日|个小时|平方米|公里|小时|"
    "次|场|期|批|轮|名|人|户|家|个|项|件|份|篇|本|册|张|条|部|台|套|辆|座|所|栋|间|处|支|天|亩|%"
)


def measure(text: str, at: int, *, chinese: bool = False) -> str:
    """Return the measure word that stands at `at`, or nothing; `chinese` behind 两."""
    found = (_PLAIN if chinese else _MEASURE).match(text, at)
    if found is None or _OTHER.match(text, at):
        return ""
    return found[0]
