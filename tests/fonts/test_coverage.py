"""Which characters can be printed, and that each is drawn as what it is."""

import bisect
import json
import unicodedata
from typing import Any

import pytest
from fontmaking.characters import WRONG_IN_FANDOL, boundaries

from tests.fonts.bundled import (
    COMPLETING,
    FONTS,
    OWN,
    characters,
    every_own_role,
    every_role,
    font,
    glyphs,
    harfbuzz,
)

COVERAGE: dict[str, Any] = json.loads((FONTS / "coverage.json").read_text("utf-8"))

OFFICE = (
    "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』²³−⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳☐☑☒✓✔✗㎏㎞㎡㎥‰℃①②③④⑤⑥⑦⑧⑨⑩"
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ≥≤≧≦═×÷±√■□●○★☆▲△◆◇→←↑↓〇￥¥…—–•·※№％～＝＋－／"
)
ASCII = "".join(map(chr, range(0x20, 0x7F)))
# Every character of the first filing.
SEED = (
    "%.012345679ABCFGHMOQTX\\fl“”≤≥、。《》一万三上不与专业两中为"
    "主举义九习乡书了争事二于互五产享他代以件价任伍众会传位体作使例供依保信倡值做元充党入全公"
    "六共关其典内册军决准出击分切划创判利别制力办功加务动励势化十升协单博占印压去县参及发取受"
    "召可台号各合同名后向吸员周命和品响唱善四团围固国在地均坚坛型培塑境增声处多大天央夺奖好妇"
    "妥始委媒学安完定实宣室宪家容密对导小少局届展属工巩市师席干平年并广序应底府度康建开式引强"
    "形彩影彻微心志态思急性总息情惩想意感愿成我战所手打扣执把报拓持指挤据掌探控推措描提握撑播"
    "支改政效教数整文料新方施日时明是普暂最月有服期本机权材村极构标校案模次正步每比民气氛水求"
    "治法泛注活流测济海涉深清满激点牢特率环理生用疫的益监盖目相省督矩码研确示社神秩积称程究空"
    "突立站第等策算管类精系索紧级纳纵线组织终经结络绩续维综编网置署群者职联育胜能自至舆良色范"
    "营落融行表西要覆规解警计训议记讲论设访评识话读调谣象负财责账质贯费资走较辟运近进违迫述途"
    "通造道部释里重量金镇长门间阐队防阵障需靠面音页项顺预领风首高（），：；"
)
# The 通用规范汉字表 (2013) beyond U+4E00-9FEA and U+3400-4DB5, by kTGH of Unihan 15.0.
RARE = (
    "𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧"
    "𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜"
    "𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁"
    "𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂"
    "𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)


def is_printable(character: str) -> bool:
    return bisect.bisect_right(COVERAGE["printable"], ord(character)) % 2 == 1


@every_role
def test_a_face_claims_no_character_without_a_mark_of_its_own(role: str) -> None:
    invisible = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
    assert characters(role)
    assert not [code for code in characters(role) if unicodedata.category(chr(code)) in invisible]


@every_role
def test_a_space_after_a_character_of_the_face_has_a_glyph(role: str) -> None:
    spaces = "\u0020\u00a0\u2002\u2003\u2009\u202f\u3000"
    assert set(map(ord, " \u00a0")) <= characters(role)
    assert 0 not in glyphs(role, spaces)


@every_role
def test_every_character_but_a_space_has_ink(role: str) -> None:
    blank = []
    for code in characters(role):
        glyph = harfbuzz(role).get_nominal_glyph(code)
        extents = harfbuzz(role).get_glyph_extents(glyph)
        if not (glyph and extents.width and extents.height):
            blank.append(chr(code))
    assert {unicodedata.category(character) for character in blank} <= {"Zs"}


def test_coverage_says_what_the_character_maps_say() -> None:
    completing = frozenset().union(*(characters(role) for role in COMPLETING))
    printable = frozenset.intersection(*(characters(role) for role in OWN)) | completing
    assert COVERAGE["printable"] == boundaries(printable)
    assert COVERAGE["count"] == len(printable)
    somewhere = completing.union(*(characters(role) for role in OWN))
    gaps = {role: boundaries(somewhere - completing - characters(role)) for role in OWN}
    assert COVERAGE["gaps"] == {role: codes for role, codes in gaps.items() if codes}


def test_no_role_prints_what_another_cannot() -> None:
    assert COVERAGE["gaps"] == {}


@pytest.mark.parametrize(
    "text", [OFFICE, ASCII, SEED, RARE], ids=["office", "ascii", "seed", "rare"]
)
def test_what_filings_write_is_printable(text: str) -> None:
    assert [character for character in text if not is_printable(character)] == []


def test_the_common_blocks_of_chinese_characters_are_printable() -> None:
    codes = [*range(0x4E00, 0x9FEB), *range(0x3400, 0x4DB6)]
    assert [hex(code) for code in codes if not is_printable(chr(code))] == []


@pytest.mark.parametrize("character", ["\t", "\n", "\u200b", "\u202e", "\ufeff", "\ue000", "각"])
def test_coverage_refuses_what_no_face_prints(character: str) -> None:
    assert not is_printable(character)


@every_own_role
def test_characters_that_fandol_draws_wrong_come_from_the_fallback(role: str) -> None:
    assert len(WRONG_IN_FANDOL) > 20
    assert not WRONG_IN_FANDOL & characters(role)
    assert characters("fallback") >= WRONG_IN_FANDOL


@every_own_role
def test_no_chinese_character_is_drawn_with_the_outline_of_another(role: str) -> None:
    outlines, starts = font(role).reader["glyf"], font(role)["loca"]
    drawn: dict[bytes, list[int]] = {}
    for code, name in font(role).getBestCmap().items():
        if 0x4E00 <= code <= 0x9FFF:
            glyph = font(role).getGlyphID(name)
            drawn.setdefault(outlines[starts[glyph] : starts[glyph + 1]], []).append(code)
    assert len(drawn) > 7900
    assert [codes for codes in drawn.values() if len(codes) > 1] == []


def test_boundaries_enclose_exactly_what_they_are_given() -> None:
    assert boundaries([]) == []
    assert boundaries([5, 3, 4, 9]) == [3, 6, 9, 10]
