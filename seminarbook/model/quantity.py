"""Quantity: a number together with how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Qualifier = Literal[
    "exactly", "about", "at least", "at most", "fewer than", "between", "not recorded"
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and its qualifier; ``value`` is None only where it is not recorded."""

    qualifier: Qualifier
    value: Decimal | None = None
    upper: Decimal | None = None

    @property
    def recorded(self) -> bool:
        """Whether any number is known. "Not recorded" is never zero."""
        return self.qualifier != "not recorded"

    @property
    def low(self) -> Decimal | None:
        """The least it can be; None where nothing is said. "About" bounds nothing."""
        return self.value if self.qualifier in ("exactly", "at least", "between") else None

    @property
    def high(self) -> Decimal | None:
        """The most it can be, which "fewer than" does not quite reach; None where open."""
        if self.qualifier == "between":
            return self.upper
        return self.value if self.qualifier in ("exactly", "at most", "fewer than") else None

    def words(self) -> str:
        """The quantity as a reader meets it: "about 35", "between 3 and 5", "not recorded"."""
        match self.qualifier:
            case "not recorded":
                return "not recorded"
            case "exactly":
                return number(self.value)
            case "between":
                return f"between {number(self.value)} and {number(self.upper)}"
            case _:
                return f"{self.qualifier} {number(self.value)}"


NOT_RECORDED = Quantity("not recorded")


def number(value: Decimal | None) -> str:
    """A number without needless zeros; thousands are set off from five digits on.

    Four digits stand together, because a year is a number too: 2015, and 12,345.
    """
    if value is None:
        raise ValueError("a recorded quantity has a value")
    separator = "," if abs(value) >= 10_000 else ""
    # Adding 0 takes away an exponent such as 2E+4, in which no thousands are set off.
    return f"{value.normalize() + 0:{separator}f}"
