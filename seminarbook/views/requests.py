"""Request: what a page asks of the data, by the names that authors write.

The same request is answered for directives and roles, and once more when a file has
changed, to see whether a page still shows what it should.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from seminarbook.model.series import Series
from seminarbook.problems import nearest
from seminarbook.views import charts, tables  # noqa: F401  # importing declares them
from seminarbook.views.cards import seminar_card, seminar_cards
from seminarbook.views.events import SeminarEvent, seminar_event, seminar_events
from seminarbook.views.mentions import (
    ReportedFigure,
    help_places,
    reported_figure,
    seminar_mention,
)
from seminarbook.views.people import people_index
from seminarbook.views.prose import person_piece
from seminarbook.views.registry import CHARTS, TABLES, View
from seminarbook.views.values import Card, Cell, Chart, SeminarLink, Table

Kind = Literal[
    "table", "chart", "card", "cards", "event", "events", "people", "help", "person", "seminar",
    "figure",
]  # fmt: skip

# Rules of the same names, in checks, declare these faults and say why they matter.
UNKNOWN_VIEW = "unknown-view"
UNKNOWN_ID = "unknown-id"
WRONG_SCOPE = "wrong-scope"


_FEW = 12  # so many ids can still be read in a message
_CARD_FILES = ("seminars", "presence", "records", "attendance", "roles", "people")
_EVENT_FILES = ("seminars", "participation", "people")
_PEOPLE_FILES = ("people", "participation", "seminars", "talks", "posts", "records")


class RequestError(Exception):
    """A request that cannot be met: the code of the fault, what is wrong, what to do, and what
    is asked for and missing (as in :class:`seminarbook.problems.Problem`)."""

    def __init__(self, code: str, message: str, advice: str = "", missing: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.missing = missing


@dataclass(frozen=True, slots=True, order=True)
class Request:
    """One thing that a page asks for; ``seminar`` is "" for the whole series."""

    kind: Kind
    name: str = ""
    seminar: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How requests of a kind are answered, and from which files where no view says it."""

    answer: Callable[[Series, Request], object]
    files: tuple[str, ...] = ()


def answer(series: Series, request: Request) -> object:
    """The value asked for; RequestError if there is no such thing."""
    return _KINDS[request.kind].answer(series, request)


def files_of(request: Request) -> tuple[str, ...]:
    """The data files that the answer is drawn from."""
    own = TABLES if request.kind == "table" else CHARTS if request.kind == "chart" else {}
    return own[request.name].files if request.name in own else _KINDS[request.kind].files


def view_named(kind: Literal["table", "chart"], name: str) -> View[Table] | View[Chart]:
    """The table or chart of this name; RequestError if there is none."""
    own: Mapping[str, View[Table] | View[Chart]] = TABLES if kind == "table" else CHARTS
    others = CHARTS if kind == "table" else TABLES
    if name in own:
        return own[name]
    advice = nearest(name, own)
    if name in others:
        other = "chart" if kind == "table" else "table"
        advice = f"There is a {other} of that name: write {{data-{other}}}."
    names = ", ".join(sorted(own))
    raise RequestError(UNKNOWN_VIEW, f"There is no {kind} “{name}”, only: {names}.", advice)


def in_scope(view: View[Table] | View[Chart], seminar: str) -> None:
    """RequestError if the view makes no sense for one seminar, or for the series (blank)."""
    if not seminar and "series" not in view.scopes:
        message = f"“{view.name}” is about one seminar."
        raise RequestError(WRONG_SCOPE, message, "Add “:seminar:” with its id.")
    if seminar and "seminar" not in view.scopes:
        message = f"“{view.name}” is about the whole series."
        raise RequestError(WRONG_SCOPE, message, "Remove “:seminar:”.")


def known(series: Series, id_: str, *files: str) -> None:
    """RequestError unless a row of one of the files has this id."""
    ids = [one for file in files for one in series.ids(file)]
    if id_ not in ids:
        where = " or ".join(f"{series.folder}/{file}.csv" for file in files)
        advice = nearest(id_, ids)
        if not advice and 0 < len(ids) <= _FEW:
            advice = f"There are: {', '.join(ids)}."
        message = f"No row of {where} has the id “{id_}”."
        raise RequestError(UNKNOWN_ID, message, advice, f"{files[0]}:{id_}")


def _view(series: Series, request: Request) -> object:
    view = view_named("table" if request.kind == "table" else "chart", request.name)
    if request.seminar:
        known(series, request.seminar, "seminars")
    in_scope(view, request.seminar)
    return view.make(series, request.seminar or None)


def _card(series: Series, request: Request) -> Card:
    known(series, request.name, "seminars")
    return seminar_card(series, request.name)


def _event(series: Series, request: Request) -> SeminarEvent:
    known(series, request.name, "seminars")
    return seminar_event(series, request.name)


def _person(series: Series, request: Request) -> Cell:
    known(series, request.name, "people")
    return (person_piece(series, request.name),)


def _seminar(series: Series, request: Request) -> SeminarLink:
    known(series, request.name, "seminars")
    return seminar_mention(series, request.name)


def _figure(series: Series, request: Request) -> ReportedFigure:
    known(series, request.name, "figures", "attendance")
    return reported_figure(series, request.name)


_KINDS: dict[Kind, _Kind] = {
    "table": _Kind(_view),
    "chart": _Kind(_view),
    "card": _Kind(_card, _CARD_FILES),
    "cards": _Kind(lambda series, request: seminar_cards(series), _CARD_FILES),
    "event": _Kind(_event, _EVENT_FILES),
    "events": _Kind(lambda series, request: seminar_events(series), _EVENT_FILES),
    "people": _Kind(lambda series, request: people_index(series), _PEOPLE_FILES),
    "help": _Kind(lambda series, request: help_places(series), ("help", "people")),
    "person": _Kind(_person, ("people",)),
    "seminar": _Kind(_seminar, ("seminars",)),
    "figure": _Kind(_figure, ("figures", "attendance")),
}
