"""Tables say what the data say: how sure, by whom, and what is not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from invented import series as any_series
from properties import examples
from worlds import asked, tables_of, world

from seminarbook.model.records import Participation, Talk
from seminarbook.model.series import Series
from seminarbook.views.prose import plain
from seminarbook.views.registry import TABLES
from seminarbook.views.values import Citation, Mark, PersonLink, SeminarLink, Table, WebLink

THOROUGH = examples(50, shrink=False)


def table(name: str, seminar: str | None = None, world_: str = "toy") -> Table:
    return TABLES[name].make(world(world_), seminar)


def column(shown: Table, key: str) -> list[str]:
    place = [one.key for one in shown.columns].index(key)
    return [plain(row[place]) for row in shown.rows]


def assert_well_made(shown: Table) -> None:
    assert shown.caption
    assert shown.empty.endswith(".")
    assert sum(one.header for one in shown.columns) == 1, "each row has one header"
    assert len({one.key for one in shown.columns}) == len(shown.columns)
    assert all(len(row) == len(shown.columns) for row in shown.rows)
    assert list(shown.sources) == sorted(set(shown.sources))
    head = next(place for place, one in enumerate(shown.columns) if one.header)
    assert all(row[head] for row in shown.rows), "no row header is blank"


@pytest.mark.parametrize("name", ["real", "toy", "empty"])
def test_every_table_is_well_made(name: str) -> None:
    for shown in tables_of(world(name)):
        assert_well_made(shown)


@THOROUGH
@given(any_series())
def test_any_table_is_well_made(series: Series) -> None:
    for shown in tables_of(series):
        assert_well_made(shown)


def test_sources_are_those_of_the_rows_shown() -> None:
    assert table("programme", "s1").sources == ("garden-notes",)
    assert table("programme", "s2").sources == ("garden-blog", "hedge-report")


def test_a_table_of_one_seminar_does_not_name_it_in_every_row() -> None:
    for name, view in TABLES.items():
        if None in asked(world("toy"), view) and name not in ("timeline", "gaps", "conflicts"):
            keys = {one.key for one in table(name, "s1").columns}
            assert "seminar" not in keys


def test_announced_is_not_shown_as_spoken() -> None:
    shown = table("programme", "s2")
    assert column(shown, "status") == ["reported", "announced only", "probable"]
    place = [one.key for one in shown.columns].index("status")
    assert shown.rows[1][place] == (Mark("announced", "announced only"),)


def test_a_speaker_less_sure_than_the_talk_is_marked() -> None:
    toy = world("toy")
    talk = Talk.model_validate(dict(toy.talks[4]) | {"status": "reported"})
    row = next(one for one in toy.participation if one.talk == talk.id)
    doubtful = Participation.model_validate(dict(row) | {"status": "announced"})
    series = Series(
        seminars=toy.seminars, people=toy.people, talks=(talk,), participation=(doubtful,)
    )
    (people,) = column(TABLES["programme"].make(series, None), "people")
    assert people == "Cleo Nightjar announced only"


def test_a_missing_title_is_said() -> None:
    shown = table("programme", "s2")
    head = next(place for place, one in enumerate(shown.columns) if one.header)
    assert shown.rows[2][head] == ("Talk: ", Mark("not-found", "title not found"))


def test_times_stand_only_where_a_time_is_known() -> None:
    assert "start" in {one.key for one in table("programme", "s1").columns}
    assert "start" not in {one.key for one in table("programme", "s2").columns}


def test_attendance_keeps_every_qualifier() -> None:
    assert column(table("attendance", "s1"), "people") == [
        "24",
        "9",
        "about 8",
        "fewer than 5",
        "fewer than 5",
    ]
    assert column(table("attendance", "s2"), "people") == [
        "between 20 and 25",
        "at least 6",
        "at most 10",
        "5",
        "not recorded",
    ]


def test_what_nobody_counted_is_not_recorded_and_never_left_out() -> None:
    shown = table("attendance", world_="real")
    everyone = [(plain(row[0]), row[2]) for row in shown.rows if plain(row[1]) == "Everyone"]
    assert [name for name, _ in everyone] == [f"Seminar {n}" for n in range(1, 8)]
    unknown = [cell for name, cell in everyone if name != "Seminar 6"]
    assert set(unknown) == {(Mark("not-recorded", "not recorded"),)}
    assert ("Seminar 6", ("about 35",)) in everyone


def test_groups_named_but_not_counted_stand_beside_the_count() -> None:
    shown = table("attendance", "s6", "real")
    assert column(shown, "people") == ["about 35"] + ["not recorded"] * 5


def test_a_seminar_without_named_groups_says_so() -> None:
    assert column(table("presence", "s1", "real"), "state") == ["not stated"]


def test_lived_experience_says_whose_words_it_is_in() -> None:
    assert "carer (in their own words)" in column(table("participants", "s1"), "role")
    assert "service user (in the record’s words)" in column(table("participants", "s1"), "role")


def test_unnamed_people_stay_unnamed() -> None:
    assert column(table("participants", "s1"), "person").count("not named") == 2


def test_figures_have_unit_and_caution() -> None:
    shown = table("figures", "s1")
    assert column(shown, "value")[1] == "at least 1,000,000 worms"
    assert column(shown, "caution")[1] == "nobody counted them"
    assert column(table("figures", "s3"), "value")[1] == "not recorded"


def test_records_link_only_what_is_published() -> None:
    shown = table("records", "s1")
    assert column(shown, "state") == [
        "published see the slides",
        "awaiting consent",
        "published see the notes",
    ]
    links = [
        piece.url
        for row in shown.rows
        for cell in row
        for piece in cell
        if isinstance(piece, WebLink)
    ]
    assert links == ["https://example.org/soil.pdf", "https://example.org/notes"]


def test_posts_say_what_is_not_shown() -> None:
    dates = column(table("posts"), "date")
    assert dates == [
        "November 2031 (day not shown)",
        "date not shown",
        "20 March 2031",
        "date not shown",
    ]


def test_a_post_whose_title_names_a_person_keeps_both_links() -> None:
    shown = table("posts", "s3")
    head = next(place for place, one in enumerate(shown.columns) if one.header)
    assert PersonLink("thornapple", "Thornapple") in shown.rows[0][head]
    assert WebLink("https://example.org/blog/3", "(read the post)") in shown.rows[0][head]


def test_conflicts_give_both_versions() -> None:
    shown = table("conflicts", "s2")
    assert column(shown, "version_a") == ["20, by the list at the door"]
    assert column(shown, "version_b") == ["25, by the list at lunch"]


def test_the_timeline_is_in_order_of_time() -> None:
    assert column(table("timeline"), "date") == [
        "4 March 2031",
        "20 March 2031",
        "June 2031",
        "17 October 2031",
        "November 2031",
    ]


def test_every_row_names_its_seminar_as_a_link() -> None:
    shown = table("takeaways")
    assert {row[0] for row in shown.rows} == {
        (SeminarLink(f"s{n}", f"Seminar {n}"),) for n in (1, 2, 3)
    }


def test_every_row_cites_its_source() -> None:
    shown = table("takeaways")
    cites = [row[-1][0] for row in shown.rows]
    assert all(isinstance(piece, Citation) and piece.locator for piece in cites)
