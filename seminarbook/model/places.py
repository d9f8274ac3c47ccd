"""Places: the column of a cell in its line, for problems that know only the row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from seminarbook.model.csv_source import rows
from seminarbook.model.text_source import read_text
from seminarbook.problems import Problem, sort


def with_columns(problems: Iterable[Problem], root: Path) -> Iterator[Problem]:
    """The problems, those with a field and no column placed at their cell.

    A record knows its line only; the file is read again, and only if something is wrong with it.
    """
    for path, group in groupby(sort(problems), key=lambda problem: problem.path):
        text = read_text(root / path, root=root).content if path.endswith(".csv") else None
        found = iter(rows(text or ""))
        header = next(found, None)
        names = [cell.strip() for cell in header.cells] if header else []
        row = header
        for problem in group:
            while row is not None and row.line < problem.line:
                row = next(found, None)
            if row is None or row.line != problem.line or problem.column:
                yield problem
            elif problem.field in names and names.index(problem.field) < len(row.cells):
                line, column = row.place(names.index(problem.field))
                yield replace(problem, line=line, column=column)
            else:
                yield problem
