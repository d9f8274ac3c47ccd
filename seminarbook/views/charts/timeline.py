"""The charts of what happened when."""

from __future__ import annotations

from seminarbook.model.series import Series
from seminarbook.views.dated import Dated, dated, dated_seminars
from seminarbook.views.phrases import counted, scope_words, sentence, small, sources_of
from seminarbook.views.prose import plain
from seminarbook.views.registry import chart
from seminarbook.views.values import Chart, Column, Event, Table, TimelineChart


@chart("timeline", files=("seminars", "people", "posts"))
def timeline(series: Series, seminar: str | None) -> Chart:
    """Seminars and dated posts along a line of time."""
    events = dated(series, seminar)
    described = (
        "A line of time with a mark for each seminar and for each blog post that has a date, "
        "in order."
    )
    title = f"Dates of {scope_words(series, seminar)}"
    return _along_a_line("timeline", title, _finding(series, seminar, events), described, events)


@chart("seminar-dates", scopes=("series",), files=("seminars", "people"))
def seminar_dates(series: Series, seminar: str | None) -> Chart:
    """The seminars alone along a line of time."""
    events = dated_seminars(series, seminar)
    described = "A line of time with a mark for each seminar, in order."
    return _along_a_line(
        "seminar-dates", "Dates of the seminars", f"{_held(events)}.", described, events
    )


def _along_a_line(
    name: str, title: str, finding: str, described: str, events: tuple[Dated, ...]
) -> Chart:
    sources = sources_of(event.row for event in events)
    return Chart(
        name=name,
        title=title,
        finding=finding,
        description=(
            f"{described} A mark that is drawn out into a bar stands for a date of which only "
            "the month or the year is known."
        ),
        drawing=TimelineChart(
            tuple(
                Event(event.date, plain(event.label), event.kind, event.seminar or "")
                for event in events
            )
        ),
        table=Table(
            name=f"{name}-chart",
            caption=title,
            columns=(Column("date", "Date"), Column("event", "What happened", header=True)),
            rows=tuple(((event.date.words(),), (plain(event.label),)) for event in events),
            sources=sources,
            empty="Nothing has a date.",
        ),
        sources=sources,
    )


def _held(events: tuple[Dated, ...]) -> str:
    """The seminars' first and last day, without a full stop."""
    if not events:
        return "No seminar is recorded"
    first, last = events[0].date.words(), events[-1].date.words()
    if len(events) == 1:
        return f"The one seminar is dated {first}"
    return f"{sentence(small(len(events)))} seminars are dated from {first} to {last}"


def _finding(series: Series, seminar: str | None, events: tuple[Dated, ...]) -> str:
    held = tuple(event for event in events if event.kind == "seminar")
    posts = len(events) - len(held)
    undated = sum(post.date is None for post in series.of_seminar(series.posts, seminar))
    if not held:
        return "No seminar is recorded."
    said = (
        _held(held)
        if seminar is None
        else f"{sentence(scope_words(series, seminar))} is dated {held[0].date.words()}"
    )
    blog = f"; {counted(posts, 'blog post has', 'blog posts have')} a date" if posts else ""
    none = f" and {small(undated)} {'has' if undated == 1 else 'have'} none" if undated else ""
    if undated and not posts:
        none = f"; {counted(undated, 'blog post has', 'blog posts have')} no date"
    return f"{said}{blog}{none}."
