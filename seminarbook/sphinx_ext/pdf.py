"""The builder ``pdf``: the whole book, or its chapters, as tagged PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ExtensionError
from sphinx.util import logging

from seminarbook.sphinx_ext.paper.binding import bind_book, bind_chapter
from seminarbook.sphinx_ext.paper.facts import facts_of, file_name
from seminarbook.sphinx_ext.paper.fragments import SCHEME, Chapter, make_chapter
from seminarbook.sphinx_ext.paper.outline import Place, reading_order
from seminarbook.sphinx_ext.paper.pango import pango_problem
from seminarbook.sphinx_ext.paper.press import SIZES, Press, listening

logger = logging.getLogger(__name__)


class PdfBuilder(StandaloneHTMLBuilder):
    """Renders each document to plain HTML once, then sets it with WeasyPrint."""

    name = "pdf"
    epilog = "The PDF is in %(outdir)s."
    supported_image_types = [  # noqa: RUF012 - declared without ClassVar by Sphinx
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
    ]
    supported_remote_images = False
    copysource = False
    add_permalinks = False
    download_support = False
    html_scaled_image_link = False
    embedded = True
    search = False

    def init(self) -> None:
        """Refuse early, in plain words, what cannot work."""
        if problem := pango_problem():
            raise ExtensionError(problem)
        super().init()
        self._chapters: dict[str, Chapter] = {}
        self._press: Press | None = None

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """The plainest theme: only the body of each document is used."""
        return "basic", {}

    def get_outdated_docs(self) -> str:  # type: ignore[override]
        """One file holds all: it is made anew each time."""
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """A link that is resolved when it is known which documents share a file."""
        return SCHEME + docname if docname in self.env.all_docs else docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from anywhere."""
        return self.get_target_uri(to, typ)

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """Only the body: a printed page has no navigation."""
        return {"body": body}

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        outfilename: str | None = None,
        event_arg: Any = None,
    ) -> None:
        """Keep a document's HTML rather than write it."""
        self._html = addctx["body"]

    def write(self, *ignored: Any) -> None:
        """Write the book and, if the settings ask for it, each chapter."""
        self.write_book()
        if self.config.seminarbook_chapter_pdfs:
            self.write_chapters()

    def finish(self) -> None:
        """Nothing is copied beside the PDF."""

    @property
    def press(self) -> Press:
        """The press that all of the builder's documents share."""
        if self._press is None:
            language = str(self.config.language or "en").replace("_", "-")
            self._press = Press(self.config.seminarbook_paper, Path(self.srcdir), language)
        return self._press

    def write_book(self) -> Path:
        """Set the whole book and return its file."""
        path = Path(self.outdir) / f"{file_name(self.config)}.pdf"
        chapters = [chapter.copy() for chapter in self.chapters(reading_order(self.env))]
        with self._reporting():
            bind_book(self.press, facts_of(self.app), chapters, self.web_address, path)
        return path

    def write_chapters(self, names: Iterable[str] | None = None) -> list[Path]:
        """Set chapters, each as a file of its own; all of them unless ``names`` are given."""
        places = reading_order(self.env)
        wanted = None if names is None else set(names)
        facts, written = facts_of(self.app), []
        for chapter in self.chapters(places):
            place = chapter.place
            if place.docname == self.config.root_doc or (
                wanted is not None and not wanted & {place.docname, place.name}
            ):
                continue
            path = Path(self.outdir) / f"{file_name(self.config)}-{place.name}.pdf"
            with self._reporting():
                bind_chapter(self.press, facts, chapter.copy(), self.web_address, path)
            written.append(path)
        return written

    def chapters(self, places: Sequence[Place]) -> Iterator[Chapter]:
        """The documents as trees, each rendered once however many files it goes into."""
        if not self._chapters:
            self.prepare_writing({place.docname for place in places})
        for place in places:
            if place.docname not in self._chapters:
                self._chapters[place.docname] = self._render(place)
            yield self._chapters[place.docname]

    def web_address(self, docname: str, name: str) -> str:
        """Where a document is on the web; nothing if the book has no address."""
        base = str(self.config.html_baseurl or "")
        if not base:
            return ""
        page = f"{base.rstrip('/')}/{quote(docname)}.html"
        return f"{page}#{name}" if name else page

    def _render(self, place: Place) -> Chapter:
        doctree = self.env.get_and_resolve_doctree(place.docname, self)
        self.images: dict[str, str] = {}
        self.write_doc(place.docname, doctree)
        title = self.env.titles.get(place.docname, nodes.title("", place.name)).astext()
        chapter = make_chapter(place, title, self._html)
        sources = {name: path for path, name in self.images.items()}
        for image in chapter.body.iter("img"):
            name = image.get("src", "").rsplit("/", 1)[-1]
            if path := sources.get(name):
                image.set("src", (Path(self.srcdir) / path).as_uri())
        return chapter

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """What WeasyPrint complains of becomes warnings, so that a strict build stops."""
        with listening() as heard:
            yield
        for message in heard:
            logger.warning("%s", message, type="seminarbook", subtype="pdf")


def write_book_pdf(app: Sphinx, outdir: Path) -> Path:
    """Write the book's PDF from an application that has already read its documents."""
    with _pdf_builder(app, outdir) as builder:
        return builder.write_book()


def write_chapter_pdfs(app: Sphinx, outdir: Path, names: Iterable[str] | None = None) -> list[Path]:
    """Write a PDF for each chapter named (by document or by its last piece), or for all."""
    with _pdf_builder(app, outdir) as builder:
        return builder.write_chapters(names)


@contextmanager
def _pdf_builder(app: Sphinx, outdir: Path) -> Iterator[PdfBuilder]:
    """A PDF builder in the place of the application's own, which comes back afterwards.

    Transforms and extensions ask the application which builder is at work, so a second
    builder alone would get the doctrees of the first.
    """
    before = app.builder, app.outdir
    builder = app.registry.create_builder(app, "pdf", app.env)
    assert isinstance(builder, PdfBuilder)
    try:
        app.builder = builder
        builder.outdir = type(app.outdir)(outdir)
        builder.init()
        yield builder
    finally:
        app.builder, app.outdir = before


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder and its settings."""
    app.add_builder(PdfBuilder)
    app.add_config_value("seminarbook_file_name", "", "", str)
    app.add_config_value("seminarbook_paper", "a4", "", _one_of(*SIZES))
    app.add_config_value("seminarbook_chapter_pdfs", False, "", bool)
    app.add_config_value("seminarbook_licence", "", "", str)
    app.add_config_value("seminarbook_licence_address", "", "", str)
    app.add_config_value("seminarbook_contact", "", "", str)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _one_of(*values: str) -> Any:
    from sphinx.config import ENUM

    return ENUM(*values)
