"""A seminar as an event, for search engines and calendars: only what is known to have been."""

from __future__ import annotations

from dataclasses import dataclass

from seminarbook.model.partial_date import PartialDate
from seminarbook.model.series import Series
from seminarbook.model.vocabularies import Part
from seminarbook.views.phrases import find_seminar, seminar_label
from seminarbook.views.prose import find_person, plain, prose

# Parts of people who stood before the others; who only came, wrote or is in the team did not.
_PERFORMED: frozenset[Part] = frozenset({
    "opened the day", "keynote speaker", "speaker", "led a round table", "poet", "facilitator",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Performer:
    """Somebody who is reported to have spoken; ``urls`` are public pages about their work."""

    name: str
    group: bool = False
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeminarEvent:
    """When and where a seminar was, and who spoke; an empty text is not known."""

    id: str
    label: str
    title: str
    other_title: str
    subject: str
    date: PartialDate
    venue: str = ""
    city: str = ""
    host: str = ""
    performers: tuple[Performer, ...] = ()

    @property
    def name(self) -> str:
        """The seminar with its number, and its title where that is known."""
        return f"{self.label}: {self.title}" if self.title else self.label

    @property
    def place(self) -> str:
        """Building and town on one line."""
        return ", ".join(part for part in (self.venue, self.city) if part)


def seminar_event(series: Series, seminar: str) -> SeminarEvent:
    """One seminar; nobody who asked not to be named is in it. KeyError if there is none."""
    one = find_seminar(series, seminar)
    return SeminarEvent(
        id=one.id,
        label=seminar_label(one),
        title=plain(prose(series, one.title)),
        other_title=plain(prose(series, one.other_title)),
        subject=plain(prose(series, one.subject)),
        date=one.date,
        venue=one.venue or "",
        city=one.city or "",
        host=one.host or "",
        performers=_performers(series, seminar),
    )


def seminar_events(series: Series) -> tuple[SeminarEvent, ...]:
    """Every seminar, in their order."""
    return tuple(seminar_event(series, one.id) for one in series.seminars)


def _performers(series: Series, seminar: str) -> tuple[Performer, ...]:
    """Each once, in the order of the day."""
    spoke = [
        row.person
        for row in series.of_seminar(series.participation, seminar)
        if row.status == "reported" and row.part in _PERFORMED and row.person
    ]
    people = [find_person(series, id_) for id_ in dict.fromkeys(spoke)]
    return tuple(
        Performer(
            person.name,
            person.kind == "group",
            tuple(filter(None, [person.url, _orcid_address(person.orcid)])),
        )
        for person in people
        if person is not None and person.consent != "withdrawn"
    )


def _orcid_address(orcid: str | None) -> str:
    return f"https://orcid.org/{orcid}" if orcid else ""
