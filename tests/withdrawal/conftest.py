"""The toy book, to be changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.copies import TOY, copy_of


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the toy book."""
    return copy_of(TOY, tmp_path / "book")
