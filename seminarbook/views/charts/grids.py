"""Charts of what is known where: groups named as present, and records that survive."""

from __future__ import annotations

from typing import get_args

from seminarbook.model.series import Series
from seminarbook.model.vocabularies import RecordKind, RecordState
from seminarbook.views.phrases import (
    counted,
    listed,
    seminar_label,
    sentence,
    small,
    sources_of,
)
from seminarbook.views.registry import chart
from seminarbook.views.tables.numbers import group_label, group_words
from seminarbook.views.values import Chart, Column, GridChart, GridState, Mark, Table

NAMED = GridState("named", "named as present", "filled")
NOT_STATED = GridState("not-stated", "not stated", "dash")

# From what can be seen to what cannot: where a seminar has several slides, the best is shown.
STATES: dict[RecordState | None, GridState] = {
    "published": GridState("published", "published", "filled"),
    "awaiting consent": GridState("awaiting-consent", "awaiting consent", "half"),
    "promised": GridState("promised", "promised", "ring"),
    "not found": GridState("not-found", "not found", "cross"),
    None: GridState("none-known", "none known", "dash"),
}

_PLURALS = {kind: f"{kind}s" for kind in get_args(RecordKind) if not kind.endswith("s")}


@chart("presence", scopes=("series",), files=("seminars", "roles", "presence"))
def presence(series: Series, seminar: str | None) -> Chart:
    """Which groups a source names as present at which seminar."""
    del seminar  # one column alone says no more than the table of the same name
    named = {(row.group, row.seminar) for row in series.presence}
    groups = [id_ for id_ in series.ids("roles") if any(group == id_ for group, _ in named)]
    cells = tuple(
        tuple((NAMED if (group, one.id) in named else NOT_STATED).key for one in series.seminars)
        for group in groups
    )
    drawing = GridChart(
        rows=tuple(group_label(series, group) for group in groups),
        columns=tuple(str(one.number) for one in series.seminars),
        states=(NAMED, NOT_STATED),
        cells=cells,
        across="Seminar",
    )
    title = "Groups that a source names as present"
    sources = sources_of(series.presence)
    return Chart(
        name="presence",
        title=title,
        finding=_presence_finding(series, groups, cells),
        description=(
            "A grid with a line for each group and a column for each seminar. A filled circle "
            "means that a source names the group as present; a dash means that no source says "
            "so, which does not mean that nobody from the group came."
        ),
        drawing=drawing,
        table=_grid_table(series, "presence-chart", title, drawing, sources),
        sources=sources,
    )


def _presence_finding(series: Series, groups: list[str], cells: tuple[tuple[str, ...], ...]) -> str:
    total = len(series.seminars)
    told = len({row.seminar for row in series.presence})
    if not told:
        return "No source names the groups that were present at any seminar."
    known = f"Sources name groups that were present at {_out_of(told, total)}"
    by_group = [row.count(NAMED.key) for row in cells]
    most = max(by_group)
    leading = [
        group_words(series, group)
        for group, count in zip(groups, by_group, strict=True)
        if count == most
    ]
    which = f"{listed(leading)} at {counted(most, 'seminar', 'seminars')}"
    each = " each" if len(leading) > 1 else ""
    if len(groups) == 1:
        return f"{known}: {which}."
    return f"{known}; most often named are {which}{each}."


@chart("completeness", scopes=("series",), files=("seminars", "records"))
def completeness(series: Series, seminar: str | None) -> Chart:
    """What kind of record survives of which seminar, and in which state."""
    del seminar  # see the table of records for one seminar
    best: dict[tuple[str, str], RecordState] = {}
    order = list(STATES)
    for row in series.records:
        if row.seminar is None:
            continue
        place = (row.kind, row.seminar)
        best[place] = min(best.get(place, row.state), row.state, key=order.index)
    kinds = [kind for kind in get_args(RecordKind) if any(kind == have for have, _ in best)]
    cells = tuple(
        tuple(STATES[best.get((kind, one.id))].key for one in series.seminars) for kind in kinds
    )
    seen = {key for row in cells for key in row}
    drawing = GridChart(
        rows=tuple(sentence(kind) for kind in kinds),
        columns=tuple(str(one.number) for one in series.seminars),
        states=tuple(state for state in STATES.values() if state.key in seen),
        cells=cells,
        across="Seminar",
    )
    title = "What survives of each seminar"
    sources = sources_of(row for row in series.records if row.seminar is not None)
    return Chart(
        name="completeness",
        title=title,
        finding=_completeness_finding(series, drawing),
        description=(
            "A grid with a line for each kind of record and a column for each seminar. "
            "The mark says whether it is published, awaiting consent, promised or not found; "
            "a dash means that none is known. Where there are several of a kind, the mark is "
            "that of the one most within reach."
        ),
        drawing=drawing,
        table=_grid_table(series, "completeness-chart", title, drawing, sources),
        sources=sources,
    )


def _completeness_finding(series: Series, drawing: GridChart) -> str:
    published = STATES["published"].key
    total = len(series.seminars)
    columns = list(zip(*drawing.cells, strict=True))
    reached = sum(published in column for column in columns)
    if not reached:
        return "Nothing from the seminars is known to be published."
    said = f"Something has been published from {_out_of(reached, total)}"
    by_kind = [row.count(published) for row in drawing.cells]
    most = max(by_kind)
    leading = [
        _PLURALS.get(label.lower(), label.lower())
        for label, count in zip(drawing.rows, by_kind, strict=True)
        if count == most
    ]
    each = " each" if len(leading) > 1 else ""
    return f"{said}, most often {listed(leading)} ({counted(most, 'seminar', 'seminars')}{each})."


def _out_of(part: int, total: int) -> str:
    if part == total:
        if total <= 2:
            return "the one seminar" if total == 1 else "both seminars"
        return f"all {small(total)} seminars"
    return f"{small(part)} of {small(total)} seminars"


def _grid_table(
    series: Series, name: str, caption: str, drawing: GridChart, sources: tuple[str, ...]
) -> Table:
    """A line for each seminar, so that a long series makes a long table, not a wide one."""
    labels = {state.key: Mark(state.key, state.label) for state in drawing.states}
    columns = list(zip(*drawing.cells, strict=True)) or [() for _ in series.seminars]
    return Table(
        name=name,
        caption=caption,
        columns=(
            Column("seminar", drawing.across, header=True),
            *(Column(f"row-{place}", label) for place, label in enumerate(drawing.rows)),
        ),
        rows=tuple(
            ((seminar_label(one),), *((labels[key],) for key in column))
            for one, column in zip(series.seminars, columns, strict=True)
        ),
        sources=sources,
    )
