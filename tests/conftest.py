"""What tests of several parts share."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminarbook.model.reader import read_series
from seminarbook.model.series import Series

TOY = Path(__file__).parent / "toy"


@pytest.fixture(scope="session")
def toy_series() -> Series:
    """The invented series of tests/toy, which has attendance by role for every seminar."""
    reading = read_series(TOY / "data", TOY / "book" / "references.bib", root=TOY)
    assert reading.series is not None, reading.problems
    return reading.series
