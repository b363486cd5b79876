"""Check many filings, in two processes or more where there is enough to do.

In: the folders of filings and the desk of the run. Out: what is said of each, in their order, the
same as in one process. A filing is read and judged for itself, so that none waits for another.
"""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perfspec import pipeline
from perfspec.pipeline import Checked, Desk, Loaded
from perfspec.workspace import FilingFolder

# Projects from which on a second process saves more than it costs.
WORTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is said of a filing, and the files that were read for it."""

    folder: FilingFolder
    files: tuple[str, ...]
    checked: Checked

    @classmethod
    def of(cls, loaded: Loaded, checked: Checked) -> "Looked":
        """Return what was said of a filing that is loaded here."""
        return cls(folder=loaded.folder, files=tuple(loaded.sources), checked=checked)


def check(folders: Sequence[FilingFolder], desk: Desk) -> Iterator[Looked]:
    """Yield what is said of each filing, in the order of `folders`."""
    workers = min(_processors(), len(folders))
    if workers < 2 or not _is_much(folders):  # noqa: PLR2004 — one is no other
        yield from (_look(folder, desk) for folder in folders)
        return
    # On use: few runs have so much to do, and every command loads this module.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    # Forked, the workers have the forms and settings already, and no thread runs here.
    with ProcessPoolExecutor(
        workers, multiprocessing.get_context("fork"), _begin, (desk,)
    ) as executor:
        try:
            yield from executor.map(_work, folders)
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _look(folder: FilingFolder, desk: Desk) -> Looked:
    loaded = pipeline.load(folder, desk)
    return Looked.of(loaded, pipeline.check(loaded))


def _processors() -> int:
    """Return how many processes can run at once; one where they cannot be forked safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _is_much(folders: Sequence[FilingFolder]) -> bool:
    left = WORTH
    for folder in folders:
        projects = folder.root / folder.inner / "projects"
        left -= sum(1 for _ in os.scandir(projects)) if projects.is_dir() else 0
        if left <= 0:
            return True
    return False


_desk: Desk | None = None


def _begin(desk: Desk) -> None:
    """Keep the desk in a worker; who interrupts the run interrupts the first process only."""
    global _desk  # noqa: PLW0603 — set once, when the worker begins
    _desk = desk
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(folder: FilingFolder) -> Looked:
    if _desk is None:
        raise RuntimeError(folder.path)
    return _look(folder, _desk)
