"""Build one PDF inside this process and say how long each stage of it took.

Usage: python -m benchmarks.stages STARTED FILING, in the checkout's root: STARTED is the parent's
monotonic clock when it started this process, FILING a path in a workspace. Prints JSON: stage →
seconds, in order.

It does what `perfspec build --to pdf` does, in the same order, but calls the parts one by one;
inside the renderer it wraps the functions to be timed.
"""

import sys
import time

_RUNNING = time.monotonic()

from collections.abc import Callable  # noqa: E402 - the clock runs before anything is imported
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402


class Stages:
    """The time spent in each stage so far."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.seconds: dict[str, float] = {}

    def time(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return `work` so that the time of each call counts as `name`."""

        def timed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever `work` takes
            start = time.monotonic()
            try:
                return work(*args, **kwargs)
            finally:
                self.add(name, time.monotonic() - start)

        return timed

    def add(self, name: str, seconds: float) -> None:
        """Count `seconds` for the stage `name`."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds


def _import_command() -> None:
    import perfspec.cli  # noqa: F401, PLC0415 - its time is what is measured


def build(filing: Path, stages: Stages) -> bytes:
    """Return the PDF of `filing` and note the time of each stage."""
    stages.time("import of perfspec", _import_command)()
    from perfspec import pipeline, workspace  # noqa: PLC0415 - after its time was taken
    from perfspec.render import pdf  # noqa: PLC0415

    _root, (folder,), _found = workspace.select([str(filing)], Path.cwd())
    loaded = stages.time("reading and checking", pipeline.load)(folder)
    stages.time("reading and checking", pipeline.check)(loaded)
    paper = stages.time("HTML", pipeline.compose)(loaded)
    attached = stages.time("HTML", pipeline.attachments)(loaded)

    press = stages.time("import of WeasyPrint", pdf._press)()  # noqa: SLF001 - to be timed
    stages.time("fonts", press.faces.faces)("bundled")
    passes = stages.time("layout", press._Source.render)  # noqa: SLF001

    def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the method it replaces
        stages.add("passes", 1)
        return passes(*args, **kwargs)

    press._Source.render = counted  # noqa: SLF001
    press._write = stages.time("writing the PDF", press._write)  # noqa: SLF001
    font = press.subset.Font
    font.subset = stages.time("of it subsetting fonts", font.subset)

    start = time.monotonic()
    data = press.render(paper.html, attached, "archival", "bundled")
    inner = stages.seconds["layout"] + stages.seconds["writing the PDF"]
    stages.add("parsing HTML, glyphs, merged cells", time.monotonic() - start - inner)
    if not isinstance(data, bytes):
        raise TypeError(data)
    return data


def main(started: float, filing: Path) -> None:
    """Print the stages of one build."""
    import json  # noqa: PLC0415 - not before the clock runs

    stages = Stages()
    stages.add("start of Python", _RUNNING - started)
    build(filing, stages)
    stages.add("all of these", time.monotonic() - started)
    print(json.dumps(stages.seconds))


if __name__ == "__main__":
    main(float(sys.argv[1]), Path(sys.argv[2]))
