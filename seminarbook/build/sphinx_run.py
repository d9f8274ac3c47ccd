"""A Sphinx application in this process, with Jupyter Book's settings."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seminarbook.build.project import Project

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_BEGINS = re.compile(r"(?:\S[^:]*:\d*:? )?(?:WARNING|ERROR|CRITICAL|SEVERE): ")


def settings_of(project: Project) -> dict[str, Any]:
    """Sphinx's settings, as ``jupyter-book build`` would make them from ``_config.yml``."""
    from jupyter_book.config import get_final_config

    project.measure()
    settings, _ = get_final_config(
        user_yaml=project.root / "_config.yml",
        cli_config={"latex_individualpages": False},
        sourcedir=project.root,
    )
    settings["external_toc_path"] = str(project.root / "_toc.yml")
    return dict(settings)


@contextlib.contextmanager
def sphinx_app(
    project: Project,
    builder: str,
    out: Path,
    overrides: dict[str, Any] | None = None,
    doctrees: Path | None = None,
    extensions: tuple[str, ...] = (),
) -> Iterator[tuple[Sphinx, io.StringIO]]:
    """A Sphinx application and the stream its warnings go to.

    docutils keeps directives and nodes in globals: the ``with`` gives them back, so that one
    process can hold several applications one after the other.
    """
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    said = io.StringIO()
    settings = settings_of(project)
    settings["extensions"] = [*settings["extensions"], *extensions]
    with patch_docutils(None), docutils_namespace():
        yield (
            Sphinx(
                srcdir=project.root,
                confdir=None,
                outdir=out,
                doctreedir=doctrees or project.work / "doctrees",
                buildername=builder,
                confoverrides={**settings, **(overrides or {})},
                status=None,
                warning=said,
                keep_going=True,
            ),
            said,
        )


def sentences(said: str, root: Path) -> tuple[str, ...]:
    """Warnings without colours, and with places relative to the book's root.

    Some quote what they are about over several lines, which are one sentence here.
    """
    plain = _COLOUR.sub("", said).replace(f"{root}/", "")
    found: list[str] = []
    for line in filter(str.strip, plain.splitlines()):
        if _BEGINS.match(line) or not found:
            found.append(line)
        else:
            found[-1] += f" {line.strip()}"
    return tuple(line.replace("WARNING: ", "", 1) for line in found)
