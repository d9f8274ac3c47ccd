"""Seminar JSON: everything the data say of one seminar, with names in place of ids."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from seminarbook.model.columns import columns_of
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.records import Participation, Record
from seminarbook.model.series import Series
from seminarbook.publish.works import Publication, Work
from seminarbook.views.phrases import find_seminar
from seminarbook.views.prose import WITHHELD, find_person, plain, prose

# The files whose rows belong to one seminar, in the order in which a reader wants them.
_FILES = ("talks", "participation", "attendance", "presence", "figures", "records", "posts",
          "takeaways")  # fmt: skip


def seminar_json(book: Publication, series: Series, seminar: str, work: Work | None) -> Any:
    """One seminar as plain values: its own row, and the rows of every file that name it."""
    told: dict[str, Any] = {
        "book": book.title,
        "edition": book.version,
        "licence": book.licence,
        "chapter": work.address if work else "",
        "seminar": _row(series, find_seminar(series, seminar)),
    }
    for file in _FILES:
        rows = series.of_seminar(series.rows(file), seminar)
        told[file] = [_row(series, row) for row in rows]
    return {name: value for name, value in told.items() if value != ""}


def _row(series: Series, row: Record) -> dict[str, Any]:
    """A row without its empty cells; people as a reader meets them."""
    told: dict[str, Any] = {}
    for column in columns_of(type(row)):
        value = getattr(row, column.name)
        if value is None:
            continue
        if column.prose:
            told[column.name] = plain(prose(series, value))
        elif column.reference and column.reference.file == "people":
            ids = value if column.many else (value,)
            names = [_person(series, id_) for id_ in ids]
            told[column.name] = names if column.many else names[0]
        else:
            told[column.name] = _plain(value)
    if isinstance(row, Participation) and told.get("person") == WITHHELD.label:
        # A description or a post can name somebody as surely as a name does.
        for name in ("id", "described_as", "affiliation", "locator", "note"):
            told.pop(name, None)
    return told


def _person(series: Series, id_: str) -> str:
    person = find_person(series, id_)
    if person is None:
        return id_
    return WITHHELD.label if person.consent == "withdrawn" else person.name


def _plain(value: object) -> object:
    match value:
        case PartialDate():
            return value.iso()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return list(value)
        case _:
            return value
