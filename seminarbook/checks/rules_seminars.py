"""Rules on seminars, their programmes, and what is left of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from seminarbook.checks.data_rule import Finding, Span, data_rule
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.records import Talk
from seminarbook.model.series import Series
from seminarbook.problems import quoted


@data_rule("Two seminars have the same number")
def seminar_number_duplicate(series: Series, span: Span | None) -> Iterator[Finding]:
    """The order and the addresses of the chapters come from the number.

    Bad:  s1,1,first-day … and s2,1,second-day …
    Good: s1,1,first-day … and s2,2,second-day …
    """
    lines: dict[int, int] = {}
    for seminar in sorted(series.seminars, key=lambda row: row.line):
        first = lines.setdefault(seminar.number, seminar.line)
        if first != seminar.line:
            message = f"{seminar.number} is also the number of the seminar in line {first}."
            yield Finding(seminar, "number", message, "Give one of them another number.")


@data_rule("Two seminars have the same page name")
def seminar_slug_duplicate(series: Series, span: Span | None) -> Iterator[Finding]:
    """Two chapters cannot have one address.

    Bad:  s1,1,first-day … and s2,2,first-day …
    Good: s1,1,first-day … and s2,2,second-day …
    """
    lines: dict[str, int] = {}
    for seminar in sorted(series.seminars, key=lambda row: row.line):
        first = lines.setdefault(seminar.slug, seminar.line)
        if first != seminar.line:
            message = f"{quoted(seminar.slug)} is also the slug of the seminar in line {first}."
            yield Finding(seminar, "slug", message, "Give one of them another slug.")


@data_rule("A seminar’s date lies outside the series")
def date_outside_series(series: Series, span: Span | None) -> Iterator[Finding]:
    """A slip in the year moves a seminar out of every timeline. The series’ own dates are the
    setting seminarbook_series in _config.yml.

    Bad:  a seminar on 2061-04-19 in a series from 2015 to 2017
    Good: a seminar on 2016-04-19
    """
    if span is None:
        return
    for seminar in series.seminars:
        if _first_day(seminar.date) > span.end or _last_day(seminar.date) < span.start:
            message = (
                f"{quoted(seminar.date.iso())} lies outside the series, which ran from "
                f"{span.start.isoformat()} to {span.end.isoformat()}."
            )
            advice = "Correct the date, or the series’ dates in _config.yml."
            yield Finding(seminar, "date", message, advice)


def _first_day(partial: PartialDate) -> date:
    return date(partial.year, partial.month or 1, partial.day or 1)


def _last_day(partial: PartialDate) -> date:
    if partial.day:
        return _first_day(partial)
    if partial.month == 12 or not partial.month:
        return date(partial.year, 12, 31)
    return date(partial.year, partial.month + 1, 1) - timedelta(days=1)


@data_rule("A talk belongs to another seminar")
def talk_of_other_seminar(series: Series, span: Span | None) -> Iterator[Finding]:
    """A person would be shown at a seminar where the talk was not given.

    Bad:  participation at s2 with the talk s1-lee
    Good: participation at s1 with the talk s1-lee
    """
    for row in series.participation:
        talk = series.get(Talk, row.talk)
        if talk and talk.seminar != row.seminar:
            here = quoted(row.seminar) if row.seminar else "no seminar"
            there = f"The talk {quoted(talk.id)} belongs to {quoted(talk.seminar)}"
            message = f"{there}; the row names {here}."
            yield Finding(row, "talk", message, "Correct the seminar or the talk.")


@data_rule("Somebody is reported to have taken part in what was only announced")
def announced_not_reported(series: Series, span: Span | None) -> Iterator[Finding]:
    """Announced speakers are not shown as having spoken.

    Bad:  status reported, for a talk whose status is announced
    Good: the status announced for both, or reported for both if a source bears it out
    """
    for row in series.participation:
        talk = series.get(Talk, row.talk)
        if talk and talk.status == "announced" and row.status == "reported":
            message = f"“reported”, but the talk {quoted(talk.id)} is only announced."
            advice = (
                f"Give both the status that the sources bear out (talks.csv, line {talk.line})."
            )
            yield Finding(row, "status", message, advice)


@data_rule("Something that is not published has an address")
def url_not_published(series: Series, span: Span | None) -> Iterator[Finding]:
    """A link would publish what was only promised, or awaits consent.

    Bad:  state “awaiting consent” with https://example.org/film
    Good: state “awaiting consent” and no url
    """
    for item in series.records:
        if item.url and item.state != "published":
            message = f"An address is given, but the state is {quoted(item.state)}."
            advice = "Remove the address, or use the state “published” if it is so."
            yield Finding(item, "url", message, advice)
