"""The room between two blocks: margins that meet become one, padding adds up."""

from decimal import Decimal

from perfspec.render.docx.body import ZERO


class Gap:
    """The room that has gathered since the last block."""

    def __init__(self) -> None:
        self._below: list[Decimal] = []
        self._above: list[Decimal] = []
        self._fixed = ZERO

    def margin_below(self, margin: Decimal) -> None:
        """Add the lower margin of what has ended."""
        self._below.append(margin)

    def margin_above(self, margin: Decimal) -> None:
        """Add the upper margin of what begins."""
        self._above.append(margin)

    def room(self, points: Decimal) -> None:
        """Add room that meets with no margin: padding, an edge, what is left of a height."""
        if points:
            self._fixed = self.size() + points
            self._below, self._above = [], []

    def cut(self) -> None:
        """Forget it: a page ends here."""
        self._fixed = ZERO
        self._below, self._above = [], []

    def size(self) -> Decimal:
        """Return how large it is; less than nothing where blocks overlap."""
        return self._fixed + _met([*self._below, *self._above])

    def take(self) -> tuple[Decimal, Decimal]:
        """Return it as the room below the last block and that above the next, and forget it.

        One of them is nothing, so that no program adds them or takes the larger one.
        """
        size, below = self.size(), _met(self._below)
        is_below = self._fixed == 0 and below == size > 0
        self.cut()
        return (size, ZERO) if is_below else (ZERO, size)


def _met(margins: list[Decimal]) -> Decimal:
    return max([*margins, ZERO]) + min([*margins, ZERO])
