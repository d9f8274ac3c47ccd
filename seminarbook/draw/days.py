"""The days that a partial date can mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from seminarbook.model.partial_date import PartialDate


def span(day: PartialDate) -> tuple[date, date]:
    """The first and last day that a partial date can mean."""
    first = date(day.year, day.month or 1, day.day or 1)
    month = day.month or 12
    return first, date(day.year, month, day.day or monthrange(day.year, month)[1])
