"""Work in a process of its own: a library that a stranger's file leads astray takes nobody along.

In: a function and its arguments. Out: what it returns, or the `PerfspecError` that it raises; a
`PerfspecError` too where it takes more than `SECONDS`, or more memory than `MEMORY`, or dies. The
limits hold on Linux; elsewhere the work is done here.
"""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from perfspec.errors import PerfspecError
from perfspec.messages import message

SECONDS = 120
MEMORY = 2 * 1024 * 1024 * 1024
# A result, what is wrong with the file, a bug: one of them.
_NOTHING = (None, None, None)

Done = TypeVar("Done")


def done(work: Callable[[bytes, str], Done], data: bytes, name: str) -> Done:
    """Return what `work` makes of a file."""
    if sys.platform != "linux":
        return work(data, name)
    # On use: most commands need none of it.
    import multiprocessing  # noqa: PLC0415

    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, data, name), daemon=True)
    process.start()
    there.close()
    try:
        result, said, problem = here.recv() if here.poll(SECONDS) else _NOTHING
    except EOFError:
        result, said, problem = _NOTHING
    finally:
        process.kill()
        process.join()
        here.close()
    if problem is not None:
        raise problem
    if said is not None:
        raise PerfspecError(*said)
    if result is None:
        raise PerfspecError(
            message(
                "{name} is not read: it takes more than {n} seconds or {size} MB of memory",
                name=name,
                n=SECONDS,
                size=MEMORY // (1024 * 1024),
            ),
            message("no office program writes such a file; ask where it comes from"),
        )
    return result  # type: ignore[no-any-return]


def _work(there: Any, work: Callable[[bytes, str], object], data: bytes, name: str) -> None:  # noqa: ANN401 — a connection, which has no public type
    _limit()
    told: tuple[object, object, object]
    try:
        told = work(data, name), None, None
    except MemoryError:
        return
    except PerfspecError as problem:
        told = None, (problem.message, problem.hint), None
    except Exception as problem:  # noqa: BLE001 — it is raised again where somebody hears it
        told = None, None, problem
    there.send(told)


def _limit() -> None:
    """Limit the memory of this process, and let it die in silence."""
    import resource  # noqa: PLC0415 — there is none on Windows

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)
