"""The rows or columns of a sheet that are used, close together.

In: their numbers, and those that are hidden. Out: where each stands in a grid in which a gap of any
width is one empty row or column, and the edges are cut off.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence


class Order:
    """Used numbers and their places from 0."""

    def __init__(self, used: Iterable[int], hidden: Sequence[int]) -> None:
        """Take the used numbers in any order, and the hidden ones sorted."""
        self._used = sorted(set(used))
        self._places: list[int] = []
        before: int | None = None
        place = 0
        for number in self._used:
            if before is not None:
                unseen = bisect_left(hidden, number) - bisect_right(hidden, before)
                place += 1 if number - before - 1 == unseen else 2
            self._places.append(place)
            before = number

    def __len__(self) -> int:
        """Return how many numbers are used."""
        return len(self._used)

    def __contains__(self, number: int) -> bool:
        """Say whether a number is used."""
        at = bisect_left(self._used, number)
        return at < len(self._used) and self._used[at] == number

    def place(self, number: int) -> int:
        """Return where a number stands; one in a gap or behind the last stands with the edge."""
        at = bisect_right(self._used, number) - 1
        if at < 0:
            return 0
        if self._used[at] == number or at + 1 == len(self._used):
            return self._places[at]
        # In a gap: its one empty place, or none where all of it is hidden.
        return self._places[at + 1] - 1
