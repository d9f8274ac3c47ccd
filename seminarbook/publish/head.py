"""Head: what a page's head tells programs that read only that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from seminarbook.publish.citation import citation_files
from seminarbook.publish.works import Work

_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that stands for a page where somebody shares its address."""

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the head: its name and its attributes, in order.

    ``file`` is a file that must have been made for it to be true; "" for none.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    file: str = ""

    def html(self) -> str:
        """The element; as a comment where it waits for its file (see ``build.assembly``)."""
        shown = " ".join(f'{name}="{escape(value)}"' for name, value in self.attributes)
        made = f"<{self.name} {shown}>"
        return f"<!--file {self.file} {made}-->" if self.file else made


def elements(work: Work, picture: Picture | None, pdf: str, feed: str) -> Iterator[Element]:
    """Every element for one work: plain description, Open Graph, Highwire, Dublin Core, links.

    ``pdf`` is the name of the work's PDF among the files of the site, ``feed`` the address of
    the feed; both may be empty.
    """
    yield from _named([("description", work.description), ("author", _authors(work))])
    yield from _named(_highwire(work))
    if pdf and work.book.address:
        address = f"{work.book.address}files/{pdf}"
        yield Element("meta", (("name", "citation_pdf_url"), ("content", address)), file=pdf)
    yield _link("schema.DC", _DC)
    yield _link("schema.DCTERMS", _DCTERMS)
    yield from _named(_dublin_core(work))
    yield from _open_graph(work, picture)
    yield from _links(work, feed)


def _named(pairs: list[tuple[str, str]]) -> Iterator[Element]:
    for name, value in pairs:
        if value:
            yield Element("meta", (("name", name), ("content", value)))


def _highwire(work: Work) -> list[tuple[str, str]]:
    """What Google Scholar and Zotero read; the book's title makes it a chapter."""
    book = work.book
    pairs = [("citation_title", work.title)]
    pairs += [("citation_author", author.sort_name) for author in book.authors]
    pairs.append(("citation_publication_date", book.issued.iso("/") if book.issued else ""))
    if not work.whole:
        pairs.append(("citation_inbook_title", book.title))
    pairs += [
        ("citation_publisher", book.publisher),
        ("citation_language", book.language.partition("-")[0]),
        ("citation_doi", book.doi if work.whole else ""),
        ("citation_public_url", work.address),
        ("citation_fulltext_html_url", work.address),
    ]
    return [*pairs, *(("citation_keywords", keyword) for keyword in book.keywords)]


def _dublin_core(work: Work) -> list[tuple[str, str]]:
    book = work.book
    pairs = [("DC.title", work.title)]
    pairs += [("DC.creator", author.sort_name) for author in book.authors]
    pairs += [
        ("DC.type", "Text"),
        ("DC.format", "text/html"),
        ("DC.language", book.language),
        ("DC.date", book.issued.iso() if book.issued else ""),
        ("DC.identifier", work.address),
        ("DC.publisher", book.publisher),
        ("DC.rights", book.licence_address or book.licence),
        ("DC.description", work.description),
    ]
    pairs += [("DC.subject", keyword) for keyword in book.keywords]
    if not work.whole:
        pairs.append(("DCTERMS.isPartOf", book.front or book.title))
    return pairs


def _open_graph(work: Work, picture: Picture | None) -> Iterator[Element]:
    book = work.book
    pairs = [
        ("og:type", "book" if work.whole else "article"),
        ("og:title", work.title),
        ("og:description", work.description),
        ("og:url", work.address),
        ("og:site_name", book.title),
        ("og:locale", book.language.replace("-", "_") if "-" in book.language else ""),
    ]
    if picture:
        pairs += [
            ("og:image", picture.address),
            ("og:image:type", "image/png"),
            ("og:image:width", str(picture.width)),
            ("og:image:height", str(picture.height)),
            ("og:image:alt", picture.alt),
        ]
    for name, value in pairs:
        if value:
            yield Element("meta", (("property", name), ("content", value)))
    if picture:
        yield from _named([("twitter:card", "summary_large_image")])


def _links(work: Work, feed: str) -> Iterator[Element]:
    """Where the same work is in other forms, as “signposting” has it."""
    book = work.book
    if cited := (work.whole and book.doi_address) or work.address:
        yield _link("cite-as", cited)
    if book.licence_address:
        yield _link("license", book.licence_address)
    if work.address:
        for file in citation_files(work):
            yield _link("describedby", work.beside(file.ending), type=file.type)
    if feed:
        yield _link("alternate", feed, type="application/atom+xml", title=book.title)


def _link(rel: str, href: str, **more: str) -> Element:
    return Element("link", (("rel", rel), *more.items(), ("href", href)))


def _authors(work: Work) -> str:
    return "; ".join(author.name for author in work.book.authors)
