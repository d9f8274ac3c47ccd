"""A Sphinx application in this process, with Jupyter Book's settings."""

from __future__ import annotations

import contextlib
import io
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seminarbook.build.project import Project

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_BEGINS = re.compile(r"(?:\S[^:]*:\d*:? )?(?:WARNING|ERROR|CRITICAL|SEVERE): ")


def settings_of(project: Project, kept: Path | None = None) -> dict[str, Any]:
    """Sphinx's settings, as ``jupyter-book build`` would make them from ``_config.yml``.

    ``kept`` is where they may be kept: a file that goes when settings or packages change.
    """
    if kept is not None and kept.is_file():
        found: dict[str, Any] = pickle.loads(kept.read_bytes())
        return found
    settings = _settings_of(project)
    if kept is not None:
        kept.write_bytes(pickle.dumps(settings))
    return settings


def _settings_of(project: Project) -> dict[str, Any]:
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
    kept: Path | None = None,
) -> Iterator[tuple[Sphinx, io.StringIO]]:
    """A Sphinx application and the stream its warnings go to; ``kept`` as for its settings.

    docutils keeps directives and nodes in globals: the ``with`` gives them back, so that one
    process can hold several applications one after the other.
    """
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    from seminarbook.sphinx_ext.quick import absent

    said = io.StringIO()
    settings = settings_of(project, kept)
    settings["extensions"] = [*settings["extensions"], *extensions]
    with patch_docutils(None), docutils_namespace():
        with absent.spared(settings):
            app = Sphinx(
                srcdir=project.root,
                confdir=None,
                outdir=out,
                doctreedir=doctrees or project.work / "doctrees",
                buildername=builder,
                confoverrides={**settings, **(overrides or {})},
                status=None,
                warning=said,
                keep_going=True,
            )
        yield app, said


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
