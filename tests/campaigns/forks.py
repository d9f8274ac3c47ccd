"""Commands of the book in processes of their own, forked from one that has imported everything."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from copies import REAL

os.environ["PYTHONPATH"] = str(REAL)
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        "seminarbook.build.formats",
        "jupyter_book",
        "myst_nb.sphinx_ext",
        "seminarbook.sphinx_ext.html",
        "seminarbook.checks.run",
        "seminarbook.spreadsheet.plan",
    ]
)
