"""``make bench``: measure every program in turn, print a table, write ``_build/bench.json``."""

from __future__ import annotations

import argparse
import json
import os
import platform
from pathlib import Path

from tests.bench.material import MATERIAL
from tests.bench.measure import Bench, Result
from tests.bench.ours import OURS
from tests.bench.table import table
from tests.bench.vanilla import VANILLA

ROOT = Path(__file__).parents[2]
PROGRAMS = {"ours": OURS, "vanilla": VANILLA, "material": MATERIAL}


def main() -> None:
    """Measure, and say what was found as soon as a size is done."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument(
        "sizes", nargs="*", type=int, default=[7, 50, 200, 800], help="numbers of chapters"
    )
    asked.add_argument("--only", nargs="+", choices=PROGRAMS, default=list(PROGRAMS))
    asked.add_argument("--times", type=int, default=3, help="how often each task is done")
    given = asked.parse_args()
    place = ROOT / "_build" / "bench"
    programs = [PROGRAMS[name] for name in given.only]
    for program in programs:
        program.set_up(place / "environments")
    results: list[Result] = []
    weights: list[dict[str, object]] = []
    for size in given.sizes:
        bench = Bench(place, given.times)
        for program in programs:
            for result in bench.measure(program, size):
                took = f"{result.seconds:8.1f} s{result.work:8.1f} s of processor"
                print(f"  {size:4} {program.name:16} {result.task:26}{took}", flush=True)
                results.append(result)
                _save(results, weights)
            weights.append({"program": program.name, "chapters": size} | bench.weigh(program, size))
        print(table([one for one in results if one.chapters == size], weights))
        _save(results, weights)


def _save(results: list[Result], weights: list[dict[str, object]]) -> None:
    found = {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version()},
        "results": [result.plain() for result in results],
        "pages": weights,
    }
    text = json.dumps(found, indent=1) + "\n"
    (ROOT / "_build" / "bench.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
