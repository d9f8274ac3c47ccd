"""What a page mentions in passing: a seminar, a reported number, a place that helps."""

from __future__ import annotations

from dataclasses import dataclass

from seminarbook.model.quantity import Qualifier, Quantity
from seminarbook.model.records import Attendance, Figure, Seminar
from seminarbook.model.series import Series
from seminarbook.views.prose import prose
from seminarbook.views.values import Cell, Citation, SeminarLink

_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
RANK, YEAR = "rank", "year"


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A number that somebody reported, in words, with how sure it is and its source."""

    id: str
    words: str
    qualifier: Qualifier
    citation: Citation


def seminar_mention(series: Series, id_: str) -> SeminarLink:
    """A seminar in running text: "seminar 6". KeyError if there is none."""
    seminar = series.find("seminars", id_)
    assert isinstance(seminar, Seminar)
    return SeminarLink(seminar.id, f"seminar {seminar.number}")


def reported_figure(series: Series, id_: str) -> ReportedFigure:
    """The row of figures or attendance with this id; KeyError if there is none."""
    try:
        row = series.find("figures", id_)
    except KeyError:
        row = series.find("attendance", id_)
    assert isinstance(row, Figure | Attendance)
    unit = row.unit if isinstance(row, Figure) else ""
    return ReportedFigure(
        row.id, _words(row.quantity, unit), row.qualifier, Citation(row.source, row.locator)
    )


def _words(quantity: Quantity, unit: str) -> str:
    """The quantity as a sentence has it: "seven", "about six", "first"; a year has no comma."""
    value = quantity.value
    if value is None or value != int(value) or quantity.qualifier == "between":
        return quantity.words()
    exactly = quantity.qualifier == "exactly"
    if exactly and unit == RANK and 1 <= value <= len(_ORDINALS):
        return _ORDINALS[int(value) - 1]
    if exactly and unit == YEAR:
        return str(int(value))
    if 1 <= value <= len(_CARDINALS):
        word = _CARDINALS[int(value) - 1]
        return word if exactly else f"{quantity.qualifier} {word}"
    return quantity.words()


@dataclass(frozen=True, slots=True)
class HelpPlace:
    """A place where a reader in distress can find help."""

    name: str
    what: Cell
    phone: str
    url: str
    sources: tuple[str, ...]


def help_places(series: Series) -> tuple[HelpPlace, ...]:
    """Every place that offers help, in the order of its file."""
    return tuple(
        HelpPlace(
            place.name, prose(series, place.what), place.phone or "", place.url or "", place.source
        )
        for place in series.help
    )
