"""Report: what a build tells the person who started it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Report:
    """Steps as they run, with their time, and every fault found on the way."""

    faults: list[str] = field(default_factory=list)
    published: list[Path] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Name a step while it runs, and say how long it took."""
        print(f"  {label:<36}", end="", flush=True)
        start, before = time.monotonic(), len(self.faults)
        try:
            yield
        except BaseException:
            print("  stopped", flush=True)
            raise
        found = _count(len(self.faults) - before, "problem")
        print(f"{time.monotonic() - start:6.1f} s{f'   {found}' if found else ''}", flush=True)

    def add(self, faults: Iterable[str]) -> None:
        """Note faults, each once, in the order found."""
        self.faults += [fault for fault in dict.fromkeys(faults) if fault not in self.faults]

    def failed(self, earlier: bool) -> str:
        """The closing words of a build that did not go well."""
        lines = ["", *self.faults, ""]
        lines.append(f"{_count(len(self.faults), 'problem')} found. Nothing new was published.")
        if earlier:
            lines.append("_build/ still holds an earlier book: it does not show your changes.")
        return "\n".join(lines)

    def done(self, root: Path) -> str:
        """The closing words of a build that went well: where everything is."""
        lines = ["", f"The book is ready ({time.monotonic() - self.began:.1f} s)."]
        for place in self.published:
            first = place / "index.html"
            files = [first] if first.is_file() else sorted(place.iterdir())
            lines += [f"  {path.relative_to(root).as_posix():<56} {_size(path)}" for path in files]
        return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    if not number:
        return ""
    return f"{number} {noun}{'s' if number != 1 else ''}"


def _size(path: Path) -> str:
    """A file's size, or for the first page of a site the size of the whole site."""
    if path.name == "index.html":
        files = [file for file in path.parent.rglob("*") if file.is_file()]
        pages = sum(file.suffix == ".html" for file in files)
        return f"{pages} pages, {_bytes(sum(file.stat().st_size for file in files))}"
    return _bytes(path.stat().st_size)


def _bytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.0f} kB"
