"""Intake: what of a chapter's file is let in before anybody reads it.

A link could publish a private file under a chapter's name; a front matter of a few lines could
stand for more values than any memory holds.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util import logging

from seminarbook.faults.files import BIBLIOGRAPHY_TOO_MUCH
from seminarbook.model.admission import refusal
from seminarbook.model.bibliography import read_bibliography
from seminarbook.model.chapter_bounds import excess
from seminarbook.model.yaml_text import front_matter_fault
from seminarbook.problems import Problem, format_problem

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def stay_inside(app: Sphinx, config: Config) -> None:
    """Refuse linked folders that lead out of the project, or back to where they stand.

    Pages are looked for in every folder, and links are followed: through all of a computer.
    """
    root = Path(app.srcdir).resolve()
    for folder, names, _ in os.walk(root):
        names[:] = sorted(name for name in names if name[0] not in "._")
        for linked in (Path(folder, name) for name in names if Path(folder, name).is_symlink()):
            target = linked.resolve()
            if not target.is_relative_to(root) or linked.is_relative_to(target):
                name = linked.relative_to(root).as_posix()
                message = "The folder is a link out of the project, or round in a circle."
                raise ExtensionError(f"{name}: {message} Put a copy of it in its place.")


def guard_sources(app: Sphinx) -> None:
    """Refuse a bibliography that nobody should be given to read."""
    root = Path(app.srcdir)
    for name in app.config.bibtex_bibfiles:
        for problem in read_bibliography(root / name, root=root).problems:
            if problem.code == BIBLIOGRAPHY_TOO_MUCH:
                raise ExtensionError(format_problem(problem))


def close(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Let no chapter take in another file, or raw HTML: it could be any file of the computer."""
    env.settings.update(file_insertion_enabled=False, raw_enabled=False)
    for docname in docnames:
        path = Path(env.doc2path(docname))
        # A file elsewhere is read and thrown away, since its page is looked for; a pipe never ends.
        refused = refusal(path, root=Path(path.anchor))
        if refused:
            name = path.relative_to(app.srcdir).as_posix()
            problem = Problem(name, 0, 0, refused.code, refused.message, refused.advice)
            raise ExtensionError(format_problem(problem))


def let_in(app: Sphinx, docname: str, source: list[str]) -> None:
    """Leave out what may not be read, and warn of it at its place."""
    path, root = Path(app.env.doc2path(docname)), Path(app.srcdir)
    if not path.resolve().is_relative_to(root.resolve()):
        _warn("The file is a link out of the project, and is not read.", docname, "file-outside")
        source[0] = ""
        return
    much = excess(source[0]) if path.suffix == ".md" else None
    if much is not None:
        _warn(f"{much.message} {much.advice}", (docname, much.line), "chapter-too-much")
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
