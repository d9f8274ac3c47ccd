"""``describe-markup``: every directive and role that a chapter can use."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "print every directive and role, each with an example"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument(
        "--write", action="store_true",
        help="write them into the authors' guide and the editor's snippets (for developers)",
    )  # fmt: skip


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Always 0."""
    from seminarbook.authoring import markup_guide, snippets
    from seminarbook.model.writer import replace_file

    if not arguments.write:
        print(markup_guide.markup_guide())
        return 0
    guide = root / markup_guide.PATH
    made = {
        guide: markup_guide.with_guide(guide.read_text(encoding="utf-8")),
        root / snippets.PATH: snippets.snippets_text(),
    }
    for path, text in made.items():
        path.parent.mkdir(exist_ok=True)
        replace_file(path, text.encode())
        print(f"Written: {path.relative_to(root)}")
    return 0
