"""The plain values that views return and that every output draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seminarbook.model.partial_date import PartialDate
from seminarbook.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A person, linked to their entry in the index of people."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class SeminarLink:
    """A seminar, linked to its chapter."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link that leaves the book."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Sources, as keys of the bibliography, in order."""

    keys: tuple[str, ...]
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A short label that says how something is known, shown as a mark with its word.

    ``kind`` is a stable name for the style sheet ("not-recorded", "announced", "probable",
    "not-found", "promised" …), ``label`` the word a reader sees.
    """

    kind: str
    label: str


Inline = str | PersonLink | SeminarLink | WebLink | Citation | Mark
Cell = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; the row header is the first one with ``header``."""

    key: str
    label: str
    header: bool = False
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table for readers: a cell is a sequence of inline pieces, never markup.

    ``sources`` are bibliography keys of every row shown. ``empty`` is the sentence
    shown instead when there are no rows.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sources: tuple[str, ...] = ()
    empty: str = "Nothing is recorded."


@dataclass(frozen=True, slots=True)
class RangeBar:
    """One line of a range chart: a label and a quantity, which may be *not recorded*."""

    label: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class RangeChart:
    """Values with their uncertainty: exact bars, whiskers for ranges, a mark for unknown."""

    bars: tuple[RangeBar, ...]
    axis: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A group in a stacked chart; ``colour`` is a palette key, the same throughout the book.

    A group that stands ``apart`` is drawn, but is not counted in the sum of its row.
    """

    key: str
    label: str
    colour: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class StackChart:
    """Counts: ``counts[row][segment]`` stacks of a row; ``none`` stands where a row has none."""

    rows: tuple[str, ...]
    segments: tuple[Segment, ...]
    counts: tuple[tuple[int, ...], ...]
    axis: str
    none: str = "none"

    def sum_of(self, row: int) -> int:
        """The sum of a row, without the segments that stand apart."""
        pairs = zip(self.segments, self.counts[row], strict=True)
        return sum(count for segment, count in pairs if not segment.apart)


@dataclass(frozen=True, slots=True)
class GridState:
    """A state a grid cell can have: a shape as well as a colour tells it apart."""

    key: str
    label: str
    shape: Literal["filled", "half", "ring", "cross", "dash"]


@dataclass(frozen=True, slots=True)
class GridChart:
    """A matrix of states: ``cells[row][column]`` is a state's key.

    ``across`` says what the columns are ("Seminar"), so that their labels can be short.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    states: tuple[GridState, ...]
    cells: tuple[tuple[str, ...], ...]
    across: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A point on a timeline; ``seminar`` links it to a chapter where it is one."""

    date: PartialDate
    label: str
    kind: str
    seminar: str = ""


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Events in order of time."""

    events: tuple[Event, ...]


Drawing = RangeChart | StackChart | GridChart | TimelineChart


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: what is drawn, what it says in a sentence, and its numbers as a table.

    ``finding`` is the sentence a reader takes away, ``description`` says for people who do
    not see the picture what is drawn and how. Both drawings and the table show equal numbers.
    """

    name: str
    title: str
    finding: str
    description: str
    drawing: Drawing
    table: Table
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A seminar at a glance: label and value, in reading order."""

    seminar: str
    title: str
    facts: tuple[tuple[str, Cell], ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person in the index: what they did where, each line a cell."""

    id: str
    name: str
    sort_name: str
    lines: tuple[Cell, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonList:
    """The index of people, in alphabetical order of family names."""

    entries: tuple[PersonEntry, ...]
