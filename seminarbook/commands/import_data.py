"""``import``: rows from a spreadsheet into the data files."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "take rows from a spreadsheet (.xlsx, .csv), after showing what would change"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument("file", type=Path, help="the spreadsheet")
    parser.add_argument(
        "--as", dest="wanted", metavar="DATA",
        help="the data file it belongs to, if its name or sheet does not say so",
    )  # fmt: skip
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument(
        "--remove-missing", action="store_true", help="remove rows that are not in the sheet"
    )


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0 if it was written or there was nothing to write, 1 if not, 2 for misuse."""
    from seminarbook.authoring.agreement import made_if_agreed
    from seminarbook.problems import nearest
    from seminarbook.spreadsheet.header import CLASSES
    from seminarbook.spreadsheet.plan import plan_import
    from seminarbook.spreadsheet.words import told

    wanted = CLASSES.get(arguments.wanted) if arguments.wanted else None
    if arguments.wanted and wanted is None:
        advice = nearest(arguments.wanted, CLASSES) or f"There are: {', '.join(CLASSES)}."
        print(f"There is no data file “{arguments.wanted}”. {advice}")
        return 2
    if not arguments.file.is_file():
        print(f"There is no file {arguments.file}.")
        return 2
    plan = plan_import(root, arguments.file, wanted, remove_missing=arguments.remove_missing)
    print(told(plan), end="")
    if plan.troubles or plan.problems:
        return 1
    if not plan.edits:
        print("Nothing to write.")
        return 0
    if not made_if_agreed(root, plan.edits, "Write these changes?", yes=arguments.yes):
        return 1
    print(f"Written: {', '.join(one.path for one in plan.edits)}.")
    return 0
