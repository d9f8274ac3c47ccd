"""Lifecycle: when the data are read, and what happens between reading and writing pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from seminarbook.model.reader import read_series
from seminarbook.sphinx_ext import freshness
from seminarbook.sphinx_ext.book import Book, domain_of
from seminarbook.sphinx_ext.notices import warn_of_data

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_logger = logging.getLogger(__name__)


def connect(app: Sphinx) -> None:
    """Connect to Sphinx's events, in the order in which they happen."""
    # After the bibliography, which is read at the default priority.
    app.connect("builder-inited", read_data, priority=600)
    app.connect("env-get-outdated", find_outdated)
    app.connect("doctree-read", freshness.note_links)
    # After every domain has its labels, and before anybody looks one up.
    app.connect("env-updated", name_views, priority=600)
    # After figures and tables have their numbers, which is done at the default priority.
    app.connect("env-get-updated", freshness.write_again, priority=600)


def read_data(app: Sphinx) -> None:
    """Read the data files, once a build, and report every fault in them."""
    root = Path(app.srcdir)
    bibliography, *_ = app.config.bibtex_bibfiles
    reading = read_series(root / app.config.seminarbook_data, root / bibliography, root=root)
    domain_of(app.env).book = Book(reading.sound, reading.problems)
    for problem in reading.problems:
        warn_of_data(problem)


def find_outdated(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    """Pages to read again although their source is as it was."""
    return sorted(freshness.read_again(env) - removed)


def name_views(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give tables and charts their names; no page is read again for it."""
    freshness.grant_names(env)
    return []
