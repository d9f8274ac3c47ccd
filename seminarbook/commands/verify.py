"""``verify``: is what was published still whole?"""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "check published files, here or in a copy, against their digests and every rule"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER",
        help="a published folder (default: _build/html and _build/dist)",
    )  # fmt: skip


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0 if all is as it was published, 1 if not, 2 if there is nothing to verify."""
    from seminarbook.build.project import BadSettings, Project
    from seminarbook.verify.published import check_published

    project = Project(root)
    folders = arguments.folders or [project.html, project.dist]
    for folder in folders:
        if not folder.is_dir():
            print(f"There is no folder {folder}. “make book” makes the book.")
            return 2
    try:
        address = project.address
    except (OSError, BadSettings) as error:
        print(error)
        return 2
    count = 0
    for folder in folders:
        faults = check_published(folder, address)
        count += len(faults)
        for fault in faults:
            print(f"{folder.name}/{fault}")
        if not faults:
            print(f"{folder}: every file is as it was published.")
    return int(count > 0)
