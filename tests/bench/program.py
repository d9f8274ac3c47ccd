"""A program that makes the book: where its sources and its pages are, and how it is started."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.content import Chapter, Content


@dataclass(frozen=True, slots=True)
class Program:
    """``packages`` are put in an environment of the program's own; none means this one."""

    name: str
    packages: tuple[str, ...]
    write: Callable[[Content, Path], None]
    commands: dict[str, tuple[str, ...]]
    source: Callable[[Chapter], str]
    page: Callable[[Chapter], str]

    def start(self, kind: str, environments: Path) -> Sequence[str]:
        """The command that makes the outputs ``kind``."""
        return (str(self._python(environments)), *self.commands[kind])

    def set_up(self, environments: Path) -> None:
        """Make the program's environment, unless it is there with just these packages."""
        if not self.packages:
            return
        place, wanted = environments / self.name, "\n".join(self.packages)
        stamp = place / "packages.txt"
        if stamp.is_file() and stamp.read_text() == wanted:
            return
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        install = [str(self._python(environments)), "-m", "pip", "install", "--quiet"]
        subprocess.run([*install, "--disable-pip-version-check", *self.packages], check=True)
        stamp.write_text(wanted)

    def _python(self, environments: Path) -> Path:
        if not self.packages:
            return Path(sys.executable)
        return environments / self.name / "bin" / "python"
