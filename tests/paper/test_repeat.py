"""The same book gives the same bytes: on another day, in another folder, with another hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BOOK = Path(__file__).parent / "book"
ROOT = Path(__file__).parents[2]
# The clock of the build stands at a given moment.
BUILD = """
import sys, time
time.time = lambda: float(sys.argv[1])
from sphinx.cmd.build import main
sys.exit(main(sys.argv[2:]))
"""


def run(folder: Path, builder: str, seed: str, now: str, file: str) -> bytes:
    source = folder / "source"
    if not source.exists():
        shutil.copytree(BOOK, source)
    arguments = ["-q", "-b", builder, str(source), str(folder / "out")]
    environment = os.environ | {
        "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1767225600", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-c", BUILD, now, *arguments], check=True, env=environment, cwd=folder
    )
    return (folder / "out" / file).read_bytes()


@pytest.mark.book
@pytest.mark.parametrize(("builder", "file"), [("pdf", "bees.pdf"), ("epub", "bees.epub")])
def test_two_builds_are_the_same(tmp_path: Path, builder: str, file: str) -> None:
    first, second = tmp_path / "one", tmp_path / "a longer name for the second"
    first.mkdir()
    second.mkdir()
    assert run(first, builder, "1", "1770000000", file) == run(
        second, builder, "2", "1790000000", file
    )
