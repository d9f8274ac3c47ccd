"""A series as large as a big conference's: hundreds of events, thousands of talks and people.

``python -m tests.campaigns.large`` writes it over a copy of the invented book, and says how long
reading, checking and importing it take. The data are generated: the same from the same numbers.
"""

from __future__ import annotations

import argparse
import csv
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from copies import TOY, copy_of

from seminarbook.checks.run import checked
from seminarbook.model.reader import read_series
from seminarbook.spreadsheet.plan import plan_import

_SOURCE = {"source": "garden-notes", "locator": "page 1"}
_WORDS = [
    "soil",
    "water",
    "bees",
    "roots",
    "seeds",
    "paths",
    "hedges",
    "tools",
    "stones",
    "shade",
    "frost",
    "moss",
    "ferns",
    "reeds",
]


def _write(root: Path, file: str, rows: list[dict[str, Any]]) -> None:
    path = root / "data" / f"{file}.csv"
    with path.open(encoding="utf-8", newline="") as before:
        columns = next(csv.reader(before))
    with path.open("w", encoding="utf-8", newline="") as after:
        writer = csv.DictWriter(after, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _title(number: int) -> str:
    return " ".join(_WORDS[(number * step + step) % len(_WORDS)] for step in (1, 3, 5, 11)).title()


def large(root: Path, events: int, talks: int, people: int) -> Path:
    """Write data files of this size, and a chapter for each event."""
    start = date(2001, 1, 1)
    rows: dict[str, list[dict[str, Any]]] = {
        "seminars": [
            {"id": f"s{n}", "number": n, "slug": f"day-{n}", "title": _title(n),
             "subject": _title(n + 7), "date": (start + timedelta(n)).isoformat(), "city": "Fernton"}
            for n in range(1, events + 1)
        ],
        "people": [
            {"id": f"p{n:05}", "family_name": f"Family{n:05}", "given_name": "Given",
             "kind": "person", "consent": "given"}
            for n in range(people)
        ],
        "talks": [
            {"id": f"s{n % events + 1}-talk-{n}", "seminar": f"s{n % events + 1}",
             "order": n // events + 1, "title": f"{_title(n)} {n}", "kind": "talk",
             "status": "reported"}
            for n in range(talks)
        ],
        "participation": [
            {"id": f"part-{n}", "seminar": f"s{n % events + 1}", "person": f"p{n % people:05}",
             "talk": f"s{n % events + 1}-talk-{n}", "part": "speaker",
             "affiliation_kind": "university", "role": "academic", "status": "reported"}
            for n in range(talks)
        ],
    }  # fmt: skip
    titles = {f"s{n}": _title(n) for n in range(1, events + 1)}
    book_of(root, rows, titles, start="2001-01-01", end="2031-12-31")
    for n in range(1, events + 1):
        with (root / "book" / "seminars" / f"{n:02}-day-{n}.md").open(
            "a", encoding="utf-8"
        ) as chapter:
            chapter.write(f"\nOf {{person}}`p{n % people:05}`.\n")
    return root


def book_of(
    root: Path,
    rows: dict[str, list[dict[str, Any]]],
    titles: dict[str, str],
    *,
    start: str,
    end: str,
) -> None:
    """Write a book of these rows over a copy of the invented one, with a chapter for each seminar;
    every other file has a header only."""
    copy_of(TOY, root)
    for path in (root / "data").glob("*.csv"):
        if path.stem not in ("roles", "help"):
            _write(root, path.stem, [{**_SOURCE, **row} for row in rows.get(path.stem, [])])
    for path in (root / "book" / "seminars").glob("*.md"):
        path.unlink()
    lines = []
    for number, (seminar, title) in enumerate(titles.items(), start=1):
        name = f"{number:02}-day-{number}"
        text = f"# {escaped(title)}\n\n:::{{plain-words}}\nA day of talks.\n:::\n\n:::{{data-table}} programme\n:seminar: {seminar}\n:::\n"
        (root / "book" / "seminars" / f"{name}.md").write_text(text, encoding="utf-8")
        lines.append(f"- file: book/seminars/{name}\n")
    lines += [f"- file: book/reference/{name}\n" for name in ("people", "references")]
    (root / "_toc.yml").write_text(
        "format: jb-book\nroot: book/index\nchapters:\n" + "".join(lines), encoding="utf-8"
    )
    (root / "book" / "index.md").write_text("# Many days\n\n:::{seminar-cards}\n:::\n", "utf-8")
    for name in ("across/who-came", "reference/data", "reference/glossary"):
        (root / "book" / f"{name}.md").unlink()
    config = root / "_config.yml"
    settings = config.read_text("utf-8").replace("2031-01-01", start).replace("2031-12-31", end)
    config.write_text(settings, encoding="utf-8")


def escaped(text: str) -> str:
    """A text in which Markdown finds nothing to mark up."""
    return re.sub(r"([^\w\s.,:;-])", r"\\\1", text)


def timed(what: str, do: Callable[[], Any]) -> Any:
    """Do it, and say how long it took."""
    began, used = time.monotonic(), time.process_time()
    found = do()
    took, used = time.monotonic() - began, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  {what:<30} {took:6.1f} s ({used:.1f} s of work), {peak} MB at most", flush=True)
    return found


def main() -> int:
    """Say how long each step takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=400)
    parser.add_argument("--talks", type=int, default=8_000)
    parser.add_argument("--people", type=int, default=5_000)
    parser.add_argument("--keep", type=Path, help="leave the book here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = large(
            arguments.keep or Path(folder) / "book",
            arguments.events, arguments.talks, arguments.people,
        )  # fmt: skip
        print(f"{arguments.events} events, {arguments.talks} talks, {arguments.people} people")
        bibliography = root / "book" / "references.bib"
        reading = timed("reading", lambda: read_series(root / "data", bibliography, root=root))
        found = timed("checking", lambda: checked(root))
        sheet = root / "talks.csv"
        sheet.write_bytes((root / "data" / "talks.csv").read_bytes().replace(b"Soil", b"Clay"))
        plan = timed("importing", lambda: plan_import(root, sheet, None, remove_missing=False))
        print(
            f"  {len(reading.problems)} and {len(found.errors)} errors, {len(plan.edits)} files to write"
        )
        for problem in [*reading.problems, *found.errors][:5]:
            print("   ", problem)
        for trouble in plan.troubles[:3]:
            print("   ", trouble)
    return 0


if __name__ == "__main__":
    sys.exit(main())
