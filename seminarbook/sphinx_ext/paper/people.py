"""The index of people: who is named on which page, known only once pages are set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from seminarbook.sphinx_ext.paper.fragments import (
    Chapter,
    Element,
    links,
    target,
)
from seminarbook.sphinx_ext.paper.front import page

ANCHOR = "index-of-people"
TITLE = "Index of people"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names a person: the id of the person's entry, and its own."""

    entry: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Span:
    """Pages in a row on which somebody is named; ``anchor`` is the first mention there."""

    first: int
    last: int
    anchor: str

    @property
    def label(self) -> str:
        """The pages as printed, as 12 or 12–14."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def mark_mentions(
    chapters: Iterable[Chapter], entries: Mapping[str, str], anchors: dict[str, str]
) -> list[Mention]:
    """Give each link to a person's entry an id of its own, and list them in reading order."""
    mentions: list[Mention] = []
    for chapter in chapters:
        for link in links(chapter.body):
            entry = target(link, anchors)
            if (
                entry is not None
                and entry in entries
                and not entry.startswith(f"{chapter.place.anchor}--")
            ):
                anchor = link.get("id") or f"mention-{len(mentions) + 1}"
                link.set("id", anchor)
                mentions.append(Mention(entry, anchor))
    return mentions


def spans(mentions: Sequence[Mention], pages: Mapping[str, int]) -> dict[str, list[Span]]:
    """For each person the pages, neighbours joined."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for mention in mentions:
        if mention.anchor in pages:
            found[mention.entry].setdefault(pages[mention.anchor], mention.anchor)
    joined: dict[str, list[Span]] = {}
    for entry, numbers in found.items():
        rows: list[Span] = []
        for number in sorted(numbers):
            if rows and rows[-1].last == number - 1:
                rows[-1] = Span(rows[-1].first, number, rows[-1].anchor)
            else:
                rows.append(Span(number, number, numbers[number]))
        joined[entry] = rows
    return joined


def index(
    entries: Mapping[str, str], mentions: Sequence[Mention], pages: Mapping[str, int]
) -> list[Element]:
    """The index; ``entries`` maps the id of an entry to the name to print, in order."""
    known = spans(mentions, pages)
    rows = [
        {"name": name, "entry": entry, "page": pages.get(entry), "spans": known.get(entry, [])}
        for entry, name in entries.items()
    ]
    return page("people.html", anchor=ANCHOR, title=TITLE, rows=rows)


def entries(chapters: Iterable[Chapter]) -> dict[str, str]:
    """The people of the book: the id of each one's entry, and the name it is filed under."""
    return {
        term.get("id", ""): name
        for chapter in chapters
        for term in chapter.body.iter("dt")
        if (name := term.get("data-sort-name"))
    }
