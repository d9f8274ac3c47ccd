"""Copies of the books, so that a test can change them."""

from __future__ import annotations

import shutil
from pathlib import Path

TESTS = Path(__file__).parent
TOY = TESTS / "toy"
REAL = TESTS.parent


def copy_of(book: Path, place: Path) -> Path:
    """The sources of a book, copied to a new folder; its extension is still found."""
    place.mkdir(parents=True, exist_ok=True)
    for name in ("_config.yml", "_toc.yml"):
        text = (book / name).read_text(encoding="utf-8")
        lines = [
            f"    seminarbook: {REAL}" if line.startswith("    seminarbook: ") else line
            for line in text.splitlines()
        ]
        (place / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("book", "data"):
        shutil.copytree(book / name, place / name)
    return place
