"""Structure: finding elements in the tree that a screen reader follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary

TABLES, CELLS = frozenset({"/Table"}), frozenset({"/TH", "/TD"})
# Elements that hold no table.
_BARREN = frozenset(
    {"/P", "/Link", "/Span", "/Figure", "/Caption", "/L", "/TOC"}
    | {f"/H{level}" for level in range(1, 7)}
)


def kids_of(element: Any) -> list[Any]:
    """The elements right below one, in reading order."""
    kids = element.get("/K", ())
    found = kids if isinstance(kids, Array) else (kids,)
    return [kid for kid in found if isinstance(kid, Dictionary) and "/S" in kid]


def down_to(tags: frozenset[str], parent: Any) -> Iterator[Any]:
    """Tables or cells below an element, in reading order, and none below them."""
    for kid in kids_of(parent):
        if (tag := str(kid.S)) in tags:
            yield kid
        elif tag not in _BARREN:
            yield from down_to(tags, kid)
