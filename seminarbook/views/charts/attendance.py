"""The chart of how many came, with how sure each number is."""

from __future__ import annotations

from seminarbook.model.series import EVERYONE, Series
from seminarbook.views.phrases import (
    chosen,
    counted,
    listed,
    quantity_cell,
    seminar_label,
    sentence,
    small,
    sources_of,
)
from seminarbook.views.registry import chart
from seminarbook.views.tables.numbers import group_label, groups_of, statement
from seminarbook.views.values import Chart, Column, RangeBar, RangeChart, Table

# More than this many numbers in a sentence are a table, not a finding.
_SAID_AT_MOST = 3

_DESCRIPTION = (
    "A bar for each {row}, with the number of people in words beside it. "
    "The filled part is the number that came for sure; an outline shows how many more there may "
    "have been; an open end means about, and an arrow means at least. "
    "Where no number is recorded there is no bar, and the words “not recorded” stand in its place."
)


@chart("attendance", files=("seminars", "roles", "attendance", "presence"))
def attendance(series: Series, seminar: str | None) -> Chart:
    """How many came: to each seminar, or to one seminar as a whole and by group."""
    if seminar is None:
        asked = [(one.id, EVERYONE, seminar_label(one)) for one in series.seminars]
        title, row, finding = "How many came to each seminar", "seminar", _series_finding(series)
    else:
        (one,) = chosen(series, seminar)
        asked = [
            (seminar, group, group_label(series, group))
            for group in (EVERYONE, *groups_of(series, seminar))
        ]
        title, row = f"How many came to seminar {one.number}", "group"
        finding = _seminar_finding(series, seminar)
    found = [statement(series, id_, group) for id_, group, _ in asked]
    bars = tuple(
        RangeBar(label, quantity) for (_, _, label), (quantity, _) in zip(asked, found, strict=True)
    )
    sources = sources_of(used for _, used in found if used)
    return Chart(
        name="attendance",
        title=title,
        finding=finding,
        description=_DESCRIPTION.format(row=row),
        drawing=RangeChart(bars, "people"),
        table=Table(
            name="attendance-chart",
            caption=title,
            columns=(
                Column("row", sentence(row), header=True),
                Column("people", "How many came", numeric=True),
            ),
            rows=tuple(((bar.label,), quantity_cell(bar.quantity)) for bar in bars),
            sources=sources,
            empty="No seminar is recorded.",
        ),
        sources=sources,
    )


def _series_finding(series: Series) -> str:
    known = [
        (one, quantity)
        for one in series.seminars
        if (quantity := series.attendance_of(one.id)).recorded
    ]
    total = len(series.seminars)
    if not total:
        return "No seminar is recorded."
    if not known:
        who = "The one seminar" if total == 1 else f"None of {small(total)} seminars"
        return f"{who} left {'no' if total == 1 else 'a'} count of who came."
    said = listed([f"{quantity.words()} at seminar {one.number}" for one, quantity in known])
    tail = f": {said}" if len(known) <= _SAID_AT_MOST else ""
    if total == 1:
        return f"The one seminar left a count of who came{tail}."
    if len(known) == total:
        who = "Both seminars" if total == 2 else f"All {small(total)} seminars"
    elif len(known) == 1:
        who = f"Only one of {small(total)} seminars"
    else:
        who = sentence(f"{small(len(known))} of {small(total)} seminars")
    return f"{who} left a count of who came{tail}."


def _seminar_finding(series: Series, seminar: str) -> str:
    (one,) = chosen(series, seminar)
    everyone = series.attendance_of(seminar)
    groups = groups_of(series, seminar)
    known = [group for group in groups if series.attendance_of(seminar, group).recorded]
    if everyone.recorded:
        people = "person" if everyone.value == 1 else "people"
        came = f"{sentence(everyone.words())} {people} came to seminar {one.number}"
    else:
        came = f"No source says how many people came to seminar {one.number}"
    if not groups:
        return f"{came}."
    if not known:
        also = "but no source says" if everyone.recorded else "nor"
        return f"{came}, {also} how many of each group."
    if len(known) == len(groups):
        which = "the one group named" if len(groups) == 1 else "each group named"
        return f"{came}; there is a number for {which}."
    groups_named = counted(len(groups), "group", "groups")
    return f"{came}; there is a number for {small(len(known))} of the {groups_named} named."
