"""Sheets: pages that are painted already, and no longer need the boxes they were laid out from.

A laid-out page of WeasyPrint holds some two megabytes of boxes and styles. A chapter is painted
as soon as it is laid out, and only its ink, links and meaning are kept: a long book takes
no more memory than its longest chapter, and one layout serves the book and the chapter's file.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pydyf
from weasyprint.pdf.stream import Stream

from seminarbook.sphinx_ext.paper.structure import Node, Structure

SCALE = 0.75  # points in a CSS pixel
# How a page's ink names what it draws with: the operator after the name, by kind.
USES = {
    "ExtGState": re.compile(rb"/(\S+) gs"),
    "XObject": re.compile(rb"/(\S+) Do"),
    "Pattern": re.compile(rb"/(\S+) (?:scn|SCN)"),
    "Shading": re.compile(rb"/(\S+) sh"),
}
_SHOWN = re.compile(rb"\[(.*?)\] TJ", re.DOTALL)
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")


@dataclass(eq=False)
class Spot:
    """Where a link is: stands in for the box it was made from."""

    link_annotation: Any = None


@dataclass(eq=False)
class Sheet:
    """A painted page; WeasyPrint prints it like one of its own."""

    width: float
    height: float
    bleed: dict[str, float]
    ink: bytes = b""
    marks: int = 0
    anchors: dict[str, Any] = field(default_factory=dict)
    links: list[Any] = field(default_factory=list)
    bookmarks: list[Any] = field(default_factory=list)
    forms: dict[Any, Any] = field(default_factory=lambda: {None: []})
    supplies: Supplies | None = None

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Put the ink on a page of a file."""
        stream.stream[:] = [self.ink]
        if self.supplies:
            self.supplies.lend(self.ink, stream)

    def blank(self) -> Sheet:
        """An empty page of the same size."""
        return Sheet(self.width, self.height, self.bleed)

    def glyphs(self) -> list[bytes]:
        """The codes of the glyphs of the first text on the page."""
        shown = _SHOWN.search(self.ink)
        assert shown is not None
        return [code for run in _GLYPHS.findall(shown[1]) for code in _codes(run)]

    def write_number(self, mark: int, number: int, digits: Mapping[str, bytes]) -> None:
        """Write a page number into the noughts that were set in its place."""
        start = self.ink.index(b"/Span\n<</MCID %d" % mark)
        shown = _SHOWN.search(self.ink, start)
        assert shown is not None
        glyphs = [code for run in _GLYPHS.findall(shown[1]) for code in _codes(run)]
        room = glyphs.count(digits["0"])
        text = str(number)
        if len(text) <= room:
            text = text.rjust(room)
            places = iter(text)
            written = [digits[next(places)] if code == digits["0"] else code for code in glyphs]
        else:
            written = [*glyphs[: -room - 2], *(digits[digit] for digit in text), glyphs[-1]]
        ink = b"<" + b"".join(written) + b">"
        self.ink = self.ink[: shown.start(1)] + ink + self.ink[shown.end(1) :]


def _codes(run: bytes) -> list[bytes]:
    return [run[place : place + 4] for place in range(0, len(run), 4)]


@dataclass(eq=False)
class Supplies:
    """What all pages are painted with: resources by name, and pictures."""

    resources: Any = field(
        default_factory=lambda: pydyf.Dictionary(
            {
                "ExtGState": pydyf.Dictionary(),
                "XObject": pydyf.Dictionary(),
                "Pattern": pydyf.Dictionary(),
                "Shading": pydyf.Dictionary(),
                "ColorSpace": None,
            }
        )
    )
    images: dict[str, Any] = field(default_factory=dict)
    files: dict[Any, bytes] = field(default_factory=dict)

    def share(self, fonts: dict[Any, Any]) -> None:
        """Keep the file of each font once."""
        for key, font in fonts.items():
            font.file_content = self.files.setdefault(key, font.file_content)

    def lend(self, ink: bytes, stream: Any) -> None:
        """Give a file copies of what a page's ink names; printing a file uses them up."""
        for kind, used in USES.items():
            known, lent = self.resources[kind], stream._resources[kind]
            for name in sorted({match.decode() for match in used.findall(ink)}):
                if name in known and name not in lent:
                    lent[name] = _fresh(known[name], stream._resources["ColorSpace"])
        for name, image in self.images.items():
            if name not in stream._images:
                stream._images[name] = image | {"x_object": None}


