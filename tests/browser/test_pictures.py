"""The pictures of CONTRIBUTING.md can be taken anew."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from docs.pictures.take import PICTURES
from tests.copies import REAL


def test_every_picture_is_taken(tmp_path: Path, chromium: str) -> None:
    # In a process of its own: this one may have a browser open already, and can have only one.
    command = [sys.executable, "-m", "docs.pictures.take", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REAL)
    assert done.returncode == 0, done.stderr
    assert {file.stem for file in tmp_path.iterdir()} == set(PICTURES)
    assert all(file.stat().st_size < 80_000 for file in tmp_path.iterdir())
