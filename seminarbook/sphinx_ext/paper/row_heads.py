"""Heads of rows: Typst names only those of columns for a screen reader."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from seminarbook.sphinx_ext.paper.manuscript import walk

_BARREN = {
    "/P",
    "/Link",
    "/Span",
    "/Figure",
    "/Caption",
    "/L",
    "/TOC",
    *(f"/H{n}" for n in range(1, 7)),
}


def name_row_heads(printed: bytes, nodes: Sequence[Any]) -> bytes:
    """The file with each cell that heads a row tagged so; ``nodes`` are what was set, in order."""
    tables = [node["rows"] for node in walk(list(nodes)) if node["t"] == "table"]
    if not any(any(rows) for rows in tables):
        return printed
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        found = [item for item in _elements(pdf.Root.StructTreeRoot) if item.S == "/Table"]
        for table, heads in zip(found, tables, strict=True):
            cells = [item for item in _elements(table) if item.S in ("/TH", "/TD")]
            for cell, is_head in zip(cells[len(cells) - len(heads) :], heads, strict=True):
                if is_head:
                    cell.S = Name.TH
                    scope = Dictionary(O=Name.Table, Scope=Name.Row)
                    cell.A = Array([*cell.get("/A", []), scope])
        del pdf.Root.MarkInfo["/Suspects"]  # false, as it is if left out; old readers stumble
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _elements(parent: Any) -> Iterator[Any]:
    """The elements below one down to cells, in reading order, less those that hold no table."""
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid and (tag := str(kid.S)) not in _BARREN:
            yield kid
            if tag not in ("/TH", "/TD"):
                yield from _elements(kid)