def _fresh(item: Any, colours: Any) -> Any:
    """A copy of a PDF object and of all that is in it."""
    if isinstance(item, pydyf.Stream):
        return pydyf.Stream(list(item.stream), _fresh(item.extra, colours), item.compress)
    if isinstance(item, dict):
        return pydyf.Dictionary(
            {
                key: colours if key == "ColorSpace" else _fresh(value, colours)
                for key, value in item.items()
            }
        )
    if isinstance(item, pydyf.Array):
        return pydyf.Array([_fresh(value, colours) for value in item])
    return item


@dataclass(eq=False)
class Piece:
    """Pages that were set together: their meaning, and the fonts they use."""

    sheets: list[Sheet]
    structure: Structure
    fonts: dict[Any, Any]

    @property
    def root(self) -> Node:
        """The structure of the pages."""
        return self.structure.root

    def without_sheets(self) -> Piece:
        """Only the fonts of the piece."""
        return Piece([], Structure(), self.fonts)

    def numbers(self, first: int) -> dict[str, int]:
        """On which page each anchor is, if the first page has the number ``first``."""
        found: dict[str, int] = {}
        for number, sheet in enumerate(self.sheets, start=first):
            for anchor in sheet.anchors:
                found.setdefault(anchor, number)
        return found


def pull(pages: Iterable[Any], supplies: Supplies) -> Piece:
    """Paint laid-out pages, and gather what they mean."""
    piece = Piece([], Structure(), {})
    for page in pages:
        marks: dict[Any, Any] = {}
        area = (0, 0, page.width, page.height)
        stream = Stream(
            piece.fonts, area, supplies.resources, supplies.images, marks, {}, None, compress=True
        )
        stream.transform(d=-1, f=page.height * SCALE)
        page.paint(stream, SCALE)
        sheet = Sheet(page.width, page.height, page.bleed, supplies=supplies)
        sheet.marks = len(marks)
        sheet.anchors, sheet.bookmarks = page.anchors, page.bookmarks
        spots = {}
        for kind, target, place, box in without_repeats(page.links):
            spots[box] = Spot()
            sheet.links.append((kind, target, place, spots[box]))
        piece.structure.add_page(sheet, page._page_box, marks, spots)
        if marks:
            raise RuntimeError("a page has content that is in no box")
        piece.structure.mark(sheet, stream)
        sheet.ink = b"\n".join(_bytes(part) for part in stream.stream)
        piece.sheets.append(sheet)
    piece.structure.close()
    supplies.share(piece.fonts)
    return piece


def without_repeats(links: list[Any]) -> list[Any]:
    """Links less those that lie within another to the same target.

    WeasyPrint makes one for a link and one more for each element inside it.
    """
    kept: list[Any] = []
    for kind, target, area, box in links:
        left, top, right, bottom = area
        inside = any(
            (kind, target) == (other, place)
            and x1 <= left + 0.01
            and y1 <= top + 0.01
            and right <= x2 + 0.01
            and bottom <= y2 + 0.01
            for other, place, (x1, y1, x2, y2), _ in kept[-3:]
        )
        if not inside:
            kept.append((kind, target, area, box))
    return kept


def merged_fonts(pieces: Iterable[Piece]) -> dict[Any, Any]:
    """The fonts of several pieces, each with every glyph used; printing a file uses them up."""
    merged: dict[Any, Any] = {}
    for piece in pieces:
        for key, font in piece.fonts.items():
            if key not in merged:
                merged[key] = copy.copy(font)
                merged[key].widths, merged[key].to_unicode = {}, {}
            merged[key].widths.update(font.widths)
            merged[key].to_unicode.update(font.to_unicode)
    return merged


def _bytes(part: Any) -> bytes:
    if isinstance(part, bytes):
        return part
    return part.encode() if isinstance(part, str) else bytes(part.data)
