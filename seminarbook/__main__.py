"""``python -m seminarbook COMMAND``: what authors and builders do with the book.

Each command is a module of :mod:`seminarbook.commands` with ``HELP``, ``add_arguments(parser)``
and ``run(root, arguments) -> exit code``.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from pathlib import Path

from seminarbook.authoring.edits import recover

COMMANDS = {
    "build": "build",
    "check": "check",
    "describe-data": "describe_data",
    "describe-markup": "describe_markup",
    "export": "export_data",
    "import": "import_data",
    "new-seminar": "new_seminar",
    "preview": "preview",
    "tidy-data": "tidy_data",
    "verify": "verify",
    "withdraw": "withdraw",
}


def main(words: list[str] | None = None) -> int:
    """Run one command in the book's root folder; 0 done, 1 faults found, 2 misuse."""
    about = "What can be done with the book."
    parser = argparse.ArgumentParser(prog="python -m seminarbook", description=about)
    parser.add_argument(
        "--root", type=Path, default=Path.cwd(), help="the book's folder (default: this one)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    # Records are checked as they are declared, whatever else is installed; and looking for
    # plugins goes through every package there is.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What is imported stays: Python need not look through it for waste again and again.
    gc.disable()
    # Who names a command needs no other; who names none is shown them all.
    named = COMMANDS.keys() & set(sys.argv[1:] if words is None else words)
    for name in sorted(named or COMMANDS):
        module = importlib.import_module(f"seminarbook.commands.{COMMANDS[name]}")
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    gc.freeze()
    gc.enable()
    arguments = parser.parse_args(words)
    root = arguments.root.resolve()
    if not (root / "_config.yml").is_file():
        parser.error(f"{root} holds no book: there is no _config.yml. Go to the book's folder.")
    # A command that was killed while it changed several files is brought to its end.
    recover(root)
    return int(arguments.run(root, arguments))


if __name__ == "__main__":
    sys.exit(main())
