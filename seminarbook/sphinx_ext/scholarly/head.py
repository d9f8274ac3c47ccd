"""Head: what the head of each page says of it, and the files that stand beside the page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from seminarbook.publish import jsonld
from seminarbook.publish.citation import citation_files
from seminarbook.publish.head import elements
from seminarbook.publish.package import listed_files
from seminarbook.publish.tables import published_classes
from seminarbook.publish.works import Work
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.scholarly.catalogue import Catalogue, catalogue_of
from seminarbook.sphinx_ext.scholarly.pictures import picture_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class Scholarly:
    """What a page's template shows: elements for the head, and the edition in words."""

    head: Markup
    edition: str


def describe(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give the page its head; write its citation in every format beside it."""
    if not is_book_html(app):
        return
    catalogue = catalogue_of(app)
    work = catalogue.works.get(pagename) if doctree is not None else None
    edition = catalogue.book.edition_words
    if work is None:
        context["scholarly"] = Scholarly(Markup(), edition)
        return
    for file in citation_files(work):
        path = Path(app.outdir) / f"{pagename}.{file.ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="")
    picture = picture_of(app, catalogue, pagename)
    feed = f"{work.book.address}feed.xml" if work.book.address else ""
    lines = [one.html() for one in elements(work, picture, pdf_name(work), feed)]
    nodes_ = _nodes(app, catalogue, pagename, work, picture.address if picture else "")
    lines.append(f'<script type="application/ld+json">{jsonld.script(nodes_)}</script>')
    context["scholarly"] = Scholarly(Markup("\n".join(lines)), edition)


def pdf_name(work: Work) -> str:
    """The PDF that a whole build makes of the work."""
    stem = work.book.file_name
    return f"{stem}.pdf" if work.whole else f"{stem}-{work.name}.pdf"


def _nodes(
    app: Sphinx, catalogue: Catalogue, pagename: str, work: Work, picture: str
) -> list[jsonld.Node]:
    if work.whole:
        chapters = catalogue.chapters_of_events
        events = [(event, chapters.get(event.id)) for event in catalogue.events]
        found = [jsonld.book_node(work, catalogue.chapters.values())]
        return [*found, jsonld.series_node(work.book, events)] if events else found
    event = catalogue.event_of(pagename)
    position = list(catalogue.works).index(pagename)
    found = [jsonld.chapter_node(work, position, event, picture)]
    if event:
        found.append(jsonld.event_node(work, event))
    if pagename == catalogue.data_page:
        series = domain_of(app.env).book.series
        paths = ["datapackage.json", *(f"{one.file}.csv" for one in published_classes(series))]
        files = listed_files(work.book.address, paths) if work.book.address else []
        name = f"{work.book.title}: the data"
        found.append(jsonld.dataset_node(work, name, files, catalogue.events))
    return found
