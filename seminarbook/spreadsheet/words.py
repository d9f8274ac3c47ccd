"""What an import would do, in words: row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.problems import format_problem
from seminarbook.spreadsheet.comparison import FileChange, RowChange
from seminarbook.spreadsheet.grid import report
from seminarbook.spreadsheet.plan import Plan

_LONGEST = 70


def told(plan: Plan) -> str:
    """The plan as an author reads it."""
    lines = [f"Note: {notice}\n" for notice in plan.notices]
    if plan.troubles or plan.problems:
        lines.append(report(plan.troubles))
        lines += [f"{format_problem(problem)}\n" for problem in plan.problems]
        count = len(set(plan.troubles)) + len(plan.problems)
        lines.append(f"{_counted(count, 'error')}. Nothing was written.\n")
        return "".join(lines)
    for change in plan.changes:
        lines += _file(change)
    if plan.other_errors:
        lines.append(
            f"The book has {_counted(plan.other_errors, 'other error')}, "
            "not from this sheet: see “check”.\n"
        )
    return "".join(lines)


def _file(change: FileChange) -> Iterator[str]:
    counts = {
        kind: sum(one.kind == kind for one in change.changes)
        for kind in ("added", "changed", "removed")
    }
    parts = [f"{count} {kind}" for kind, count in counts.items() if count]
    parts.append(f"{change.same} as before")
    yield f"{change.path}: {', '.join(parts)}\n"
    for one in change.changes:
        yield from _row(one)
    if change.kept:
        some = ", ".join(change.kept[:5]) + (" …" if len(change.kept) > 5 else "")
        are, they = ("row is", "it stays") if len(change.kept) == 1 else ("rows are", "they stay")
        yield (
            f"  {len(change.kept)} {are} not in the sheet, and {they} ({some}). "
            "To remove what is not there, say --remove-missing.\n"
        )


def _row(change: RowChange) -> Iterator[str]:
    name = change.id or "(no id)"
    if change.kind == "removed":
        yield f"  - {name}: removed (line {change.row} of the file)\n"
        return
    sign = "+" if change.kind == "added" else "~"
    yield f"  {sign} {name}: {change.kind} (row {change.row} of the sheet)\n"
    for column, old, new in change.cells:
        was = f"{_shown(old)} → " if change.kind == "changed" else ""
        yield f"      {column}: {was}{_shown(new)}\n"


def _shown(text: str) -> str:
    if not text:
        return "(blank)"
    line = text.replace("\n", " ⏎ ")
    return f"“{line[:_LONGEST]}…”" if len(line) > _LONGEST else f"“{line}”"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
