"""Binding: chapters and the pages around them become one manuscript, of the book or a chapter."""

from __future__ import annotations

from collections.abc import Sequence
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
from seminarbook.sphinx_ext.paper.press import SIZES, Press, Proof
from seminarbook.sphinx_ext.paper.references import References, WebAddress

BOOK = "book"


class Bound:
    """The book as its chapters' manuscripts, from which files are printed.

    ``lost`` are the links that lead nowhere, once the book was printed.
    """

    def __init__(
        self, press: Press, paper: str, facts: Facts, chapters: Sequence[Chapter], web: WebAddress
    ) -> None:
        self.facts, self.chapters = facts, chapters
        self.lost: list[str] = []
        self._press, self._paper, self._web = press, SIZES[paper], web
        self._written = {chapter.place.docname: write(chapter) for chapter in chapters}
        self._anchors = {chapter.place.docname: chapter.place.anchor for chapter in chapters}
        self._names: dict[str, str] = {}
        for written in self._written.values():
            self._names |= written.names
        self._whole: Proof | None = None
        self._places: dict[str, Any] | None = None

    def print_book(self, path: Path) -> None:
        """Print the whole book as one file."""
        self._proof().print(path)

    def print_chapter(self, docname: str, path: Path) -> None:
        """Print one chapter as a file of its own, with the pages it has in the book.

        Links to other chapters lead to their pages on the web.
        """
        written, places = self._written[docname], self._pages()
        own = References(self._anchors, written.names, self._web, places["pages"])
        chapter = self._chapter(written, own)
        first, last = places["chapters"][docname]
        name = written.chapter.title
        about = front.offprint(self.facts, self._web(docname, ""), first, last)
        page = {"t": "offprint", "book": self.facts.name, "title": name, "c": as_nodes(about)}
        title = f"{name} – {self.facts.title}"
        manuscript = self._manuscript(title, [page], [chapter], first=first)
        self._press.set_type(self._anchors[docname], manuscript, written.pictures).print(path)

    def _proof(self) -> Proof:
        if self._whole is None:
            whole = References(self._anchors, self._names, self._web)
            body: list[dict[str, Any]] = []
            for part, caption, group in front.parts(self.chapters):
                if part:
                    body.append(self._part(part, caption, group))
                body += [
                    self._chapter(self._written[chapter.place.docname], whole) for chapter in group
                ]
            if entries := people.entries(self.chapters, self._names):
                mentions = people.mark_mentions(body, entries)
                body.append(people.index(entries, mentions))
            self.lost = whole.lost
            pages = [
                {"t": "cover"},
                {"t": "imprint", "c": as_nodes(front.imprint(self.facts))},
                {"t": "contents", "title": "Contents"},
            ]
            manuscript = self._manuscript(self.facts.name, pages, body)
            pictures = {
                name: path
                for written in self._written.values()
                for name, path in written.pictures.items()
            }
            self._whole = self._press.set_type(BOOK, manuscript, pictures)
        return self._whole

    def _chapter(self, written: Manuscript, references: References) -> dict[str, Any]:
        label = self._names[written.chapter.place.anchor]
        nodes = references.lead(written)
        return {"t": "chapter", "title": written.chapter.title, "id": label, "c": nodes}

    def _part(self, part: int, caption: str, group: Sequence[Chapter]) -> dict[str, Any]:
        chapters = [
            {"title": chapter.title, "label": self._names[chapter.place.anchor]}
            for chapter in group
            if chapter.place.depth == 0
        ]
        return {"t": "part", "number": part, "title": caption, "chapters": chapters}

    def _pages(self) -> dict[str, Any]:
        """The page of every name in the book, and the first and last of each chapter."""
        if self._places is None:
            found = self._proof().places()
            places = found["places"]
            pages = {
                name: places[label]["number"]
                for name, label in self._names.items()
                if label in places
            }
            spans = dict(zip(self._written, found["spans"], strict=True))
            self._places = {"pages": pages, "chapters": spans}
        return self._places

    def _manuscript(
        self, title: str, front_pages: list[Any], body: list[Any], first: int = 1
    ) -> dict[str, Any]:
        facts = self.facts
        keep_names(body, _wanted(body))
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
            "front": front_pages,
            "body": body,
            "names": sorted(names_in([*front_pages, *body])),
        }  # fmt: skip


def _wanted(body: Sequence[dict[str, Any]]) -> set[str]:
    """The names that something leads to: links, the index, lists of chapters."""
    wanted = {node["to"] for node in walk(list(body)) if "to" in node}
    for piece in body:
        wanted.add(piece.get("id", ""))
        for entry in piece.get("entries", ()):
            wanted |= {entry["to"], *entry["mentions"]}
    return wanted
