"""The records of what running text states."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Role(StrEnum):
    """What an amount is among the amounts of its text."""

    ITEM = "item"  # one of the things that the money goes to
    TOTAL = "total"  # 共, 合计, 总计: the sum of others
    PART = "part"  # behind 其中, inside an amount that was stated before it
    OUTSIDE = "outside"  # 总投资, 产值, 收入, 上年, 累计: not this year's budget


class Lead(StrEnum):
    """What stands before the parts of an enumeration."""

    BRACKET = "bracket"
    AMONG = "among"  # 其中, 含, 包括, which may name a few of the parts only
    COLON = "colon"


class YearUse(StrEnum):
    """How a year stands in its text."""

    PLAIN = "plain"
    TITLE = "title"  # inside 《》
    DOCUMENT = "document"  # inside the brackets of a document number
    RANGE = "range"  # 2019-2021年, 2016年至2020年
    BASELINE = "baseline"  # behind 较 比 自 从 截至, or before 以来
    MEETING = "meeting"  # named by a session: 十九届四中全会 is 2019


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount of money; `number` and `unit` (元, 万元, 亿元, 万, 亿) as written, `yuan` in 元.

    `per` is what a unit price is for (`人`, `人·月`, or `单价` where it is only called so), else
    empty. `label` is the words before it, in its clause, that name what it is for (宣传材料费), and
    begins at `label_start`.
    `exact` is False behind 约, 近, 不超过 or before 余, 左右, 以上.
    """

    start: int
    end: int
    number: Decimal
    unit: str
    yuan: Decimal
    per: str
    role: Role
    exact: bool
    label: str
    label_start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of things: 11次, 两次, 220门, 10万页, 98%; Chinese numerals are numbers too.

    `noun` is what is counted: words of its clause before the number (宣传活动 of 宣传活动11次), or
    behind it (专业培训 of 开展两次专业培训), without verbs of doing; `noun_start` is where they
    begin. `op` is ≥ behind 至少, ≤ behind 不超过, empty where nothing is said. `exact` is False
    of ranges and estimates (3-5次, 约50人). `per` is what each number is for: 月 of 每月1次. `part`
    says that it stands inside another one: behind 其中, or in brackets behind a count.
    """

    start: int
    end: int
    number: Decimal
    unit: str
    op: str
    noun: str
    noun_start: int
    exact: bool = True
    per: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Separator:
    """A sign between two parts of an enumeration."""

    at: int
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """Parts in brackets or behind 其中 or a colon, with the total that stands before them, if any.

    宣传活动11次（安全教育日1次、宣传周7次，…）: the total is 11次. All parts have the unit of the
    total, and there are two at least. `start` and `end` enclose the parts, not the total.
    `closed` is False where more parts may be meant: 等, ……, a piece without a number, an estimate.
    """

    start: int
    end: int
    total: Count | Money | None
    parts: tuple[Count, ...] | tuple[Money, ...]
    separators: tuple[Separator, ...]
    lead: Lead = Lead.BRACKET
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year that a text speaks of; `fiscal` where it says 年度."""

    start: int
    end: int
    year: int
    use: YearUse
    fiscal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A document title, brackets 《》 included in the offsets and not in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A document number (冀财社〔2021〕152号); `brackets` are the two signs around the year."""

    start: int
    end: int
    year: int
    brackets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something that a text says will be done or bought and that can be counted.

    `activity` is the word for it (培训, 宣传活动, 调研, 资料), `count` and `money` what the same
    clause says of it.
    """

    start: int
    end: int
    activity: str
    count: Count | None
    money: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What a text states, each kind in the order of the text."""

    text: str
    amounts: tuple[Money, ...]
    counts: tuple[Count, ...]
    enumerations: tuple[Enumeration, ...]
    years: tuple[Year, ...]
    titles: tuple[Title, ...]
    documents: tuple[DocumentNumber, ...]
    promises: tuple[Promise, ...]
