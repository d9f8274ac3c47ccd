"""Composition: chapters and the pages around them as manuscripts, of the book or of a chapter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from seminarbook.sphinx_ext.paper import front, people
from seminarbook.sphinx_ext.paper.cover import as_svg, shapes
from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.fragments import Chapter
from seminarbook.sphinx_ext.paper.manuscript import (
    Manuscript,
    as_nodes,
    keep_names,
    names_in,
    walk,
    write,
)
from seminarbook.sphinx_ext.paper.references import References, WebAddress
from seminarbook.sphinx_ext.paper.volumes import Piece, Volume


class Composition:
    """The book as its chapters' manuscripts.

    ``lost`` are the links that lead nowhere, once the book's body was made.
    """

    def __init__(
        self, paper: str, facts: Facts, chapters: Sequence[Chapter], web: WebAddress
    ) -> None:
        self.lost: list[str] = []
        self._paper, self._facts, self._chapters, self._web = paper, facts, chapters, web
        self._anchors = {chapter.place.docname: chapter.place.anchor for chapter in chapters}

    @cached_property
    def written(self) -> dict[str, Manuscript]:
        """The manuscript of each chapter, in the order of the book."""
        return {chapter.place.docname: write(chapter) for chapter in self._chapters}

    @cached_property
    def names(self) -> dict[str, str]:
        """Every name in the book: to that of the node which carries it."""
        names: dict[str, str] = {}
        for written in self.written.values():
            names |= written.names
        return names

    @cached_property
    def pictures(self) -> dict[str, Path]:
        """The files of all pictures."""
        pictures: dict[str, Path] = {}
        for written in self.written.values():
            pictures |= written.pictures
        return pictures

    @cached_property
    def body(self) -> list[Piece]:
        """All parts and chapters, and the index."""
        whole = References(self._anchors, self.names, self._web)
        body: list[Piece] = []
        for part, caption, group in front.parts(self._chapters):
            if part:
                body.append(self._part(part, caption, group))
            body += [self._chapter(self.written[chapter.place.docname], whole) for chapter in group]
        if entries := people.entries(self._chapters, self.names):
            mentions = people.mark_mentions(body, entries)
            body.append(people.index(entries, mentions))
        self.lost = whole.lost
        keep_names(body, _wanted(body))
        return body

    @cached_property
    def contents(self) -> list[dict[str, Any]]:
        """Parts with their chapters, as contents list them; the first may be no part."""
        groups: list[dict[str, Any]] = []
        for piece in self.body:
            if piece["t"] == "part":
                groups.append({"title": piece["title"], "label": piece["id"], "chapters": []})
                continue
            if not groups or piece["t"] == "people":
                groups.append({"chapters": []})
            line = {"title": piece["title"], "label": piece["id"], "depth": piece.get("depth", 0)}
            groups[-1]["chapters"].append(line)
        return groups

    def volume(self, volume: Volume, *, opens: bool) -> dict[str, Any]:
        """The manuscript of a volume; the first one opens the book."""
        pages: list[dict[str, Any]] = [{"t": "cue", "levels": volume.cue}]
        if opens:
            pages = [
                {"t": "cover"},
                {"t": "imprint", "c": as_nodes(front.imprint(self._facts))},
                {"t": "contents", "title": "Contents", "parts": self.contents},
            ]
        return self._manuscript(self._facts.name, pages, volume.body, volume.first, volume.given)

    def offprint(
        self, docname: str, pages: Mapping[str, int], first: int, last: int
    ) -> dict[str, Any]:
        """The manuscript of one chapter in a file of its own, with the pages it has in the book.

        Links to other chapters lead to their pages on the web.
        """
        written = self.written[docname]
        own = References(self._anchors, written.names, self._web, pages)
        body = [self._chapter(written, own)]
        keep_names(body, _wanted(body))
        name = written.chapter.title
        about = front.offprint(self._facts, self._web(docname, ""), first, last)
        page = {"t": "offprint", "book": self._facts.name, "title": name, "c": as_nodes(about)}
        return self._manuscript(f"{name} – {self._facts.title}", [page], body, first, {})

    def _chapter(self, written: Manuscript, references: References) -> Piece:
        place = written.chapter.place
        return {
            "t": "chapter", "title": written.chapter.title, "id": self.names[place.anchor],
            "depth": place.depth, "c": references.lead(written),
        }  # fmt: skip

    def _part(self, part: int, caption: str, group: Sequence[Chapter]) -> Piece:
        chapters = [
            {"title": chapter.title, "label": self.names[chapter.place.anchor]}
            for chapter in group
            if chapter.place.depth == 0
        ]
        # No document is called so.
        name = f"--part-{part}"
        return {"t": "part", "number": part, "id": name, "title": caption, "chapters": chapters}

    def _manuscript(
        self,
        title: str,
        front_pages: list[Any],
        body: list[Piece],
        first: int,
        given: Mapping[str, int],
    ) -> dict[str, Any]:
        facts = self._facts
        day = facts.edition
        language, _, region = facts.language.partition("-")
        return {
            "title": title,
            "paper": self._paper,
            "language": language,
            "region": region.upper() or None,
            "day": {"year": day.year, "month": day.month, "day": day.day} if day else None,
            "facts": {
                "title": facts.title, "subtitle": facts.subtitle, "author": facts.author,
                "period": facts.period, "edition": facts.edition_date,
                "drawing": as_svg(shapes(facts.moments)),
            },
            "first": first,
            "given": dict(given),
            "front": front_pages,
            "body": body,
            "names": sorted(names_in([*front_pages, *body])),
        }  # fmt: skip


def _wanted(body: Sequence[Piece]) -> set[str]:
    """The names that something leads to: links, the index, lists of chapters."""
    wanted = {node["to"] for node in walk(list(body)) if "to" in node}
    for piece in body:
        wanted.add(piece["id"])
        for entry in piece.get("entries", ()):
            wanted |= {entry["to"], *entry["mentions"]}
    return wanted
