"""The chart of what happened when."""

from __future__ import annotations

from seminarbook.model.series import Series
from seminarbook.views.dated import Dated, dated
from seminarbook.views.phrases import counted, scope_words, sentence, small, sources_of
from seminarbook.views.prose import plain
from seminarbook.views.registry import chart
from seminarbook.views.values import Chart, Column, Event, Table, TimelineChart


@chart("timeline", files=("seminars", "people", "posts"))
def timeline(series: Series, seminar: str | None) -> Chart:
    """Seminars and dated posts along a line of time."""
    events = dated(series, seminar)
    title = f"Dates of {scope_words(series, seminar)}"
    sources = sources_of(event.row for event in events)
    return Chart(
        name="timeline",
        title=title,
        finding=_finding(series, seminar, events),
        description=(
            "A line of time with a mark for each seminar and for each blog post that has a date, "
            "in order. A mark that is drawn out into a bar stands for a date of which only the "
            "month or the year is known."
        ),
        drawing=TimelineChart(
            tuple(
                Event(event.date, plain(event.label), event.kind, event.seminar or "")
                for event in events
            )
        ),
        table=Table(
            name="timeline-chart",
            caption=title,
            columns=(Column("date", "Date"), Column("event", "What happened", header=True)),
            rows=tuple(((event.date.words(),), (plain(event.label),)) for event in events),
            sources=sources,
            empty="Nothing has a date.",
        ),
        sources=sources,
    )


def _finding(series: Series, seminar: str | None, events: tuple[Dated, ...]) -> str:
    held = [event for event in events if event.kind == "seminar"]
    posts = len(events) - len(held)
    undated = sum(post.date is None for post in series.of_seminar(series.posts, seminar))
    if not held:
        return "No seminar is recorded."
    first, last = held[0].date.words(), held[-1].date.words()
    if len(held) == 1:
        said = f"{sentence(scope_words(series, seminar))} is dated {first}"
        if seminar is None:
            said = f"The one seminar is dated {first}"
    else:
        said = f"{sentence(small(len(held)))} seminars are dated from {first} to {last}"
    blog = f"; {counted(posts, 'blog post has', 'blog posts have')} a date" if posts else ""
    none = f" and {small(undated)} {'has' if undated == 1 else 'have'} none" if undated else ""
    if undated and not posts:
        none = f"; {counted(undated, 'blog post has', 'blog posts have')} no date"
    return f"{said}{blog}{none}."
