"""Grid: a sheet as raw cells that know their place, whatever file it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell cannot be taken as it is: a code of the catalogue and its words."""

    code: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as the file holds it; ``form`` is the number format of a workbook."""

    value: Value = None
    form: str = ""
    wrong: Wrong | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.wrong is None and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in an imported file; ``sheet`` is blank for a text table, 0 means the whole."""

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    def words(self) -> str:
        """The place as a message names it: “plan.xlsx, sheet “talks”, C5”."""
        where = f"{self.file}, sheet “{self.sheet}”" if self.sheet else self.file
        if self.row and self.column:
            return f"{where}, {letters(self.column)}{self.row}"
        return f"{where}, row {self.row}" if self.row else where


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """Something wrong at a place of an imported file; ``field`` is the column's name."""

    place: Place
    code: str
    message: str
    advice: str = ""
    field: str = ""

    def words(self) -> str:
        """The trouble on one line."""
        subject = f"column “{self.field}”: " if self.field else ""
        advice = f" {self.advice}" if self.advice else ""
        return f"{self.place.words()}: {subject}{self.message}{advice} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its rows, blank ones too, so that the first is row ``first`` of the file.

    ``notices`` are sentences on what was understood or passed over; ``continental`` says that
    the file separates cells by semicolons, as programs do where the comma marks decimals.
    """

    place: Place
    rows: tuple[tuple[RawCell, ...], ...]
    lines: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    continental: bool = False
    hidden: bool = False

    def line(self, index: int) -> int:
        """The row in the file of a row of the grid."""
        return self.lines[index] if self.lines else index + 1

    def at(self, index: int, column: int = 0) -> Place:
        """The place of a cell; ``column`` counts from 1, and 0 means the row."""
        return Place(self.place.file, self.place.sheet, self.line(index), column)


def letters(column: int) -> str:
    """The letters by which spreadsheets name a column: 1 → A, 28 → AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def report(troubles: Iterable[Trouble]) -> str:
    """Every trouble once, by place, a line each."""
    return "".join(f"{trouble.words()}\n" for trouble in sorted(set(troubles)))
