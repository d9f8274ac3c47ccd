"""The stamp of a file: what tells, without reading it, whether it has been changed since."""

from __future__ import annotations

import os

# Whoever changes a file changes its last moment (“ctime”) too, which no program can set back.
Stamp = tuple[int, int, int, int]


def stamp_of(found: os.stat_result) -> Stamp:
    """Size in bytes, last change of the content, number on the disk, last change of anything."""
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns
