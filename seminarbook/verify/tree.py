"""A folder's files, found in one walk, each with what tells whether it has been changed since."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Whoever changes a file changes its last moment (“ctime”) too, which no program can set back.
Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class File:
    """A file by its path and by its name in the folder, ``part/page.html``."""

    name: str
    path: Path
    size: int
    stamp: Stamp
    is_link: bool = False

    @property
    def suffix(self) -> str:
        """What kind of file it says it is."""
        return os.path.splitext(self.name)[1]


def files_of(folder: Path) -> dict[str, File]:
    """Every file in the folder by its name, sorted; none if there is no such folder.

    A link is a file of its own kind, wherever it leads.
    """
    found = {file.name: file for file in _walk(folder, "")} if folder.is_dir() else {}
    return dict(sorted(found.items()))


def _walk(folder: Path, before: str) -> Iterator[File]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{before}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(folder / entry.name, f"{name}/")
                continue
            found = entry.stat(follow_symlinks=False)
            stamp = (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)
            yield File(name, folder / entry.name, found.st_size, stamp, entry.is_symlink())
