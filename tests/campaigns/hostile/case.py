"""Case: one way to spoil a book, and the commands that are to withstand it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copies import TOY, copy_of

from tests.campaigns.bounded import Outcome, bounded

Spoil = Callable[[Path], None]
CASES: dict[str, Case] = {}

CHECK = ("check",)
HTML = ("build", "--only", "html")
WHOLE = ("build",)


@dataclass(frozen=True)
class Case:
    """``tells`` is what a command must say of it, as a pattern; blank for whatever it likes."""

    name: str
    spoil: Spoil
    commands: tuple[tuple[str, ...], ...]
    tells: str
    long: bool

    def run(self, folder: Path) -> Iterator[tuple[tuple[str, ...], Outcome, str]]:
        """Each command, how it ended, and what is wrong with that."""
        root = copy_of(TOY, folder / "toy")
        try:
            self.spoil(root)
            for words in self.commands:
                here = tuple(word.replace("ROOT", str(root)) for word in words)
                outcome = bounded(root, here)
                fault = outcome.fault()
                if not fault and self.tells and not re.search(self.tells, outcome.said):
                    fault = f"does not tell {self.tells!r}: {outcome.said[:600]}"
                yield words, outcome, fault
        finally:
            shutil.rmtree(root)
            shutil.rmtree(folder / "outside", ignore_errors=True)


def case(
    *commands: tuple[str, ...], tells: str = "", long: bool = False
) -> Callable[[Spoil], Spoil]:
    """Declare a case; its name is the function's."""

    def declared(spoil: Spoil) -> Spoil:
        name = spoil.__name__.replace("_", "-")
        CASES[name] = Case(name, spoil, commands or (CHECK,), tells, long)
        return spoil

    return declared


def add_row(root: Path, file: str, **cells: str) -> None:
    """Put a row at the end of a data file, with cells that need quotes in quotes."""
    path = root / "data" / f"{file}.csv"
    text = path.read_text("utf-8")
    header = text.split("\n", 1)[0].split(",")
    cells = {"source": "garden-notes", "locator": "page 1", **cells}
    row = ",".join('"' + cells.get(name, "").replace('"', '""') + '"' for name in header)
    path.write_text(f"{text}{row}\n", encoding="utf-8", errors="surrogatepass")


def chapter(root: Path, text: str) -> None:
    """Put a text at the end of a chapter."""
    path = root / "book" / "seminars" / "01-sharing-soil.md"
    path.write_text(f"{path.read_text('utf-8')}\n\n{text}\n", "utf-8", errors="surrogatepass")
