"""Intake: what of a chapter's file is let in before anybody reads it.

A link could publish a private file under a chapter's name; a front matter of a few lines could
stand for more values than any memory holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from seminarbook.model.yaml_text import front_matter_fault

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def close(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Let no chapter take in another file, or raw HTML: it could be any file of the computer."""
    env.settings.update(file_insertion_enabled=False, raw_enabled=False)


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


def keep_inside(app: Sphinx, doctree: nodes.document) -> None:
    """Neither show nor offer a file that lies outside the project; what a build made may lie
    beside its output."""
    env = app.env
    roots = [Path(app.srcdir).resolve(), Path(app.outdir).resolve().parent]
    for files in (env.images, env.dlfiles):
        for name in [name for name, (docnames, _) in files.items() if env.docname in docnames]:
            path = (roots[0] / name).resolve()
            if not any(path.is_relative_to(root) for root in roots):
                del files[name]
                message = f"“{name}” lies outside the project, and is not published."
                _warn(message, env.docname, "file-outside")


def _warn(message: str, place: str | tuple[str, int], code: str) -> None:
    logger.warning(message, location=place, type="seminarbook", subtype=code)
