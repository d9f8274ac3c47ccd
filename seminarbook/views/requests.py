"""Request: what a page asks of the data, by the names that authors write.

The same request is answered for directives and roles, and once more when a file has
changed, to see whether a page still shows what it should.
"""

from __future__ import annotations

from collections.abc import Callable
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
from seminarbook.views.registry import CHARTS, TABLES
from seminarbook.views.values import Card, Cell, SeminarLink

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
    """A request that cannot be met: the code of the fault, what is wrong, what to do."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice


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


def _view(series: Series, request: Request) -> object:
    own, others = (TABLES, CHARTS) if request.kind == "table" else (CHARTS, TABLES)
    if request.name not in own:
        other = "chart" if request.kind == "table" else "table"
        advice = nearest(request.name, own)
        if request.name in others:
            advice = f"There is a {other} of that name: write {{data-{other}}}."
        known = ", ".join(sorted(own))
        raise RequestError(
            UNKNOWN_VIEW, f"There is no {request.kind} “{request.name}”, only: {known}.", advice
        )
    view = own[request.name]
    if request.seminar:
        _known(series, "seminars", request.seminar)
    if not request.seminar and "series" not in view.scopes:
        raise RequestError(
            WRONG_SCOPE,
            f"“{request.name}” is about one seminar.",
            "Add “:seminar:” with its id.",
        )
    if request.seminar and "seminar" not in view.scopes:
        raise RequestError(
            WRONG_SCOPE,
            f"“{request.name}” is about the whole series.",
            "Remove “:seminar:”.",
        )
    return view.make(series, request.seminar or None)


def _card(series: Series, request: Request) -> Card:
    _known(series, "seminars", request.name)
    return seminar_card(series, request.name)


def _event(series: Series, request: Request) -> SeminarEvent:
    _known(series, "seminars", request.name)
    return seminar_event(series, request.name)


def _person(series: Series, request: Request) -> Cell:
    _known(series, "people", request.name)
    return (person_piece(series, request.name),)


def _seminar(series: Series, request: Request) -> SeminarLink:
    _known(series, "seminars", request.name)
    return seminar_mention(series, request.name)


def _figure(series: Series, request: Request) -> ReportedFigure:
    _known(series, "figures", request.name, "attendance")
    return reported_figure(series, request.name)


def _known(series: Series, file: str, id_: str, also: str = "") -> None:
    """RequestError unless a row of the file (or of ``also``) has this id."""
    ids = [*series.ids(file), *(series.ids(also) if also else ())]
    if id_ not in ids:
        where = " or ".join(f"{series.folder}/{name}.csv" for name in (file, also) if name)
        advice = nearest(id_, ids)
        if not advice and len(ids) <= _FEW:
            advice = f"There are: {', '.join(ids)}."
        raise RequestError(UNKNOWN_ID, f"No row of {where} has the id “{id_}”.", advice)


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
