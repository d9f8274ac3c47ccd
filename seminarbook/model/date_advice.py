"""What a date that is not written as one was probably meant to be."""

from __future__ import annotations

import re
from datetime import date, timedelta

from seminarbook.model.partial_date import PartialDate
from seminarbook.problems import quoted

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_OTHERWISE = "Write year-month-day, as far as it is known."
_NUMBERS = re.compile(r"([0-9]{1,2})[./\- ]([0-9]{1,2})[./\- ]([0-9]{4}|[0-9]{2})")
_NEAR_ISO = re.compile(r"([0-9]{4})[./\- ]([0-9]{1,2})(?:[./\- ]([0-9]{1,2}))?")
_NAMED = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?[./\- ]+)?(?P<month>[A-Za-z]{3,9})\.?"
    r"(?:[./\- ]+(?P<after>[0-9]{1,2})(?:st|nd|rd|th)?,)?(?:[./\-, ]+(?P<year>[0-9]{4}|[0-9]{2}))?"
)
# Spreadsheet programs count days; these are the years 1954 to 2064.
_COUNTED = range(20_000, 60_000)
_FIRST_DAY = date(1899, 12, 30)


def date_advice(text: str) -> str:
    """What to write; both readings where day and month can be taken for each other."""
    if text.isascii() and text.isdigit() and int(text[:9]) in _COUNTED:
        meant = (_FIRST_DAY + timedelta(days=int(text))).isoformat()
        return f"A spreadsheet program wrote a date as a number: write {quoted(meant)}."
    if found := _NUMBERS.fullmatch(text):
        one, two, year = int(found[1]), int(found[2]), _whole(found[3])
        return _offered({f"{year}-{two:02d}-{one:02d}", f"{year}-{one:02d}-{two:02d}"})
    if found := _NEAR_ISO.fullmatch(text):
        return _offered({"-".join([found[1], *(f"{int(p):02d}" for p in found.groups()[1:] if p)])})
    found = _NAMED.fullmatch(text)
    month = found["month"].lower()[:3] if found else ""
    if found is None or month not in _MONTHS:
        return _OTHERWISE
    number = f"{_MONTHS.index(month) + 1:02d}"
    day = found["day"] or found["after"]
    if not found["year"]:
        shown = f"2016-{number}-{int(day):02d}" if day else f"2016-{number}"
        return f"The year is missing: write it as in {quoted(shown)}."
    return _offered(
        {"-".join([_whole(found["year"]), number, *([f"{int(day):02d}"] if day else [])])}
    )


def _whole(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _offered(readings: set[str]) -> str:
    dates = sorted(filter(_is_date, readings))
    if not dates:
        return _OTHERWISE
    if len(dates) == 1:
        return f"Write {quoted(dates[0])}."
    both = " or ".join(quoted(one) for one in dates)
    return f"Write {both}, whichever the source means."


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True
