"""Intake: what of a chapter's file is let in before anybody reads it.

A link could publish a private file under a chapter's name; a front matter of a few lines could
stand for more values than any memory holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from seminarbook.model.yaml_text import front_matter_fault

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


def let_in(app: Sphinx, docname: str, source: list[str]) -> None:
    """Leave out what may not be read, and warn of it at its place."""
    path, root = Path(app.env.doc2path(docname)), Path(app.srcdir)
    if not path.resolve().is_relative_to(root.resolve()):
        _warn("The file is a link out of the project, and is not read.", docname, "file-outside")
        source[0] = ""
        return
    fault = front_matter_fault(source[0]) if path.suffix == ".md" else None
    if fault is not None:
        message = f"The front matter cannot be read: {fault.reason}."
        _warn(message, (docname, fault.line), "broken-settings")
        # As many lines as before, so that every later warning names the right one.
        settings, text = source[0][: fault.length], source[0][fault.length :]
        source[0] = "\n" * settings.count("\n") + text


def _warn(message: str, place: str | tuple[str, int], code: str) -> None:
    logger.warning(message, location=place, type="seminarbook", subtype=code)
