"""What every table of records has in common: seminar first, source last, no empty column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from seminarbook.model.records import Record
from seminarbook.model.series import Series
from seminarbook.views.phrases import seminar_piece, source_cell, sources_of
from seminarbook.views.values import Cell, Column, Table

R = TypeVar("R", bound=Record)

SEMINAR = Column("seminar", "Seminar")
SOURCE = Column("source", "Source")


def build(
    name: str,
    caption: str,
    columns: Sequence[Column],
    records: Iterable[R],
    cells: Callable[[R], Sequence[Cell]],
    *,
    series: Series | None = None,
    droppable: frozenset[str] = frozenset(),
    empty: str,
) -> Table:
    """A table with a row a record; ``series`` is given where each row names its seminar.

    A column in ``droppable`` is left out when no row has anything in it.
    """
    shown = tuple(records)
    rows = [(*cells(record), source_cell(record)) for record in shown]
    heads = [*columns, SOURCE]
    if series is not None:
        heads.insert(0, SEMINAR)
        rows = [
            ((seminar_piece(series, getattr(record, "seminar", None)),), *row)
            for record, row in zip(shown, rows, strict=True)
        ]
    kept = [
        place
        for place, column in enumerate(heads)
        if column.key not in droppable or any(row[place] for row in rows)
    ]
    return Table(
        name=name,
        caption=caption,
        columns=tuple(heads[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        sources=sources_of(shown),
        empty=empty,
    )
