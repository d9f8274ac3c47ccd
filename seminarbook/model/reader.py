"""Data files → the joined series, or every problem found in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from seminarbook.faults import cells, files
from seminarbook.model.bibliography import read_bibliography
from seminarbook.model.canonical import not_canonical
from seminarbook.model.cell_faults import missing, refused
from seminarbook.model.columns import Column, columns_of
from seminarbook.model.order import ordered
from seminarbook.model.records import RECORD_CLASSES, Record
from seminarbook.model.references import dangling
from seminarbook.model.series import Series
from seminarbook.model.sheet import Sheet, SheetRow, read_sheet, understood
from seminarbook.model.suggestions import Suggestions
from seminarbook.model.text_source import Text, shown_path
from seminarbook.problems import MOST_OF_A_KIND, Few, Problem, quoted, sort


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and everything wrong with it.

    ``series`` is None if there is any error; ``sound`` holds the rows without fault in any
    case, for checks that go on after an error so that nothing waits for a second run.
    ``left_out`` are the ids that stand in rows with a fault, by file, and ``unread`` the files
    that could not be read: what refers to them has no fault of its own.
    """

    series: Series | None
    sound: Series
    problems: tuple[Problem, ...]
    left_out: frozenset[tuple[str, str]] = frozenset()
    unread: frozenset[str] = frozenset()


def read_series(data: Path, bibliography: Path, *, root: Path) -> Reading:
    """Read every data file of the folder ``data``; never raises for what is in it."""
    folder = shown_path(data, root)
    if not os.path.isdir(data):
        advice = "Restore it, or correct its name."
        problem = Problem(folder, 0, 0, files.FOLDER_MISSING, "There is no such folder.", advice)
        return Reading(None, Series(folder=folder), (problem,))
    sources = read_bibliography(bibliography, root=root)
    sheets = [read_sheet(record, data, root=root) for record in RECORD_CLASSES]
    problems = [*sources.problems, *_unknown_files(data, folder)]
    for sheet in sheets:
        problems += sheet.problems
        problems += Few(_duplicate_ids(sheet))
    problems += Few(dangling(sheets, sources))
    rows: dict[str, tuple[Record, ...]] = {}
    for sheet in sheets:
        read, found = _records(sheet)
        # Of rows with one id the first counts, so that the fault is told once.
        rows[sheet.record.file] = tuple({record.id: record for record in reversed(read)}.values())
        problems += found
    in_order = ordered(rows)
    sound = Series(folder=folder, **in_order)  # type: ignore[arg-type]
    has_error = any(problem.severity == "error" for problem in problems)
    faulty = {problem.path for problem in problems}
    for sheet in sheets:
        # A missing row would change the order of those that refer to it.
        if not has_error and sheet.path not in faulty:
            problems += filter(None, [not_canonical(sheet, in_order[sheet.record.file])])
    listed = sort(problems)
    written = {
        (sheet.record.file, row.cells.get("id", "")) for sheet in sheets for row in sheet.rows or ()
    }
    kept = {(file, record.id) for file, records in rows.items() for record in records}
    return Reading(
        None if has_error else sound,
        sound,
        listed,
        frozenset(written - kept),
        frozenset(
            sheet.record.file
            for sheet in sheets
            if sheet.rows is None or (sheet.rows and "id" not in sheet.places)
        ),
    )


def _unknown_files(data: Path, folder: str) -> Iterator[Problem]:
    known = {f"{record.file}.csv" for record in RECORD_CLASSES}
    try:
        paths = sorted(data.iterdir())
    except OSError:
        return  # then no file can be read either, and each says so
    suggestions = Suggestions(known - {path.name for path in paths})
    for path in paths:
        if path.suffix.lower() == ".csv" and path.name not in known:
            advice = "Move its rows to the file they belong to."
            if meant := suggestions.best(path.name):
                advice = f"Did you mean “{meant}”?"
            message = "The file is not read: no data file has this name."
            yield Problem(f"{folder}/{path.name}", 0, 0, files.FILE_UNKNOWN, message, advice)


def _duplicate_ids(sheet: Sheet) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for row in sheet.rows or ():
        id_ = row.cells.get("id", "")
        if not id_:
            continue
        if id_ in seen:
            message = f"{quoted(id_)} is also the id of line {seen[id_]}."
            yield sheet.at(row.row, "id", cells.ID_DUPLICATE, message, "Give one another id.")
        seen.setdefault(id_, row.row.line)


def _records(sheet: Sheet) -> tuple[Sequence[Record], Iterable[Problem]]:
    """The records of a sheet, and what is wrong with the cells of those that are none."""
    return _validated(sheet.record, sheet.source) if sheet.source else ((), ())


@lru_cache(maxsize=32)
def _validated(record: type[Record], source: Text) -> tuple[Sequence[Record], Iterable[Problem]]:
    sheet = understood(record, source)
    read: list[Record] = []
    problems = Few()
    codes: dict[str, list[str]] = {}
    columns = {column.name: column for column in columns_of(sheet.record)}
    for row in sheet.rows or ():
        if not row.whole:
            continue
        values: dict[str, Any] = {name: text or None for name, text in row.cells.items()}
        try:
            read.append(sheet.record.model_validate({**values, "line": row.row.line}))
        except ValidationError as error:
            for name, reason in _reasons(row, error):
                said = codes.setdefault(name, [])
                if len(said) == MOST_OF_A_KIND:
                    # To find words for each takes longer than all the rest.
                    problems.leave_out(sheet.path, said[-1], row.row.line)
                    continue
                problem = _refusal(sheet, row, columns[name], reason)
                said.append(problem.code)
                problems.add(problem)
    return tuple(read), tuple(problems)


def _reasons(row: SheetRow, error: ValidationError) -> Iterator[tuple[str, str]]:
    """Each column that was refused, and what was said of it first."""
    reasons: dict[str, str] = {}
    for detail in error.errors(include_url=False, include_context=False):
        reasons.setdefault(str(detail["loc"][0]), detail["msg"])
    # A column that the header lacks is reported once for the file.
    return ((name, reason) for name, reason in reasons.items() if name in row.cells)


def _refusal(sheet: Sheet, row: SheetRow, column: Column, reason: str) -> Problem:
    text = row.cells[column.name]
    verdict = refused(column, text, reason) if text else missing(column)
    return sheet.at(row.row, column.name, verdict.code, verdict.message, verdict.advice)
