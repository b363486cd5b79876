"""The broken workspace whose findings the documents show: `perfspec init`, then two slips.

In: an empty folder. Out: the workspace in it. The tests of the documents make it with this module,
so that what the documents show is what the program says.
"""

from pathlib import Path

from perfspec import starter

PROJECT = "specs/2026/101001/projects/digitisation.yaml"
# What stands in the example, and what a hurried person makes of it.
SLIPS = (
    ("total: 200000.00            #", "total: 20万元    #"),
    ("target: ≥98%", "taget: ≥98%"),
)


def make(folder: Path) -> None:
    """Write the workspace to `folder`; raise ValueError where the example has changed."""
    starter.create(folder)
    path = folder / PROJECT
    text = path.read_text(encoding="utf-8")
    for right, wrong in SLIPS:
        if text.count(right) != 1:
            raise ValueError(right)
        text = text.replace(right, wrong)
    path.write_text(text, encoding="utf-8")
