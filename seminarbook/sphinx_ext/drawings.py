"""Drawings of earlier builds: a page written again with the same charts draws none."""

from __future__ import annotations

from pathlib import Path

from sphinx.builders import Builder

from seminarbook.draw.cache import Drawings


def kept_drawings(builder: Builder) -> Drawings:
    """Those that are kept beside the doctrees, for every format."""
    return Drawings(Path(builder.doctreedir) / "drawings")
