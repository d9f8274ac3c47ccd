"""Plan of an import: what it would change, what is wrong with it, and the edits if nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from seminarbook.authoring.canonical import canonical_edits
from seminarbook.authoring.edits import Edit, edit
from seminarbook.authoring.trial import copy_with
from seminarbook.checks.run import Checked, checked
from seminarbook.faults.files import COLUMN_MISSING
from seminarbook.model.records import Record
from seminarbook.model.sheet import read_sheet
from seminarbook.problems import Problem, sort
from seminarbook.spreadsheet.comparison import FileChange, compared
from seminarbook.spreadsheet.grid import Place, Trouble
from seminarbook.spreadsheet.intake import IncomingRow, incoming
from seminarbook.spreadsheet.names import Names
from seminarbook.spreadsheet.sources import read_source

Origins = dict[str, dict[int, IncomingRow | None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """An import that has been thought through, and has changed nothing yet.

    ``troubles`` stand in the sheet; ``problems`` are in the book's own files, either already or
    because of the import. ``edits`` are there only if there is neither.
    """

    changes: tuple[FileChange, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    other_errors: int = 0


def plan_import(
    root: Path, path: Path, wanted: type[Record] | None, *, remove_missing: bool
) -> Plan:
    """What importing the file would do."""
    source = read_source(path, wanted)
    if source.troubles:
        return Plan(troubles=source.troubles, notices=source.notices)
    before = checked(root)
    names = Names(before.book.series)
    brought = [incoming(grid, record, names) for grid, record in source.sheets]
    troubles = tuple(trouble for one in brought for trouble in one.troubles)
    notices = (*source.notices, *(notice for one in brought for notice in one.notices))
    changes: list[FileChange] = []
    problems: list[Problem] = []
    for one in brought:
        sheet = read_sheet(one.record, root / "data", root=root)
        wrong = [problem for problem in sheet.problems if problem.severity == "error"]
        problems += wrong
        if not wrong:
            changes.append(compared(sheet, one, remove_missing=remove_missing))
    plan = Plan(tuple(changes), troubles, tuple(problems), notices)
    is_same = not troubles and not any(change.changes for change in changes)
    return plan if problems or is_same else _tried(root, plan, before)


def _tried(root: Path, plan: Plan, before: Checked) -> Plan:
    """The plan with what a check says of the book as it would be."""
    staged: list[Edit] = []
    origins: Origins = {}
    for change in plan.changes:
        text, origins[change.path] = change.csv()
        staged.append(edit(root, change.path, text))
    with copy_with(root, staged) as copy:
        after = checked(copy)
        known = {_identity(problem) for problem in before.errors}
        in_sheet = tuple(_in_sheet(after.errors, origins))
        elsewhere = tuple(
            problem
            for problem in after.errors
            if _origin(problem, origins) is None
            and (problem.path in origins or _identity(problem) not in known)
        )
        troubles = _without_echoes((*plan.troubles, *in_sheet))
        plan = replace(plan, troubles=troubles, problems=sort(elsewhere))
        if troubles or elsewhere:
            return plan
        others = len(after.errors)
        paths = [change.path for change in plan.changes if change.changes]
        edits = canonical_edits(root, paths, after, before)
        return replace(plan, edits=edits, other_errors=others)


def _identity(problem: Problem) -> tuple[str, str, str, str]:
    """A problem wherever its line may have moved to."""
    return (problem.path, problem.code, problem.message, problem.field)


def _origin(problem: Problem, origins: Origins) -> IncomingRow | None:
    lines = origins.get(problem.path, {})
    # A cell with line ends in it has its problems on a later line than its row begins.
    return lines.get(max((line for line in lines if line <= problem.line), default=0))


def _in_sheet(problems: Iterable[Problem], origins: Origins) -> Iterator[Trouble]:
    """The problems of rows that came from the sheet, at their cells there.

    A column that the sheet does not have is told of once, not in every row.
    """
    told: set[tuple[Place, str]] = set()
    for problem in problems:
        row = _origin(problem, origins)
        if row is None:
            continue
        if problem.field and problem.field not in (*row.columns, "id"):
            sheet = Place(row.place.file, row.place.sheet)
            if (sheet, problem.field) not in told:
                told.add((sheet, problem.field))
                message = "The sheet has no such column, and new rows need it."
                advice = f"Add it, and fill it in. {problem.advice}".strip()
                yield Trouble(sheet, COLUMN_MISSING, message, advice, problem.field)
            continue
        place = row.at(problem.field) if problem.field else row.place
        yield Trouble(place, problem.code, problem.message, problem.advice, problem.field)


def _without_echoes(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    """The troubles, without those that say only that a refused cell is now blank."""
    listed = tuple(troubles)
    refused: dict[Place, str] = {}
    for trouble in listed:
        refused.setdefault(trouble.place, trouble.code)
    return tuple(
        trouble for trouble in dict.fromkeys(listed) if refused[trouble.place] == trouble.code
    )
