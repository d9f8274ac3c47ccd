"""Charts say in a sentence what is true of their numbers, whatever the data."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from invented import series as any_series
from properties import examples
from worlds import charts_of, world

from seminarbook.model.records import Attendance, Participation, Person, Role, Seminar
from seminarbook.model.series import Series
from seminarbook.views.prose import plain
from seminarbook.views.registry import CHARTS
from seminarbook.views.values import Chart, GridChart, RangeChart, StackChart, TimelineChart

THOROUGH = examples(50, shrink=False)
_SOURCE = {"source": "a-source", "locator": "page 1"}


def chart(name: str, seminar: str | None = None, world_: str = "toy") -> Chart:
    return CHARTS[name].make(world(world_), seminar)


def record(cls: Any, id_: str, **columns: Any) -> Any:
    return cls.model_validate(dict.fromkeys(cls.columns()) | _SOURCE | {"id": id_} | columns)


def seminars(number: int) -> tuple[Seminar, ...]:
    return tuple(
        record(Seminar, f"s{n}", number=n, slug="x", subject="x", date="2031")
        for n in range(1, number + 1)
    )


def counts(*statements: tuple[str, str, str | None]) -> tuple[Attendance, ...]:
    return tuple(
        record(Attendance, f"a{n}", seminar=one, group="all", qualifier=qualifier, value=value)
        for n, (one, qualifier, value) in enumerate(statements)
    )


def assert_drawn_as_in_the_table(one: Chart) -> None:
    rows = [[plain(cell) for cell in row] for row in one.table.rows]
    match one.drawing:
        case RangeChart(bars=bars):
            assert [[bar.label, bar.quantity.words()] for bar in bars] == rows
        case StackChart() as stack:
            heads = [column.key for column in one.table.columns]
            for n, row in enumerate(rows):
                number = dict(zip(heads, row, strict=True))
                assert row[0] == stack.rows[n]
                assert number["total"] == f"{stack.sum_of(n):,}"
                for segment, count in zip(stack.segments, stack.counts[n], strict=True):
                    assert number[segment.key] == f"{count:,}"
        case GridChart() as grid:
            label = {state.key: state.label for state in grid.states}
            drawn = [[label[key] for key in column] for column in zip(*grid.cells, strict=True)]
            assert drawn == [row[1:] for row in rows] or not grid.cells
        case TimelineChart(events=events):
            assert [[event.date.words(), event.label] for event in events] == rows


@pytest.mark.parametrize("name", ["real", "toy", "empty"])
def test_every_chart_is_complete(name: str) -> None:
    for one in charts_of(world(name)):
        assert_drawn_as_in_the_table(one)
        assert one.finding.endswith(".")
        assert one.description.endswith(".")
        assert one.finding[0].isupper() or one.finding[0].isdigit()
        assert list(one.sources) == sorted(set(one.sources))


@THOROUGH
@given(any_series())
def test_any_chart_is_drawn_as_in_its_table(series: Series) -> None:
    for one in charts_of(series):
        assert_drawn_as_in_the_table(one)


@pytest.mark.parametrize(
    ("number", "statements", "finding"),
    [
        (0, (), "No seminar is recorded."),
        (1, (), "The one seminar left no count of who came."),
        (7, (), "None of seven seminars left a count of who came."),
        (
            1,
            (("s1", "about", "9"),),
            "The one seminar left a count of who came: about 9 at seminar 1.",
        ),
        (
            7,
            (("s6", "about", "35"),),
            "Only one of seven seminars left a count of who came: about 35 at seminar 6.",
        ),
        (
            7,
            (("s6", "about", "35"), ("s1", "not recorded", None)),
            "Only one of seven seminars left a count of who came: about 35 at seminar 6.",
        ),
        (
            3,
            (("s1", "exactly", "0"), ("s3", "at least", "5")),
            "Two of three seminars left a count of who came: "
            "0 at seminar 1 and at least 5 at seminar 3.",
        ),
        (
            2,
            (("s1", "exactly", "4"), ("s2", "fewer than", "5")),
            "Both seminars left a count of who came: 4 at seminar 1 and fewer than 5 at seminar 2.",
        ),
        (
            4,
            tuple((f"s{n}", "exactly", "9") for n in range(1, 5)),
            "All four seminars left a count of who came.",
        ),
    ],
)
def test_the_finding_of_attendance(
    number: int, statements: tuple[tuple[str, str, str | None], ...], finding: str
) -> None:
    series = Series(seminars=seminars(number), attendance=counts(*statements))
    assert CHARTS["attendance"].make(series, None).finding == finding


@pytest.mark.parametrize(
    ("world_", "seminar", "finding"),
    [
        ("real", "s1", "No source says how many people came to seminar 1."),
        (
            "real",
            "s4",
            "No source says how many people came to seminar 4, nor how many of each group.",
        ),
        (
            "real",
            "s6",
            "About 35 people came to seminar 6, but no source says how many of each group.",
        ),
        ("toy", "s1", "24 people came to seminar 1; there is a number for each group named."),
        (
            "toy",
            "s2",
            "Between 20 and 25 people came to seminar 2; "
            "there is a number for three of the four groups named.",
        ),
    ],
)
def test_the_finding_of_one_seminar(world_: str, seminar: str, finding: str) -> None:
    assert chart("attendance", seminar, world_).finding == finding


def people_series(*rows: dict[str, Any]) -> Series:
    roles = tuple(
        record(
            Role, id_, label=id_, plural=f"{id_}s", definition="-", order=n, lived_experience="no"
        )
        for n, id_ in enumerate(("academic", "carer", "not-stated"), 1)
    )
    people = tuple(
        record(Person, id_, kind="person", family_name=id_.title(), consent=consent)
        for id_, consent in (("ada", "given"), ("bo", "given"), ("gone", "withdrawn"))
    )
    usual = {
        "seminar": "s1",
        "part": "speaker",
        "affiliation_kind": "not stated",
        "role": "academic",
        "status": "reported",
    }
    return Series(
        seminars=seminars(1),
        roles=roles,
        people=people,
        participation=tuple(
            record(Participation, f"p{n}", **(usual | row)) for n, row in enumerate(rows)
        ),
    )


def roles_drawn(series: Series, seminar: str | None = None) -> dict[tuple[str, str], int]:
    stack = CHARTS["roles"].make(series, seminar).drawing
    assert isinstance(stack, StackChart)
    return {
        (row, segment.key): count
        for row, line in zip(stack.rows, stack.counts, strict=True)
        for segment, count in zip(stack.segments, line, strict=True)
        if count
    }


def test_a_person_counts_once_in_a_row() -> None:
    twice = people_series({"person": "ada"}, {"person": "ada", "part": "opened the day"})
    assert roles_drawn(twice) == {("Seminar 1", "academic"): 1}
    assert roles_drawn(twice, "s1") == {
        ("Opened the day", "academic"): 1,
        ("Speaker", "academic"): 1,
    }


def test_what_is_stated_counts_before_what_is_not() -> None:
    series = people_series({"person": "ada", "role": "not-stated"}, {"person": "ada"})
    assert roles_drawn(series) == {("Seminar 1", "academic"): 1}


def test_unnamed_people_count_one_each() -> None:
    series = people_series({"role": "carer"}, {"role": "carer"}, {"person": "bo"})
    assert roles_drawn(series) == {("Seminar 1", "carer"): 2, ("Seminar 1", "academic"): 1}


def test_announced_people_are_counted_apart() -> None:
    series = people_series({"person": "ada", "status": "announced"}, {"person": "bo"})
    assert roles_drawn(series) == {("Seminar 1", "academic"): 1, ("Seminar 1", "unconfirmed"): 1}
    stack = CHARTS["roles"].make(series, None).drawing
    assert isinstance(stack, StackChart)
    assert stack.sum_of(0) == 1
    also = people_series({"person": "ada", "status": "announced"}, {"person": "ada"})
    assert roles_drawn(also) == {("Seminar 1", "academic"): 1}


def test_whoever_withdrew_is_not_counted() -> None:
    series = people_series({"person": "gone"}, {"person": "bo"})
    assert roles_drawn(series) == {("Seminar 1", "academic"): 1}


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ((), "No source names or describes anyone who took part at seminar 1."),
        (
            ({"status": "probable"},),
            "No source confirms who took part at seminar 1; one person is announced or probable.",
        ),
        (
            ({},),
            "One person is named or described as taking part at seminar 1, "
            "most often as academics (1).",
        ),
        (
            ({}, {"role": "not-stated"}, {"status": "announced"}),
            "Two people are named or described as taking part at seminar 1, most often as academics "
            "and with no role stated (1 each); one more only announced or probable.",
        ),
    ],
)
def test_the_finding_of_roles(rows: tuple[dict[str, Any], ...], finding: str) -> None:
    assert CHARTS["roles"].make(people_series(*rows), "s1").finding == finding


def test_findings_of_the_real_book() -> None:
    assert chart("presence", world_="real").finding == (
        "Sources name groups that were present at two of seven seminars; most often named are "
        "service users, professionals and academics at two seminars each."
    )
    assert chart("timeline", world_="real").finding.startswith(
        "Seven seminars are dated from 5 January 2016 to 27 October 2017;"
    )


def test_the_dates_of_the_seminars_leave_out_the_posts() -> None:
    whole, seminars = chart("timeline").drawing, chart("seminar-dates").drawing
    assert isinstance(whole, TimelineChart)
    assert isinstance(seminars, TimelineChart)
    assert {event.kind for event in whole.events} == {"seminar", "post"}
    assert seminars.events == tuple(event for event in whole.events if event.kind == "seminar")


def test_a_grid_shows_the_record_most_within_reach() -> None:
    grid = chart("completeness").drawing
    assert isinstance(grid, GridChart)
    cells = dict(zip(grid.rows, grid.cells, strict=True))
    # Of the second seminar one set of slides is published and another was not found.
    assert cells["Slides"] == ("published", "published", "none-known")
    assert cells["Film"] == ("awaiting-consent", "none-known", "none-known")


def test_a_seminar_without_title_says_so() -> None:
    drawing = chart("timeline").drawing
    assert isinstance(drawing, TimelineChart)
    assert "Seminar 3: title not found" in {event.label for event in drawing.events}
