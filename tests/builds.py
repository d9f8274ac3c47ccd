"""Builds of a book, in this process or as ``make book`` does, for tests that look at the outcome."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Mapping
from pathlib import Path

from copies import REAL

from seminarbook.build.project import Project
from seminarbook.build.sphinx_run import sentences, sphinx_app
from seminarbook.verify.manifest import NAME, differences
from seminarbook.verify.reading import Reading
from seminarbook.verify.tree import files_of


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


def build_command(
    root: Path,
    *formats: str,
    environment: Mapping[str, str] | None = None,
    before: str = "",
    umask: int = -1,
) -> subprocess.CompletedProcess[str]:
    """Run the command ``build`` in a process of its own; ``before`` is Python to run in it first."""
    words = [f"--only={name}" for name in formats]
    start = (
        f"import sys\n{before}\nfrom seminarbook.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", start, "--root", str(root), "build", *words],
        cwd=REAL, env={**os.environ, **(environment or {})}, umask=umask,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def published_digests(root: Path) -> dict[str, str]:
    """The digest of each published file, by its path; checked to be what the file has."""
    found = {}
    for folder in ("html", "dist"):
        place = root / "_build" / folder
        assert differences(files_of(place), Reading()) == ()
        for line in (place / NAME).read_text(encoding="utf-8").splitlines():
            digest, _, name = line.partition("  ")
            found[f"{folder}/{name}"] = digest
    return found
