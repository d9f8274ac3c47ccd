"""What tests of several parts share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builds import build_command
from copies import REAL, copy_of
from filelock import FileLock
from properties import register

from seminarbook.model.reader import read_series
from seminarbook.model.series import Series

register()

TOY = Path(__file__).parent / "toy"


@pytest.fixture(scope="session")
def toy_series() -> Series:
    """The invented series of tests/toy, which has attendance by role for every seminar."""
    reading = read_series(TOY / "data", TOY / "book" / "references.bib", root=TOY)
    assert reading.series is not None, reading.problems
    return reading.series


def _published(root: Path) -> Path:
    """Run the build as ``make book`` does, and return the folder that holds what it published."""
    done = build_command(root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == "", "a build is silent about what does not matter"
    return root / "_build"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real book, built once from a copy of its sources."""
    return _published(copy_of(REAL, tmp_path_factory.mktemp("real") / "book"))


@pytest.fixture(scope="session")
def toy_published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented book's folder with all that it publishes, built once for all workers.

    Nobody changes anything in it, for others read it at the same time.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root = shared / "toy-published"
    with FileLock(shared / "toy-published.lock"):
        if not (root / "_build" / "html").is_dir():
            _published(copy_of(TOY, root))
    return root
