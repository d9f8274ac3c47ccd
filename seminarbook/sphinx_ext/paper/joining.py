"""Joining: the volumes of a book become one file, with one tree of structure for all of it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from seminarbook.sphinx_ext.paper.structure import CELLS, down_to, kids_of


@dataclass(frozen=True, slots=True)
class Sheets:
    """A volume as it was printed: ``cue`` sheets and headings at its beginning are left out.

    ``levels`` are those of its bookmarks; ``after_gap`` asks for an empty page before it.
    """

    printed: bytes
    levels: Sequence[int]
    cue_sheets: int = 0
    cue_headings: int = 0
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    level: int
    title: str
    page: int
    left: float
    top: float


def join(volumes: Sequence[Sheets]) -> tuple[pikepdf.Pdf, list[int]]:
    """The book, and for each volume by how much its sheets stand further on than by themselves."""
    book = pikepdf.open(io.BytesIO(volumes[0].printed))
    shifts = [0]
    if len(volumes) > 1:
        marks = list(_marks(book, volumes[0], 0))
        for number, volume in enumerate(volumes[1:], start=1):
            with pikepdf.open(io.BytesIO(volume.printed)) as more:
                if volume.after_gap:
                    _, _, width, height = book.pages[0].MediaBox
                    book.add_blank_page(page_size=(float(width), float(height)))
                shifts.append(len(book.pages) - volume.cue_sheets)
                marks += _marks(more, volume, shifts[-1])
                _rename(more.Root.StructTreeRoot, f"{number}-")
                _append(book, more, volume)
        _bookmark(book, marks)
    return book, shifts


def _append(book: pikepdf.Pdf, more: pikepdf.Pdf, volume: Sheets) -> None:
    """Put the pages of a volume after those of the book, and its tree below the book's."""
    gone = {int(page.StructParents) for page in list(more.pages)[: volume.cue_sheets]
            if "/StructParents" in page}  # fmt: skip
    del more.pages[: volume.cue_sheets]
    before = len(book.pages)
    book.pages.extend(more.pages)
    ours, theirs = book.Root.StructTreeRoot, book.copy_foreign(more.Root.StructTreeRoot)
    offset = int(ours.ParentTreeNextKey)
    ours.ParentTreeNextKey = offset + int(theirs.ParentTreeNextKey)
    for page in list(book.pages)[before:]:
        if "/StructParents" in page:
            page.StructParents = int(page.StructParents) + offset
        for note in page.get("/Annots", ()):
            note.StructParent = int(note.StructParent) + offset
    for key, parents in _pairs(theirs.ParentTree.Nums):
        if int(key) not in gone:
            ours.ParentTree.Nums.append(int(key) + offset)
            ours.ParentTree.Nums.append(parents)
    (document,), (other,) = kids_of(ours), kids_of(theirs)
    for kid in kids_of(other)[volume.cue_headings :]:
        kid.P = document
        document.K.append(kid)
    for role, meaning in theirs.get("/RoleMap", Dictionary()).items():
        ours.RoleMap[role] = meaning
    if "/IDTree" in theirs:
        _merge(ours, Name.IDTree, theirs.IDTree)
    if "/Names" in more.Root:
        dests = book.copy_foreign(more.make_indirect(more.Root.Names.Dests))
        _merge(book.Root.Names, Name.Dests, dests)


def _rename(tree: Any, prefix: str) -> None:
    """Begin the ids of a volume's elements so that no other volume has them."""
    if "/IDTree" not in tree:
        return
    names: list[Any] = []
    for name, element in _pairs(tree.IDTree.Names):
        element.ID = String(prefix + str(name))
        names += [element.ID, element]
    tree.IDTree.Names = Array(names)
    for cell in down_to(CELLS, tree):
        for about in cell.get("/A", ()):
            if "/Headers" in about:
                about.Headers = Array([String(prefix + str(name)) for name in about.Headers])


def _merge(holder: Any, key: Name, more: Any) -> None:
    """Add the entries of a name tree to those at a key, in the order of their names."""
    entries = [*_pairs(holder[key].Names if key in holder else []), *_pairs(more.Names)]
    entries.sort(key=lambda entry: bytes(entry[0]))
    holder[key] = Dictionary(Names=Array([part for entry in entries for part in entry]))


def _pairs(flat: Any) -> list[tuple[Any, Any]]:
    listed = list(flat)
    return list(zip(listed[::2], listed[1::2], strict=True))


def _marks(pdf: pikepdf.Pdf, volume: Sheets, shift: int) -> Iterator[_Mark]:
    """The bookmarks of a volume, with their places in the book."""
    places = {page.objgen: number for number, page in enumerate(pdf.pages)}

    def flat(items: Sequence[OutlineItem]) -> Iterator[OutlineItem]:
        for item in items:
            yield item
            yield from flat(item.children)

    with pdf.open_outline() as outline:
        for level, item in zip(volume.levels, flat(outline.root), strict=True):
            destination: Any = item.destination
            page, _, left, top, *_ = destination
            number = places[page.objgen] + shift
            yield _Mark(level, item.title, number, float(left), float(top))


def _bookmark(book: pikepdf.Pdf, marks: Sequence[_Mark]) -> None:
    with book.open_outline() as outline:
        outline.root.clear()
        open_to: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for mark in marks:
            item = OutlineItem(mark.title, mark.page, "XYZ", left=mark.left, top=mark.top, zoom=0)
            while open_to[-1][0] >= mark.level:
                open_to.pop()
            open_to[-1][1].append(item)
            open_to.append((mark.level, item.children))
