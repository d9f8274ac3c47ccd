"""Calendar: the seminars as entries that a calendar program takes in."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from seminarbook.publish.works import Publication, Work
from seminarbook.views.events import SeminarEvent

if TYPE_CHECKING:
    from icalendar import Event

# An entry must say when it was written; a book without edition was written on no day we know.
_UNDATED = datetime.date(1980, 1, 1)


def calendar(book: Publication, events: Sequence[tuple[SeminarEvent, Work | None]]) -> bytes:
    """Every seminar whose day is known, as an entry of a whole day.

    A calendar has no way to say “some day in May”: a seminar with less than a day is left out.
    """
    # Most builds make no calendar anew, and this takes a while to load.
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//{book.title}//seminarbook//{book.language[:2].upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", book.title)
    for event, work in events:
        if event.date.day:
            made.add_component(_entry(book, event, work))
    return bytes(made.to_ical())


def _entry(book: Publication, event: SeminarEvent, work: Work | None) -> Event:
    day = datetime.date(event.date.year, event.date.month, event.date.day)
    written = _UNDATED
    if book.edition:
        written = datetime.date(book.edition.year, book.edition.month, book.edition.day)
    from icalendar import Event

    entry = Event()
    entry.add("uid", f"{event.id}@{urlsplit(book.address).netloc or book.file_name}")
    entry.add("dtstamp", datetime.datetime.combine(written, datetime.time(), datetime.UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + datetime.timedelta(days=1))
    entry.add("summary", event.name)
    entry.add("description", event.subject)
    if event.place:
        entry.add("location", event.place)
    if work and work.address:
        entry.add("url", work.address)
    entry.add("transp", "TRANSPARENT")
    return entry
