"""The builder ``pdf``: the whole book, or its chapters, as tagged PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import ENUM
from sphinx.errors import ExtensionError
from sphinx.util import logging

from seminarbook.sphinx_ext.paper.binding import Bound
from seminarbook.sphinx_ext.paper.composition import Composition
from seminarbook.sphinx_ext.paper.facts import Facts, facts_of, file_name
from seminarbook.sphinx_ext.paper.outline import reading_order
from seminarbook.sphinx_ext.paper.press import SIZES, Press, PressError
from seminarbook.sphinx_ext.paper.reader_pages import pack
from seminarbook.sphinx_ext.paper.rendering import PlainBuilder, borrowed
from seminarbook.sphinx_ext.paper.shelf import digest

logger = logging.getLogger(__name__)


class PdfBuilder(PlainBuilder):
    """Sets the documents with Typst."""

    name = "pdf"
    epilog = "The PDF is in %(outdir)s."

    def write(self, *ignored: Any) -> None:
        """Write the book and, if the settings ask for it, each chapter."""
        self.write_book()
        if self.config.seminarbook_chapter_pdfs:
            self.write_chapters()

    @cached_property
    def facts(self) -> Facts:
        """What the book says of itself."""
        return facts_of(self.app)

    @cached_property
    def bound(self) -> Bound:
        """The whole book, laid out once however many files are printed of it."""
        press = Press(Path(self.doctreedir).with_name("typesetting"))
        chapters = list(self.chapters())
        size, base = SIZES[self.config.seminarbook_paper], str(self.config.html_baseurl)
        composition = Composition(size, self.facts, chapters, self.web_address)
        return Bound(press, composition, digest(size, base, repr(self.facts), self.mark()))

    def write_book(self) -> Path:
        """Print the whole book and return its file."""
        path = Path(self.outdir) / f"{file_name(self.config)}.pdf"
        with _named(path.name):
            self.bound.print_book(path)
        for href in self.bound.composition.lost:
            logger.warning(
                "%s: the link %s leads nowhere", path.name, href, type="seminarbook", subtype="pdf"
            )
        return path

    def write_chapters(self, names: Iterable[str] | None = None) -> list[Path]:
        """Print chapters, each as a file of its own; all of them unless ``names`` are given."""
        wanted = None if names is None else tuple(names)
        paths = {}
        for place in reading_order(self.env):
            if place.docname == self.config.root_doc and wanted is None:
                continue
            if wanted is None or place.docname in wanted or place.name in wanted:
                name = f"{file_name(self.config)}-{place.name}.pdf"
                paths[place.docname] = Path(self.outdir) / name
        with _named("chapters"):
            self.bound.print_chapters(paths)
        return list(paths.values())

    def write_epub(self) -> Path:
        """Pack the same chapters as an EPUB and return its file."""
        path = Path(self.outdir) / f"{file_name(self.config)}.epub"
        pack(self.facts, list(self.chapters()), self.web_address, path)
        return path


@contextmanager
def _named(what: str) -> Iterator[None]:
    """Let a fault say what could not be printed."""
    try:
        yield
    except PressError as error:
        raise ExtensionError(f"{what}: {error}") from None


def paper(app: Sphinx, outdir: Path) -> AbstractContextManager[PdfBuilder]:
    """A builder for all files of the book, from an application that has read its documents.

    ``write_book``, ``write_chapters`` and ``write_epub`` share what is rendered and set once.
    """
    return borrowed(app, PdfBuilder, outdir)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder and its settings."""
    app.setup_extension("seminarbook.sphinx_ext.paper")
    app.add_builder(PdfBuilder)
    app.add_config_value("seminarbook_paper", "a4", "", ENUM(*SIZES))
    app.add_config_value("seminarbook_chapter_pdfs", False, "", bool)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
