"""A table as CSV text that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from seminarbook.model.text_source import with_plain_ends
from seminarbook.views.prose import plain
from seminarbook.views.values import Table

# A spreadsheet takes a cell that begins like this for a formula and may run it; some look for
# these signs behind white space too.
_FORMULA_STARTS = ("=", "+", "-", "@")
_WHITE_STARTS = ("\t", "\r", "\n")


def table_csv(table: Table) -> str:
    """The table's heads and rows as comma-separated text with LF at the end of each line.

    Marks, links and citations become the words a reader sees (for citations the keys of the
    bibliography). A cell that a spreadsheet would take for a formula gets a leading apostrophe,
    which spreadsheets show as text. A line break inside a cell is LF.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_safe(column.label) for column in table.columns)
    writer.writerows([_safe(plain(cell)) for cell in row] for row in table.rows)
    return text.getvalue()


def _safe(text: str) -> str:
    text = with_plain_ends(text)
    risky = text.startswith(_WHITE_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)
    return f"'{text}" if risky else text
