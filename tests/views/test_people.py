"""The index of people has everybody who is named, and nobody who asked not to be."""

from __future__ import annotations

from dataclasses import replace

from worlds import tables_of, world

from seminarbook.model.records import Person
from seminarbook.model.series import Series
from seminarbook.views.people import people_index
from seminarbook.views.prose import plain
from seminarbook.views.values import PersonLink


def test_everybody_is_in_the_index_in_order() -> None:
    entries = people_index(world("toy")).entries
    assert {entry.id for entry in entries} == set(world("toy").ids("people"))
    names = [entry.sort_name.casefold() for entry in entries]
    assert names == sorted(names)


def test_a_line_says_what_and_where_with_how_sure_and_whence() -> None:
    entry = next(one for one in people_index(world("toy")).entries if one.id == "dov-marlstone")
    assert plain(entry.lines[0]) == (
        "Seminar 2: speaker, “The path that was planned” announced only; "
        "described as path planner; Paths for All garden-blog (announcement)"
    )
    assert entry.sources == ("garden-blog",)


def test_every_entry_says_something() -> None:
    for name in ("real", "toy"):
        assert all(entry.lines and entry.sources for entry in people_index(world(name)).entries)


def withdrawn(series: Series, id_: str) -> Series:
    people = tuple(
        Person.model_validate(dict(row) | {"consent": "withdrawn"}) if row.id == id_ else row
        for row in series.people
    )
    return replace(series, people=people)


def test_whoever_withdrew_is_in_no_table_and_not_in_the_index() -> None:
    series = withdrawn(world("toy"), "ada-quillfeather")
    assert "ada-quillfeather" not in {entry.id for entry in people_index(series).entries}
    cells = [cell for shown in tables_of(series) for row in shown.rows for cell in row]
    cells += [line for entry in people_index(series).entries for line in entry.lines]
    assert not [
        piece
        for cell in cells
        for piece in cell
        if isinstance(piece, PersonLink) and piece.id == "ada-quillfeather"
    ]
    said = " ".join(plain(cell) for cell in cells)
    assert "Quillfeather" not in said
    # Neither by the words that describe her, nor by the address of her slides.
    assert "professor of soils" not in said
    assert "University of Toytown" not in said
    assert "name withheld" in said
