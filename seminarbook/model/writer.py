"""Records → the canonical text of a data file.

One way to write each file, so that a comparison of two versions shows facts only: UTF-8, lines
that end with LF, columns and rows in canonical order, quotes only where a cell needs them.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from seminarbook.model.column_types import LIST_SEPARATOR
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.records import RECORD_CLASSES, Record
from seminarbook.model.series import Series

_NEEDS_QUOTES = frozenset(',"\n\r')


def canonical_text(record: type[Record], rows: Iterable[Record]) -> str:
    """The text of a data file; the rows are taken in the order given."""
    columns = record.columns()
    texts = ([cell_text(getattr(row, name)) for name in columns] for row in rows)
    return "\n".join([csv_line(columns), *map(csv_line, texts)]) + "\n"


def csv_line(cells: Iterable[str]) -> str:
    """Cells as a line of a data file, with quotes only where a cell needs them."""
    return ",".join(map(_quoted, cells))


def write_series(series: Series, folder: Path) -> tuple[Path, ...]:
    """Write each data file of the folder in its canonical form; the files that changed.

    A file that is already so is not touched, and an optional file that is not there stays away.
    """
    changed = []
    for record in RECORD_CLASSES:
        path = folder / f"{record.file}.csv"
        data = canonical_text(record, series.rows(record.file)).encode()
        if path.exists():
            if path.read_bytes() == data:
                continue
        elif record.optional:
            continue
        replace_file(path, data)
        changed.append(path)
    return tuple(changed)


def replace_file(path: Path, data: bytes) -> None:
    """Put new bytes in place of a file's at once, so that no reader meets half of them."""
    target = path.resolve()
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(data)
    os.replace(beside, target)


def cell_text(value: object) -> str:
    """The text of a value as it stands in a data file, without quotes."""
    match value:
        case str():
            text = value
        case None:
            return ""
        case tuple():
            text = f"{LIST_SEPARATOR} ".join(value)
        case PartialDate():
            return value.iso()
        case Decimal():
            return f"{value.normalize():f}"
        case _:
            return str(value)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _quoted(text: str) -> str:
    if _NEEDS_QUOTES.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
