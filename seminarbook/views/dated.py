"""What happened when: seminars and posts, in order of time."""

from __future__ import annotations

from dataclasses import dataclass

from seminarbook.model.partial_date import PartialDate
from seminarbook.model.records import Record
from seminarbook.model.series import Series
from seminarbook.views.phrases import TITLE_NOT_FOUND, chosen, seminar_label
from seminarbook.views.prose import prose
from seminarbook.views.values import Cell


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date, and the row that gives it."""

    date: PartialDate
    kind: str
    label: Cell
    seminar: str | None
    row: Record


def dated_seminars(series: Series, seminar: str | None) -> tuple[Dated, ...]:
    """Seminars in order of time."""
    events = [
        Dated(
            one.date,
            "seminar",
            (f"{seminar_label(one)}: ", *(prose(series, one.title) or (TITLE_NOT_FOUND,))),
            one.id,
            one,
        )
        for one in chosen(series, seminar)
    ]
    return _in_order(events)


def dated(series: Series, seminar: str | None) -> tuple[Dated, ...]:
    """Seminars and dated posts; on the same day a seminar comes before a post about it."""
    posts = [
        Dated(post.date, "post", ("Post: ", *prose(series, post.title)), post.seminar, post)
        for post in series.of_seminar(series.posts, seminar)
        if post.date is not None
    ]
    return _in_order([*dated_seminars(series, seminar), *posts])


def _in_order(events: list[Dated]) -> tuple[Dated, ...]:
    # Python's sort keeps the canonical order of rows that share a date and a kind.
    return tuple(sorted(events, key=lambda event: (event.date, event.kind != "seminar")))
