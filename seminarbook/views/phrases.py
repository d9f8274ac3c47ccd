"""Words for what the views say again and again: counts, lists, seminars, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seminarbook.model.quantity import Quantity
from seminarbook.model.records import Record, Seminar
from seminarbook.model.series import Series
from seminarbook.model.vocabularies import Status
from seminarbook.views.values import Cell, Citation, Inline, Mark, SeminarLink

_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

NOT_RECORDED_MARK = Mark("not-recorded", "not recorded")
TITLE_NOT_FOUND = Mark("not-found", "title not found")
WHOLE_SERIES = "The series as a whole"

_STATUS: dict[Status, Inline] = {
    "reported": "reported",
    "announced": Mark("announced", "announced only"),
    "probable": Mark("probable", "probable"),
}


def small(count: int) -> str:
    """A count in running text: a word up to twelve, then digits."""
    return _SMALL[count] if count < len(_SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun: "one seminar", "seven seminars"."""
    return f"{small(count)} {one if count == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """A list in running text: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def seminar_label(seminar: Seminar) -> str:
    """A seminar as charts and tables name it: "Seminar 6"."""
    return f"Seminar {seminar.number}"


def seminar_piece(series: Series, id_: str | None) -> Inline:
    """A seminar as a link, or words for the whole series."""
    if id_ is None:
        return WHOLE_SERIES
    return SeminarLink(id_, seminar_label(find_seminar(series, id_)))


def seminars_cell(series: Series, ids: tuple[str, ...] | None) -> Cell:
    """Several seminars as links, separated by commas."""
    pieces: list[Inline] = []
    for id_ in ids or ():
        pieces += [", "] if pieces else []
        pieces.append(seminar_piece(series, id_))
    return tuple(pieces) or (WHOLE_SERIES,)


def find_seminar(series: Series, id_: str) -> Seminar:
    """The seminar with this id; KeyError if there is none."""
    seminar = series.find("seminars", id_)
    if not isinstance(seminar, Seminar):
        raise KeyError(id_)
    return seminar


def chosen(series: Series, seminar: str | None) -> tuple[Seminar, ...]:
    """The one seminar asked for, or every seminar."""
    return series.seminars if seminar is None else (find_seminar(series, seminar),)


def scope_words(series: Series, seminar: str | None) -> str:
    """What a caption is about: "seminar 6", or "the series"."""
    if seminar is None:
        return "the series"
    return f"seminar {find_seminar(series, seminar).number}"


def status_piece(status: Status) -> Inline:
    """How well something is known; what was only announced carries a mark."""
    return _STATUS[status]


def quantity_cell(quantity: Quantity) -> Cell:
    """A quantity in words; what is not recorded carries a mark and is never a number."""
    return (quantity.words(),) if quantity.recorded else (NOT_RECORDED_MARK,)


def source_cell(row: Record) -> Cell:
    """Where a row comes from."""
    return (Citation(row.source, row.locator),)


def sources_of(rows: Iterable[Record]) -> tuple[str, ...]:
    """Every bibliography key of the rows, once, sorted."""
    return tuple(sorted({key for row in rows for key in row.source}))
