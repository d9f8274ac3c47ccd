"""Which sheets of a file belong to which data files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seminarbook.faults import spreadsheets
from seminarbook.model.records import Record
from seminarbook.problems import nearest, quoted
from seminarbook.spreadsheet.grid import Grid, Place, Trouble
from seminarbook.spreadsheet.header import ALL_COLUMNS, CLASSES, likely_class
from seminarbook.spreadsheet.text_table import read_text_table
from seminarbook.spreadsheet.workbook import read_workbook

_TEXT_TABLES = (".csv", ".tsv", ".txt", ".tab")


@dataclass(frozen=True, slots=True)
class Source:
    """The sheets that will be imported, what is wrong with the file, and what is left aside."""

    sheets: tuple[tuple[Grid, type[Record]], ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notices: tuple[str, ...] = ()


def read_source(path: Path, wanted: type[Record] | None) -> Source:
    """The sheets of a file; ``wanted`` says which data file its only table belongs to."""
    grids: tuple[Grid, ...]
    if path.suffix.casefold() in _TEXT_TABLES:
        known = frozenset(wanted.columns()) if wanted else ALL_COLUMNS
        grid, troubles = read_text_table(path, known)
        grids = (grid,) if grid and grid.rows else ()
        if grid and not grid.rows:
            message = "The file is empty."
            troubles = (Trouble(grid.place, spreadsheets.HEADER_MISSING, message),)
    else:
        grids, troubles = read_workbook(path)
        if not grids and not troubles:
            message = "Every sheet of the workbook is empty."
            troubles = (Trouble(Place(path.name), spreadsheets.HEADER_MISSING, message),)
    if not grids:
        return Source(troubles=troubles)
    found = _as(grids, wanted) if wanted else _by_name(grids, path)
    return Source(found.sheets, (*troubles, *found.troubles), found.notices)


def _as(grids: tuple[Grid, ...], wanted: type[Record]) -> Source:
    """The one sheet that is meant: the only one to be seen, or the one with the right name."""
    visible = [grid for grid in grids if not grid.hidden]
    named = [grid for grid in visible if _plain(grid.place.sheet) == wanted.file]
    likely = [grid for grid in visible if likely_class(grid) is wanted]
    for choice in (named, visible, likely):
        if len(choice) == 1:
            others = [grid for grid in grids if grid is not choice[0]]
            return Source(((choice[0], wanted),), notices=tuple(map(_left_aside, others)))
    names = ", ".join(quoted(grid.place.sheet) for grid in visible)
    message = f"The workbook has several sheets ({names}); which one is {quoted(wanted.file)}?"
    advice = f"Name that sheet {quoted(wanted.file)}, or delete the others."
    place = Place(grids[0].place.file)
    return Source(troubles=(Trouble(place, spreadsheets.SHEET_UNKNOWN, message, advice),))


def _by_name(grids: tuple[Grid, ...], path: Path) -> Source:
    sheets: list[tuple[Grid, type[Record]]] = []
    troubles: list[Trouble] = []
    notices: list[str] = []
    for grid in grids:
        name = _plain(grid.place.sheet or path.stem)
        record = CLASSES.get(name)
        if record and grid.hidden:
            message = f"The sheet is hidden, and bears the name of {record.file}.csv."
            advice = "Show it if it is to be imported, or delete it."
            troubles.append(Trouble(grid.place, spreadsheets.SHEET_HIDDEN, message, advice))
        elif record:
            sheets.append((grid, record))
        elif grid.hidden:
            notices.append(_left_aside(grid))
        elif trouble := _unknown(grid, name):
            troubles.append(trouble)
        else:
            notices.append(_left_aside(grid))
    if not sheets and not troubles:
        message = "No sheet has the name of a data file."
        advice = f"Name it as one of: {', '.join(CLASSES)}; or say --as with one of them."
        place = Place(path.name)
        troubles.append(Trouble(place, spreadsheets.SHEET_UNKNOWN, message, advice))
    return Source(tuple(sheets), (*troubles, *_doubles(sheets)), tuple(notices))


def _unknown(grid: Grid, name: str) -> Trouble | None:
    """A sheet that looks as if it belonged to a data file, and does not say so."""
    likely = likely_class(grid)
    if likely is None and not nearest(name, CLASSES):
        return None
    what = "The sheet's name" if grid.place.sheet else "The file's name"
    message = f"{what} is not that of a data file."
    advice = nearest(name, CLASSES)
    if likely is not None:
        advice = f"Its columns are those of {likely.file}: say --as {likely.file}, or rename it."
    return Trouble(grid.place, spreadsheets.SHEET_UNKNOWN, message, advice)


def _doubles(sheets: list[tuple[Grid, type[Record]]]) -> Iterator[Trouble]:
    seen: dict[str, str] = {}
    for grid, record in sheets:
        if record.file in seen:
            message = f"{quoted(seen[record.file])} is a sheet for {record.file}.csv too."
            yield Trouble(grid.place, spreadsheets.SHEET_UNKNOWN, message, "Keep one of them.")
        seen.setdefault(record.file, grid.place.sheet)


def _left_aside(grid: Grid) -> str:
    kind = "hidden sheet" if grid.hidden else "sheet"
    return f"the {kind} “{grid.place.sheet}” is not read: it bears no data file’s name."


def _plain(name: str) -> str:
    return name.strip().casefold().removesuffix(".csv")
