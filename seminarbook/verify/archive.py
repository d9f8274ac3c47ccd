"""A zip file: can every file in it be read?"""

from __future__ import annotations

import zlib
from zipfile import BadZipFile, ZipFile

# What the reader of zip files raises for one that is damaged, by where the damage is.
UNREADABLE = (OSError, BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError,
              ValueError)  # fmt: skip


def damaged(archive: ZipFile) -> str:
    """The name of the first file in the archive that is damaged, or an empty text."""
    for name in archive.namelist():
        try:
            with archive.open(name) as file:
                while file.read(1 << 20):
                    pass
        except UNREADABLE:
            return name
    return ""
