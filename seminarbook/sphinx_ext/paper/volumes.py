"""Volumes: a long book is set in several pieces, since Typst keeps all that it sets in memory."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from seminarbook.sphinx_ext.paper.manuscript import names_in, walk

Piece = dict[str, Any]

# What a book of three hundred dense pages weighs, or of five hundred plain ones.
WHOLE = 1_000_000
# What a node weighs beside its letters.
NODE = 25
# Any number of three digits: the right one is hardly wider, and known at the second try.
UNKNOWN = 100


@dataclass(slots=True)
class Volume:
    """Chapters in a row: its body, its first page, and whether an empty page stands before it."""

    body: list[Piece]
    first: int = 1
    after_gap: bool = False
    given: dict[str, int] = field(default_factory=dict)

    @property
    def cue(self) -> int:
        """How many levels of headings there are above its first."""
        return next((node["level"] for node in walk(list(self.body)) if "level" in node), 1) - 1

    @property
    def cue_sheets(self) -> int:
        """How many sheets stand before its first page, which has the side it has in the book."""
        return 2 if self.first % 2 else 1

    @property
    def levels(self) -> list[int]:
        """The levels of its bookmarks."""
        found: list[int] = []
        for piece in self.body:
            if piece["t"] == "chapter":
                found += [node["level"] for node in walk([piece]) if node["t"] == "heading"]
            else:
                found.append(1)
        return found


def divide(body: Sequence[Piece], whole: int = WHOLE) -> list[Volume]:
    """One volume if it weighs no more than ``whole``; else of a third of that: two are set at once.

    A part is never parted from its first chapter.
    """
    weights = [_weight([piece]) for piece in body]
    if sum(weights) <= whole:
        return [Volume(list(body))]
    volumes: list[Volume] = []
    share = held = whole // 3
    for place, piece in enumerate(body):
        opened = place > 0 and body[place - 1]["t"] == "part"
        if held + weights[place] > share and not opened:
            volumes.append(Volume([]))
            held = 0
        volumes[-1].body.append(piece)
        held += weights[place]
    return volumes


def hand_round(volumes: Sequence[Volume], found: Sequence[Mapping[str, Any]]) -> bool:
    """Tell each volume where those before it end, and what it must know of the others.

    ``found`` are the places in each, as it was set last. Whether that told any of them something
    new, so that it must be set again.
    """
    numbers: dict[str, int] = {}
    begins: list[int] = []
    after: list[int] = [1]
    for volume, places in zip(volumes, found, strict=True):
        begin, moves, end = _count(volume, places, after[-1])
        begins.append(begin)
        after.append(end)
        for name, place in places["places"].items():
            held_by = bisect([since for since, _ in moves], place["number"]) - 1
            numbers[name] = place["number"] + (moves[held_by][1] if held_by >= 0 else 0)
    news = False
    for place, (volume, begin) in enumerate(zip(volumes, begins, strict=True)):
        given = {name: numbers.get(name, UNKNOWN) for name in volume.given}
        news |= (volume.first, volume.given) != (begin, given)
        volume.first, volume.given = begin, given
        volume.after_gap = place > 0 and begin > after[place]
    return news


def _count(
    volume: Volume, places: Mapping[str, Any], number: int
) -> tuple[int, list[tuple[int, int]], int]:
    """Where a volume begins if ``number`` is the next page, and the page after its last.

    Between these, from which of its pages on it moves by how many: parts begin on the right, so
    that an empty page may come or go before each.
    """
    spans = iter(places["spans"])
    begin = 0
    moves: list[tuple[int, int]] = []
    for piece in volume.body:
        number += piece["t"] != "chapter" and number % 2 == 0
        begin = begin or number
        if piece["t"] == "part":
            number += 1
            continue
        if piece["t"] == "chapter":
            first, last = next(spans)
        else:
            first = last = places["places"][piece["id"]]["number"]
        moves.append((first, number - first))
        number += last - first + 1
    return begin, moves, number


def ask(volumes: Sequence[Volume], contents: Collection[str]) -> None:
    """Note what names each volume must be given the page of; the first also has the contents."""
    for volume in volumes:
        needed = _needed(volume.body)
        if volume is volumes[0]:
            needed |= set(contents)
        needed -= names_in(volume.body)
        volume.given = dict.fromkeys(sorted(needed), UNKNOWN)


def _needed(body: Sequence[Piece]) -> set[str]:
    """The names whose pages are printed."""
    needed = {node["to"] for node in walk(list(body)) if node.get("page") is True}
    for piece in body:
        needed |= {chapter["label"] for chapter in piece.get("chapters", ())}
        for entry in piece.get("entries", ()):
            needed |= {entry["to"], *entry["mentions"]}
    return needed


def _weight(nodes: Sequence[Any]) -> int:
    letters = sum(len(kid) for node in walk(list(nodes)) for kid in _texts(node))
    return letters + NODE * sum(1 for _ in walk(list(nodes)))


def _texts(node: Mapping[str, Any]) -> list[str]:
    return [
        kid for part in ("c", "caption", "note") for kid in node.get(part, ()) if type(kid) is str
    ]
