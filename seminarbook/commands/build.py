"""``build``: make the book, verify it, and put it in ``_build``."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

HELP = "build the web site, the PDF and the EPUB, verify them, and say where they are"
FORMATS = ("html", "pdf", "epub", "data")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument(
        "--only", choices=FORMATS, action="append", metavar="FORMAT",
        help=f"build this format alone; may be given again ({', '.join(FORMATS)})",
    )  # fmt: skip


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Exit code 0 if the book was published."""
    # What a build makes, it keeps to its end: to look for waste among it is mostly in vain.
    gc.set_threshold(100_000, 20, 100)
    from seminarbook.build.command import build_book
    from seminarbook.build.project import Project

    return build_book(Project(root), tuple(arguments.only or FORMATS))
