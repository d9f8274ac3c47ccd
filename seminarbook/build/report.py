"""Report: what a build tells the person who started it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from seminarbook.build.assembly import in_words
from seminarbook.build.project import Project


@dataclass(slots=True)
class Report:
    """Steps as they run, with their time, and every fault."""

    faults: list[str] = field(default_factory=list)
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

    def done(self, project: Project) -> str:
        """The closing words of a build that went well: where everything is."""
        pages = [path for path in project.html.rglob("*") if path.is_file()]
        count = sum(path.suffix == ".html" for path in pages)
        size = in_words(sum(path.stat().st_size for path in pages))
        rows = [("_build/html/index.html", f"{count} pages, {size}")]
        files = sorted(project.dist.iterdir(), key=lambda path: (len(path.name), path.name))
        rows += [(f"_build/dist/{path.name}", in_words(path.stat().st_size)) for path in files]
        width = max(len(name) for name, _ in rows) + 2
        took = time.monotonic() - self.began
        lines = ["", f"The book is ready ({took:.1f} s).", *(f"  {n:<{width}}{s}" for n, s in rows)]
        return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    if not number:
        return ""
    return f"{number} {noun}{'s' if number != 1 else ''}"
