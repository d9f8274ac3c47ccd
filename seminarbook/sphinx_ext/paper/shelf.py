"""The shelf: what was printed the last time, which is not made again while nothing has changed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path


def digest(*parts: str | Path) -> str:
    """A name for texts and the contents of files: another for any other, or another order."""
    made = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part.read_bytes()
        made.update(hashlib.sha256(content).digest())
    return made.hexdigest()


class Shelf:
    """A folder of files by the digest of all that they were made from.

    Whoever opens it begins a new round: what is not asked for in it is gone with the next.
    """

    def __init__(self, folder: Path) -> None:
        self._kept, self._before = folder, folder.with_name(f"{folder.name}-before")
        shutil.rmtree(self._before, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        folder.replace(self._before)
        folder.mkdir()

    def find(self, name: str) -> bytes | None:
        """The file of this name from before, if there is one."""
        kept, before = self._kept / name, self._before / name
        if not kept.exists():
            if not before.exists():
                return None
            before.replace(kept)
        return kept.read_bytes()

    def stay(self) -> None:
        """Let all that was there before stay for another round."""
        for before in self._before.iterdir():
            before.replace(self._kept / before.name)

    def keep(self, name: str, content: bytes) -> None:
        """Put a file there, whole or not at all."""
        kept = self._kept / name
        made = kept.with_name(f"{name}.new")
        made.write_bytes(content)
        made.replace(kept)
