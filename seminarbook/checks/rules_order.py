"""Rules on the order of things: places in a list, and lists of seminars and talks."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.checks.data_rule import Finding, Span, data_rule
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.series import Series


@data_rule("Two rows have the same place", "advice")
def place_duplicate(series: Series, span: Span | None) -> Iterator[Finding]:
    """Which of them is shown first is then left to their ids.

    Bad:  two talks of one seminar with the order 3
    Good: one with the order 3, the other with 4
    """
    for record in RECORD_CLASSES:
        if "order" not in record.order_key:
            continue
        lines: dict[tuple[object, ...], int] = {}
        for row in sorted(series.rows(record.file), key=lambda row: row.line):
            place = tuple(getattr(row, name) for name in record.order_key)
            first = lines.setdefault(place, row.line)
            if first != row.line:
                message = f"{place[-1]} is also the place of line {first}."
                yield Finding(row, "order", message, "Give one of them another place.")


@data_rule("A list is not in the order of the series", "advice")
def list_order(series: Series, span: Span | None) -> Iterator[Finding]:
    """Lists of seminars and talks are printed as they stand, and read best in order.

    Bad:  s7; s2
    Good: s2; s7
    """
    seminars, talks = series.ids("seminars"), series.ids("talks")
    # The place of a talk is not known while the row of its seminar has a fault.
    placed = [row.id for row in series.talks if row.seminar in seminars]
    places = {
        "seminars": {id_: place for place, id_ in enumerate(seminars)},
        "talks": {id_: place for place, id_ in enumerate(talks) if id_ in placed},
    }
    for row in (*series.themes, *series.gaps):
        for file in ("seminars", "talks"):
            ids: tuple[str, ...] = getattr(row, file, None) or ()
            known = [id_ for id_ in ids if id_ in places[file]]
            in_order = sorted(known, key=places[file].__getitem__)
            if known != in_order and len(known) == len(set(known)):
                message = "The list is not in the order of the series."
                yield Finding(row, file, message, f"Write: {'; '.join(in_order)}.")
