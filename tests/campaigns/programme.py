"""Programmes of real conferences as a book: ``python -m tests.campaigns.programme FILE.xml …``.

The files are schedules as frab, pentabarf and pretalx write them (FOSDEM, Chaos congresses,
DebConf). Each room of each day is a seminar, each event a talk. Nothing of it is kept here; what
is said is how long each step takes, and every fault that is found.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).parents[1]))

from seminarbook.build.project import Project
from seminarbook.checks.run import checked
from seminarbook.model.suggestions import kebab
from seminarbook.model.unseen import UNSEEN
from tests.campaigns.large import book_of, timed

_BRACES = str.maketrans("{}", "()")


@dataclass(frozen=True)
class Item:
    """An event of a programme."""

    day: str
    room: str
    start: str
    title: str
    people: tuple[str, ...]


def text_of(found: str | None) -> str:
    """A text as a data file may hold it."""
    plain = unicodedata.normalize("NFC", " ".join((found or "").split()))
    return UNSEEN.sub("", plain).translate(_BRACES).strip()


def items_of(path: Path) -> Iterator[Item]:
    """Every event of a schedule that has a day and a title."""
    for day in ET.parse(path).getroot().iter("day"):
        for event in day.iter("event"):
            title = text_of(event.findtext("title"))
            people = tuple(filter(None, (text_of(one.text) for one in event.iter("person"))))
            start = text_of(event.findtext("start"))[:5]
            if title and day.get("date"):
                yield Item(
                    str(day.get("date"))[:10], text_of(event.findtext("room")) or "Somewhere",
                    start if re.fullmatch(r"[012]\d:[0-5]\d", start) else "", title, people,
                )  # fmt: skip


class Ids:
    """An id for each name, and for two names that would have one, two ids."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._used: Counter[str] = Counter()

    def __getitem__(self, name: str) -> str:
        if name not in self._known:
            plain = kebab(name)[:60].strip("-") or "nameless"
            self._used[plain] += 1
            again = self._used[plain]
            self._known[name] = plain if again == 1 else f"{plain}-{again}"
        return self._known[name]

    def items(self) -> list[tuple[str, str]]:
        """Each name with its id."""
        return [*self._known.items()]


def written(root: Path, paths: Sequence[Path]) -> tuple[int, int, int]:
    """Write the book; how many seminars, talks and people it has."""
    items = sorted(
        {item for path in paths for item in items_of(path)},
        key=lambda one: (one.day, one.room, one.start, one.title),
    )
    people, seminars = Ids(), {}
    rows: dict[str, list[dict[str, str | int]]] = {
        name: [] for name in ("seminars", "people", "talks", "participation")
    }
    places: Counter[str] = Counter()
    for item in items:
        key = (item.day, item.room)
        number = seminars.setdefault(key, len(seminars) + 1)
        seminar = f"s{number}"
        places[seminar] += 1
        talk = f"{seminar}-talk-{places[seminar]}"
        if places[seminar] == 1:
            rows["seminars"].append({
                "id": seminar, "number": number, "slug": f"day-{number}", "title": f"{item.room}, {item.day}",
                "subject": item.room, "date": item.day, "venue": item.room,
            })  # fmt: skip
        rows["talks"].append({
            "id": talk, "seminar": seminar, "order": places[seminar], "start": item.start,
            "title": item.title, "kind": "talk", "status": "reported",
        })  # fmt: skip
        for place, name in enumerate(dict.fromkeys(item.people), start=1):
            rows["participation"].append({
                "id": f"{talk}-{place}", "seminar": seminar, "person": people[name], "talk": talk,
                "part": "speaker", "affiliation_kind": "not stated", "role": "not-stated",
                "status": "reported",
            })  # fmt: skip
    for name, id_ in people.items():
        given, _, family = name.rpartition(" ")
        rows["people"].append({
            "id": id_, "kind": "person", "family_name": family, "given_name": given,
            "consent": "public record",
        })  # fmt: skip
    days = [item.day for item in items]
    titles = {f"s{number}": f"{room}, {day}" for (day, room), number in seminars.items()}
    book_of(root, rows, titles, start=min(days), end=max(days))
    return len(seminars), len(items), len(people.items())


def main() -> int:
    """Say how long each step takes, and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--keep", type=Path, help="leave the book here")
    parser.add_argument("--build", action="store_true", help="build the web site too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = arguments.keep or Path(folder) / "book"
        counts = timed("converting", lambda: written(root, arguments.files))
        print("{} seminars, {} talks, {} people".format(*counts))
        errors = timed("checking", lambda: checked(root)).errors
        for problem in errors[:20]:
            print("   ", problem)
        code = 0
        if arguments.build:
            from seminarbook.build.command import build_book

            code = timed("building", lambda: build_book(Project(root), ("html",)))
    return int(bool(errors) or code)


if __name__ == "__main__":
    sys.exit(main())
