"""Compare two filings with deepdiff and say how long the comparing alone took.

Usage: python deepdiff_step.py OLD NEW [PAIRS], in an environment with deepdiff and PyYAML, without
perfspec. Reads the YAML files of two folders of filings, compares them without regard to order, and
prints JSON: the seconds, and how many changes of each kind were found. With a third argument it
looks for the likest partner of every item, which it gives up otherwise where most have changed.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import yaml
from deepdiff import DeepDiff


def read(folder: Path) -> dict[str, Any]:
    """Return a filing with its projects as a list."""
    filing: dict[str, Any] = _yaml(folder / "filing.yaml")
    names = filing["projects"]
    return filing | {"projects": [_yaml(folder / "projects" / f"{name}.yaml") for name in names]}


def _yaml(path: Path) -> Any:  # noqa: ANN401 — whatever the file says
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def main() -> None:
    """Compare and print."""
    old, new = (read(Path(folder)) for folder in sys.argv[1:3])
    options = {"cutoff_intersection_for_pairs": 1} if sys.argv[3:] else {}
    start = time.process_time()
    found = DeepDiff(old, new, ignore_order=True, **options)
    seconds = time.process_time() - start
    kinds = {kind: len(changes) for kind, changes in found.items()}
    print(json.dumps({"seconds": seconds, "found": kinds, "bytes": len(found.to_json())}))


if __name__ == "__main__":
    main()
