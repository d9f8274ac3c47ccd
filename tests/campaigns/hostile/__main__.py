"""Run the cases and say what came of each."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import tests.campaigns.hostile.every  # noqa: F401  (its modules declare cases)
from tests.campaigns.hostile.case import CASES


def main() -> int:
    """0 if every case ended as it should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--only", action="append", help="run this case alone; a part of its name goes"
    )
    parser.add_argument("--of", action="append", default=[], help="run the cases of this module")
    parser.add_argument("--show", action="store_true", help="print what each command said")
    arguments = parser.parse_args()
    wanted = [f"of_{name}" for name in arguments.of]
    chosen = [
        one
        for name, one in CASES.items()
        if not wanted or one.spoil.__module__.rpartition(".")[2] in wanted
        if not arguments.only or any(part in name for part in arguments.only)
    ]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for one in chosen:
            for words, outcome, fault in one.run(Path(folder)):
                failures += bool(fault)
                print(
                    f"{one.name:<36} {' '.join(words)[:20]:<20} {outcome.seconds:6.1f} s "
                    f"{outcome.megabytes:5} MB  {fault or f'ended with {outcome.code}'}",
                    flush=True,
                )
                if arguments.show:
                    print(outcome.said[:3000])
    print(f"{len(chosen)} cases, {failures} failures")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
