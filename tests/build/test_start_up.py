"""What a build of an unchanged book need not load: drawings are kept, and so is what shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import build_command
from copies import TOY, copy_of

DRAWING = {"matplotlib", "plotly"}
SAY = f"""
import atexit
atexit.register(lambda: print("loaded:", *sorted({DRAWING} & set(sys.modules))))
"""


@pytest.mark.book
def test_an_unchanged_book_needs_no_drawing_library_in_any_format(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "toy")
    said = [build_command(root, before=SAY).stdout.splitlines()[-1] for _ in range(2)]
    assert said == ["loaded: matplotlib plotly", "loaded:"]
