"""Who was to speak about what, and who took part as what."""

from __future__ import annotations

from seminarbook.model.records import Participation, Role, Talk
from seminarbook.model.series import Series
from seminarbook.model.vocabularies import Disclosure, Part
from seminarbook.views.phrases import TITLE_NOT_FOUND, scope_words, sentence, status_piece
from seminarbook.views.prose import WITHHELD, person_piece, prose
from seminarbook.views.registry import table
from seminarbook.views.tables.building import build
from seminarbook.views.values import Cell, Column, Inline, Mark, Table

_DISCLOSURE: dict[Disclosure, str] = {
    "self-described": "in their own words",
    "public role": "a role held in public",
    "described by the record": "in the record’s words",
}

NOT_STATED = Mark("not-stated", "not stated")


@table("programme", files=("seminars", "talks", "people", "participation"))
def programme(series: Series, seminar: str | None) -> Table:
    """The items of the day, in order, with who gave them and how well that is known."""
    return build(
        "programme",
        f"Programme of {scope_words(series, seminar)}",
        (
            Column("start", "Time"),
            Column("title", "Item", header=True),
            Column("kind", "Kind"),
            Column("people", "People"),
            Column("status", "How known"),
        ),
        series.of_seminar(series.talks, seminar),
        lambda talk: (
            (talk.start,) if talk.start else (),
            # Among several items without title, the kind tells which is meant.
            prose(series, talk.title) or (f"{sentence(talk.kind)}: ", TITLE_NOT_FOUND),
            (talk.kind,),
            _speakers(series, talk, series.of_talk(talk.id)),
            (status_piece(talk.status),),
        ),
        series=series if seminar is None else None,
        droppable=frozenset({"start", "people"}),
        empty="No item of a programme was found.",
    )


def _speakers(series: Series, talk: Talk, rows: tuple[Participation, ...]) -> Cell:
    pieces: list[Inline] = []
    for row in rows:
        pieces += [", "] if pieces else []
        pieces.append(person_piece(series, row.person))
        # A talk can be reported while one of its speakers is known from the announcement only.
        if row.status not in (talk.status, "reported"):
            pieces += [" ", status_piece(row.status)]
    return tuple(pieces)


@table("participants", files=("seminars", "talks", "people", "participation", "roles"))
def participants(series: Series, seminar: str | None) -> Table:
    """Who did what, described as whom, with the role we count them under."""
    return build(
        "participants",
        f"People named or described at {scope_words(series, seminar)}"
        if seminar
        else "People named or described in the series",
        (
            Column("person", "Person", header=True),
            Column("part", "Part played"),
            Column("described_as", "Described as"),
            Column("affiliation", "Affiliation"),
            Column("role", "Counted as"),
            Column("status", "How known"),
        ),
        series.of_seminar(series.participation, seminar),
        lambda row: _participant(series, row),
        series=series if seminar is None else None,
        droppable=frozenset({"described_as", "affiliation"}),
        empty="No source names or describes anyone who took part.",
    )


def _participant(series: Series, row: Participation) -> tuple[Cell, ...]:
    person = person_piece(series, row.person)
    part: list[Inline] = [part_words(row.part)]
    title = talk_title(series, row.talk)
    if title:
        part += [": “", *title, "”"]
    # A description or a post can name somebody as surely as a name does.
    withheld = person is WITHHELD
    return (
        (person,),
        tuple(part),
        () if withheld else prose(series, row.described_as),
        () if withheld or not row.affiliation else (row.affiliation,),
        role_cell(series, row),
        (status_piece(row.status),),
    )


def part_words(part: Part) -> str:
    """What somebody did, as a reader meets it."""
    return "took part in another way" if part == "other" else part


def talk_title(series: Series, talk: str | None) -> Cell:
    """The title of a talk; nothing if it has none."""
    found = series.find("talks", talk) if talk else None
    return prose(series, found.title) if isinstance(found, Talk) else ()


def role_cell(series: Series, row: Participation) -> Cell:
    """The role a person is counted under, and who said so where that matters."""
    role = series.find("roles", row.role)
    if not isinstance(role, Role) or role.id == "not-stated":
        return (NOT_STATED,)
    said = f" ({_DISCLOSURE[row.disclosure]})" if row.disclosure else ""
    return (role.label + said,)
