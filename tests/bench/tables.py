"""The book's data as plain CSV files, for programs that ask for no columns of their own."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.bench.content import Content


def write_tables(content: Content, place: Path) -> None:
    """Write who came and what was on, for all days."""
    place.mkdir(parents=True)
    days = content.chapters
    _write(
        place / "talks.csv",
        ("seminar", "start", "title"),
        [(day.id, start, title) for day in days for start, title, _ in day.programme],
    )
    _write(
        place / "attendance.csv",
        ("seminar", "group", "value"),
        [(day.id, group, n) for day in days for group, n in day.attendance.items()],
    )


def _write(path: Path, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerows([head, *rows])
