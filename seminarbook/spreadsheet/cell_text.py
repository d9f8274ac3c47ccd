"""A raw cell → the text that a data file would hold in its column."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from seminarbook.faults import spreadsheets
from seminarbook.model.column_types import LIST_SEPARATOR, split_list
from seminarbook.model.columns import Column
from seminarbook.spreadsheet.dates import clock_of_cell, clock_text, date_text, day_of_cell
from seminarbook.spreadsheet.grid import RawCell, Wrong
from seminarbook.spreadsheet.numbers import number_of_cell, number_text

_NUMERIC = ("number", "whole number")
# A number this long in a column of text is a telephone number or the like.
_LONG = 10**7
_DIGITS = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,20})?")
_ZEROS = re.compile(r"0+")


def cell_text(column: Column, cell: RawCell, *, continental: bool = False) -> str | Wrong:
    """The text of a cell as its column writes it, or why it cannot be taken.

    What has one meaning is brought into form; what has none stays as it is, and is reported with
    everything else that is wrong with the row.
    """
    if cell.wrong:
        return cell.wrong
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return _from_text(
            column, unicodedata.normalize("NFC", value.strip()), continental=continental
        )
    if isinstance(value, bool):
        message = f"The cell holds a switch ({str(value).upper()}), not a word."
        return Wrong(spreadsheets.CELL_TYPE, message, "Format it as text and write the word.")
    if isinstance(value, int | float):
        return _from_number(column, value, cell.form)
    return _from_time(column, value, cell.form)


def _from_text(column: Column, text: str, *, continental: bool) -> str | Wrong:
    if column.many:
        return f"{LIST_SEPARATOR} ".join(split_list(text)) or text
    if column.kind == "date":
        return date_text(text)
    if column.kind == "clock time":
        return clock_text(text)
    if column.kind in _NUMERIC:
        found = number_text(text, continental=continental)
        return found if isinstance(found, Wrong) else _canonical(found)
    if column.kind == "word":
        folded = {word.casefold(): word for word in column.allowed}
        return folded.get(" ".join(text.split()).casefold(), text)
    return text


def _canonical(text: str) -> str:
    """A number in digits without needless zeros; other text as it is."""
    return f"{Decimal(text).normalize():f}" if _DIGITS.fullmatch(text) else text


def _from_number(column: Column, value: int | float, form: str) -> str | Wrong:
    found = number_of_cell(value, form)
    if isinstance(found, Wrong) or column.kind in _NUMERIC:
        return found
    if column.kind == "date":
        if found.isdecimal() and len(found) == 4:
            return found
        message = f"The cell holds the number {found}, not a date."
        return Wrong(spreadsheets.CELL_TYPE, message, "Format it as text: 2016-04-19.")
    if column.kind == "clock time":
        message = f"The cell holds the number {found}, not a time of day."
        return Wrong(spreadsheets.CELL_TYPE, message, "Format it as text: 09:30.")
    if _ZEROS.fullmatch(form):
        return found.zfill(len(form))
    if abs(value) >= _LONG:
        message = f"The cell holds the number {found}; zeros before it would be lost."
        return Wrong(spreadsheets.CELL_TYPE, message, "Format it as text, and type it again.")
    return found


def _from_time(column: Column, value: datetime | date | time | timedelta, form: str) -> str | Wrong:
    is_day = isinstance(value, date)
    if column.kind == "date" and isinstance(value, date):
        return day_of_cell(value, form)
    if column.kind == "clock time" and not is_day:
        return clock_of_cell(value)  # type: ignore[arg-type]
    shown = f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)
    kind = "date" if is_day else "time"
    message = f"The spreadsheet has turned what was typed into a {kind} ({shown})."
    return Wrong(spreadsheets.CELL_TYPE, message, "Format it as text, and type it again.")
