"""The pages that no author writes: cover, imprint, contents, part titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2

from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.fragments import Chapter, Element, parse, text_of

TEMPLATES = Path(__file__).parents[2] / "templates" / "pdf"
_PAGES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
# Contents list parts, chapters and the sections that a chapter's title stands over.
DEEPEST = 2


def page(template: str, **values: Any) -> list[Element]:
    """The elements that a template makes."""
    return list(parse(_PAGES.get_template(template).render(**values)))


def cover(facts: Facts, drawing: str) -> list[Element]:
    """Title, dates and a quiet drawing."""
    return page("cover.html", facts=facts, drawing=drawing)


def imprint(facts: Facts) -> list[Element]:
    """Edition, commit, licence, contact."""
    return page("imprint.html", facts=facts)


def parts(chapters: Sequence[Chapter]) -> list[tuple[int, str, list[Chapter]]]:
    """Chapters grouped by part, in order: the part's number, its caption, its chapters."""
    return [
        (part, caption, list(group))
        for (part, caption), group in groupby(
            chapters, key=lambda chapter: (chapter.place.part, chapter.place.caption)
        )
    ]


def part_title(
    part: int, caption: str, chapters: Sequence[Chapter], pages: Mapping[str, int]
) -> list[Element]:
    """The page that opens a part and lists its chapters."""
    return page("part.html", part=part, caption=caption, chapters=chapters, pages=pages)


def offprint(facts: Facts, title: str, address: str, first: int, count: int) -> list[Element]:
    """The page before a chapter in a file of its own: what it is from, and how to cite it."""
    return page(
        "offprint.html", facts=facts, title=title, address=address, first=first,
        last=first + count - 1,
    )  # fmt: skip


def contents(
    chapters: Sequence[Chapter], extra: Sequence[tuple[str, str]], pages: Mapping[str, int]
) -> list[Element]:
    """The contents with page numbers; ``extra`` are pages after the last chapter: anchor, title."""
    entries = [
        {
            "part": part,
            "caption": caption,
            "page": pages.get(f"part-{part}"),
            "chapters": [
                {
                    "anchor": chapter.place.anchor,
                    "title": chapter.title,
                    "depth": chapter.place.depth,
                    "page": pages[chapter.place.anchor],
                }
                for chapter in group
            ],
        }
        for part, caption, group in parts(chapters)
    ]
    more = [{"anchor": anchor, "title": title, "page": pages[anchor]} for anchor, title in extra]
    return page("contents.html", parts=entries, extra=more)


def sections(chapter: Chapter) -> list[tuple[str, str]]:
    """The sections of a chapter that contents list: anchor and title."""
    found = []
    for section in chapter.body.iter("section"):
        heading = next((child for child in section if child.get("data-level")), None)
        if heading is not None and 1 < int(heading.get("data-level", "9")) <= DEEPEST:
            found.append((section.get("id", ""), text_of(heading)))
    return found
