"""The PDF file: does it open, has it its pages, bookmarks, tags and words for each picture?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf


def check_pdf(path: Path, *, bookmarks: int, figures: int) -> tuple[str, ...]:
    """Every fault of the file; it needs at least so many bookmarks and described figures."""
    try:
        with pikepdf.open(path) as pdf:
            return tuple(f"{path.name}: {fault}" for fault in _faults(pdf, bookmarks, figures))
    except (OSError, pikepdf.PdfError) as error:
        return (f"{path.name}: cannot be opened ({error})",)


def _faults(pdf: pikepdf.Pdf, bookmarks: int, figures: int) -> Iterator[str]:
    if not len(pdf.pages):
        yield "has no pages"
    if "/Lang" not in pdf.Root:
        yield "does not say its language"
    if "/MarkInfo" not in pdf.Root or not bool(pdf.Root.MarkInfo.get("/Marked", False)):
        yield "is not tagged, so that a screen reader cannot follow it"
    with pdf.open_outline() as outline:
        found = sum(1 for _ in _entries(outline.root))
    if found < bookmarks:
        yield f"has {found} bookmarks, {bookmarks} are expected"
    described, bare = _figures(pdf)
    if bare:
        yield f"has {bare} pictures without words for them"
    if described < figures:
        yield f"has {described} pictures, {figures} are expected"


def _entries(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _entries(item.children)


def _figures(pdf: pikepdf.Pdf) -> tuple[int, int]:
    """How many figures have words for them, and how many have none."""
    described = bare = 0
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure":
            alt = str(element.get("/Alt", "")).strip()
            described, bare = described + bool(alt), bare + (not alt)
    return described, bare
