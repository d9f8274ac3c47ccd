"""Text of the data files → inline pieces, with every person as a link."""

from __future__ import annotations

import re

from seminarbook.model.records import Person
from seminarbook.model.series import Series
from seminarbook.views.values import Cell, Citation, Inline, Mark, PersonLink

_PERSON = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")

WITHHELD = Mark("withheld", "name withheld")
UNNAMED = Mark("unnamed", "not named")


def find_person(series: Series, id_: str) -> Person | None:
    """The person with this id, or None if the data have no such row."""
    try:
        record = series.find("people", id_)
    except KeyError:
        return None
    return record if isinstance(record, Person) else None


def person_piece(series: Series, id_: str | None) -> Inline:
    """A person as a piece of a cell; nobody who asked not to be named is named."""
    if id_ is None:
        return UNNAMED
    person = find_person(series, id_)
    if person is None:
        return f"{{{id_}}}"
    if person.consent == "withdrawn":
        return WITHHELD
    return PersonLink(person.id, person.name)


def people_cell(series: Series, ids: tuple[str, ...] | None) -> Cell:
    """Several people, separated by commas."""
    pieces: list[Inline] = []
    for id_ in ids or ():
        pieces += [", "] if pieces else []
        pieces.append(person_piece(series, id_))
    return tuple(pieces)


def prose(series: Series, text: str | None) -> Cell:
    """Split prose at ``{person-id}``; braces that name nobody stay as they are."""
    pieces: list[Inline] = []
    end = 0
    for found in _PERSON.finditer(text or ""):
        if find_person(series, found[1]) is None:
            continue
        pieces += [text[end : found.start()]] if text and found.start() > end else []
        pieces.append(person_piece(series, found[1]))
        end = found.end()
    pieces += [text[end:]] if text and text[end:] else []
    return tuple(pieces)


def plain(cell: Cell) -> str:
    """A cell as text, for places that hold nothing else: pictures, CSV, attributes."""
    return "".join(_plain_piece(piece) for piece in cell)


def _plain_piece(piece: Inline) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Citation):
        keys = "; ".join(piece.keys)
        return f"{keys} ({piece.locator})" if piece.locator else keys
    return piece.label
