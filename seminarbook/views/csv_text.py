"""A table as CSV text that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from seminarbook.views.prose import plain
from seminarbook.views.values import Table

# A spreadsheet takes a cell that begins like this for a formula and may run it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: Table) -> str:
    """The table's heads and rows as comma-separated text with LF at the end of each line.

    Marks, links and citations become the words a reader sees (for citations the keys of the
    bibliography). A cell that a spreadsheet would take for a formula gets a leading apostrophe,
    which spreadsheets show as text.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_safe(column.label) for column in table.columns)
    writer.writerows([_safe(plain(cell)) for cell in row] for row in table.rows)
    return text.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
