"""Charts of the people whom the sources name or describe: by role and by kind of body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from seminarbook.model.records import Participation
from seminarbook.model.series import Series
from seminarbook.model.vocabularies import AffiliationKind, Part
from seminarbook.views.charts.stacks import stack_table, totals
from seminarbook.views.counting import crosstab, first_of_each
from seminarbook.views.phrases import (
    chosen,
    counted,
    listed,
    scope_words,
    seminar_label,
    sentence,
    small,
    sources_of,
)
from seminarbook.views.prose import WITHHELD, person_piece
from seminarbook.views.registry import chart
from seminarbook.views.tables.programme import part_words
from seminarbook.views.values import Chart, Segment, StackChart

# What was only announced, or is only probable, is not counted among those who took part.
UNCONFIRMED = Segment("unconfirmed", "announced or probable only", "unconfirmed", apart=True)

_NOT_STATED = "not-stated"
_TIED_AT_MOST = 3

_AFFILIATIONS: dict[AffiliationKind, tuple[str, str]] = {
    "university": ("at a university", "university"),
    "NHS": ("in the NHS", "nhs"),
    "voluntary sector": ("in the voluntary sector", "voluntary"),
    "public body": ("in a public body", "public-body"),
    "partnership or project": ("in a partnership or project", "partnership"),
    "not stated": ("with no body stated", _NOT_STATED),
}

_DESCRIPTION = (
    "A bar for each {row}, divided by {what}; under each bar the numbers are given in words. "
    "People are counted who are named or described in a source: each once in a bar, a named group "
    "as one. People who were only announced, or whose part is only probable, "
    "are counted apart. These are not numbers of everyone who came."
)


@chart("roles", files=("seminars", "people", "participation", "roles"))
def roles(series: Series, seminar: str | None) -> Chart:
    """People named or described, by the role in which they took part."""
    segments = [
        Segment(role.id, role.plural, f"role-{role.id}")
        for role in series.roles
        if role.id != _NOT_STATED
    ]
    segments.append(Segment(_NOT_STATED, "role not stated", f"role-{_NOT_STATED}"))
    return _people_chart(
        series,
        seminar,
        "roles",
        segments,
        lambda row: row.role,
        what="role",
        most=_as_roles,
    )


@chart("affiliations", files=("seminars", "people", "participation"))
def affiliations(series: Series, seminar: str | None) -> Chart:
    """People named or described, by the kind of body they came from."""
    segments = [
        Segment(kind, label, f"affiliation-{colour}")
        for kind, (label, colour) in _AFFILIATIONS.items()
    ]
    return _people_chart(
        series,
        seminar,
        "affiliations",
        segments,
        lambda row: row.affiliation_kind,
        what="kind of body",
        most=lambda segments: listed([one.label for one in segments]),
    )


def _people_chart(
    series: Series,
    seminar: str | None,
    name: str,
    segments: list[Segment],
    column_of: Callable[[Participation], str],
    *,
    what: str,
    most: Callable[[list[Segment]], str],
) -> Chart:
    shown = [
        row
        for row in series.of_seminar(series.participation, seminar)
        if row.seminar is not None and person_piece(series, row.person) is not WITHHELD
    ]
    keys = [segment.key for segment in (*segments, UNCONFIRMED)]
    if seminar is None:
        rows = [(one.id, seminar_label(one)) for one in series.seminars]
        row_name, where = "seminar", "in the seminars"
    else:
        used = {row.part for row in shown}
        rows = [(part, sentence(part_words(part))) for part in get_args(Part) if part in used]
        row_name, where = "part played", f"at {scope_words(series, seminar)}"
    counts = _counted(shown, seminar is None, column_of, [id_ for id_, _ in rows], keys)
    title = f"People named or described {where}, by {what}"
    # Segments that nobody is in would only lengthen the list of what a reader must look for.
    kept = [place for place in range(len(keys)) if any(row[place] for row in counts)]
    every = (*segments, UNCONFIRMED)
    drawing = StackChart(
        rows=tuple(label for _, label in rows),
        segments=tuple(every[place] for place in kept),
        counts=tuple(tuple(row[place] for place in kept) for row in counts),
        axis="people named or described",
        none="nobody is named or described",
    )
    seminars = [one.id for one in chosen(series, seminar)]
    distinct = _counted(shown, True, column_of, seminars, keys)
    finding = _finding(series, seminar, every, distinct, most)
    sources = sources_of(shown)
    table = stack_table(f"{name}-chart", title, row_name, drawing, sources, empty=finding)
    return Chart(
        name=name,
        title=title,
        finding=finding,
        description=_DESCRIPTION.format(row=row_name, what=what),
        drawing=drawing,
        table=table,
        sources=sources,
    )


def _counted(
    shown: list[Participation],
    by_seminar: bool,
    column_of: Callable[[Participation], str],
    rows: list[str],
    keys: list[str],
) -> tuple[tuple[int, ...], ...]:
    def entries() -> Iterator[tuple[str, str, str]]:
        for row in sorted(shown, key=_how_telling(column_of)):
            column = column_of(row) if row.status == "reported" else UNCONFIRMED.key
            # An unnamed person cannot be recognised in another row, so each row is somebody.
            who = row.person or f" {row.id}"
            yield str(row.seminar) if by_seminar else row.part, who, column

    return crosstab(first_of_each(entries()), rows, keys)


def _how_telling(
    column_of: Callable[[Participation], str],
) -> Callable[[Participation], tuple[bool, bool]]:
    """Reported before announced, stated before not stated; otherwise the file's order holds."""
    return lambda row: (
        row.status != "reported",
        column_of(row) in (_NOT_STATED, "not stated"),
    )


def _finding(
    series: Series,
    seminar: str | None,
    segments: tuple[Segment, ...],
    counts: tuple[tuple[int, ...], ...],
    most: Callable[[list[Segment]], str],
) -> str:
    *confirmed, unconfirmed = totals(counts, len(segments))
    total = sum(confirmed)
    if seminar is None:
        where = f"across {counted(len(series.seminars), 'seminar', 'seminars')}"
    else:
        where = f"at {scope_words(series, seminar)}"
    if not total and unconfirmed:
        people = counted(unconfirmed, "person is", "people are")
        return f"No source confirms who took part {where}; {people} announced or probable."
    if not total:
        return f"No source names or describes anyone who took part {where}."
    if seminar is None:
        times = "once" if total == 1 else f"{small(total)} times"
        said = f"People are named or described as taking part {times} {where}"
    else:
        people = counted(total, "person is", "people are")
        said = f"{sentence(people)} named or described as taking part {where}"
    highest = max(confirmed)
    leading = [one for one, count in zip(segments[:-1], confirmed, strict=True) if count == highest]
    # Where many share the first place, nothing stands out.
    if len(leading) <= _TIED_AT_MOST:
        each = " each" if len(leading) > 1 else ""
        said += f", most often {most(leading)} ({highest}{each})"
    more = f"; {small(unconfirmed)} more only announced or probable" if unconfirmed else ""
    return f"{said}{more}."


def _as_roles(segments: list[Segment]) -> str:
    named = [segment.label for segment in segments if segment.key != _NOT_STATED]
    ways = [f"as {listed(named)}"] if named else []
    if len(named) < len(segments):
        ways.append("with no role stated")
    return listed(ways)
