"""``describe-data``: what each column of each data file holds."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "print what each column of the data files holds, as Markdown"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument("files", nargs="*", metavar="DATA", help="only these data files")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0; 2 if there is no such data file."""
    from seminarbook.model.records import RECORD_CLASSES
    from seminarbook.problems import nearest
    from seminarbook.views.dictionary import data_dictionary
    from seminarbook.views.markdown_text import table_markdown

    known = [record.file for record in RECORD_CLASSES]
    wanted = [name.removesuffix(".csv").removeprefix("data/") for name in arguments.files]
    for name in wanted:
        if name not in known:
            advice = nearest(name, known) or f"There are: {', '.join(known)}."
            print(f"There is no data file “{name}”. {advice}")
            return 2
    texts = [
        table_markdown(table)
        for file, table in zip(known, data_dictionary(), strict=True)
        if not wanted or file in wanted
    ]
    print("\n".join(texts), end="")
    return 0
