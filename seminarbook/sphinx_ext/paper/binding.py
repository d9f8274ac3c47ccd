"""Binding: chapters, front matter and index, set one after the other and printed as files.

Chapters are set in reading order, so a page number is known when a later chapter points to it;
for the others room is left, and the number written once it is known. Contents and index are set
last. Nothing is laid out again to find out where it lands.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper import front, people, typefaces
from seminarbook.sphinx_ext.paper.cover import as_svg, shapes
from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.fragments import Chapter, resolve
from seminarbook.sphinx_ext.paper.outline import Place
from seminarbook.sphinx_ext.paper.press import Press, swept
from seminarbook.sphinx_ext.paper.references import Notes, show_pages, write_pages

# Web address of a document, and of an anchor in it; nothing if the book has none.
WebAddress = Callable[[str, str], str]
LETTERS_ON_A_PAGE = 2000


@dataclass
class Bound:
    """The book as it came off the press: pieces in reading order, and where everything is."""

    front: Any
    body: list[Any]
    back: list[Any]
    chapters: dict[str, tuple[Place, str, Any]] = field(default_factory=dict)
    first_pages: dict[str, int] = field(default_factory=dict)
    digits: Any = None

    @property
    def pieces(self) -> list[Any]:
        """Everything, in reading order."""
        return [self.front, *self.body, *self.back]


def bind(press: Press, facts: Facts, chapters: Sequence[Chapter], elsewhere: WebAddress) -> Bound:
    """Set the whole book."""
    anchors = {chapter.place.docname: chapter.place.anchor for chapter in chapters}
    entries = people.entries(chapters)
    mentions = people.mark_mentions(chapters, entries, anchors)
    expected = sum(len("".join(c.body.itertext())) for c in chapters) // LETTERS_ON_A_PAGE
    with swept():
        digits, glyphs = _digits(press)
        bound = Bound(None, [], [], digits=digits)
        pages: dict[str, int] = {}
        number = 1
        for part, caption, group in front.parts(chapters):
            opening: int | None = None
            if part:
                number += _to_recto(bound.body, number)
                opening, first_of_part = len(bound.body), number
                bound.body.append(
                    press.set_type(front.part_title(part, caption, group, {}), number)
                )
                pages |= bound.body[-1].numbers(number)
                number += len(bound.body[-1].sheets)
            for chapter in group:
                _prepare(chapter, facts, anchors, elsewhere)
                write_pages(chapter.body, pages, expected)
                piece = press.set_type([chapter.body], number)
                bound.body.append(piece)
                bound.chapters[chapter.place.docname] = (chapter.place, chapter.title, piece)
                bound.first_pages[chapter.place.docname] = number
                pages |= piece.numbers(number)
                number += len(piece.sheets)
                gc.collect(0)
            if opening is not None:
                title = front.part_title(part, caption, group, pages)
                bound.body[opening] = press.set_type(title, first_of_part)
        _write_awaited(bound.body, pages, glyphs)
        number += _to_recto(bound.body, number)
        extra = []
        if entries:
            extra = [(people.ANCHOR, people.TITLE)]
            bound.back = [press.set_type(people.index(entries, mentions, pages), number)]
            pages |= bound.back[0].numbers(number)
        opening_pages = [
            *front.cover(facts, _drawing(facts)),
            *front.imprint(facts),
            *front.contents(chapters, extra, pages),
        ]
        bound.front = press.set_type(opening_pages)
        if len(bound.front.sheets) % 2:
            bound.front.sheets.append(bound.front.sheets[-1].blank())
    return bound


def print_book(press: Press, facts: Facts, bound: Bound, path: Path) -> None:
    """Print the whole book as one file."""
    pieces = [*bound.pieces, bound.digits]
    press.print(pieces, path, facts.name, facts, front_pages=len(bound.front.sheets))


def print_chapter(
    press: Press, facts: Facts, bound: Bound, docname: str, elsewhere: WebAddress, path: Path
) -> None:
    """Print one chapter as a file of its own, with the pages it has in the book.

    Links to other chapters lead to their pages on the web.
    """
    _, title, piece = bound.chapters[docname]
    first = bound.first_pages[docname]
    opening = front.offprint(facts, title, elsewhere(docname, ""), first, len(piece.sheets))
    cover = press.set_type(opening, 1)
    if (len(cover.sheets) + first) % 2 == 0:
        cover.sheets.append(cover.sheets[-1].blank())
    homes = {chapter.anchor: name for name, (chapter, _, _) in bound.chapters.items()}
    own = {anchor for sheet in piece.sheets for anchor in sheet.anchors}

    def lead(link: tuple[Any, ...]) -> tuple[Any, ...] | None:
        kind, target, area, spot = link
        if kind != "internal" or target in own:
            return link
        home, _, name = target.partition("--")
        address = elsewhere(homes[home], name) if home in homes else ""
        return ("external", address, area, spot) if address else None

    inside = [sheet.links for sheet in piece.sheets]
    for sheet in piece.sheets:
        sheet.links = [led for link in sheet.links if (led := lead(link))]
    try:
        pieces = [cover, piece, bound.digits]
        press.print(pieces, path, f"{title} – {facts.title}", facts)
    finally:
        for sheet, links in zip(piece.sheets, inside, strict=True):
            sheet.links = links


def _prepare(
    chapter: Chapter, facts: Facts, anchors: dict[str, str], elsewhere: WebAddress
) -> None:
    for heading in chapter.body.iter():
        if heading.get("data-title"):
            heading.set("data-book", facts.title)
    for image in chapter.body.iter("img"):
        image.set(
            "src", image.get("src", "").replace(quote(typefaces.DRAWN), quote(typefaces.SANS))
        )
    show_pages(chapter, anchors)
    resolve(chapter.body, anchors, elsewhere)
    Notes(chapter).gather()


def _to_recto(pieces: list[Any], number: int) -> int:
    """Add an empty page if the next is a left one; how many were added."""
    if number % 2 or not pieces:
        return 0
    pieces[-1].sheets.append(pieces[-1].sheets[-1].blank())
    return 1


def _digits(press: Press) -> tuple[Any, dict[str, bytes]]:
    """A piece that shows every digit, so that its font has them, and how the ink writes each."""
    line = ElementTree.Element("p", {"class": "page-number"})
    line.text = "0123456789\N{NO-BREAK SPACE}"
    piece = press.set_type([line])
    codes = piece.sheets[0].glyphs()
    glyphs = dict(zip("0123456789 ", codes, strict=True))
    return piece.without_sheets(), glyphs


def _write_awaited(pieces: Sequence[Any], pages: dict[str, int], glyphs: dict[str, bytes]) -> None:
    for piece in pieces:
        for sheet, mark, anchor in piece.structure.awaited:
            sheet.write_number(mark, pages[anchor], glyphs)


def _drawing(facts: Facts) -> str:
    svg = as_svg(shapes(facts.moments))
    return f"data:image/svg+xml,{quote(svg)}" if svg else ""
