"""Report: what a build tells the person who started it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from seminarbook.build.assembly import in_words
from seminarbook.verify.tree import File

_TOLD = 10


@dataclass(slots=True)
class Report:
    """Steps as they run, with their time, every fault, and what became of what was published.

    ``changed`` names what others did to published files since the last build.
    """

    faults: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    published: dict[Path, dict[str, File]] = field(default_factory=dict)
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
        return "\n".join([*lines, *self._changes("It is still so.")])

    def done(self) -> str:
        """The closing words of a build that went well: where everything is."""
        html, dist = self.published.values()
        count = sum(file.suffix == ".html" for file in html.values())
        size = in_words(sum(file.size for file in html.values()))
        rows = [("_build/html/index.html", f"{count} pages, {size}")]
        files = sorted(dist.values(), key=lambda file: (len(file.name), file.name))
        rows += [(f"_build/dist/{file.name}", in_words(file.size)) for file in files]
        width = max(len(name) for name, _ in rows) + 2
        took = time.monotonic() - self.began
        lines = ["", f"The book is ready ({took:.1f} s).", *(f"  {n:<{width}}{s}" for n, s in rows)]
        return "\n".join([*lines, *self._changes("It is mended.")])

    def _changes(self, now: str) -> list[str]:
        """What to say of changes to published files, of the first of many."""
        if not self.changed:
            return []
        told = [f"  _build/{one}" for one in self.changed[:_TOLD]]
        if len(self.changed) > _TOLD:
            told.append(f"  … and {len(self.changed) - _TOLD} more")
        return ["", f"What was published had been changed since it was built. {now}", *told]


def _count(number: int, noun: str) -> str:
    if not number:
        return ""
    return f"{number} {noun}{'s' if number != 1 else ''}"
