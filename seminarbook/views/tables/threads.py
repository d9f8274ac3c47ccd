"""What runs through the series: themes, gaps, conflicts, and the order of time."""

from __future__ import annotations

from seminarbook.model.records import Gap, Talk
from seminarbook.model.series import Series
from seminarbook.model.vocabularies import GapKind
from seminarbook.views.dated import dated
from seminarbook.views.phrases import (
    TITLE_NOT_FOUND,
    scope_words,
    seminar_piece,
    seminars_cell,
    source_cell,
    sources_of,
)
from seminarbook.views.prose import prose
from seminarbook.views.registry import table
from seminarbook.views.tables.building import SOURCE, build
from seminarbook.views.values import Cell, Column, Inline, Table


@table("themes", files=("seminars", "people", "talks", "themes"))
def themes(series: Series, seminar: str | None) -> Table:
    """The threads, with the seminars and talks where each came up."""
    rows = (row for row in series.themes if seminar is None or seminar in (row.seminars or ()))
    return build(
        "themes",
        f"Themes of {scope_words(series, seminar)}",
        (
            Column("label", "Theme", header=True),
            Column("summary", "In short"),
            Column("seminars", "Seminars"),
            Column("talks", "Talks"),
        ),
        rows,
        lambda row: (
            (row.label,),
            prose(series, row.summary),
            seminars_cell(series, row.seminars),
            _talks(series, row.talks, seminar),
        ),
        droppable=frozenset({"talks"}),
        empty="No theme is recorded.",
    )


def _talks(series: Series, ids: tuple[str, ...] | None, seminar: str | None) -> Cell:
    pieces: list[Inline] = []
    for id_ in ids or ():
        talk = series.find("talks", id_)
        if not isinstance(talk, Talk) or seminar not in (None, talk.seminar):
            continue
        pieces += ["; "] if pieces else []
        pieces += prose(series, talk.title) or (TITLE_NOT_FOUND,)
        if seminar is None:
            pieces += [" (", seminar_piece(series, talk.seminar), ")"]
    return tuple(pieces)


def _of(series: Series, kind: GapKind, seminar: str | None) -> tuple[Gap, ...]:
    return tuple(
        row
        for row in series.gaps
        if row.kind == kind and (seminar is None or seminar in (row.seminars or ()))
    )


@table("gaps", files=("seminars", "people", "gaps"))
def gaps(series: Series, seminar: str | None) -> Table:
    """What was not found, and where it may be."""
    return build(
        "gaps",
        f"What is not known about {scope_words(series, seminar)}",
        (
            Column("subject", "Not found", header=True),
            Column("seminars", "Seminars"),
            Column("treatment", "Where it may be, or what this book does"),
        ),
        _of(series, "gap", seminar),
        lambda row: (
            prose(series, row.subject),
            seminars_cell(series, row.seminars),
            prose(series, row.treatment),
        ),
        empty="No gap is recorded.",
    )


@table("conflicts", files=("seminars", "people", "gaps"))
def conflicts(series: Series, seminar: str | None) -> Table:
    """Where sources disagree: both versions, and what this book does."""
    return build(
        "conflicts",
        f"Where sources disagree about {scope_words(series, seminar)}",
        (
            Column("subject", "About", header=True),
            Column("seminars", "Seminars"),
            Column("version_a", "One version"),
            Column("version_b", "Another version"),
            Column("treatment", "What this book does"),
        ),
        _of(series, "conflict", seminar),
        lambda row: (
            prose(series, row.subject),
            seminars_cell(series, row.seminars),
            prose(series, row.version_a),
            prose(series, row.version_b),
            prose(series, row.treatment),
        ),
        empty="No conflict between sources is recorded.",
    )


@table("timeline", files=("seminars", "people", "posts"))
def timeline(series: Series, seminar: str | None) -> Table:
    """Seminars and dated posts in order of time."""
    events = dated(series, seminar)
    return Table(
        name="timeline",
        caption=f"Dates of {scope_words(series, seminar)}",
        columns=(
            Column("date", "Date"),
            Column("event", "What happened", header=True),
            Column("seminar", "Seminar"),
            SOURCE,
        ),
        rows=tuple(
            (
                (event.date.words(),),
                event.label,
                (seminar_piece(series, event.seminar),) if event.seminar else (),
                source_cell(event.row),
            )
            for event in events
        ),
        sources=sources_of(event.row for event in events),
        empty="Nothing has a date.",
    )
