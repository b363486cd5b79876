"""How much memory something takes at most."""

import tracemalloc
from collections.abc import Callable


def peak(act: Callable[[], object]) -> int:
    """Return the most bytes that were taken at once while `act` ran."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
