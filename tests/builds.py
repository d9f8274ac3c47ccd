"""Builds of a book in this process, for tests that look at what comes out."""

from __future__ import annotations

import warnings
from pathlib import Path

from seminarbook.build.project import Project
from seminarbook.build.sphinx_run import sentences, sphinx_app


def build(root: Path, builder: str = "html") -> tuple[Path, tuple[str, ...]]:
    """Build the book; the folder it is in, and every warning."""
    project = Project(root)
    out = project.build / "tested" / builder
    with warnings.catch_warnings():
        # Packages that the book rests on call what Python and docutils will give up one day.
        warnings.simplefilter("ignore")
        with sphinx_app(project, builder, out) as (app, said):
            app.build()
            return out, sentences(said.getvalue(), root)
