"""A folder's files, found in one walk, each with what tells whether it has been changed since."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seminarbook.model.stamp import Stamp, stamp_of


@dataclass(frozen=True, slots=True)
class File:
    """A file by its name in the folder, ``part/page.html``, and by its place on the disk.

    ``oddity`` says what it is if it is no plain file; then nobody opens it, since a link may lead
    nowhere, and a pipe never ends.
    """

    name: str
    place: str
    stamp: Stamp
    oddity: str = ""

    @property
    def path(self) -> Path:
        """Its place as a path."""
        return Path(self.place)

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.stamp[0]

    @property
    def suffix(self) -> str:
        """What kind of file it says it is."""
        return os.path.splitext(self.name)[1]


def files_of(folder: Path) -> dict[str, File]:
    """Every file in the folder by its name, sorted; none if there is no such folder.

    A link is a file of its own kind, wherever it leads.
    """
    found = list(_walk(os.fspath(folder), "")) if folder.is_dir() else []
    return {file.name: file for file in sorted(found, key=lambda file: file.name)}


def _walk(folder: str, before: str) -> Iterator[File]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{before}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{name}/")
                continue
            found = entry.stat(follow_symlinks=False)
            yield File(name, entry.path, stamp_of(found), _oddity(found.st_mode))


def _oddity(mode: int) -> str:
    if stat.S_ISREG(mode):
        return ""
    return "is a link, not a file" if stat.S_ISLNK(mode) else "is not a plain file"
