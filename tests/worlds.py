"""The series that tests look at: the real one, the invented one, and an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import seminarbook.views.charts
import seminarbook.views.tables  # noqa: F401  (declares the tables)
from seminarbook.model.reader import read_series
from seminarbook.model.series import Series
from seminarbook.views.registry import CHARTS, TABLES, View
from seminarbook.views.values import Chart, Table

ROOT = Path(__file__).resolve().parents[1]
_BOOKS = {"real": ROOT, "toy": ROOT / "tests" / "toy"}


@cache
def world(name: str) -> Series:
    """The series of a book by its name; every file of ``empty`` is empty."""
    if name == "empty":
        return Series()
    root = _BOOKS[name]
    reading = read_series(root / "data", root / "book" / "references.bib", root=root)
    assert reading.series is not None, reading.problems
    return reading.series


def asked(series: Series, view: View[Chart] | View[Table]) -> Iterator[str | None]:
    """Everything a view can be asked about: the series, and each of its seminars."""
    if "series" in view.scopes:
        yield None
    if "seminar" in view.scopes:
        yield from series.ids("seminars")


def charts_of(series: Series, *, every_seminar: bool = True) -> Iterator[Chart]:
    """Every chart of a series, with or without those of single seminars."""
    for view in CHARTS.values():
        for seminar in asked(series, view):
            if every_seminar or seminar is None:
                yield view.make(series, seminar)


def tables_of(series: Series) -> Iterator[Table]:
    """Every table of a series, the tables of its charts among them."""
    for view in TABLES.values():
        for seminar in asked(series, view):
            yield view.make(series, seminar)
    for chart in charts_of(series):
        yield chart.table
