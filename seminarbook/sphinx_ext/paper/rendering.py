"""Documents as plain HTML: what the builders ``pdf`` and ``epub`` share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit
from urllib.request import url2pathname
from xml.etree import ElementTree

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from seminarbook.sphinx_ext.drawings import kept_drawings
from seminarbook.sphinx_ext.paper.drawings import draw_charts
from seminarbook.sphinx_ext.paper.fragments import (
    SCHEME,
    Chapter,
    Element,
    name_headings,
    parse,
    prefix_ids,
)
from seminarbook.sphinx_ext.paper.galleys import Galleys, code
from seminarbook.sphinx_ext.paper.offers import leave_out_offers
from seminarbook.sphinx_ext.paper.outline import Place, reading_order
from seminarbook.sphinx_ext.paper.shelf import digest
from seminarbook.sphinx_ext.paper.tidying import tidy


class PlainBuilder(StandaloneHTMLBuilder):
    """Renders the body of each document once, with no theme, script or navigation."""

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
        """Begin with nothing rendered."""
        super().init()
        self._bodies: dict[str, bytes] = {}

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
        """Only the body."""
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

    def finish(self) -> None:
        """Copy nothing beside the book, nor let extensions do so that take it for a web site."""
        self.format = self.name

    def chapters(self) -> Iterator[Chapter]:
        """The documents in reading order, each rendered once however many files it goes into.

        They may be changed: each time new copies are given.
        """
        places = reading_order(self.env)
        if not self._bodies:
            self._bodies = Galleys(self).bodies(places)
        for place in places:
            title = self.env.titles.get(place.docname, nodes.title("", place.name)).astext()
            yield Chapter(place, title, ElementTree.fromstring(self._bodies[place.docname]))

    def mark(self) -> str:
        """A digest of all documents as they are rendered, with their pictures and titles."""
        chapters = list(self.chapters())
        pictures = {
            Path(url2pathname(urlsplit(source).path))
            for chapter in chapters
            for image in chapter.body.iter("img")
            if (source := image.get("src", "")).startswith("file:")
        }
        said = [repr((chapter.place, chapter.title)) for chapter in chapters]
        bodies = [digest(body.decode()) for body in self._bodies.values()]
        return digest(code(), *said, *bodies, *sorted(pictures))

    def web_address(self, docname: str, name: str) -> str:
        """Where a document is on the web; nothing if the book has no address."""
        base = str(self.config.html_baseurl or "")
        if not base:
            return ""
        page = f"{base.rstrip('/')}/{quote(docname)}.html"
        return f"{page}#{name}" if name else page

    def render(self, place: Place) -> bytes:
        """A document's body as XML."""
        doctree = self.env.get_and_resolve_doctree(place.docname, self)
        leave_out_offers(doctree)
        draw_charts(doctree, kept_drawings(self))
        self.images: dict[str, str] = {}
        self.post_process_images(doctree)
        self.write_doc(place.docname, doctree)
        title = self.env.titles.get(place.docname, nodes.title("", place.name)).astext()
        sources = {name: path for path, name in self.images.items()}
        body = make_body(place, title, self._html, Path(self.srcdir), sources)
        return bytes(ElementTree.tostring(body, encoding="utf-8"))


def make_body(
    place: Place, title: str, html: str, folder: Path, sources: dict[str, str]
) -> Element:
    """A document's HTML as a tree fit for print; ``sources`` are its pictures' files by name."""
    body = parse(html)
    body.set("class", "chapter")
    body.set("id", place.anchor)
    tidy(body)
    prefix_ids(body, place)
    name_headings(body, place, title)
    heads = set(body.iterfind(".//thead/tr/th"))
    for cell in body.iter("th"):
        cell.set("scope", "col" if cell in heads else "row")
    for image in body.iter("img"):
        name = image.get("src", "").rsplit("/", 1)[-1]
        if path := sources.get(name):
            image.set("src", (folder / path).as_uri())
    return body


B = TypeVar("B", bound=PlainBuilder)


@contextmanager
def borrowed(app: Sphinx, kind: type[B], outdir: Path) -> Iterator[B]:
    """A builder of this kind in the place of the application's own, which comes back afterwards.

    Transforms and extensions ask the application which builder is at work, so a second
    builder alone would get the doctrees of the first.
    """
    before = app.builder
    builder = app.registry.create_builder(app, kind.name, app.env)
    assert isinstance(builder, kind)
    builder.outdir = type(app.outdir)(outdir)
    outdir.mkdir(parents=True, exist_ok=True)
    try:
        app.builder = builder
        builder.init()
        yield builder
    finally:
        app.builder = before
