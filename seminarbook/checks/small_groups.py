"""What a reader can work out about a group from the total and the other groups."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from seminarbook.model.quantity import Quantity

FEWEST_SHOWN = 5
"""A group of fewer people than this is shown as “fewer than 5”."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most people a group can be; ``high`` may be infinite."""

    low: int
    high: float

    @property
    def possible(self) -> bool:
        """Whether any number of people fits."""
        return self.low <= self.high

    @property
    def gives_away(self) -> bool:
        """Whether a small group is known to a person or two."""
        return self.possible and self.high < FEWEST_SHOWN and self.high - self.low <= 1


def bounds(quantity: Quantity, *, fewest: int = 0) -> Bounds:
    """The bounds that a quantity of people states by itself.

    ``fewest`` is the least that "fewer than" may hide: a group of nobody can be written as 0, so
    a reader may conclude that a hidden group is somebody.
    """
    low = math.ceil(quantity.low or 0)
    high: float = math.inf if quantity.high is None else math.floor(quantity.high)
    if quantity.qualifier == "fewer than" and quantity.high is not None:
        low, high = fewest, math.ceil(quantity.high) - 1
    return Bounds(low, high)


def worked_out(total: Quantity, groups: Sequence[Quantity]) -> tuple[Bounds, ...] | None:
    """What follows for each group if the groups make up the whole; None if nothing can be true.

    If the groups cannot be the whole because they are too few, they are taken for a part of it.
    """
    for fewest in (1, 0):
        whole = bounds(total, fewest=fewest)
        parts = [bounds(group, fewest=fewest) for group in groups]
        least = sum(part.low for part in parts)
        if least > whole.high or not all(bound.possible for bound in (whole, *parts)):
            continue
        most = sum(part.high for part in parts if part.high < math.inf)
        open_ended = sum(part.high == math.inf for part in parts)
        is_whole = bool(open_ended) or most >= whole.low
        found = []
        for part in parts:
            low, high = part.low, min(part.high, whole.high - (least - part.low))
            is_open = part.high == math.inf
            if is_whole and not (open_ended - is_open):
                others = most if is_open else most - part.high
                low = max(low, math.ceil(whole.low - others))
            found.append(Bounds(low, high))
        return tuple(found)
    return None
