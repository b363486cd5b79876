"""Make a Word file of HTML inside this process and say how long that took, and its writing alone.

Usage: python word_step.py HTML FILE. Prints JSON: the processor's seconds from the HTML to the
written file, and those of its last step, from the records of paragraphs and tables on.
"""

import gc
import json
import sys
import time
from pathlib import Path

gc.set_threshold(100_000, 50, 50)  # as `perfspec.__main__` does

from perfspec.render import docx  # noqa: E402 — behind the line above
from perfspec.render.docx import writing  # noqa: E402


def main() -> None:
    """Make, write and print."""
    html = Path(sys.argv[1]).read_text(encoding="utf-8")
    alone: list[float] = []
    write = writing.write

    def timed(*args: object, **options: object) -> bytes:
        start = time.process_time()
        made = write(*args, **options)  # type: ignore[arg-type]  # handed on
        alone.append(time.process_time() - start)
        return made

    docx.writing.write = timed
    start = time.process_time()
    Path(sys.argv[2]).write_bytes(docx.render(html))
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "writing": alone[0]}))


if __name__ == "__main__":
    main()
