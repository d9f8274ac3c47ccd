"""What tests of several parts share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from copies import REAL, copy_of
from hypothesis import settings

from seminarbook.model.reader import read_series
from seminarbook.model.series import Series

# No time is asserted: a busy machine is not a fault.
settings.register_profile("book", deadline=None)
settings.load_profile("book")

TOY = Path(__file__).parent / "toy"


@pytest.fixture(scope="session")
def toy_series() -> Series:
    """The invented series of tests/toy, which has attendance by role for every seminar."""
    reading = read_series(TOY / "data", TOY / "book" / "references.bib", root=TOY)
    assert reading.series is not None, reading.problems
    return reading.series


def _published(root: Path) -> Path:
    """Run the build as ``make book`` does, and return the folder that holds what it published."""
    command = [sys.executable, "-m", "seminarbook", "--root", str(root), "build"]
    done = subprocess.run(command, cwd=REAL, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == "", "a build is silent about what does not matter"
    return root / "_build"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real book, built once from a copy of its sources."""
    return _published(copy_of(REAL, tmp_path_factory.mktemp("real") / "book"))
