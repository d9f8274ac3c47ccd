"""Admission: whether a file of the project may be read at all, asked before it is opened.

A link can lead to a private file, a pipe or a device never ends, and a file can be larger than
any memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from seminarbook.faults import files

LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file is not read."""

    code: str
    message: str
    advice: str = ""


def refusal(path: Path, *, root: Path, largest: int = LARGEST) -> Refused | None:
    """Why the file may not be read, or None if it may. It can fail all the same while it is."""
    try:
        if not path.exists():
            link = path.is_symlink()
            message = "The link leads to nothing." if link else "The file is missing."
            return Refused(files.FILE_MISSING, message)
        if not path.resolve().is_relative_to(root.resolve()):
            message = "The file is a link out of the project, and is not read."
            return Refused(files.FILE_OUTSIDE, message, "Put a copy of the file in its place.")
        if not path.is_file():
            message = f"It is {'a folder' if path.is_dir() else 'not a plain file'}."
            return Refused(files.FILE_UNREADABLE, message, "Put a plain file in its place.")
        if path.stat().st_size > largest:
            message = f"The file is larger than {largest // 10**6} MB, and is not read."
            advice = "Look whether something was pasted into it."
            return Refused(files.FILE_TOO_LARGE, message, advice)
    except (OSError, RuntimeError) as error:
        return failed(error)
    return None


def failed(error: OSError | RuntimeError) -> Refused:
    """What the system said when the file was to be read."""
    reason = getattr(error, "strerror", None) or str(error)
    return Refused(files.FILE_UNREADABLE, f"The file cannot be read: {reason}.")
