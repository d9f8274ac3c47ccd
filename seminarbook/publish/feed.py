"""Feed: the chapters and what changed, for feed readers (Atom)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feedgen.feed import FeedGenerator

from seminarbook.model.partial_date import PartialDate
from seminarbook.publish.works import Publication, Work, one_line

_DATED = re.compile(r"^## +(\d{4}(?:-\d{2}(?:-\d{2})?)?)\b(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """What changed for readers, at one time."""

    date: PartialDate
    points: tuple[str, ...]


def changes_of(changelog: str) -> tuple[Change, ...]:
    """The dated sections of a list of changes, newest first as they stand there."""
    return tuple(_changes(changelog))


def _changes(changelog: str) -> Iterator[Change]:
    parts = _DATED.split(changelog)
    for day, _, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        own = re.split(r"^#", body, maxsplit=1, flags=re.MULTILINE)[0]
        points = re.split(r"^[-*] +", own, flags=re.MULTILINE)[1:]
        try:
            yield Change(PartialDate.parse(day), tuple(one_line(point) for point in points))
        except ValueError:
            continue


def feed(book: Publication, chapters: Sequence[Work], changes: Sequence[Change]) -> bytes:
    """The feed; its dates are those of the edition and of the changes, never today's."""
    made = FeedGenerator()
    made.id(book.address)
    made.title(book.title)
    made.language(book.language)
    made.link(href=f"{book.address}feed.xml", rel="self", type="application/atom+xml")
    made.link(href=book.front, rel="alternate", type="text/html")
    for author in book.authors:
        made.author(name=author.name)
    if book.description:
        made.subtitle(book.description)
    if book.licence:
        made.rights(book.licence)
    made.generator("seminarbook")
    issued = _moment(book.issued)
    made.updated(max([issued, *(_moment(change.date) for change in changes)]))
    for change in changes:
        day = change.date.iso()
        _entry(made, f"{book.address}#changes-{day}", f"What changed: {change.date.words()}",
               " ".join(change.points), book.front, _moment(change.date))  # fmt: skip
    for chapter in chapters:
        _entry(made, chapter.address, chapter.title, chapter.description, chapter.address, issued)
    return bytes(made.atom_str(pretty=True))


def _entry(
    made: FeedGenerator, id_: str, title: str, summary: str, link: str, at: datetime.datetime
) -> None:
    entry = made.add_entry(order="append")
    entry.id(id_)
    entry.title(title)
    entry.link(href=link, rel="alternate", type="text/html")
    entry.updated(at)
    if summary:
        entry.summary(summary)


def _moment(day: PartialDate | None) -> datetime.datetime:
    """The beginning of a day, month or year; of 1980 where none is known."""
    known = day or PartialDate(1980)
    return datetime.datetime(known.year, known.month or 1, known.day or 1, tzinfo=datetime.UTC)
