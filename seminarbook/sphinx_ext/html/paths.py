"""Where the package keeps what a page is made of."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[2]
STATIC = PACKAGE / "static"
TEMPLATES = PACKAGE / "templates"
