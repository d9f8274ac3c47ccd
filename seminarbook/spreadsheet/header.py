"""Header: which row of a grid names the columns, and which record class they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seminarbook.faults import files, spreadsheets
from seminarbook.model.records import RECORD_CLASSES, Record
from seminarbook.problems import nearest, quoted
from seminarbook.spreadsheet.grid import Grid, RawCell, Trouble

_ROWS_LOOKED_AT = 20
_LIKELY = 0.6

# Headings that people give to a column of theirs that means the same.
_OTHER_NAMES = {
    "surname": "family_name",
    "last_name": "family_name",
    "first_name": "given_name",
    "forename": "given_name",
    "notes": "note",
    "comment": "note",
    "comments": "note",
    "role": "group",
    "number": "value",
    "count": "value",
    "how_many": "value",
    "how_sure": "qualifier",
    "town": "city",
    "organisation": "affiliation",
    "organization": "affiliation",
    "link": "url",
    "sources": "source",
    "where_in_the_source": "locator",
    "where": "locator",
    "page": "locator",
    "pages": "locator",
}

CLASSES = {record.file: record for record in RECORD_CLASSES}
ALL_COLUMNS = frozenset(name for record in RECORD_CLASSES for name in record.columns())


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns (its index), and where each known column stands."""

    index: int
    places: dict[str, int]
    troubles: tuple[Trouble, ...]
    notices: tuple[str, ...]


def column_name(cell: RawCell) -> str:
    """A heading as a column is called: “Given name *” → given_name."""
    if not isinstance(cell.value, str):
        return ""
    return re.sub(r"[^a-z0-9]+", "_", cell.value.casefold()).strip("_")


def find_header(grid: Grid, record: type[Record]) -> Header | None:
    """The header of a grid that holds rows of this record class; None if it has none."""
    index, names = _best_row(grid, frozenset(record.columns()))
    if index is None:
        return None
    places: dict[str, int] = {}
    troubles: list[Trouble] = []
    where = f"sheet “{grid.place.sheet}”" if grid.place.sheet else grid.place.file
    notices: list[str] = []
    for column, name in enumerate(names):
        other = _other_name(name, record)
        if other != name and other not in names:
            written = str(grid.rows[index][column].value).strip()
            notices.append(f"{where}: the column {quoted(written)} is read as “{other}”.")
            names[column] = other
    for column, name in enumerate(names):
        at = grid.at(index, column + 1)
        written = str(grid.rows[index][column].value)
        if name in places:
            message = f"The column {quoted(written)} appears twice."
            troubles.append(Trouble(at, files.COLUMN_DUPLICATE, message, "Keep one of them."))
        elif name in record.columns():
            places[name] = column
        elif name:
            known = set(record.columns()) - set(names)
            advice = nearest(name, known) or f"Its columns: {', '.join(record.columns())}."
            message = f"{record.file} has no column {quoted(written)}."
            troubles.append(Trouble(at, files.COLUMN_UNKNOWN, message, advice))
        else:
            troubles += _nameless(grid, index, column)
    above = [grid.line(row) for row in range(index) if not _is_blank(grid.rows[row])]
    if above:
        rows = f"row {above[0]}" if len(above) == 1 else f"rows {above[0]}–{above[-1]}"
        notices.append(f"{where}: what stands above the header ({rows}) is passed over.")
    return Header(index, places, tuple(troubles), tuple(notices))


def likely_class(grid: Grid) -> type[Record] | None:
    """The record class that most of the headings of the grid belong to, if one stands out."""
    best: tuple[float, int, float] = (0, 0, 0)
    likely: type[Record] | None = None
    for record in RECORD_CLASSES:
        known = frozenset(record.columns())
        index, names = _best_row(grid, known)
        if index is None:
            continue
        found = sum(_other_name(name, record) in known for name in names)
        share = found / max(1, sum(bool(name) for name in names))
        rank = (share, found, found / len(known))
        if share >= _LIKELY and rank > best:
            best, likely = rank, record
    return likely


def _best_row(grid: Grid, known: frozenset[str]) -> tuple[int | None, list[str]]:
    best: tuple[int, int] | None = None
    for index, row in enumerate(grid.rows[:_ROWS_LOOKED_AT]):
        found = sum(
            name in known or _OTHER_NAMES.get(name, "") in known for name in map(column_name, row)
        )
        if found > 1 and (best is None or found > best[0]):
            best = (found, index)
    if best is None:
        return None, []
    return best[1], [column_name(cell) for cell in grid.rows[best[1]]]


def _other_name(name: str, record: type[Record]) -> str:
    other = _OTHER_NAMES.get(name, name)
    return other if name not in record.columns() and other in record.columns() else name


def _nameless(grid: Grid, header: int, column: int) -> Iterator[Trouble]:
    """The first cell with something in it, of a column that has no name."""
    for index in range(header, len(grid.rows)):
        row = grid.rows[index]
        if column < len(row) and not row[column].blank:
            message = "Something stands in a column that has no name."
            advice = "Name the column in the header, or remove what stands in it."
            yield Trouble(grid.at(index, column + 1), files.COLUMN_BLANK, message, advice)
            return


def no_header(grid: Grid, record: type[Record]) -> Trouble:
    """What to say of a grid without a header."""
    message = f"No row names the columns of {record.file}."
    advice = f"Put them into the first row: {', '.join(record.columns())}."
    return Trouble(grid.place, spreadsheets.HEADER_MISSING, message, advice)


def _is_blank(row: Sequence[RawCell]) -> bool:
    return all(cell.blank for cell in row)
