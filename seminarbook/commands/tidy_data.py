"""``tidy-data``: write the data files in their canonical form."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "put the rows of the data files in order, and write each cell in one way"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There is nothing to choose."""


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0 when every file is in order; 1 if there is an error, and then nothing is written."""
    from seminarbook.model.reader import read_series
    from seminarbook.model.text_source import shown_path
    from seminarbook.model.writer import write_series
    from seminarbook.problems import format_problem

    reading = read_series(root / "data", root / "book" / "references.bib", root=root)
    if reading.series is None:
        for problem in reading.problems:
            if problem.severity == "error":
                print(format_problem(problem))
        print("Nothing was changed: correct these first.")
        return 1
    changed = write_series(reading.series, root / "data")
    for path in changed:
        print(f"{shown_path(path, root)}: put in order.")
    if not changed:
        print("Every data file is in order already.")
    return 0
