"""The pictures of CONTRIBUTING.md can be taken anew."""

from __future__ import annotations

from pathlib import Path

import docs.pictures.take as pictures


def test_every_picture_is_taken(tmp_path: Path, chromium: str) -> None:
    pictures.take(tmp_path, chromium)
    assert {file.stem for file in tmp_path.iterdir()} == set(pictures.PICTURES)
    assert all(file.stat().st_size < 80_000 for file in tmp_path.iterdir())
