"""Catalogue: every page of the book as a work that can be cited, known once a build."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote
from weakref import WeakKeyDictionary

from seminarbook.model.partial_date import PartialDate
from seminarbook.publish.description import description_of
from seminarbook.publish.works import Publication, Work, authors_of, one_line
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.html.outline import outline
from seminarbook.sphinx_ext.paper.facts import file_name
from seminarbook.sphinx_ext.paper.outline import reading_order
from seminarbook.sphinx_ext.scholarly.settings import edition_of
from seminarbook.sphinx_ext.scholarly.summaries import EVENTS, summaries
from seminarbook.views.events import SeminarEvent
from seminarbook.views.requests import RequestError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The book, its pages in reading order by their names, the seminars they tell of.

    ``parts`` says in which part of the book a page stands.
    """

    whole: Work
    works: dict[str, Work]
    events: tuple[SeminarEvent, ...]
    pages_of_events: dict[str, str]
    data_page: str
    parts: dict[str, str]

    @property
    def book(self) -> Publication:
        """What every page says alike."""
        return self.whole.book

    @property
    def chapters(self) -> dict[str, Work]:
        """Every page but the title page, by its name."""
        return {name: work for name, work in self.works.items() if not work.whole}

    @property
    def chapters_of_events(self) -> dict[str, Work]:
        """The chapter of each seminar that has one, by the seminar's id."""
        return {id_: self.works[name] for id_, name in self.pages_of_events.items()}

    def event_of(self, docname: str) -> SeminarEvent | None:
        """The seminar that a page is the chapter of."""
        pages = self.pages_of_events
        return next((one for one in self.events if pages.get(one.id) == docname), None)


_catalogues: WeakKeyDictionary[BuildEnvironment, Catalogue] = WeakKeyDictionary()


def catalogue_of(app: Sphinx) -> Catalogue:
    """The catalogue of the book that is being built."""
    if app.env not in _catalogues:
        _catalogues[app.env] = _catalogue(app)
    return _catalogues[app.env]


def forget(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Pages may have changed since the last build in this process."""
    _catalogues.pop(env, None)
    return []


def _catalogue(app: Sphinx) -> Catalogue:
    env, root = app.env, str(app.config.root_doc)
    book = publication(app.config, summaries(env).get(root, ""))
    works = {}
    for place in reading_order(env):
        heading = env.titles.get(place.docname)
        whole = place.docname == root
        title = book.title if whole or heading is None else one_line(heading.astext())
        # A page without a paragraph of its own is at least said to be one of this book's.
        summary = summaries(env).get(place.docname) or f"“{title}”: a page of {book.title}."
        works[place.docname] = Work(
            book=book,
            title=title,
            name=place.name,
            address=_address(app.config, place.docname),
            description=description_of(summary),
            whole=whole,
        )
    domain = domain_of(env)
    events = _events(app)
    pages = {one.id: domain.chapter_of(one.id) for one in events}
    dictionaries = [name for name in works if "data-seminars" in domain.names.get(name, ())]
    return Catalogue(
        whole=works[root],
        works=works,
        events=events,
        pages_of_events={id_: page for id_, page in pages.items() if page in works and page},
        data_page=dictionaries[0] if dictionaries else "",
        parts=_parts(env, works),
    )


def _parts(env: BuildEnvironment, docnames: Iterable[str]) -> dict[str, str]:
    book = outline(env)
    parts = {docname: book.part_of(docname) for docname in docnames}
    return {docname: part.caption for docname, part in parts.items() if part}


def _events(app: Sphinx) -> tuple[SeminarEvent, ...]:
    try:
        found = domain_of(app.env).book.answer(EVENTS)
    except RequestError:
        return ()
    assert isinstance(found, tuple)
    return found


def publication(config: Config, description: str) -> Publication:
    """The book as its settings have it."""
    edition = edition_of(config)
    year = re.search(r"\d{4}", str(config.copyright))
    base = str(config.html_baseurl or "")
    return Publication(
        title=one_line(str(config.html_title or config.project)),
        authors=authors_of(str(config.author).removesuffix("unknown")),
        language=str(config.language or "en").replace("_", "-"),
        issued=edition or (PartialDate(int(year[0])) if year else None),
        edition=edition,
        address=f"{base.rstrip('/')}/" if base else "",
        front=_address(config, str(config.root_doc)),
        licence=config.seminarbook_licence,
        licence_address=config.seminarbook_licence_address,
        doi=config.seminarbook_doi,
        publisher=config.seminarbook_publisher,
        contact=config.seminarbook_contact,
        description=description,
        keywords=tuple(config.seminarbook_keywords),
        file_name=file_name(config),
    )


def _address(config: Config, docname: str) -> str:
    """Where a page is on the web, for every output alike; nothing if the book is nowhere."""
    base = str(config.html_baseurl or "")
    suffix = config.html_file_suffix or ".html"
    return f"{base.rstrip('/')}/{quote(docname)}{suffix}" if base else ""
