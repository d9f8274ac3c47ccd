"""How many came, which groups, and every other number that anybody reported."""

from __future__ import annotations

from seminarbook.model.quantity import NOT_RECORDED, Quantity
from seminarbook.model.records import Attendance, Figure, Role
from seminarbook.model.series import EVERYONE, Series
from seminarbook.views.phrases import (
    chosen,
    quantity_cell,
    scope_words,
    seminar_label,
    sentence,
    source_cell,
    sources_of,
)
from seminarbook.views.prose import prose
from seminarbook.views.registry import table
from seminarbook.views.tables.building import SEMINAR, SOURCE, build
from seminarbook.views.tables.programme import NOT_STATED
from seminarbook.views.values import Cell, Column, Mark, SeminarLink, Table

NAMED = Mark("named", "named")


def group_words(series: Series, group: str) -> str:
    """A group in running text: "everyone", "carers"."""
    if group == EVERYONE:
        return "everyone"
    role = series.find("roles", group)
    return role.plural if isinstance(role, Role) else group


def group_label(series: Series, group: str) -> str:
    """A group as tables and charts print it: "Everyone", "Carers"."""
    return sentence(group_words(series, group))


def groups_of(series: Series, seminar: str) -> tuple[str, ...]:
    """Groups that a source counts or names at a seminar, in the order of the roles."""
    seen = {row.group for row in series.of_seminar(series.attendance, seminar)}
    seen |= {row.group for row in series.of_seminar(series.presence, seminar)}
    return tuple(id_ for id_ in series.ids("roles") if id_ in seen)


def statement(series: Series, seminar: str, group: str) -> tuple[Quantity, Attendance | None]:
    """How many of a group came, with the row that says so."""
    for row in series.of_seminar(series.attendance, seminar):
        if row.group == group:
            return row.quantity, row
    return NOT_RECORDED, None


@table("attendance", files=("seminars", "roles", "attendance", "presence"))
def attendance(series: Series, seminar: str | None) -> Table:
    """How many came to each seminar, and how many of each group that is counted or named."""
    rows: list[tuple[Cell, ...]] = []
    used: list[Attendance] = []
    for one in chosen(series, seminar):
        for group in (EVERYONE, *groups_of(series, one.id)):
            quantity, row = statement(series, one.id, group)
            used += [row] if row else []
            link: Cell = (SeminarLink(one.id, seminar_label(one)),)
            rows.append(
                (
                    *([link] if seminar is None else []),
                    (group_label(series, group),),
                    quantity_cell(quantity),
                    source_cell(row) if row else (),
                    prose(series, row.note) if row else (),
                )
            )
    heads = (
        *([SEMINAR] if seminar is None else []),
        Column("group", "Group", header=True),
        Column("people", "How many came", numeric=True),
        SOURCE,
        Column("note", "Note"),
    )
    noted = any(row[-1] for row in rows)
    return Table(
        name="attendance",
        caption=f"How many came to {scope_words(series, seminar)}"
        if seminar
        else "How many came to each seminar",
        columns=heads if noted else heads[:-1],
        rows=tuple(row if noted else row[:-1] for row in rows),
        sources=sources_of(used),
        empty="No seminar is recorded.",
    )


@table("presence", files=("seminars", "roles", "presence"))
def presence(series: Series, seminar: str | None) -> Table:
    """Which groups a source names as present at each seminar."""
    rows: list[tuple[Cell, ...]] = []
    for one in chosen(series, seminar):
        named = series.of_seminar(series.presence, one.id)
        link: Cell = (SeminarLink(one.id, seminar_label(one)),)
        first: list[Cell] = [link] if seminar is None else []
        rows += [
            (*first, (group_label(series, row.group),), (NAMED,), source_cell(row)) for row in named
        ]
        if not named:
            rows.append((*first, ("Any group",), (NOT_STATED,), ()))
    return Table(
        name="presence",
        caption=f"Groups that a source names as present at {scope_words(series, seminar)}"
        if seminar
        else "Groups that a source names as present, seminar by seminar",
        columns=(
            *([SEMINAR] if seminar is None else []),
            Column("group", "Group", header=True),
            Column("state", "Named as present"),
            SOURCE,
        ),
        rows=tuple(rows),
        sources=sources_of(series.of_seminar(series.presence, seminar)),
        empty="No seminar is recorded.",
    )


# Units of numbers that count nothing: "2015 (year)", where "2015 year" would mislead.
_NOT_COUNTED = frozenset({"year", "rank"})


@table("figures", files=("seminars", "people", "figures"))
def figures(series: Series, seminar: str | None) -> Table:
    """Every other reported number, with what it counts and what not to conclude from it."""
    return build(
        "figures",
        f"Numbers reported at {scope_words(series, seminar)}"
        if seminar
        else "Numbers that sources report",
        (
            Column("counts", "What is counted", header=True),
            Column("value", "Number", numeric=True),
            Column("as_of", "As of"),
            Column("reported_by", "Reported by"),
            Column("caution", "Take care"),
        ),
        series.of_seminar(series.figures, seminar),
        lambda row: (
            prose(series, row.counts),
            figure_cell(row),
            (row.as_of.words(),) if row.as_of else (),
            prose(series, row.reported_by),
            prose(series, row.caution),
        ),
        series=series if seminar is None else None,
        droppable=frozenset({"as_of", "caution"}),
        empty="No number was reported.",
    )


def figure_cell(row: Figure) -> Cell:
    """A reported number with its unit."""
    if not row.quantity.recorded:
        return quantity_cell(row.quantity)
    unit = f"({row.unit})" if row.unit in _NOT_COUNTED else row.unit
    return (f"{row.quantity.words()} {unit}",)
