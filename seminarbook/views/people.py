"""The index of people: everybody the book names, with what they did at which seminar."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.model.records import Participation, Person, Record
from seminarbook.model.series import Series
from seminarbook.views.phrases import seminar_piece, source_cell, sources_of, status_piece
from seminarbook.views.prose import prose
from seminarbook.views.tables.programme import part_words, talk_title
from seminarbook.views.values import Cell, Inline, PersonEntry, PersonList


def people_index(series: Series) -> PersonList:
    """Everybody by family name, except those who asked not to be named."""
    parts: dict[str, list[Participation]] = {}
    for row in series.participation:
        if row.person is not None:
            parts.setdefault(row.person, []).append(row)
    named = [person for person in series.people if person.consent != "withdrawn"]
    named.sort(key=lambda person: (person.sort_name.casefold(), person.id))
    return PersonList(tuple(_entry(series, person, parts.get(person.id, [])) for person in named))


def _entry(series: Series, person: Person, rows: list[Participation]) -> PersonEntry:
    posts = [post for post in series.posts if person.id in (post.authors or ())]
    records = [
        record
        for record in series.records
        if person.id in (record.people or ()) and record.kind != "post"
    ]
    used: list[Record] = [*rows, *posts, *records] or [person]
    lines = [*_did(series, rows)]
    for post in posts:
        did = ("post: ", *prose(series, post.title))
        lines.append(_line(series, post.seminar, did, post))
    for record in records:
        did = (f"{record.kind}: ", *prose(series, record.title))
        lines.append(_line(series, record.seminar, did, record))
    if not lines:
        note = prose(series, person.note) or ("named in a source",)
        lines.append((*note, " ", *source_cell(person)))
    return PersonEntry(
        id=person.id,
        name=person.name,
        sort_name=person.sort_name,
        lines=tuple(lines),
        sources=sources_of(used),
    )


def _did(series: Series, rows: list[Participation]) -> Iterator[Cell]:
    """A line for each part played, in the order of the file."""
    for row in rows:
        did: list[Inline] = [part_words(row.part)]
        title = talk_title(series, row.talk)
        if title:
            did += [", “", *title, "”"]
        if row.status != "reported":
            did += [" ", status_piece(row.status)]
        described = prose(series, row.described_as)
        if described:
            did += ["; described as ", *described]
        if row.affiliation:
            did += ["; ", row.affiliation]
        yield _line(series, row.seminar, tuple(did), row)


def _line(series: Series, seminar: str | None, did: Cell, row: Record) -> Cell:
    return (seminar_piece(series, seminar), ": ", *did, " ", *source_cell(row))
