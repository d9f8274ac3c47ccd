"""The data dictionary: one table a data file, drawn from the record classes."""

from __future__ import annotations

from seminarbook.model.columns import Column as DataColumn
from seminarbook.model.columns import columns_of
from seminarbook.model.records import RECORD_CLASSES, Record
from seminarbook.views.values import Cell, Column, Table

_COLUMNS = (
    Column("column", "Column", header=True),
    Column("type", "What it holds"),
    Column("blank", "May be blank"),
    Column("meaning", "Meaning"),
)


def data_dictionary() -> tuple[Table, ...]:
    """A table for each data file, in the order of the record classes."""
    return tuple(_table(record) for record in RECORD_CLASSES)


def _table(record: type[Record]) -> Table:
    return Table(
        name=f"data-{record.file}",
        caption=f"{record.file}.csv: each row is {record.meaning}",
        columns=_COLUMNS,
        rows=tuple(_row(column) for column in columns_of(record)),
    )


def _row(column: DataColumn) -> tuple[Cell, ...]:
    blank = "no" if column.required else "yes"
    return (column.name,), (column.holds,), (blank,), (column.meaning,)
