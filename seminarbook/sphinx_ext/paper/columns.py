"""How a table shares out the width of a page, and which tables need smaller type or a turned page.

The widths are worked out from the text before the page is set: WeasyPrint would lay every
cell out three times to find them, which took a quarter of the time of the whole book.
"""

from __future__ import annotations

from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper.fragments import Element, add_class, text_of

# How many characters fit across: upright, in small type, on a turned page in small type.
ROOM, SMALL_ROOM, TURNED_ROOM = 100, 112, 170
GAP = 3  # what the space between two columns takes, in characters


def set_table(table: Element) -> None:
    """Say what each header cell heads, and how wide each column is."""
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
    for cell in table.iterfind("tbody/tr/th"):
        cell.set("scope", "row")
    words, lengths, totals = _measure(table)
    if not words:
        return
    least = [word + GAP for word in words]
    most = [max(length, word) + GAP for length, word in zip(lengths, words, strict=True)]
    room = ROOM
    if sum(least) > SMALL_ROOM:
        room = TURNED_ROOM
        add_class(table, "turned")
    elif sum(least) > ROOM * 0.7 or _lines(least, most, totals, ROOM) > 12:
        room = SMALL_ROOM
        add_class(table, "small")
    widths = _share(least, most, totals, room)
    _set_columns(table, [width / sum(widths) for width in widths])
    if sum(widths) < room:
        table.set("style", f"width: {max(sum(widths) / room, 0.5):.1%}")


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
    return max(wide / width for wide, width in zip(most, widths, strict=True))


def _set_columns(table: Element, shares: list[float]) -> None:
    for old in table.findall("colgroup"):
        table.remove(old)
    group = ElementTree.Element("colgroup")
    for share in shares:
        ElementTree.SubElement(group, "col", {"style": f"width: {share:.2%}"})
    captions = table.findall("caption")
    table.insert(len(captions), group)
