"""Series: every record of the book, joined by id. Lookups only; no reading, no writing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from seminarbook.model.quantity import NOT_RECORDED, Quantity
from seminarbook.model.records import (
    Attendance,
    Figure,
    Gap,
    Help,
    Language,
    Participation,
    Person,
    Post,
    Presence,
    Record,
    RecordItem,
    Role,
    Seminar,
    Takeaway,
    Talk,
    Theme,
)

EVERYONE = "all"

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Series:
    """The joined records; each tuple is in canonical order."""

    seminars: tuple[Seminar, ...] = ()
    talks: tuple[Talk, ...] = ()
    people: tuple[Person, ...] = ()
    participation: tuple[Participation, ...] = ()
    roles: tuple[Role, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    presence: tuple[Presence, ...] = ()
    figures: tuple[Figure, ...] = ()
    records: tuple[RecordItem, ...] = ()
    posts: tuple[Post, ...] = ()
    takeaways: tuple[Takeaway, ...] = ()
    themes: tuple[Theme, ...] = ()
    gaps: tuple[Gap, ...] = ()
    help: tuple[Help, ...] = ()
    language: tuple[Language, ...] = ()
    folder: str = "data"
    _indices: dict[str, dict[str, Record]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _ids: dict[str, tuple[str, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _sorted: dict[tuple[int, str], tuple[Any, dict[Any, Any]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _attendance: dict[tuple[str, str], Quantity] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def rows(self, file: str) -> tuple[Record, ...]:
        """Every record of a file, in canonical order."""
        rows: tuple[Record, ...] = getattr(self, file)
        return rows

    def ids(self, file: str) -> tuple[str, ...]:
        """Every id of ``file``, in canonical order."""
        if file not in self._ids:
            self._ids[file] = tuple(record.id for record in self.rows(file))
        return self._ids[file]

    def find(self, file: str, id_: str) -> Record:
        """The record of ``file`` with this id; KeyError if there is none."""
        if file not in self._indices:
            self._indices[file] = {record.id: record for record in self.rows(file)}
        return self._indices[file][id_]

    def get(self, kind: type[R], id_: str | None) -> R | None:
        """The record of this class with this id, if there is one."""
        try:
            found = self.find(kind.file, id_) if id_ is not None else None
        except KeyError:
            return None
        return found if isinstance(found, kind) else None

    def of_seminar(self, rows: tuple[R, ...], seminar: str | None) -> tuple[R, ...]:
        """The rows that belong to one seminar; all rows if ``seminar`` is None."""
        return rows if seminar is None else self._having(rows, "seminar", seminar)

    def of_person(self, person: str) -> tuple[Participation, ...]:
        """What a person did, in the order of the series."""
        return self._having(self.participation, "person", person)

    def of_talk(self, talk: str) -> tuple[Participation, ...]:
        """Who took part in a talk, in the order of the series."""
        return self._having(self.participation, "talk", talk)

    def _having(self, rows: tuple[R, ...], column: str, value: str) -> tuple[R, ...]:
        """The rows with a value in a column; they are sorted by it the first time."""
        key = id(rows), column
        if key not in self._sorted:
            groups: dict[object, list[R]] = {}
            for row in rows:
                groups.setdefault(getattr(row, column, None), []).append(row)
            # The rows are kept too, so that no others can get their id.
            self._sorted[key] = rows, {name: tuple(group) for name, group in groups.items()}
        found: tuple[R, ...] = self._sorted[key][1].get(value, ())
        return found

    def attendance_of(self, seminar: str, group: str = EVERYONE) -> Quantity:
        """How many of ``group`` came; *not recorded* if no row says so."""
        if not self._attendance:
            for row in self.attendance:
                self._attendance.setdefault((row.seminar, row.group), row.quantity)
        return self._attendance.get((seminar, group), NOT_RECORDED)
