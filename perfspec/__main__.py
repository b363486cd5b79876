"""The command `perfspec`."""

import gc
import sys

# Before the modules are loaded: a run makes many records and hardly a cycle, and looking for
# cycles after every 700 of them takes a tenth of the time of `check`.
gc.set_threshold(100_000, 50, 50)

from perfspec import cli  # noqa: E402 — behind the line above


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(cli.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
