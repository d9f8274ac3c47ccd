"""``export``: the data files as an Excel workbook."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "write the data files into an Excel workbook, a sheet each"
_NAME = "seminar-data.xlsx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument("file", type=Path, nargs="?", help=f"the workbook ({_NAME})")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0 if the workbook was written, 1 if the data have errors, 2 for misuse."""
    from seminarbook.checks.run import checked
    from seminarbook.model.records import RECORD_CLASSES
    from seminarbook.model.writer import replace_file
    from seminarbook.problems import format_problem
    from seminarbook.spreadsheet.workbook_writer import too_long, workbook_of

    path = arguments.file or root / _NAME
    if path.suffix.casefold() != ".xlsx":
        print(f"{path}: the name of an Excel workbook ends in .xlsx.")
        return 2
    if path.exists() and not arguments.force:
        print(f"{path} is there already. Give another name, or say --force to replace it.")
        return 2
    found = checked(root)
    errors = [problem for problem in found.errors if problem.path.startswith("data/")]
    errors += too_long(found.book.series)
    if errors:
        for problem in errors:
            print(format_problem(problem))
        print("Nothing was written: rows with errors would be left out.")
        return 1
    files = [one.file for one in RECORD_CLASSES if (root / "data" / f"{one.file}.csv").is_file()]
    try:
        replace_file(path, workbook_of(found.book.series, files))
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror or error}.")
        return 2
    print(f"{path}: {len(files)} sheets. When they are edited: import {path.name}")
    return 0
