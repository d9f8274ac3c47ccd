"""A small book without a fault, to be spoilt by the tests of the model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from seminarbook.model.reader import Reading, read_series

BASE = Path(__file__).parents[1] / "faulty" / "base"

Read = Callable[[Path], Reading]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The root of a copy of the small book."""
    return shutil.copytree(BASE, tmp_path / "book")


@pytest.fixture
def read() -> Read:
    """Reads the data of the book with this root."""
    return lambda root: read_series(root / "data", root / "book" / "references.bib", root=root)
