"""Published tables, printed in the layouts of their provinces, become filings that are read."""

from pathlib import Path

import pytest

from perfspec.documents import Document, reading
from perfspec.importing import data, forms
from perfspec.importing.finding import find
from tests.importing import layouts, published
from tests.importing.test_data import read_again
from tests.importing.test_forms import SHIPPED

CASES = Path(__file__).parent / "cases"
# The form that each is seen to be of; a draft is named after the nearest one.
FORMS = {
    "handan": "hebei-2019",
    "huangshi": "mof-2015-import",
    "jiayuguan": "core-2021-import",
    "ningxiang": "mof-2015-import",
    "tianjin": "tianjin-2023",
    "tongxin": "mof-2015",
    "zhalaite": "inner-mongolia-2025",
    "2018/610001 tourism": "mof-2015",
    "2019/suixi-minzheng temporary-relief": "self-evaluation",
    "2021/zhaohua-weijian leprosy": "sichuan-import",
    "2022/219001 commissions": "self-evaluation",
    "2022/ezhou-jiguan building": "mof-2015",
    "2022/yueyangxian-nongye farmland": "mof-2015",
    "2023/nanhua-nongye mushrooms": "self-evaluation",
    "2023/xiangtan-huanwei mist-cannons": "mof-2015-import",
    "2023/xiaoxian-zhangzhuangzhai farm-subsidy": "self-evaluation",
    "2025/037001 machine-room": "mof-2015-import",
}


def paper(name: str) -> Document:
    case = CASES / f"{name}.txt"
    text = case.read_text(encoding="utf-8") if case.is_file() else published.layout(name)
    return reading.read(layouts.html(text), "table.html")


@pytest.mark.parametrize(("name", "form"), FORMS.items(), ids=FORMS)
def test_a_published_table_becomes_a_filing_that_is_read(
    name: str, form: str, tmp_path: Path
) -> None:
    found = find([paper(name)])
    chosen = forms.choose(found, SHIPPED)
    assert chosen.form.name == form
    year = int(name[:4]) if name[:4].isdigit() else None
    draft = data.make(found, chosen, year=year or 2025, department="001")
    again = read_again(draft, tmp_path)
    assert again.refused == []
    assert again.filing
    assert len(again.filing.projects) == len(found.projects) > 0
    assert any(one.indicators for one in again.filing.projects)


def test_the_form_of_every_written_layout_is_said() -> None:
    assert {one.stem for one in CASES.glob("*.txt")} | set(published.LAYOUTS) <= set(FORMS)
