"""Lifecycle: when the data are read, and what happens between reading and writing pages."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinxcontrib.bibtex.bibfile import process_bibdata

from seminarbook.checks.data import check_data
from seminarbook.sphinx_ext import freshness, intake, numbering
from seminarbook.sphinx_ext.book import Book, domain_of
from seminarbook.sphinx_ext.notices import warn_of_data, warn_of_second_index
from seminarbook.sphinx_ext.settings import series_dates

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain


def connect(app: Sphinx) -> None:
    """Connect to Sphinx's events, in the order in which they happen."""
    # Before the contents are read, for which every folder is gone through.
    app.connect("config-inited", intake.stay_inside, priority=1)
    app.connect("builder-inited", intake.guard_sources, priority=100)
    # After the bibliography, which is read at the default priority.
    app.connect("builder-inited", read_data, priority=600)
    app.connect("builder-inited", numbering.count_when_needed)
    app.connect("env-get-outdated", find_outdated)
    app.connect("env-purge-doc", forget_document)
    app.connect("env-before-read-docs", intake.close)
    # Before any other extension sees the text.
    app.connect("source-read", intake.let_in, priority=100)
    app.connect("doctree-read", freshness.note_links)
    # After Sphinx has noted what the document shows and offers.
    app.connect("doctree-read", intake.keep_inside, priority=900)
    app.connect("doctree-read", numbering.note_numbered)
    app.connect("warn-missing-reference", is_withheld)
    # After every domain has its labels, and before anybody looks one up.
    app.connect("env-updated", name_views, priority=600)
    # After figures and tables have their numbers, which is done at the default priority.
    app.connect("env-get-updated", freshness.write_again, priority=600)


def read_data(app: Sphinx) -> None:
    """Read the data files with every fault in them."""
    root = Path(app.srcdir)
    start, end = series_dates(app.config)
    data = root / app.config.seminarbook_data
    bibliography = root / app.config.bibtex_bibfiles[0]
    version = _version(data, bibliography)
    reading = check_data(data, bibliography, root=root, start=start, end=end)
    contents = {
        path.stem: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(data.glob("*.csv"))
        if path.is_file()
    }
    domain_of(app.env).book = Book(reading.sound, reading.problems, version, contents)


def find_outdated(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    """Report the faults of the data, and name pages to read again although they did not change.

    A preview builds again and again in one process: what has changed since is read anew.
    """
    root = Path(app.srcdir)
    data, bibliography = root / app.config.seminarbook_data, root / app.config.bibtex_bibfiles[0]
    if domain_of(env).book.version != _version(data, bibliography):
        cite = cast("BibtexDomain", env.get_domain("cite"))
        files = list(cite.bibdata.bibfiles)
        cite.data["bibdata"] = process_bibdata(cite.bibdata, files, cite.bibdata.encoding)
        read_data(app)
    domain_of(env).forget_pages()
    for problem in domain_of(env).book.problems:
        warn_of_data(problem)
    # A preview looks after a few pages first, and after the rest when there is time.
    focus = getattr(app.builder, "focus", None)
    return sorted(freshness.read_again(env, focus) - removed)


def forget_document(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Make Sphinx forget how a document was, before it is read again.

    Sphinx keeps each document that it has loaded for the life of the process, since it expects
    to build once: in a preview, a new figure would have no number and no page could refer to it.
    """
    getattr(env, "_pickled_doctree_cache", {}).pop(docname, None)
    if docname == env.config.root_doc:
        vars(env).pop("master_doctree", None)


def is_withheld(app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """Whether a reference leads to a table or chart whose fault is told where it stands."""
    withheld = domain_of(app.env).withheld.values()
    return any(node["reftarget"] in names for names in withheld) or None


def name_views(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give tables and charts their names; no page is read again for it."""
    freshness.grant_names(env)
    warn_of_second_index(env)
    return []


def _version(data: Path, bibliography: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells whether a file has been saved since it was read."""
    files = [*sorted(data.glob("*")), bibliography]
    found = [(path, path.stat()) for path in files if path.is_file()]
    return tuple((path.name, stat.st_mtime_ns, stat.st_size) for path, stat in found)
