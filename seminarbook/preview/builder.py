"""PreviewBuilder: the web site, with the pages that somebody looks at made first.

A whole build after a change of a person's name reads and writes half of the book. Whoever saved
the change looks at one page. That page is made at once; what is stale besides is found, read and
written in small pieces afterwards, so that the next save need not wait for it either.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging
from sphinx.util.build_phase import BuildPhase
from sphinx.util.parallel import SerialTasks

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

_AT_ONCE = 2  # pages in a piece of what is left: a save waits for no more than these


class PreviewBuilder(StandaloneHTMLBuilder):
    """``refresh`` makes the pages in view; ``make_some_more`` the others, until all are right.

    The environment is stored when everything is right, and removed while something is not: a
    preview that was killed in between begins anew.
    """

    name = "html"
    focus: frozenset[str] | None = None  # pages that may be read now; None for all
    _late: set[str]  # pages to be read
    _due: set[str]  # pages to be written
    _searched: bool  # whether every page that is stale is known

    def init(self) -> None:
        """Nothing is left to do before anything has changed."""
        super().init()
        self.finish_tasks = SerialTasks()
        self._late, self._due, self._searched = set(), set(), True

    def refresh(self, changed: Collection[str], in_view: Collection[str]) -> None:
        """Read the pages that were changed, and make those in view."""
        self._stored.unlink(missing_ok=True)
        self._searched = False
        for docname in self.env.all_docs.keys() & changed:
            # Clocks are coarse; who says that a page has changed is believed.
            self.env.all_docs[docname] = 0
        self._read_again({*changed, *in_view})
        self._write_due(in_view)

    def make_some_more(self, in_view: Collection[str]) -> bool:
        """Make a few more of the pages that are stale; False when there are none left."""
        if not self._searched:
            self._read_again(())
            self._searched = True
        elif self._late:
            self._read_again(_some(self._late, in_view))
            self._write_due(in_view)
        elif self._due:
            self._write_due(_some(self._due, in_view))
        elif not self._stored.exists():
            self._finish_all()
        else:
            return False
        return True

    def write(
        self,
        build_docnames: Iterable[str] | None,
        updated_docnames: Sequence[str],
        method: Literal["all", "specific", "update"] = "update",
    ) -> None:
        """Write all that a whole build wants to be written."""
        if build_docnames is None or build_docnames == ["__all__"]:
            build_docnames = self.env.found_docs
        self._due.update(build_docnames, updated_docnames)
        self.prepare_writing(self._due)
        self.copy_assets()
        self._write_due(self.env.found_docs)

    @property
    def _stored(self) -> Path:
        return Path(self.doctreedir) / ENV_PICKLE_FILENAME

    def _read_again(self, pages: Collection[str]) -> None:
        """The first half of a build, as Sphinx does it, for some pages; for none, only search."""
        self.focus = frozenset(pages)
        self.app.phase = BuildPhase.READING
        try:
            with logging.pending_warnings():
                updated = set(self.read())
        finally:
            self.focus = None
        self._late.difference_update(pages)
        updated.update(self.env.check_dependents(self.app, updated))
        if updated:
            self.app.phase = BuildPhase.CONSISTENCY_CHECK
            self.env.check_consistency()
        self._due = (self._due | updated) & self.env.found_docs

    def _write_due(self, pages: Collection[str]) -> None:
        now = self._due.intersection(pages)
        self._due -= now
        self.prepare_writing(now)
        self._write_serial(sorted(now))
        self.copy_image_files()

    def _finish_all(self) -> None:
        """The second half of a build: what all pages share, and what the next start needs."""
        self.copy_assets()
        self.finish()
        self.finish_tasks.join()
        self.events.emit("build-finished", None)
        with self._stored.open("wb") as file:
            pickle.dump(self.env, file, pickle.HIGHEST_PROTOCOL)


def _some(pages: Collection[str], in_view: Collection[str]) -> list[str]:
    """A few of the pages, those in view first."""
    return sorted(pages, key=lambda docname: (docname not in in_view, docname))[:_AT_ONCE]


def name_late(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Pages whose turn it is, found to be stale in an earlier search."""
    builder = app.builder
    assert isinstance(builder, PreviewBuilder)
    return sorted(builder._late & (builder.focus or set()))


def put_off(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Leave only pages in focus to be read, and pages that nobody has read yet."""
    builder = app.builder
    assert isinstance(builder, PreviewBuilder)
    focus = builder.focus
    if focus is None:
        return
    later = [name for name in docnames if name not in focus and name in env.all_docs]
    # Only a search notes them: Sphinx finds a page stale for good if it lacks a file.
    if not focus:
        builder._late.update(later)
    docnames[:] = [name for name in docnames if name not in later]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take the place of Sphinx's own builder for web sites."""
    app.add_builder(PreviewBuilder, override=True)
    app.connect("env-get-outdated", name_late)
    app.connect("env-before-read-docs", put_off)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
