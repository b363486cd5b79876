"""Years, titles and document numbers in running text are read with their use."""

import pytest

from perfspec import prose
from perfspec.prose.years import SESSIONS

YEARS = [
    ("2020年完成", ["2020年 2020 plain"]),
    ("2020年度预算", ["2020年度 2020 plain fiscal"]),
    ("《顺平县2020年度方案》", ["2020年度 2020 title fiscal"]),
    ("冀财社〔2021〕152号", ["2021 2021 document"]),
    ("2019-2021年", ["2019 2019 range", "2021年 2021 range"]),
    ("2016年至2020年", ["2016 2016 range", "2020年 2020 range"]),
    ("2016年5月—2020年", ["2016 2016 range", "2020年 2020 range"]),
    ("较2022年增长", ["2022年 2022 baseline"]),
    ("自2016年以来", ["2016年 2016 baseline"]),
    ("2016年10月以来", ["2016年 2016 baseline"]),
    ("截至2022年底", ["2022年 2022 baseline"]),
    ("2020年前脱贫", ["2020年 2020 baseline"]),
    ("到2025年建成", ["2025年 2025 baseline"]),
    ("2020年底前完成", ["2020年 2020 plain"]),
    ("2022-01-01开工", ["2022-01-01 2022 plain"]),
    ("党的二十大精神", ["二十大 2022 meeting"]),
    ("十九大型企业", []),
    ("十九届四中全会", ["十九届四中全会 2019 meeting"]),
    (
        "党的十九届二中、三中、四中全会精神",
        ["十九届二中 2018 meeting", "三中 2018 meeting", "四中全会 2019 meeting"],
    ),
    ("二十届五中全会", []),
    ("编号20200101，共2020人，12020年", []),
]

TITLES = [
    ("《甲》《乙》", ["甲", "乙"]),
    ("《关于〈办法〉的通知》", ["关于〈办法〉的通知"]),
    ("《关于《办法》的通知》", ["关于《办法》的通知"]),
    ("《没有关上，〈也没有", []),
    ("多出来》的", []),
]

NUMBERS = [
    ("根据冀财社〔2021〕152号", ["冀财社〔2021〕152号 〔〕"]),
    ("（邯财社[2018]126号）", ["邯财社[2018]126号 []"]),
    ("资金7423万元冀财社（2021）第152号", ["冀财社（2021）第152号 （）"]),
    ("国发〔2021〕5号和国办发〔2022〕6号", ["国发〔2021〕5号 〔〕", "国办发〔2022〕6号 〔〕"]),
    ("〔2021〕5号", ["〔2021〕5号 〔〕"]),
    ("（2021年）5号楼", []),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_years_are_read_with_their_use(text: str, expected: list[str]) -> None:
    found = prose.read(text).years
    assert [
        f"{text[one.start : one.end]} {one.year} {one.use.value}{' fiscal' if one.fiscal else ''}"
        for one in found
    ] == expected


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles_are_read_without_their_brackets(text: str, expected: list[str]) -> None:
    found = prose.read(text).titles
    assert [one.text for one in found] == expected
    assert [text[one.start + 1 : one.end - 1] for one in found] == expected


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_document_numbers_are_read_with_their_brackets(text: str, expected: list[str]) -> None:
    found = prose.read(text).documents
    assert [f"{text[one.start : one.end]} {one.brackets}" for one in found] == expected


def test_sessions_follow_each_other_in_time() -> None:
    held = [year for congress in ("十八", "十九", "二十") for year in SESSIONS[congress]]
    assert held == sorted(held)
