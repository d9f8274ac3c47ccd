"""Jinja: keep templates as they were compiled, from one build to the next.

Every process compiles the theme's templates and ours anew: a fifth of a second, which is much when
one page is to be written. Jinja can keep them, and notices when one has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def keep(app: Sphinx) -> None:
    """Keep them with the documents that Sphinx has read."""
    environment: Any = getattr(getattr(app.builder, "templates", None), "environment", None)
    if environment is not None:
        place = Path(app.doctreedir) / "templates"
        place.mkdir(parents=True, exist_ok=True)
        environment.bytecode_cache = FileSystemBytecodeCache(str(place))
