"""Which links say on what page their place is."""

from __future__ import annotations

from seminarbook.sphinx_ext.paper.fragments import SCHEME, Chapter, parse
from seminarbook.sphinx_ext.paper.manuscript import walk, write
from seminarbook.sphinx_ext.paper.outline import Place
from seminarbook.sphinx_ext.paper.references import References


def pages_of(kinds: list[str]) -> list[bool]:
    """Whether links of these classes to one other chapter show its page, in turn."""
    words = "".join(f'<p><a class="{kind}" href="{SCHEME}hives">Hives</a></p>' for kind in kinds)
    title = '<h1 class="chapter-title" data-level="1" data-title="Bees">Bees</h1>'
    chapter = Chapter(Place("bees"), "Bees", parse(title + words))
    references = References({"hives": "hives"}, {"hives": "hives"}, lambda docname, name: "")
    nodes = references.lead(write(chapter))
    return [bool(node.get("page")) for node in walk(nodes) if node["t"] == "link"]


def test_the_first_link_to_a_place_says_its_page() -> None:
    assert pages_of(["seminar", "seminar"]) == [True, False]


def test_each_chapter_in_a_list_of_them_says_its_page() -> None:
    assert pages_of(["seminar", "seminar chapter", "seminar chapter"]) == [True, True, True]


def test_other_links_say_none() -> None:
    assert pages_of(["person"]) == [False]
