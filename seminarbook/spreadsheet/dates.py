"""Dates and times as people and spreadsheets write them → as the data files do."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from seminarbook.faults import spreadsheets
from seminarbook.model.partial_date import PartialDate
from seminarbook.spreadsheet.grid import Wrong

_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_ISO_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?")
_NAMES = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_FULL_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+)\.?,?\s+(\d{4})")
_QUOTED_IN_FORM = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def date_text(text: str) -> str | Wrong:
    """A date as year-month-day if the text has one meaning; the text itself if it has none."""
    if found := _ISO_WITH_TIME.fullmatch(text):
        return found[1]
    if found := _NUMBERS.fullmatch(text):
        one, two, year = int(found[1]), int(found[2]), int(found[3])
        readings = sorted({iso for iso in (_iso(year, two, one), _iso(year, one, two)) if iso})
        if len(readings) == 1:
            return readings[0]
        if readings:
            message = f"“{text}” can be read in two ways."
            advice = f"Write “{readings[0]}” or “{readings[1]}”, whichever is meant."
            return Wrong(spreadsheets.CELL_AMBIGUOUS, message, advice)
    if found := _IN_WORDS.fullmatch(text):
        month = _month(found[2])
        if month and (found[1] is None or _iso(int(found[3]), month, int(found[1]))):
            return PartialDate(int(found[3]), month, int(found[1] or 0)).iso()
    return text


def _month(name: str) -> int:
    folded = name.casefold()
    if folded in _FULL_NAMES:
        return _FULL_NAMES.index(folded) + 1
    short = "sep" if folded == "sept" else folded
    return _NAMES.index(short) + 1 if short in _NAMES else 0


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def day_of_cell(value: date | datetime, form: str) -> str | Wrong:
    """A date cell as far as its format shows it: a day, or a month of a year, or a year."""
    if isinstance(value, datetime) and value.time() != time():
        message = f"The cell holds a time of day too ({value:%Y-%m-%d %H:%M})."
        return Wrong(spreadsheets.CELL_TYPE, message, f"Write “{value:%Y-%m-%d}”.")
    shown = _QUOTED_IN_FORM.sub("", form.split(";")[0]).casefold()
    if "y" in shown and "d" not in shown:
        return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
    if "y" not in shown and shown not in ("", "general"):
        message = f"The cell shows no year; the spreadsheet has made it {value:%Y-%m-%d}."
        return Wrong(spreadsheets.CELL_AMBIGUOUS, message, "Format it as text and write it whole.")
    return f"{value:%Y-%m-%d}"


def clock_of_cell(value: time | timedelta | datetime) -> str | Wrong:
    """A time of day as hours and minutes."""
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        if 0 <= minutes < 24 * 60 and not seconds:
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
    elif isinstance(value, time):
        return f"{value:%H:%M}"
    message = f"The cell holds {value}, which is no time of day."
    return Wrong(spreadsheets.CELL_TYPE, message, "Format it as text and write it like 09:30.")


_CLOCK = re.compile(r"(\d{1,2})[.:h](\d{2})(?::00)?\s*([ap]\.?m\.?)?", re.IGNORECASE)


def clock_text(text: str) -> str:
    """A time like 9.30 or 2:15 pm as 09:30 and 14:15; the text itself if it is none."""
    if found := _CLOCK.fullmatch(text):
        hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").casefold()[:1]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60:
            return f"{hour:02d}:{minute:02d}"
    return text
