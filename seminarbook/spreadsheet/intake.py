"""A grid → rows of a data file: cells as text by column, each knowing where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seminarbook.faults import cells as cell_faults
from seminarbook.faults import files
from seminarbook.model.columns import Column, columns_of
from seminarbook.model.records import Counted, Record
from seminarbook.problems import quoted
from seminarbook.spreadsheet.cell_text import cell_text
from seminarbook.spreadsheet.grid import Grid, Place, RawCell, Trouble, Wrong
from seminarbook.spreadsheet.header import Header, find_header, no_header
from seminarbook.spreadsheet.names import Names
from seminarbook.spreadsheet.numbers import quantity_text


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A row that is to be imported. Columns that the sheet does not have are not in ``cells``."""

    place: Place
    cells: dict[str, str]
    columns: dict[str, int]

    @property
    def id(self) -> str:
        """The row's id; blank if it has none."""
        return self.cells.get("id", "")

    def at(self, column: str) -> Place:
        """The place of a cell, or of the row if the sheet has no such column."""
        return Place(self.place.file, self.place.sheet, self.place.row, self.columns.get(column, 0))


@dataclass(frozen=True, slots=True)
class Incoming:
    """Everything that one grid brings for one data file."""

    record: type[Record]
    place: Place
    rows: tuple[IncomingRow, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notices: tuple[str, ...] = ()


def incoming(grid: Grid, record: type[Record], names: Names) -> Incoming:
    """The rows of a grid for the file of this record class, and all that is wrong with them."""
    header = find_header(grid, record)
    if header is None:
        troubles = (*grid.troubles, no_header(grid, record))
        return Incoming(record, grid.place, troubles=troubles, notices=grid.notices)
    rows: list[IncomingRow] = []
    troubles = (*grid.troubles, *header.troubles)
    for index in range(header.index + 1, len(grid.rows)):
        if all(cell.blank for cell in grid.rows[index]):
            continue
        row, wrong = _row(grid, header, index, record, names)
        rows.append(row)
        troubles = (*troubles, *wrong)
    troubles = (*troubles, *_twice(rows))
    return Incoming(record, grid.place, tuple(rows), troubles, (*grid.notices, *header.notices))


def _row(
    grid: Grid, header: Header, index: int, record: type[Record], names: Names
) -> tuple[IncomingRow, list[Trouble]]:
    columns = {column.name: column for column in columns_of(record)}
    raw = grid.rows[index]
    quantity = _quantity(record, header, raw)
    cells: dict[str, str] = {}
    troubles: list[Trouble] = []
    for name, place in header.places.items():
        cell = raw[place] if place < len(raw) else RawCell()
        if name in quantity:
            cell = RawCell(quantity[name])
        found = cell_text(columns[name], cell, continental=grid.continental)
        if not isinstance(found, Wrong):
            # A refused name still helps to tell the row from others.
            cells[name] = found
            found = names.id_of(columns[name], found)
        if isinstance(found, Wrong):
            at = grid.at(index, place + 1)
            troubles.append(Trouble(at, found.code, found.message, found.advice, name))
        cells[name] = cells.get(name, "") if isinstance(found, Wrong) else found
    cells |= {name: text for name, text in quantity.items() if name not in cells}
    troubles += _beyond(grid, index, header, columns)
    if not cells.get("id"):
        cells["id"] = names.row_id(record, cells)
    refused = {trouble.field for trouble in troubles}
    cells |= {name: "" for name in refused if name in cells}
    places = {name: place + 1 for name, place in header.places.items()}
    return IncomingRow(grid.at(index), cells, places), troubles


def _quantity(record: type[Record], header: Header, raw: tuple[RawCell, ...]) -> dict[str, str]:
    """What a cell like “about 35” says for the columns of a quantity, if they say nothing else."""
    if not issubclass(record, Counted) or "value" not in header.places:
        return {}

    def cell(name: str) -> RawCell:
        place = header.places.get(name)
        return raw[place] if place is not None and place < len(raw) else RawCell()

    value = cell("value").value
    if not isinstance(value, str) or not (cell("qualifier").blank and cell("upper").blank):
        return {}
    return quantity_text(value)


def _beyond(
    grid: Grid, index: int, header: Header, columns: dict[str, Column]
) -> Iterator[Trouble]:
    """Cells to the right of the last heading. Within the heading’s width they are reported once."""
    width = len(grid.rows[header.index])
    for column, cell in enumerate(grid.rows[index][width:], start=width + 1):
        if not cell.blank:
            message = f"The row has more cells than the header has columns ({len(columns)})."
            advice = "Put double quotes round a text that holds the separator."
            yield Trouble(grid.at(index, column), files.ROW_LONG, message, advice)
            return


def _twice(rows: list[IncomingRow]) -> Iterator[Trouble]:
    seen: dict[str, IncomingRow] = {}
    for row in rows:
        if row.id and row.id in seen:
            message = f"{quoted(row.id)} is also the id of row {seen[row.id].place.row}."
            yield Trouble(
                row.at("id"), cell_faults.ID_DUPLICATE, message, "Give one another id.", "id"
            )
        seen.setdefault(row.id, row)
