"""How a table shares out the width of a page, and which tables need smaller type or a turned page.

The widths are worked out from the text: what a typesetter finds by itself gives the words of a
long cell no more room than a heading of two.
"""

from __future__ import annotations

from dataclasses import dataclass

from seminarbook.sphinx_ext.paper.fragments import Element, text_of

# How many characters fit across: upright, in small type, on a turned page in small type.
ROOM, SMALL_ROOM, TURNED_ROOM = 100, 120, 170
GAP = 3  # what the space between two columns takes, in characters


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is set: the columns' shares of its width, and its share of the page's.

    ``size`` is "normal", "small", or "turned" for small type on a page turned sideways.
    """

    columns: tuple[float, ...]
    width: float = 1.0
    size: str = "normal"


def layout_of(table: Element) -> Layout:
    """The layout that a table's text asks for."""
    words, lengths, totals = _measure(table)
    least = [word + GAP for word in words]
    most = [max(length, word) + GAP for length, word in zip(lengths, words, strict=True)]
    room, size = ROOM, "normal"
    if sum(least) > SMALL_ROOM:
        room, size = TURNED_ROOM, "turned"
    elif sum(least) > ROOM * 0.7 or _lines(least, most, totals, ROOM) > 12:
        room, size = SMALL_ROOM, "small"
    widths = _share(least, most, totals, room)
    whole = sum(widths) or 1.0
    columns = tuple(round(width / whole, 4) for width in widths)
    return Layout(columns, min(round(max(whole / room, 0.5), 3), 1.0), size)


def _measure(table: Element) -> tuple[list[int], list[int], list[int]]:
    """For each column: its longest word, its longest cell, and all of its text."""
    words: list[int] = []
    lengths: list[int] = []
    totals: list[int] = []
    for row in table.iter("tr"):
        place = 0
        for cell in row:
            span = int(cell.get("colspan", "1"))
            while len(words) < place + span:
                words.append(1)
                lengths.append(1)
                totals.append(1)
            if span == 1:
                text = text_of(cell)
                longest = max((len(word) for word in text.split()), default=1)
                words[place] = max(words[place], min(longest, 16))
                lengths[place] = max(lengths[place], len(text))
                totals[place] += len(text)
            place += span
    return words, lengths, totals


def _share(least: list[int], most: list[int], totals: list[int], room: int) -> list[float]:
    """Widths in characters: what each column wants, or the rest shared out by its text."""
    if sum(most) <= room:
        return [float(width) for width in most]
    spare = max(room - sum(least), 0)
    wishes = [total**0.7 if wide > low else 0.0
              for total, wide, low in zip(totals, most, least, strict=True)]  # fmt: skip
    whole = sum(wishes) or 1.0
    return [
        min(low + spare * wish / whole, float(wide))
        for low, wish, wide in zip(least, wishes, most, strict=True)
    ]


def _lines(least: list[int], most: list[int], totals: list[int], room: int) -> float:
    """About how many lines the longest cell takes."""
    widths = _share(least, most, totals, room)
    return max((wide / width for wide, width in zip(most, widths, strict=True)), default=0)
