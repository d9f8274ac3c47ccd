"""The canonical order of the rows of each file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from seminarbook.model.columns import Column, columns_of
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.records import RECORD_CLASSES, Record

Key = tuple[Any, ...]

_BLANK: Key = (1,)
_DIGITS = re.compile(r"([0-9]+)")


def ordered(rows: Mapping[str, Sequence[Record]]) -> dict[str, tuple[Record, ...]]:
    """The rows of every file in canonical order.

    A record class names in ``order_key`` the columns that decide; the id decides last. A
    reference sorts as the row it refers to, an allowed word by its place in the vocabulary,
    and a blank after everything else.
    """
    order = _Order(rows)
    return {record.file: order.of(record) for record in RECORD_CLASSES}


def natural(text: str) -> Key:
    """A key by which “s2” comes before “s10”."""
    return tuple(int(part) if part.isdecimal() else part for part in _DIGITS.split(text))


def alphabetical(text: str) -> Key:
    """A key that takes no notice of accents and capitals, unless nothing else differs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return ("".join(char for char in plain if not unicodedata.combining(char)), text)


class _Order:
    """Sorts each file once; a file that another refers to is sorted first."""

    def __init__(self, rows: Mapping[str, Sequence[Record]]) -> None:
        self._rows = rows
        self._done: dict[str, tuple[Record, ...]] = {}
        self._ranks: dict[str, dict[str, int]] = {}

    def of(self, record: type[Record]) -> tuple[Record, ...]:
        if record.file not in self._done:
            columns = {column.name: column for column in columns_of(record)}
            parts = [(name, self._part(columns[name])) for name in record.order_key]

            def key(row: Record) -> Key:
                return (*(part(getattr(row, name)) for name, part in parts), natural(row.id))

            self._done[record.file] = tuple(sorted(self._rows.get(record.file, ()), key=key))
        return self._done[record.file]

    def _part(self, column: Column) -> Callable[[Any], Key]:
        """How a value of this column sorts."""
        if column.reference:
            ranks = self._rank(column.reference.file)
            first = dict.fromkeys(column.reference.extra, -1)
            return lambda id_: (
                _BLANK if id_ is None else (0, first.get(id_, ranks.get(id_, len(ranks))))
            )
        if column.allowed:
            places = {word: place for place, word in enumerate(column.allowed)}
            return lambda word: _BLANK if word is None else (0, places[word])
        return lambda value: _BLANK if value is None else (0, _plain(value))

    def _rank(self, file: str) -> dict[str, int]:
        if file not in self._ranks:
            record = next(record for record in RECORD_CLASSES if record.file == file)
            self._ranks[file] = {row.id: rank for rank, row in enumerate(self.of(record))}
        return self._ranks[file]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return alphabetical(value)
    if isinstance(value, PartialDate):
        return (value.year, value.month, value.day)
    return value
