"""Edition: which commit a build is of, and the one moment all its files are dated."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# A book that is built outside any history is dated to the start of the ZIP format,
# the earliest day that every file format we write can hold.
EARLIEST = 315532800
_VARIABLE = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Edition:
    """``commit`` is the short id ("" if unknown), ``epoch`` seconds since 1970, UTC."""

    commit: str
    epoch: int


def edition_of(root: Path) -> Edition:
    """The edition in ``root``: ``SOURCE_DATE_EPOCH`` if set, else the date of the commit."""
    commit = _git(root, "rev-parse", "--short=10", "HEAD")
    if commit and _git(root, "status", "--porcelain", "--untracked-files=no"):
        commit += "+"
    given = os.environ.get(_VARIABLE, "")
    if given.isdigit():
        return Edition(commit, max(int(given), EARLIEST))
    dated = _git(root, "log", "-1", "--format=%ct")
    return Edition(commit, int(dated) if dated else EARLIEST)


@contextmanager
def dated(epoch: int) -> Iterator[None]:
    """Let every program that makes a file now give it this date, and none afterwards."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(epoch)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
