"""Pictures: a card of its own for each page of the book; pages outside it share the book's."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from seminarbook.draw.card import HEIGHT, WIDTH, Card, Faces, card_png
from seminarbook.publish.head import Picture
from seminarbook.sphinx_ext.paper.typefaces import SANS, SERIF, face_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from seminarbook.sphinx_ext.scholarly.catalogue import Catalogue

FOLDER = "_static/cards"


def picture_of(app: Sphinx, catalogue: Catalogue, docname: str) -> Picture | None:
    """The card of a page, drawn unless it is there already; None for a book without address."""
    if not catalogue.book.address:
        return None
    card = _card(catalogue, docname)
    name = _file(card)
    path = Path(app.outdir) / FOLDER / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_bytes(card_png(card, _faces()))
        beside.replace(path)
    return Picture(f"{catalogue.book.address}{FOLDER}/{name}", card.alt, WIDTH, HEIGHT)


def pictures_in_use(catalogue: Catalogue) -> set[str]:
    """The files of every card of the book as it is now."""
    return {_file(_card(catalogue, docname)) for docname in catalogue.works}


def _card(catalogue: Catalogue, docname: str) -> Card:
    book = catalogue.book
    work = catalogue.works.get(docname, catalogue.whole)
    if work.whole:
        by = ", ".join(author.name for author in book.authors)
        return Card(book.title, by, book.edition_words)
    event = catalogue.event_of(docname)
    if event is None:
        return Card(work.title, book.title, catalogue.parts.get(docname, ""))
    line = ", ".join(filter(None, [event.date.words(), event.place]))
    return Card(work.title, book.title, line)


def _file(card: Card) -> str:
    """A name that changes with what is drawn and with what draws it."""
    words = repr((card, _drawn_by()))
    return f"{hashlib.sha256(words.encode()).hexdigest()[:16]}.png"


@cache
def _drawn_by() -> tuple[str, ...]:
    from seminarbook.draw import card

    return Path(card.__file__).read_text(encoding="utf-8"), version("pillow")


@cache
def _faces() -> Faces:
    return Faces(serif=face_file(SERIF, 600), sans=face_file(SANS))
