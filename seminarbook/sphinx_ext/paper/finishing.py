"""Finishing: what Typst leaves out of a file, or takes very long for.

It names heads of columns for a screen reader, and none of rows. And it looks for the place of each
link anew at every try to lay the book out, which takes half of all its time and memory: so it
prints links within the file as addresses, and here they are led to their places.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from seminarbook.sphinx_ext.paper.manuscript import walk

# What an address begins with that is a name in the file itself; ``design.typ`` says the same.
PLACE = "place:"
ABOVE = 14.0  # how far above a place to show the page from, in points
_TABLES, _CELLS = frozenset({"/Table"}), frozenset({"/TH", "/TD"})
# Elements that hold no table.
_BARREN = frozenset(
    {"/P", "/Link", "/Span", "/Figure", "/Caption", "/L", "/TOC"}
    | {f"/H{level}" for level in range(1, 7)}
)


def finish(printed: bytes, nodes: Sequence[Any], places: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The file as it is published.

    ``nodes`` are what was set, in order. ``places`` tell of each name its page's number, as
    printed and as counted from 1, and where on it it is: points from the left and from the top.
    """
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        _lead_links(pdf, places)
        _name_row_heads(pdf, [node["rows"] for node in walk(list(nodes)) if node["t"] == "table"])
        del pdf.Root.MarkInfo["/Suspects"]  # false, as it is if left out; old readers stumble
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _lead_links(pdf: pikepdf.Pdf, places: Mapping[str, Mapping[str, Any]]) -> None:
    pages = [page.obj for page in pdf.pages]
    heights = [float(page.MediaBox[3]) for page in pages]
    for page in pages:
        for link in page.get("/Annots", ()):
            # As this says where a link leads, its action need not be read for it.
            address = str(link.Contents)
            if address.startswith(PLACE):
                place = places[address.removeprefix(PLACE)]
                sheet = place["page"] - 1
                top = min(heights[sheet] - place["y"] + ABOVE, heights[sheet])
                del link.A
                link.Dest = Array([pages[sheet], Name.XYZ, round(place["x"], 2), round(top, 2), 0])
                link.Contents = f"page {place['number']}"


def _name_row_heads(pdf: pikepdf.Pdf, tables: Sequence[Sequence[int]]) -> None:
    scope = pdf.make_indirect(Dictionary(O=Name.Table, Scope=Name.Row))
    for table, heads in zip(_down_to(_TABLES, pdf.Root.StructTreeRoot), tables, strict=True):
        if any(heads):
            cells = list(_down_to(_CELLS, table))
            for cell, is_head in zip(cells[len(cells) - len(heads) :], heads, strict=True):
                if is_head:
                    cell.S = Name.TH
                    cell.A = Array([*cell.get("/A", []), scope])


def _down_to(tags: frozenset[str], parent: Any) -> Iterator[Any]:
    """The elements with these tags below one, in reading order, and none below them."""
    kids = parent.get("/K", ())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and "/S" in kid:
            if (tag := str(kid.S)) in tags:
                yield kid
            elif tag not in _BARREN:
                yield from _down_to(tags, kid)
