"""Check the data: every fault that reading finds, and every one between the rows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from seminarbook.checks import (
    rules_groups,
    rules_order,
    rules_people,
    rules_quantities,
    rules_seminars,
)
from seminarbook.checks.data_rule import DATA_RULES, Span, check_rows
from seminarbook.model.places import with_columns
from seminarbook.model.reader import Reading, read_series
from seminarbook.model.series import Series
from seminarbook.problems import Problem, sort

__all__ = ["DATA_RULES", "check_data", "check_series"]

# A build and a preview check the same files that a page is then drawn from.
_LAST: dict[object, Reading] = {}

RULE_MODULES = (rules_seminars, rules_order, rules_people, rules_quantities, rules_groups)


def check_series(
    series: Series, *, start: date | None = None, end: date | None = None
) -> tuple[Problem, ...]:
    """Everything wrong between the rows; dates are checked only if the series' own are given."""
    span = Span(start, end) if start and end else None
    return sort(check_rows(series, span))


def check_data(
    data: Path,
    bibliography: Path,
    *,
    root: Path,
    start: date | None = None,
    end: date | None = None,
) -> Reading:
    """Read the data files and check their rows, in one go: all faults, each at its cell.

    There is no series if there is any error, so that no page is made of what is known to be
    wrong, or must not be published.
    """
    key = (data, bibliography, root, start, end), state_of(data, bibliography)
    if key not in _LAST:
        reading = read_series(data, bibliography, root=root)
        found = with_columns(check_series(reading.sound, start=start, end=end), root)
        problems = sort((*reading.problems, *found))
        has_error = any(problem.severity == "error" for problem in problems)
        series = None if has_error else reading.series
        _LAST.clear()
        _LAST[key] = replace(reading, series=series, problems=problems)
    return _LAST[key]


def state_of(data: Path, bibliography: Path) -> tuple[tuple[str, str], ...]:
    """Another as soon as any file of the data, or the bibliography, is another."""
    files = sorted(data.iterdir()) if data.is_dir() else []
    return tuple((path.name, _digest(path)) for path in (*files, bibliography))


def _digest(path: Path) -> str:
    try:
        where = str(path.resolve()) if path.is_symlink() else ""
        return f"{where} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    except (OSError, RuntimeError) as error:
        return repr(error)
