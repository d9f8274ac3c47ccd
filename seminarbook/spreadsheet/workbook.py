"""An Excel workbook → a grid for each of its sheets."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seminarbook.faults import spreadsheets
from seminarbook.model.text_source import with_plain_ends
from seminarbook.spreadsheet.archive import refusal
from seminarbook.spreadsheet.grid import Grid, Place, RawCell, Trouble, Wrong, letters

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 20_000
MOST_COLUMNS = 200
# Excel writes a control character as _x000D_, and a text that looks like one as _x005F_x000D_.
_LOOKS_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_ESCAPED = re.compile(r"_x005F(_x[0-9A-Fa-f]{4}_)|_x(00[01][0-9A-Fa-f])_", re.IGNORECASE)


def read_workbook(path: Path) -> tuple[tuple[Grid, ...], tuple[Trouble, ...]]:
    """Every worksheet that is not empty; nothing but troubles if the file cannot be opened."""
    from openpyxl import load_workbook

    if refused := refusal(path):
        return (), (refused,)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it passes over: drop-down lists, themes, pictures.
            warnings.simplefilter("ignore")
            # openpyxl leaves a file open that it could not read to its end.
            contents = path.read_bytes()
            extents = _extents(load_workbook(BytesIO(contents), read_only=True))
            workbook = load_workbook(BytesIO(contents), rich_text=False)
    except Exception as error:  # openpyxl fails in many ways on a damaged file
        message = f"The workbook is damaged ({type(error).__name__})."
        advice = "Open it in a spreadsheet program and save it again."
        return (), (
            Trouble(Place(path.name), spreadsheets.SPREADSHEET_UNREADABLE, message, advice),
        )
    grids: list[Grid] = []
    troubles: list[Trouble] = []
    for sheet in workbook.worksheets:
        place = Place(path.name, sheet.title)
        extent = extents.get(sheet.title, (0, 0))
        if extent is None:
            message = f"The sheet has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns."
            troubles.append(Trouble(place, spreadsheets.SPREADSHEET_TOO_LARGE, message))
        elif extent != (0, 0):
            grids.append(_grid(place, sheet, *extent))
    return tuple(grids), tuple(troubles)


def _extents(workbook: Any) -> dict[str, tuple[int, int] | None]:
    """The last row and column of each sheet in which anything stands; None if too far away.

    Programs write cells that have a format and nothing else, up to a million rows of them; so a
    first reading, which keeps nothing, finds where the table ends.
    """
    found = {sheet.title: _extent(sheet) for sheet in workbook.worksheets}
    workbook.close()
    return found


def _extent(sheet: ReadOnlyWorksheet) -> tuple[int, int] | None:
    rows = columns = 0
    # What the file says of its own size is often wrong.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        for column, value in enumerate(row, start=1):
            if value is not None and value != "":
                rows, columns = number, max(columns, column)
        if rows > MOST_ROWS or columns > MOST_COLUMNS:
            return None
    return rows, columns


def _grid(place: Place, sheet: Worksheet, rows: int, columns: int) -> Grid:
    merged = {
        (row, column): str(area)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, rows) + 1)
        for column in range(area.min_col, min(area.max_col, columns) + 1)
    }
    found = tuple(
        tuple(_cell(cell, merged) for cell in row)
        for row in sheet.iter_rows(max_row=rows, max_col=columns)
    )
    return Grid(
        place,
        found,
        notices=tuple(_notices(sheet, rows, columns)),
        hidden=sheet.sheet_state != "visible",
    )


def _notices(sheet: Worksheet, rows: int, columns: int) -> Iterator[str]:
    name = f"sheet “{sheet.title}”"
    hidden = [number for number in range(1, rows + 1) if sheet.row_dimensions[number].hidden]
    if hidden:
        which = ", ".join(map(str, hidden[:8])) + ("…" if len(hidden) > 8 else "")
        yield f"{name}: hidden rows are read like the others ({which})."
    out = [letter for letter in map(letters, range(1, columns + 1))
           if sheet.column_dimensions[letter].hidden]  # fmt: skip
    if out:
        yield f"{name}: hidden columns are read like the others ({', '.join(out)})."
    comments = sum(
        1 for row in sheet.iter_rows(max_row=rows, max_col=columns) for cell in row if cell.comment
    )
    if comments:
        yield f"{name}: the comments on {comments} cell{'s' * (comments > 1)} are not read."


def _cell(cell: Any, merged: dict[tuple[int, int], str]) -> RawCell:
    if area := merged.get((cell.row, cell.column)):
        message = f"The cell belongs to the merged cells {area}."
        advice = "Undo the merging, and write the value into every row that it is meant for."
        return RawCell(wrong=Wrong(spreadsheets.CELL_MERGED, message, advice))
    value = cell.value
    if cell.data_type == "f":
        shown = value if isinstance(value, str) else "an array formula"
        message = f"The cell holds a formula ({shown[:60]})."
        advice = "Copy it and paste it as values."
        return RawCell(wrong=Wrong(spreadsheets.CELL_FORMULA, message, advice))
    if cell.data_type == "e":
        message = f"The cell holds an error of the spreadsheet program ({value})."
        return RawCell(wrong=Wrong(spreadsheets.CELL_ERROR, message, "Type the value again."))
    if isinstance(value, str):
        return RawCell(unescaped(value))
    if value is None or isinstance(value, bool | int | float | datetime | date | time | timedelta):
        return RawCell(value, str(cell.number_format or ""))
    message = f"The cell holds {type(value).__name__}, which cannot be read."
    return RawCell(wrong=Wrong(spreadsheets.CELL_TYPE, message, "Type the value again, as text."))


def unescaped(text: str) -> str:
    """A text of a workbook as it was meant, its line ends as LF."""
    plain = _ESCAPED.sub(lambda found: found[1] or chr(int(found[2], 16)), text)
    return with_plain_ends(plain)


def escaped(text: str) -> str:
    """A text in which Excel finds nothing to unescape."""
    return _LOOKS_ESCAPED.sub(lambda found: f"_x005F{found[0]}", text)
