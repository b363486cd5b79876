"""Results of measurements: their circumstances; kept in `results.json` and `results.md`."""

import datetime as dt
import json
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import report
import running

from perfspec import __version__

HERE = Path(__file__).resolve().parent


def circumstances(load_before: str, others: Mapping[str, str]) -> dict[str, Any]:
    """Return the date, the machine and the versions, those of the `others` included."""
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": {**running.machine(), "load": [load_before, running.load()]},
        "versions": {
            "perfspec": __version__,
            **others,
            "Python": platform.python_version(),
        },
    }


def keep(name: str, part: Mapping[str, Any]) -> None:
    """Put the results of one measurement into `results.json`, and write the page anew."""
    known = HERE / "results.json"
    results = {**json.loads(known.read_bytes()), name: part}
    written = json.dumps(results, ensure_ascii=False, indent=2)
    known.write_text(f"{written}\n", encoding="utf-8")
    (HERE / "results.md").write_text(report.page(results), encoding="utf-8")
