"""The series → an Excel workbook, a sheet for each data file, that comes back without loss."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from seminarbook.faults import spreadsheets
from seminarbook.model.columns import Column, columns_of
from seminarbook.model.records import RECORD_CLASSES, Record
from seminarbook.model.series import Series
from seminarbook.model.writer import cell_text
from seminarbook.problems import Problem
from seminarbook.spreadsheet.grid import letters
from seminarbook.spreadsheet.workbook import escaped

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_767
# A workbook says when it was made; ours says always the same, so that equal data are equal files.
_ALWAYS = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROMPT = 255
_ROOM = 200
_WIDTHS = {"id": 28, "number": 10, "whole number": 10, "date": 12, "clock time": 10}
_NARROW, _WIDE = 18, 48


def too_long(series: Series) -> tuple[Problem, ...]:
    """The cells that a spreadsheet would cut off."""
    return tuple(
        Problem(
            f"{series.folder}/{record.file}.csv", row.line, 0, spreadsheets.EXPORT_TOO_LONG,
            f"The text has {len(text):,} characters; a spreadsheet holds {LONGEST_CELL:,}.",
            "Shorten it.", name,
        )
        for record in RECORD_CLASSES
        for row in series.rows(record.file)
        for name in record.columns()
        if len(text := escaped(cell_text(getattr(row, name)))) > LONGEST_CELL
    )  # fmt: skip


def workbook_of(series: Series, files: Sequence[str]) -> bytes:
    """The bytes of the workbook, equal for equal data."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "seminarbook"
    for record in RECORD_CLASSES:
        if record.file in files:
            _fill(workbook.create_sheet(record.file), record, series, files)
    made = io.BytesIO()
    workbook.save(made)
    return _timeless(made.getvalue())


def _fill(sheet: Worksheet, record: type[Record], series: Series, files: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font

    columns = columns_of(record)
    rows = series.rows(record.file)
    for number, column in enumerate(columns, start=1):
        head = sheet.cell(1, number, column.name)
        head.font = Font(bold=True)
        sheet.column_dimensions[letters(number)].width = _width(column)
    for line, row in enumerate(rows, start=2):
        for number, column in enumerate(columns, start=1):
            value = getattr(row, column.name)
            if value is not None:
                cell = sheet.cell(line, number)
                _write(cell, value)
                cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{letters(len(columns))}{max(2, len(rows) + 1)}"
    last = len(rows) + 1 + _ROOM
    for number, column in enumerate(columns, start=1):
        _help(sheet, letters(number), column, last, files)
        if column.kind not in ("number", "whole number"):
            # New rows are text too, so that the program makes no dates of what is typed.
            sheet.column_dimensions[letters(number)].number_format = "@"


def _write(cell: Any, value: object) -> None:
    if isinstance(value, int):
        cell.value = value
        return
    if isinstance(value, Decimal):
        # Excel is sure of 15 digits; a number that has no more is the same there and back.
        cell.value = float(value) if value % 1 else int(value)
        return
    text = escaped(cell_text(value))
    cell.value = text
    # Set after the value, which would make a formula of a text that begins with “=”.
    cell.data_type = "s"
    cell.number_format = "@"
    if text.startswith(("=", "+", "-", "@", "\t", "\r", "'")):
        cell.quotePrefix = True


def _width(column: Column) -> int:
    if column.prose or column.name == "locator":
        return _WIDE
    return _WIDTHS.get(column.kind, _NARROW)


def _help(sheet: Worksheet, letter: str, column: Column, last: int, files: Sequence[str]) -> None:
    """What the column means, shown when a cell is chosen, and the words it may hold."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = _choices(column, files)
    rule = DataValidation(
        type="list" if choices else None,
        formula1=choices or None,
        allow_blank=True,
        # The import checks every cell; the sheet only helps, and never forbids.
        showErrorMessage=False,
        showInputMessage=True,
        promptTitle=column.name,
        prompt=column.meaning[:_LONGEST_PROMPT],
    )
    rule.add(f"{letter}2:{letter}{last}")
    sheet.add_data_validation(rule)


def _choices(column: Column, files: Sequence[str]) -> str:
    if column.allowed and len(words := ",".join(column.allowed)) < _LONGEST_PROMPT:
        return f'"{words}"'
    if column.reference and not column.many and column.reference.file in files:
        return f"={column.reference.file}!$A$2:$A$1000"
    return ""


def _timeless(data: bytes) -> bytes:
    """The same workbook without the time at which it was made."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as read,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name, contents in _parts(read):
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, contents)
    return made.getvalue()


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.xml.functions import fromstring, tostring

    for name in archive.namelist():
        contents = archive.read(name)
        if name == "docProps/core.xml":
            properties = DocumentProperties.from_tree(fromstring(contents))
            properties.created = properties.modified = datetime(*_ALWAYS, tzinfo=UTC)
            contents = tostring(properties.to_tree())
        yield name, contents
