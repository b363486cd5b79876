"""Findings as JUnit XML, which CI servers show as tests.

A suite for each file that something is said of: a finding of reading is an error, any other a
failure, what could not be judged or is suppressed is skipped. A first suite has the rules that
found nothing, so that a clean run is not an empty one.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree as ET

from perfspec.findings import Finding, Spot, Unjudged
from perfspec.messages import message
from perfspec.report.summary import Summary
from perfspec.report.text import LEVELS, Style, block

# XML 1.0 has no way to write these characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(summary: Summary, style: Style) -> str:
    """Return the document; it has no times, because equal specs make equal reports."""
    style = replace(style, colour=False)
    root = ET.Element("testsuites", name="perfspec")
    _clean(root, summary)
    suites: dict[str, ET.Element] = {}
    for finding in summary.findings:
        outcome = "failure" if finding.by_rule else "error"
        _told(_case(root, suites, finding), outcome, finding, style)
    for held in summary.suppressed:
        case = _case(root, suites, held.finding)
        why = style.translate(message("suppressed: {reason}", reason=held.reason))
        _outcome(case, "skipped", held.finding.code, why)
    for unjudged in summary.undecided:
        case = _case(root, suites, unjudged)
        _outcome(case, "skipped", unjudged.code, style.translate(unjudged.message))
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _clean(root: ET.Element, summary: Summary) -> None:
    """Add the suite of what was looked at without anything to be said."""
    suite = ET.SubElement(root, "testsuite", name="perfspec")
    if all(finding.by_rule for finding in summary.findings):
        ET.SubElement(suite, "testcase", classname="perfspec", name="reading")
    silenced = {held.finding.code for held in summary.suppressed}
    for code, tally in sorted(summary.tallies.items()):
        if not (tally.found or tally.undecided or code in silenced):
            ET.SubElement(suite, "testcase", classname="perfspec", name=code)


def _case(root: ET.Element, suites: dict[str, ET.Element], one: Finding | Unjudged) -> ET.Element:
    """Return a new test case in the suite of its file."""
    path = _xml(one.spot.path)
    if path not in suites:
        suites[path] = ET.SubElement(root, "testsuite", name=path)
    return ET.SubElement(
        suites[path], "testcase", classname=path, name=f"{one.code} {_position(one.spot)}"
    )


def _position(spot: Spot) -> str:
    return f"{spot.start.line}:{spot.start.column}"


def _told(case: ET.Element, outcome: str, finding: Finding, style: Style) -> None:
    level = style.translate(LEVELS[finding.severity])
    element = _outcome(case, outcome, finding.code, f"{level}: {style.translate(finding.message)}")
    element.text = _xml(block(finding, style))


def _outcome(case: ET.Element, outcome: str, code: str, said: str) -> ET.Element:
    return ET.SubElement(case, outcome, type=code, message=_xml(said))


def _count(root: ET.Element) -> None:
    """Write the numbers of tests and outcomes to each suite, and the sums to the root."""
    for element in (*root, root):
        numbers = {"tests": len(list(element.iter("testcase")))}
        numbers |= {name: len(list(element.iter(tag))) for name, tag in _OUTCOMES.items()}
        _set(element, numbers)
    # Jenkins' schema knows no such attribute here.
    del root.attrib["skipped"]


def _set(element: ET.Element, numbers: Mapping[str, int]) -> None:
    for name, number in numbers.items():
        element.set(name, str(number))


def _xml(text: str) -> str:
    r"""Return `text` with an escape such as \u0008 for each character that XML does not know."""
    return _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
