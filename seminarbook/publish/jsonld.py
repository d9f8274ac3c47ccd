"""JSON-LD: the book, its chapters, the seminars and the data in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from seminarbook.publish.works import Author, Publication, Work
from seminarbook.views.events import Performer, SeminarEvent

Node = dict[str, Any]


def script(nodes: Sequence[Node]) -> str:
    """The nodes as text that can stand in a script element: no sign in it can end one."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def book_node(work: Work, chapters: Iterable[Work]) -> Node:
    """The whole book, with a mention of each chapter."""
    book = work.book
    return _known({
        **_common(work, "Book", _book_id(book)),
        "bookFormat": "https://schema.org/EBook",
        "bookEdition": book.edition_words,
        "version": book.version,
        "sameAs": book.doi_address,
        "hasPart": [
            _known({
                "@type": "Chapter",
                "@id": _id(chapter, "chapter"),
                "name": chapter.title,
                "url": chapter.address,
            })
            for chapter in chapters
        ],
    })  # fmt: skip


def chapter_node(work: Work, position: int, event: SeminarEvent | None, picture: str) -> Node:
    """A chapter; ``event`` is the seminar it tells of, ``position`` its place in the book."""
    book = work.book
    return _known({
        **_common(work, "Chapter", _id(work, "chapter")),
        "position": position,
        "image": picture,
        "isPartOf": _known({
            "@type": "Book", "@id": _book_id(book), "name": book.title, "url": book.front,
        }),
        "about": {"@id": event_id(work)} if event and work.address else None,
    })  # fmt: skip


def event_node(work: Work, event: SeminarEvent) -> Node:
    """A seminar as its chapter tells of it. A date is given only where the day is known."""
    day = event.date.iso() if event.date.day else ""
    return _known(
        {
            "@type": "Event",
            "@id": event_id(work),
            "name": event.name,
            "alternateName": event.other_title,
            "description": event.subject,
            "startDate": day,
            "endDate": day,
            "location": _place(event),
            "organizer": {"@type": "Organization", "name": event.host} if event.host else None,
            "performer": [_performer(one) for one in event.performers],
            "superEvent": {"@id": series_id(work.book)} if work.address else None,
            "subjectOf": {"@id": _id(work, "chapter")} if work.address else None,
            "url": work.address,
        }
    )


def series_node(book: Publication, events: Sequence[tuple[SeminarEvent, Work | None]]) -> Node:
    """The series of seminars, each with the chapter that tells of it, if there is one."""
    days = sorted(event.date for event, _ in events if event.date.day)
    return _known({
        "@type": "EventSeries",
        "@id": series_id(book),
        "name": book.title,
        "description": book.description,
        "startDate": days[0].iso() if days else "",
        "endDate": days[-1].iso() if days else "",
        "url": book.front,
        "subEvent": [
            _known({
                "@type": "Event",
                "@id": event_id(work) if work else "",
                "name": event.name,
                "startDate": event.date.iso() if event.date.day else "",
                "location": _place(event),
                "url": work.address if work else "",
            })
            for event, work in events
        ],
    })  # fmt: skip


def dataset_node(
    work: Work, name: str, files: Sequence[tuple[str, str]], events: Sequence[SeminarEvent]
) -> Node:
    """The data, as the page ``work`` describes them; ``files`` are addresses and media types."""
    book = work.book
    days = sorted(event.date for event in events if event.date.day)
    return _known(
        {
            "@type": "Dataset",
            "@id": f"{work.address}#dataset" if work.address else "",
            "name": name,
            "description": f"{work.description} {book.description}".strip(),
            "url": work.address,
            "creator": [_author(author) for author in book.authors],
            "datePublished": _day(book),
            "version": book.version,
            "inLanguage": book.language,
            "license": book.licence_address,
            "isAccessibleForFree": True,
            "keywords": list(book.keywords),
            "temporalCoverage": f"{days[0].iso()}/{days[-1].iso()}" if days else "",
            "isPartOf": {"@id": _book_id(book)} if book.address else None,
            "sameAs": book.doi_address,
            "distribution": [
                {"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind}
                for address, kind in files
            ],
        }
    )


def event_id(work: Work) -> str:
    """The name of the seminar that a chapter tells of."""
    return _id(work, "seminar")


def series_id(book: Publication) -> str:
    """The name of the series of seminars."""
    return f"{book.front}#series" if book.address else ""


def _common(work: Work, kind: str, id_: str) -> Node:
    """What a book and a chapter say alike."""
    book = work.book
    return {
        "@type": kind,
        "@id": id_,
        "name": work.title,
        "description": work.description,
        "url": work.address,
        "author": [_author(author) for author in book.authors],
        "publisher": {"@type": "Organization", "name": book.publisher} if book.publisher else None,
        "inLanguage": book.language,
        "datePublished": _day(book),
        "license": book.licence_address,
        "isAccessibleForFree": True,
        "keywords": list(book.keywords),
    }


def _id(work: Work, what: str) -> str:
    return f"{work.address}#{what}" if work.address else ""


def _book_id(book: Publication) -> str:
    return f"{book.front}#book" if book.address else ""


def _day(book: Publication) -> str:
    """The day of the edition; a year alone is not a date in schema.org's sense."""
    return book.issued.iso() if book.issued and book.issued.day else ""


def _author(author: Author) -> Node:
    if author.given:
        return {
            "@type": "Person",
            "name": author.name,
            "familyName": author.family,
            "givenName": author.given,
        }
    return {"@type": "Organization", "name": author.name}


def _performer(performer: Performer) -> Node:
    kind = "Organization" if performer.group else "Person"
    return _known({"@type": kind, "name": performer.name, "sameAs": list(performer.urls)})


def _place(event: SeminarEvent) -> Node | None:
    if not event.place:
        return None
    address = {"@type": "PostalAddress", "addressLocality": event.city} if event.city else None
    return _known({"@type": "Place", "name": event.venue or event.city, "address": address})


def _known(node: Node) -> Node:
    """The node without what is not known: an empty text or list would be a claim."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
