"""A seminar at a glance: when, where, what it was called, who came, what survives."""

from __future__ import annotations

from dataclasses import replace

from seminarbook.model.records import Record, RecordItem, Seminar
from seminarbook.model.series import EVERYONE, Series
from seminarbook.model.vocabularies import RecordState
from seminarbook.views.phrases import (
    TITLE_NOT_FOUND,
    find_seminar,
    listed,
    quantity_cell,
    seminar_label,
    sentence,
    sources_of,
)
from seminarbook.views.prose import plain, prose
from seminarbook.views.tables.numbers import group_words, statement
from seminarbook.views.tables.programme import NOT_STATED
from seminarbook.views.tables.remains import STATES
from seminarbook.views.values import Card, Cell, Citation, Inline, Mark

NOT_FOUND = Mark("not-found", "not found")


def seminar_card(series: Series, seminar: str) -> Card:
    """The card of one seminar; what is not known is said, never left out."""
    one = find_seminar(series, seminar)
    present = series.of_seminar(series.presence, seminar)
    records = series.of_seminar(series.records, seminar)
    _, came = statement(series, seminar, EVERYONE)
    used: list[Record] = [one, *present, *records, *([came] if came else [])]
    title = prose(series, one.title)
    facts: list[tuple[str, Cell]] = [
        ("Date", _with_note(series, one)),
        ("Place", (_place(one) or NOT_FOUND,)),
        ("Host", (one.host or NOT_FOUND,)),
        ("Title", title or (TITLE_NOT_FOUND,)),
    ]
    if one.other_title:
        facts.append(("Also called", prose(series, one.other_title)))
    facts += [
        ("About", prose(series, one.subject)),
        ("How many came", _attendance(series, seminar)),
        ("Groups named as present", _groups(series, seminar)),
        ("What survives", _survives(records)),
    ]
    return Card(
        seminar=seminar,
        title=f"{seminar_label(one)}: {plain(title or (TITLE_NOT_FOUND,))}",
        facts=tuple(facts),
        sources=sources_of(used),
    )


def seminar_cards(series: Series) -> tuple[Card, ...]:
    """The cards of all seminars, in their order: what helps to choose one, no more."""
    return tuple(
        replace(seminar_card(series, one.id), facts=_to_choose_by(series, one))
        for one in series.seminars
    )


def _to_choose_by(series: Series, one: Seminar) -> tuple[tuple[str, Cell], ...]:
    """Seven whole cards are too long to look over; the chapter has the rest."""
    return (
        ("Date", (one.date.words(),)),
        ("Place", (_place(one) or NOT_FOUND,)),
        ("About", prose(series, one.subject)),
        ("How many came", quantity_cell(statement(series, one.id, EVERYONE)[0])),
    )


def _with_note(series: Series, one: Seminar) -> Cell:
    note = prose(series, one.date_note)
    return (one.date.words(), *((" (", *note, ")") if note else ()))


def _place(one: Seminar) -> str:
    return ", ".join(part for part in (one.venue, one.city) if part)


def _attendance(series: Series, seminar: str) -> Cell:
    quantity, row = statement(series, seminar, EVERYONE)
    cited: Cell = (" ", Citation(row.source, row.locator)) if row else ()
    return (*quantity_cell(quantity), *cited)


def _groups(series: Series, seminar: str) -> Cell:
    rows = series.of_seminar(series.presence, seminar)
    named = {row.group for row in rows}
    labels = [group_words(series, id_) for id_ in series.ids("roles") if id_ in named]
    if not labels:
        return (NOT_STATED,)
    keys = sources_of(rows)
    return (sentence(listed(labels)), " ", Citation(keys))


def _survives(records: tuple[RecordItem, ...]) -> Cell:
    """Kinds of records by state, from what can be seen to what was not found."""
    pieces: list[Inline] = []
    for state, mark in STATES.items():
        kinds = _kinds(records, state)
        if kinds:
            pieces += ["; "] if pieces else []
            pieces += [f"{kinds} ", mark]
    return tuple(pieces) or (Mark("none-known", "none known"),)


def _kinds(records: tuple[RecordItem, ...], state: RecordState) -> str:
    """Each kind once, with its number where there are several."""
    numbers: dict[str, int] = {}
    for row in records:
        if row.state == state:
            numbers[row.kind] = numbers.get(row.kind, 0) + 1
    return listed([f"{kind} ({count})" if count > 1 else kind for kind, count in numbers.items()])
