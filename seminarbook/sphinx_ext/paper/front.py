"""What no author writes: the imprint, a chapter's own title page, and the parts of the contents."""

from __future__ import annotations

from collections.abc import Sequence
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


def offprint(facts: Facts, address: str, first: int, last: int) -> list[Element]:
    """What stands before a chapter in a file of its own: whose it is, and where else it is."""
    return page("offprint.html", facts=facts, address=address, first=first, last=last)


def sections(chapter: Chapter) -> list[tuple[str, str]]:
    """The sections of a chapter that contents list: anchor and title."""
    found = []
    for section in chapter.body.iter("section"):
        heading = next((child for child in section if child.get("data-level")), None)
        if heading is not None and 1 < int(heading.get("data-level", "9")) <= DEEPEST:
            found.append((section.get("id", ""), text_of(heading)))
    return found
