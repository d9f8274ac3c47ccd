"""What the seminars left behind: records, posts, and proposals from the room."""

from __future__ import annotations

from seminarbook.model.records import RecordItem, Theme
from seminarbook.model.series import Series
from seminarbook.model.vocabularies import RecordState
from seminarbook.views.phrases import scope_words
from seminarbook.views.prose import WITHHELD, people_cell, prose
from seminarbook.views.registry import table
from seminarbook.views.tables.building import build
from seminarbook.views.values import Cell, Column, Mark, Table, WebLink

STATES: dict[RecordState, Mark] = {
    "published": Mark("published", "published"),
    "promised": Mark("promised", "promised"),
    "awaiting consent": Mark("awaiting-consent", "awaiting consent"),
    "not found": Mark("not-found", "not found"),
}


@table("records", files=("seminars", "people", "records"))
def records(series: Series, seminar: str | None) -> Table:
    """Slides, films, poems, notes and papers, and whether they can be seen."""
    return build(
        "records",
        f"What survives of {scope_words(series, seminar)}",
        (
            Column("title", "What", header=True),
            Column("kind", "Kind"),
            Column("people", "By or with"),
            Column("state", "Can it be seen?"),
        ),
        series.of_seminar(series.records, seminar),
        lambda row: (
            prose(series, row.title),
            (row.kind,),
            people_cell(series, row.people),
            record_state_cell(series, row),
        ),
        series=series if seminar is None else None,
        droppable=frozenset({"people"}),
        empty="Nothing that survives was found.",
    )


def record_state_cell(series: Series, row: RecordItem) -> Cell:
    """A record's state, with its address unless that would name somebody who withdrew."""
    mark = STATES[row.state]
    if not row.url or WITHHELD in people_cell(series, row.people):
        return (mark,)
    return (mark, " ", WebLink(row.url, f"see the {row.kind}"))


@table("posts", files=("seminars", "people", "posts"))
def posts(series: Series, seminar: str | None) -> Table:
    """Posts on the series' blog, in the blog's own order."""
    return build(
        "posts",
        f"Posts about {scope_words(series, seminar)}" if seminar else "Posts on the series’ blog",
        (
            Column("title", "Post", header=True),
            Column("date", "Posted"),
            Column("authors", "By"),
            Column("about", "What it is about"),
        ),
        series.of_seminar(series.posts, seminar),
        lambda row: (
            _post_title(series, prose(series, row.title), row.url, row.authors),
            _noted(
                (row.date.words(),) if row.date else (Mark("not-recorded", "date not shown"),),
                prose(series, row.date_note),
            ),
            _noted(people_cell(series, row.authors), prose(series, row.author_note)),
            prose(series, row.about),
        ),
        series=series if seminar is None else None,
        droppable=frozenset({"authors"}),
        empty="No post was found.",
    )


def _post_title(
    series: Series, title: Cell, url: str | None, authors: tuple[str, ...] | None
) -> Cell:
    if not url or WITHHELD in people_cell(series, authors) or WITHHELD in title:
        return title
    # A title that names a person keeps that link; the post's own address then stands beside it.
    if len(title) == 1 and isinstance(title[0], str):
        return (WebLink(url, title[0]),)
    return (*title, " ", WebLink(url, "(read the post)"))


def _noted(main: Cell, note: Cell) -> Cell:
    if not main or not note:
        return main or note
    return (*main, " (", *note, ")")


@table("takeaways", files=("seminars", "people", "themes", "takeaways"))
def takeaways(series: Series, seminar: str | None) -> Table:
    """Proposals that people took away, with the theme each belongs to."""
    return build(
        "takeaways",
        f"Proposals from {scope_words(series, seminar)}"
        if seminar
        else "Proposals from the seminars",
        (Column("text", "Proposal", header=True), Column("theme", "Theme")),
        series.of_seminar(series.takeaways, seminar),
        lambda row: (prose(series, row.text), (theme_label(series, row.theme),)),
        series=series if seminar is None else None,
        empty="No proposal from the room was found.",
    )


def theme_label(series: Series, id_: str) -> str:
    """The name of a theme."""
    theme = series.find("themes", id_)
    return theme.label if isinstance(theme, Theme) else id_
