"""JSON-LD checked against schema.org's own vocabulary, as a package holds it."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from typing import Any

import pytest
import schema_org
from hypothesis import given
from invented import series
from properties import examples
from publish.works import BARE, BOOK, CHAPTER, ODD, WHOLE

from seminarbook.model.series import Series
from seminarbook.publish.jsonld import (
    Node,
    book_node,
    chapter_node,
    dataset_node,
    event_node,
    script,
    series_node,
)
from seminarbook.views.events import SeminarEvent, seminar_event, seminar_events

_DATES = re.compile(r"\d{4}-\d{2}-\d{2}")


def checked(node: Any) -> Any:
    """The node as an object of the vocabulary; it refuses unknown words and values out of range."""
    if isinstance(node, list):
        return [checked(one) for one in node]
    if not isinstance(node, dict):
        if isinstance(node, str) and _DATES.fullmatch(node):
            return datetime.date.fromisoformat(node)
        return node
    kind = getattr(schema_org, node["@type"])
    values = {
        name: checked(value)
        for name, value in node.items()
        # A mere reference to a node that is described elsewhere says nothing to check.
        if not name.startswith("@") and not (isinstance(value, dict) and set(value) == {"@id"})
    }
    for name in ("bookFormat",):
        if name in values:
            values[name] = schema_org.BookFormatType(values[name])
    # Versions and editions are texts, also where they look like days.
    for name in ("version", "bookEdition"):
        if name in values:
            values[name] = str(values[name])
    superseded = {one.schema_name for one in kind.SCHEMA_PROPERTIES if one.superseded_by}
    assert not superseded & values.keys()
    return kind.model_validate(values)


@pytest.fixture
def event(toy_series: Series) -> SeminarEvent:
    return seminar_event(toy_series, "s3")


def all_nodes(events: tuple[SeminarEvent, ...]) -> list[Node]:
    files = [("https://example.org/toy/data/people.csv", "text/csv")]
    nodes = [book_node(WHOLE, [CHAPTER, ODD]), series_node(BOOK, [(one, ODD) for one in events])]
    nodes += [chapter_node(ODD, 3, one, "https://example.org/card.png") for one in events]
    nodes += [event_node(work, one) for one in events for work in (CHAPTER, BARE)]
    return [*nodes, dataset_node(CHAPTER, "The data", files, events), book_node(BARE, [BARE])]


def test_the_checker_itself_refuses_what_is_wrong() -> None:
    for wrong in (
        {"@type": "Chapter", "nonsense": "x"},
        {"@type": "Event", "startDate": "some day"},
        {"@type": "Chapter", "author": "a mere text"},
        {"@type": "Event", "isPartOf": {"@type": "Book", "name": "x"}},
    ):
        with pytest.raises(ValueError, match="validation error"):
            checked(wrong)


def test_every_node_is_valid(toy_series: Series) -> None:
    for node in all_nodes(seminar_events(toy_series)):
        checked(node)


@examples(25)
@given(series())
def test_nodes_of_any_series_are_valid_and_end_no_script(one: Series) -> None:
    nodes = all_nodes(seminar_events(one))
    for node in nodes:
        checked(node)
    text = script(nodes)
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["@graph"] == nodes


def test_only_people_who_are_reported_to_have_spoken_are_performers(toy_series: Series) -> None:
    rows = toy_series.participation
    announced = tuple(row.model_copy(update={"status": "announced"}) for row in rows)
    assert seminar_event(toy_series, "s3").performers
    assert not seminar_event(replace(toy_series, participation=announced), "s3").performers


def test_nobody_who_asked_not_to_be_named_is_a_performer(toy_series: Series) -> None:
    people = tuple(
        one.model_copy(update={"consent": "withdrawn"}) if one.id == "thornapple" else one
        for one in toy_series.people
    )
    shown = event_node(CHAPTER, seminar_event(replace(toy_series, people=people), "s3"))
    assert "Thornapple" in json.dumps(event_node(CHAPTER, seminar_event(toy_series, "s3")))
    assert "Thornapple" not in json.dumps(shown)
    assert shown["performer"]


def test_a_day_that_is_not_known_is_not_claimed(event: SeminarEvent) -> None:
    month = replace(event, date=replace(event.date, day=0))
    assert "startDate" not in event_node(CHAPTER, month)
    assert "startDate" in event_node(CHAPTER, event)


def test_place_and_organiser_are_told(event: SeminarEvent) -> None:
    node = event_node(CHAPTER, event)
    assert node["location"]["name"] == "Barn 3"
    assert node["location"]["address"]["addressLocality"] == "Little Model"
    assert node["organizer"]["name"] == "Model Farm Co-operative"
