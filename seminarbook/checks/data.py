"""Check the data: every fault that reading finds, and every one between the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
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
from seminarbook.problems import Few, Problem, sort

__all__ = ["DATA_RULES", "check_data", "check_series"]

RULE_MODULES = (rules_seminars, rules_order, rules_people, rules_quantities, rules_groups)


def check_series(
    series: Series, *, start: date | None = None, end: date | None = None
) -> tuple[Problem, ...]:
    """Everything wrong between the rows; dates are checked only if the series' own are given."""
    span = Span(start, end) if start and end else None
    return sort(Few(check_rows(series, span)))


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
    return _checked(data, bibliography, root, start, end, _stamps(data, bibliography))


def _stamps(data: Path, bibliography: Path) -> tuple[tuple[str, int, int, int, int], ...]:
    """What tells whether a file has been changed: nobody can set back its last moment."""
    files = [path for path in (*sorted(data.glob("*")), bibliography) if path.is_file()]
    found = [(path.name, path.stat()) for path in files]
    return tuple(
        (name, one.st_size, one.st_mtime_ns, one.st_ino, one.st_ctime_ns) for name, one in found
    )


# A build checks the data before it reads chapters, and pages are made of the same.
@lru_cache(maxsize=1)
def _checked(
    data: Path,
    bibliography: Path,
    root: Path,
    start: date | None,
    end: date | None,
    stamps: tuple[tuple[str, int, int, int, int], ...],
) -> Reading:
    reading = read_series(data, bibliography, root=root)
    found = with_columns(check_series(reading.sound, start=start, end=end), root)
    problems = sort((*reading.problems, *found))
    has_error = any(problem.severity == "error" for problem in problems)
    return replace(reading, series=None if has_error else reading.series, problems=problems)
