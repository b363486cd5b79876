"""The parts of a Word file hold to the standard: Word refuses what stands in another order.

The sequences are those of ISO 29500-1, annex A (wml.xsd), cut to what comes before and after.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from perfspec.render.docx.body import Body, Revision
from perfspec.render.docx.writing import write
from tests.render import wordfiles
from tests.render.wordfiles import DATE, W, grid, mixed, row, said

SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline"
    " shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz"
    " szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish"
    " oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
    " vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "trPr": "cantSplit trHeight tblHeader ins del trPrChange",
    "tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
    "tcMar": "top start left bottom end right",
    "tblCellMar": "top start left bottom end right",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "p": "pPr bookmarkStart r hyperlink ins del bookmarkEnd",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "writeProtection view zoom hideSpellingErrors hideGrammaticalErrors proofState"
    " trackRevisions defaultTabStop evenAndOddHeaders characterSpacingControl noLineBreaksAfter"
    " noLineBreaksBefore updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids"
    " themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "compat": "doNotExpandShiftReturn compatSetting",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
# Parts of a paragraph may come in any order but for these.
FREE = {"p": {"r", "hyperlink", "ins", "del"}}


def _everything() -> Body:
    changed = (
        mixed(("旧", Revision.DELETED), ("新", Revision.INSERTED), revision=Revision.INSERTED),
        replace(
            said("甲", replace(wordfiles.ENTRY, first=-wordfiles.ENTRY.left, page_before=True))
        ),
        said("乙", wordfiles.ENTRY, replace(wordfiles.TITLE, strong=True, colour="C00000")),
        grid(row("甲", "乙", revision=Revision.DELETED), row("丙", "丁", is_head=True)),
    )
    paper = wordfiles.paper()
    last = paper.sections[-1]
    return replace(
        paper, sections=(*paper.sections[:-1], replace(last, blocks=(*last.blocks, *changed)))
    )


def _elements(name: str) -> Iterator[list[str]]:
    for part, xml in wordfiles.parts(write(_everything(), date=DATE)).items():
        if part.startswith("word/") and part.endswith(".xml"):
            root = wordfiles.parsed(xml)
            for found in root.iter(W + name):
                yield [child.tag.removeprefix(W) for child in found]


@pytest.mark.parametrize("name", SEQUENCES)
def test_what_stands_in_an_element_stands_in_the_order_of_the_standard(name: str) -> None:
    sequence = SEQUENCES[name].split()
    free = FREE.get(name, set())
    seen = 0
    for children in _elements(name):
        assert set(children) <= set(sequence)
        places = [sequence.index(child) for child in children if child not in free]
        assert places == sorted(places)
        seen += len(children)
    assert seen > 1


def test_lengths_are_whole_numbers() -> None:
    lengths = [
        value
        for part, xml in wordfiles.parts(write(_everything(), date=DATE)).items()
        if part.startswith("word/")
        for element in wordfiles.parsed(xml).iter()
        for name, value in element.attrib.items()
        if name.removeprefix(W) in ("w", "h", "line", "before", "after", "left", "firstLine", "pos")
    ]
    assert len(lengths) > 100
    assert all(length.lstrip("-").isdigit() for length in lengths)


def test_every_style_part_and_bookmark_that_is_used_is_there() -> None:
    parts = wordfiles.parts(write(_everything(), date=DATE))
    document = wordfiles.parsed(parts["word/document.xml"])
    styles = wordfiles.parsed(parts["word/styles.xml"])
    identifiers = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    assert len(set(identifiers)) == len(identifiers)
    used = {mark.get(f"{W}val") for mark in document.iter(f"{W}pStyle")}
    assert used
    assert used <= set(identifiers)
    relations = wordfiles.parsed(parts["word/_rels/document.xml.rels"])
    known = {relation.get("Id") for relation in relations}
    asked = {value for one in document.iter() if (value := one.get(f"{wordfiles.R}id"))}
    assert asked
    assert asked <= known
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    assert anchors
    assert anchors <= marks
