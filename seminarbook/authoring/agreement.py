"""Agreement: changes that were shown are made if the author agrees, and not otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from seminarbook.authoring.edits import Edit, EditsRefused, made
from seminarbook.authoring.terminal import Stopped, agreed


def made_if_agreed(root: Path, edits: Iterable[Edit], question: str, *, yes: bool) -> bool:
    """Ask, and make the edits; False, after saying why, if nothing was written."""
    try:
        if not agreed(question, yes=yes):
            return False
        made(root, edits)
    except Stopped:
        print("Nothing was written.")
        return False
    except EditsRefused as refused:
        print(f"Nothing was written: {refused}.")
        return False
    return True
