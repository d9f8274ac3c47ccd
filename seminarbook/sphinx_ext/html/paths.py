"""Where the package keeps what a page is made of."""

from __future__ import annotations

from pathlib import Path

import furo

PACKAGE = Path(__file__).parents[2]
STATIC = PACKAGE / "static"
TEMPLATES = PACKAGE / "templates"
FURO_STYLES = Path(furo.__file__).parent / "theme" / "furo" / "static" / "styles" / "furo.css"
