"""Requests: what is answered, what is refused, and on which files an answer rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.series import Series
from seminarbook.views.registry import CHARTS, TABLES
from seminarbook.views.requests import Kind, Request, RequestError, answer, files_of
from tests.worlds import asked, world

FILES = {record.file for record in RECORD_CLASSES}


class Watched(Series):
    """A series that remembers which of its files somebody has looked at."""

    def __getattribute__(self, name: str) -> Any:
        if name in FILES:
            object.__getattribute__(self, "_indices").setdefault("looked at", {})[name] = None
        return super().__getattribute__(name)

    def looked_at(self) -> set[str]:
        """The files."""
        return set(object.__getattribute__(self, "_indices").get("looked at", {}))


def watched(series: Series) -> Watched:
    """A copy of the series that nobody has looked at."""
    return Watched(**{one.name: getattr(series, one.name) for one in fields(series) if one.init})


def every_request(series: Series) -> Iterator[Request]:
    """Everything that a page can ask for."""
    kinds: list[tuple[Kind, Any]] = [("table", TABLES), ("chart", CHARTS)]
    for kind, views in kinds:
        for name, view in views.items():
            for seminar in asked(series, view):
                yield Request(kind, name, seminar or "")
    for seminar in series.ids("seminars"):
        yield Request("card", seminar)
        yield Request("seminar", seminar)
    for person in series.ids("people"):
        yield Request("person", person)
    for figure in (*series.ids("figures"), *series.ids("attendance")):
        yield Request("figure", figure)
    whole: tuple[Kind, ...] = ("cards", "people", "help")
    for kind in whole:
        yield Request(kind)


@pytest.mark.parametrize("name", ["real", "toy"])
def test_an_answer_rests_on_no_other_files_than_it_says(name: str) -> None:
    # A page with a fault in one of these files shows a notice; with a fault in another file
    # it would show something that misses rows.
    series = world(name)
    seen: set[str] = set()
    for request in every_request(series):
        watching = watched(series)
        answer(watching, request)
        assert watching.looked_at() <= set(files_of(request)), request
        seen |= watching.looked_at()
    assert seen >= {"talks", "people", "participation", "attendance", "records"}


@pytest.mark.parametrize("name", ["real", "toy"])
def test_the_same_request_has_the_same_answer(name: str) -> None:
    series = world(name)
    for request in every_request(series):
        assert repr(answer(series, request)) == repr(answer(watched(series), request))


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (Request("table", "programm"), "unknown-view"),
        (Request("chart", "programme"), "unknown-view"),
        (Request("table", "programme", "s9"), "unknown-id"),
        (Request("card", "s9"), "unknown-id"),
        (Request("seminar", "9"), "unknown-id"),
        (Request("person", "nobody"), "unknown-id"),
        (Request("figure", "s1-bed"), "unknown-id"),
    ],
)
def test_what_there_is_not_is_refused(request_: Request, code: str) -> None:
    with pytest.raises(RequestError) as refused:
        answer(world("toy"), request_)
    assert refused.value.code == code
    assert refused.value.advice


def test_a_view_refuses_a_scope_that_it_does_not_have() -> None:
    found = {
        (kind, scope)
        for kind, views in (("table", TABLES), ("chart", CHARTS))
        for view in views.values()
        for scope in ("series", "seminar")
        if scope not in view.scopes
    }
    assert found, "no view is limited to one scope: this test has nothing to look at"
    for kind, views in (("table", TABLES), ("chart", CHARTS)):
        for name, view in views.items():
            for scope, seminar in (("series", ""), ("seminar", "s1")):
                if scope not in view.scopes:
                    with pytest.raises(RequestError) as refused:
                        answer(world("toy"), Request(kind, name, seminar))  # type: ignore[arg-type]
                    assert refused.value.code == "wrong-scope"
                    assert ":seminar:" in refused.value.advice
