"""Comparison: what a sheet would add to a data file, change in it, or leave out of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from seminarbook.model.columns import columns_of
from seminarbook.model.records import Record
from seminarbook.model.sheet import Sheet
from seminarbook.spreadsheet.cell_text import cell_text
from seminarbook.spreadsheet.grid import RawCell
from seminarbook.spreadsheet.intake import Incoming, IncomingRow

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that would be added, changed or removed; each cell as (column, old, new)."""

    kind: Literal["added", "changed", "removed"]
    id: str
    row: int
    cells: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class FileChange:
    """What an import does to one data file.

    ``rows`` are all rows after it, each with the row of the sheet it came from; ``kept`` are the
    ids of rows that the sheet does not have and that stay.
    """

    record: type[Record]
    rows: tuple[tuple[Cells, IncomingRow | None], ...]
    changes: tuple[RowChange, ...]
    same: int
    kept: tuple[str, ...]

    @property
    def path(self) -> str:
        """The data file, from the book's folder."""
        return f"data/{self.record.file}.csv"

    def csv(self) -> tuple[str, dict[int, IncomingRow | None]]:
        """The file after the import, and for the first line of each row where it came from."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        columns = self.record.columns()
        writer.writerow(columns)
        origins: dict[int, IncomingRow | None] = {}
        line = 2
        for cells, origin in self.rows:
            origins[line] = origin
            texts = [cells.get(name, "") for name in columns]
            writer.writerow(texts)
            line += 1 + sum(text.count("\n") for text in texts)
        return text.getvalue(), origins


def compared(sheet: Sheet, brought: Incoming, *, remove_missing: bool) -> FileChange:
    """What the rows brought would do to the data file as it stands."""
    new = {row.id: row for row in brought.rows if row.id}
    rows: list[tuple[Cells, IncomingRow | None]] = []
    changes: list[RowChange] = []
    kept: list[str] = []
    same = 0
    seen: set[str] = set()
    for present in sheet.rows or ():
        id_ = present.cells.get("id", "")
        row = new.get(id_)
        seen.add(id_)
        if row is None:
            if remove_missing:
                cells = _told(present.cells, {}, sheet.record.columns())
                changes.append(RowChange("removed", id_, present.row.line, cells))
            else:
                kept.append(id_)
                rows.append((present.cells, None))
            continue
        cells = tuple(_different(sheet.record, present.cells, row.cells))
        if cells:
            changes.append(RowChange("changed", id_, row.place.row, cells))
        else:
            same += 1
        merged = present.cells | {name: after for name, _, after in cells}
        rows.append((merged, row))
    for row in brought.rows:
        if row.id in seen:
            continue
        cells = _told({}, row.cells, sheet.record.columns())
        changes.append(RowChange("added", row.id, row.place.row, cells))
        rows.append((row.cells, row))
    return FileChange(sheet.record, tuple(rows), tuple(changes), same, tuple(kept))


def _different(record: type[Record], old: Cells, new: Cells) -> Iterator[tuple[str, str, str]]:
    for column in columns_of(record):
        if column.name not in new:
            continue
        before, after = old.get(column.name, ""), new[column.name]
        if before != after and cell_text(column, RawCell(before)) != after:
            yield column.name, before, after


def _told(old: Cells, new: Cells, columns: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Every cell that is not blank, the id aside."""
    return tuple(
        (name, old.get(name, ""), new.get(name, ""))
        for name in columns
        if name != "id" and (old.get(name) or new.get(name))
    )
