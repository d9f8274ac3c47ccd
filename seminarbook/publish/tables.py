"""Tables: the data files as they are published, and what a program can know of their columns."""

from __future__ import annotations

from typing import Any

from seminarbook.model.columns import Column, columns_of
from seminarbook.model.records import RECORD_CLASSES, Record
from seminarbook.model.series import Series
from seminarbook.model.writer import cell_text, csv_line
from seminarbook.publish.safe_cells import guarded

# Kinds of column that cannot hold anything else than what they say, so need no guard: a
# negative number must stay a number.
_SAFE_KINDS = frozenset({"whole number", "number", "date", "clock time", "ORCID"})
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_PATTERNS = {
    "id": _ID,
    "date": r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
    "clock time": r"([01][0-9]|2[0-3]):[0-5][0-9]",
    "ORCID": r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]",
}


def published_classes(series: Series) -> tuple[type[Record], ...]:
    """The record classes whose files are published: all but optional ones without rows."""
    return tuple(one for one in RECORD_CLASSES if series.rows(one.file) or not one.optional)


def published_csv(record: type[Record], series: Series) -> str:
    """A data file in its canonical form, safe to open in a spreadsheet."""
    columns = columns_of(record)
    lines = [csv_line(column.name for column in columns)]
    lines += [
        csv_line(_published(column, row) for column in columns) for row in series.rows(record.file)
    ]
    return "\n".join(lines) + "\n"


def table_schema(record: type[Record], series: Series) -> dict[str, Any]:
    """The file's Table Schema: types, constraints, key and references."""
    columns = columns_of(record)
    published = {one.file for one in published_classes(series)}
    return {
        "fields": [_field(column, series) for column in columns],
        "missingValues": [""],
        "primaryKey": ["id"],
        "foreignKeys": [
            {
                "fields": [column.name],
                "reference": {
                    # An empty name means the same file.
                    "resource": "" if column.reference.file == record.file
                    else column.reference.file,
                    "fields": ["id"],
                },
            }
            for column in columns
            if column.reference and not column.many and not column.reference.extra
            and column.reference.file in published
        ],
    }  # fmt: skip


def _published(column: Column, row: Record) -> str:
    text = cell_text(getattr(row, column.name))
    return text if column.kind in _SAFE_KINDS else guarded(text)


def _field(column: Column, series: Series) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.name == "id":
        constraints["unique"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    elif column.reference and column.reference.extra and not column.many:
        constraints["enum"] = [*column.reference.extra, *series.ids(column.reference.file)]
    elif column.kind in _PATTERNS and not column.bibliography:
        pattern = _PATTERNS[column.kind]
        constraints["pattern"] = f"{pattern}(; {pattern})*" if column.many else pattern
    kind = {"whole number": "integer", "number": "number"}.get(column.kind, "string")
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": column.meaning}
    if column.kind == "web address":
        field["format"] = "uri"
    if constraints:
        field["constraints"] = constraints
    return field
