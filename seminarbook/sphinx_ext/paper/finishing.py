"""Finishing: what Typst leaves out of a file, or takes very long for.

It names heads of columns for a screen reader, and none of rows; our lists of contents are lists to
it, since its own know only one file. And it looks for the place of each
link anew at every try to lay the book out, which takes half of all its time and memory: so it
prints links within the file as addresses, and here they are led to their places.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from seminarbook.sphinx_ext.paper.manuscript import walk
from seminarbook.sphinx_ext.paper.structure import CELLS, TABLES, down_to, kids_of

# What an address begins with that is a name in the file itself; ``design.typ`` says the same.
PLACE = "place:"
ABOVE = 14.0  # how far above a place to show the page from, in points


def finish(
    pdf: pikepdf.Pdf, nodes: Sequence[Any], places: Mapping[str, Mapping[str, Any]]
) -> bytes:
    """The file as it is published.

    ``nodes`` are what was set, in order. ``places`` tell of each name its page's number, as
    printed and as counted from 1, and where on it it is: points from the left and from the top.
    """
    _lead_links(pdf, places)
    _name_row_heads(pdf, [node["rows"] for node in walk(list(nodes)) if node["t"] == "table"])
    if any(node["t"] == "contents" for node in nodes):
        _name_contents(pdf)
    del pdf.Root.MarkInfo["/Suspects"]  # false, as it is if left out; old readers stumble
    made = io.BytesIO()
    pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _lead_links(pdf: pikepdf.Pdf, places: Mapping[str, Mapping[str, Any]]) -> None:
    pages = [page.obj for page in pdf.pages]
    heights = [float(page.MediaBox[3]) for page in pages]

    @cache
    def led(name: str) -> tuple[Array, String]:
        place = places[name]
        sheet = place["page"] - 1
        top = min(heights[sheet] - place["y"] + ABOVE, heights[sheet])
        where = Array([pages[sheet], Name.XYZ, round(place["x"], 2), round(top, 2), 0])
        return where, String(f"page {place['number']}")

    for page in pages:
        for link in page.get("/Annots", ()):
            # As this says where a link leads, its action need not be read for it.
            address = str(link.Contents)
            if address.startswith(PLACE):
                del link.A
                link.Dest, link.Contents = led(address.removeprefix(PLACE))


def _name_row_heads(pdf: pikepdf.Pdf, tables: Sequence[Sequence[int]]) -> None:
    scope = pdf.make_indirect(Dictionary(O=Name.Table, Scope=Name.Row))
    for table, heads in zip(down_to(TABLES, pdf.Root.StructTreeRoot), tables, strict=True):
        if any(heads):
            cells = list(down_to(CELLS, table))
            for cell, is_head in zip(cells[len(cells) - len(heads) :], heads, strict=True):
                if is_head:
                    cell.S = Name.TH
                    cell.A = Array([*cell.get("/A", []), scope])


def _name_contents(pdf: pikepdf.Pdf) -> None:
    """Call the lists below the first heading what they are: contents, and lines that refer."""
    (document,) = kids_of(pdf.Root.StructTreeRoot)
    kids = kids_of(document)
    first = next(place for place, kid in enumerate(kids) if kid.S == "/H1")
    for contents in itertools.takewhile(lambda kid: kid.S != "/H1", kids[first + 1 :]):
        if contents.S == "/L":
            contents.S = Name.TOC
            del contents["/A"]
            for line in kids_of(contents):
                line.S = Name.TOCI
                for body in kids_of(line):
                    body.S = Name.Reference
