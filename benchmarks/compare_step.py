"""Compare two filings inside this process and say how long the comparing alone took.

Usage: python compare_step.py OLD NEW, folders of filings. Prints JSON: the seconds, how many
projects were put together, and how many of these rightly: ids of one project end alike.
"""

import gc
import json
import sys
import time
from pathlib import Path

gc.set_threshold(100_000, 50, 50)  # as `perfspec.__main__` does

from perfspec import pipeline, workspace  # noqa: E402 — behind the line above
from perfspec.compare import Side  # noqa: E402
from perfspec.compare.filings import compare  # noqa: E402

_NUMBER = 5  # digits at the end of the ids of `two_years`


def main() -> None:
    """Compare and print."""
    old, new = (_side(Path(folder)) for folder in sys.argv[1:3])
    start = time.process_time()
    found = compare(old, new)
    seconds = time.process_time() - start
    pairs = found.projects.pairs
    right = sum(pair.old.id[-_NUMBER:] == pair.new.id[-_NUMBER:] for pair in pairs)
    told = {"pairs": len(pairs), "right": right, "proposals": len(found.projects.proposals)}
    print(json.dumps({"seconds": seconds, "found": told}))


def _side(folder: Path) -> Side:
    _root, (chosen,), _found = workspace.select([str(folder)], folder)
    loaded = pipeline.load(chosen)
    if loaded.filing is None or loaded.form is None:
        raise ValueError(loaded.refused)
    return Side(filing=loaded.filing, form=loaded.form)


if __name__ == "__main__":
    main()
