"""What each program takes to make the same book: from clean, after one change, after none."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.content import Content
from tests.bench.program import Program
from tests.bench.run import Run, run
from tests.bench.weight import weight_of

CLEAN, EVERYTHING = "cold HTML", "cold HTML, PDF and EPUB"
CHAPTER, TABLE, NOTHING = "one chapter edited", "one CSV edited", "nothing changed"
# Each chart is a kernel to start for Jupyter Book; larger books are of words alone.
LARGEST_WITH_CHARTS = 50


@dataclass(frozen=True, slots=True)
class Result:
    """What one program took for one task; ``right`` is whether the page then shows the change."""

    program: str
    chapters: int
    task: str
    runs: list[Run] = field(default_factory=list)
    right: bool | None = None

    @property
    def seconds(self) -> float:
        """The median on the clock."""
        return median(one.seconds for one in self.runs)

    @property
    def work(self) -> float:
        """The median in seconds of processor."""
        return median(one.work for one in self.runs)

    @property
    def memory(self) -> float:
        """The most memory that any run took, in MB."""
        return max(one.memory for one in self.runs)

    def plain(self) -> dict[str, Any]:
        """As JSON takes it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where books and environments are made; ``times`` is how often each task is done."""

    place: Path
    times: int

    def measure(self, program: Program, size: int) -> Iterator[Result]:
        """Every task, one after the other."""
        book = Book(program, Content(size, text=size > LARGEST_WITH_CHARTS), self.place)
        for task, kind in ((EVERYTHING, "everything"), (CLEAN, "html")):
            if kind in program.commands:
                yield Result(program.name, size, task, [book.cold(kind) for _ in range(self.times)])
        tasks = {CHAPTER: "chapter", TABLE: "table", NOTHING: ""}
        if book.content.text:
            del tasks[TABLE]
        for task, what in tasks.items():
            runs, right = [], True
            for number in range(self.times):
                sign = f"changed{what}{chr(ord('a') + number)}"  # a number would be a fault
                if what:
                    book.change(what, sign)
                runs.append(book.make("html"))
                right = right and (not what or sign in book.page())
            yield Result(program.name, size, task, runs, right if what else None)

    def weigh(self, program: Program, size: int) -> dict[str, int]:
        """Bytes and requests of a chapter's page, of the book that was made last."""
        book = Book(program, Content(size), self.place)
        return weight_of(book.path / program.page(book.content.chapters[0]))


class Book:
    """One program's book in a folder of its own."""

    def __init__(self, program: Program, content: Content, place: Path) -> None:
        self.program, self.content = program, content
        self.path = place / "books" / f"{program.name.replace(' ', '-')}-{content.size}"
        self._environments = place / "environments"

    def cold(self, kind: str) -> Run:
        """Make the book where nothing of it was made before."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        self.program.write(self.content, self.path)
        return self.make(kind)

    def make(self, kind: str) -> Run:
        """Make what is not up to date."""
        return run(self.program.start(kind, self._environments), self.path)

    def change(self, what: str, sign: str) -> None:
        """Put a word into the first chapter, or into the table of what was on that day."""
        day = self.content.chapters[0]
        if what == "chapter":
            with (self.path / self.program.source(day)).open("a", encoding="utf-8") as opened:
                opened.write(f"\nAnd {sign}.\n")
        else:
            path = self.path / "data" / "talks.csv"
            text = path.read_text(encoding="utf-8")
            title = re.compile(rf"{day.programme[0][1]}( changedtable\w)?")
            path.write_text(title.sub(f"{day.programme[0][1]} {sign}", text, count=1), "utf-8")

    def page(self) -> str:
        """The page of the first chapter."""
        page: Path = self.path / self.program.page(self.content.chapters[0])
        return page.read_text(encoding="utf-8")
