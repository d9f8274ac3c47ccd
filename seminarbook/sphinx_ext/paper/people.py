"""The index of people: who is named where. Typst knows the pages once it has set them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from seminarbook.sphinx_ext.paper.fragments import Chapter
from seminarbook.sphinx_ext.paper.manuscript import walk

TITLE = "Index of people"
NAME = "--people"  # no document is called so


def entries(chapters: Iterable[Chapter], names: Mapping[str, str]) -> dict[str, str]:
    """The people of the book: the name of each one's entry, and that under which it is filed."""
    return {
        names[term.get("id", "")]: filed
        for chapter in chapters
        for term in chapter.body.iter("dt")
        if (filed := term.get("data-sort-name"))
    }


def mark_mentions(
    chapters: Sequence[dict[str, Any]], entries: Mapping[str, str]
) -> dict[str, list[str]]:
    """Name each link to a person's entry from another chapter; the names, by entry."""
    mentions: dict[str, list[str]] = {entry: [] for entry in entries}
    number = 0
    for chapter in chapters:
        nodes = list(walk(chapter.get("c", [])))
        own = {node["id"] for node in nodes if "id" in node}
        for node in nodes:
            entry = node.get("to") if node["t"] == "link" else None
            if entry in mentions and entry not in own:
                number += 1
                node["id"] = f"mention-{number}"
                mentions[entry].append(node["id"])
    return mentions


def index(entries: Mapping[str, str], mentions: Mapping[str, list[str]]) -> dict[str, Any]:
    """The index as a node, in the order of the entries."""
    rows = [
        {"name": filed, "to": entry, "mentions": mentions[entry]}
        for entry, filed in entries.items()
    ]
    return {"t": "people", "title": TITLE, "id": NAME, "entries": rows}
