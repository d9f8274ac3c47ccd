"""PartialDate: a day, a month or a year, as far as the record goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An ISO date whose day, or day and month, may be unknown (0)."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2016``, ``2016-04`` or ``2016-04-19``; ValueError on anything else."""
        found = _FORM.match(text)
        if not found:
            raise ValueError(f"“{text}” is not a date like 2016-04-19, 2016-04 or 2016")
        year, month, day = (int(part) if part else 0 for part in found.groups())
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            raise ValueError(f"there is no day “{text}” in the calendar") from None
        if (found[2] and not month) or (found[3] and not day):
            raise ValueError(f"there is no day “{text}” in the calendar")
        return cls(year, month, day)

    def iso(self, separator: str = "-") -> str:
        """The date as it stands in a data file; some formats want another separator."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return separator.join(parts)

    def words(self) -> str:
        """The date as a reader meets it: "19 April 2016", "April 2016", "2016"."""
        parts = [str(self.day)] if self.day else []
        parts += [_MONTHS[self.month - 1]] if self.month else []
        return " ".join([*parts, str(self.year)])
