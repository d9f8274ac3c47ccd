"""Workbooks as people make them, for the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook

ATTENDANCE = ("id", "seminar", "group", "value", "upper", "qualifier", "source", "locator", "note")


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    """A workbook with these sheets; each is a list of rows."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path
