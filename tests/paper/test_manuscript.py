"""A chapter written down as data, and set: names, notes and links keep their places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from seminarbook.sphinx_ext.paper.fragments import Chapter, parse
from seminarbook.sphinx_ext.paper.manuscript import Manuscript, names_in, walk, write
from seminarbook.sphinx_ext.paper.outline import Place
from seminarbook.sphinx_ext.paper.press import Press
from tests.paper.test_pdf import page_texts

ROWS = "".join(f"<tr><th>{number}</th><td>x</td></tr>" for number in range(150))
TITLE = '<h1 class="chapter-title" data-level="1" data-title="Bees">Bees</h1>'


def written(html: str) -> Manuscript:
    return write(Chapter(Place("bees"), "Bees", parse(TITLE + html)))


def manuscript(nodes: list[Any]) -> dict[str, Any]:
    facts = {"title": "", "subtitle": "", "author": "", "period": "", "edition": "", "drawing": ""}
    return {
        "title": "Bees", "paper": "a4", "language": "en", "region": None, "day": None,
        "facts": facts, "first": 1, "given": {}, "front": [], "body": [{"t": "chapter", "title": "Bees", "id": "bees", "c": nodes}],
        "names": sorted(names_in(nodes)),
    }  # fmt: skip


def pages(nodes: list[Any], folder: Path) -> list[str]:
    """The text of each page, as it is printed."""
    path = folder / "bees.pdf"
    press = Press(folder / "press")
    path.write_bytes(press.sheets([press.take("bees", manuscript(nodes), {})])[0])
    return page_texts(path)


def table(head: str) -> str:
    return f"<table><thead><tr>{head}</tr></thead><tbody>{ROWS}</tbody></table>"


def test_a_head_stands_on_every_page_of_a_table(tmp_path: Path) -> None:
    found = written(table("<th>When</th><th>Who</th>"))
    texts = pages(found.nodes, tmp_path)
    assert len(texts) > 2
    assert all("When" in text for text in texts)


def test_a_head_with_names_and_links_stands_once(tmp_path: Path) -> None:
    found = written(table('<th id="when">When</th><th><a href="https://example.org/">one</a></th>'))
    assert found.names["when"] == "when"
    for node in walk(found.nodes):
        if node["t"] == "link":
            node["url"] = node.pop("href")
    texts = pages(found.nodes, tmp_path)
    assert len(texts) > 2
    assert ["When" in text for text in texts[:2]] == [True, False]


def test_a_name_leads_to_the_next_thing_that_can_carry_it() -> None:
    found = written(
        '<section id="a"><div id="b"><p id="c">Words</p></div></section><p id="d">x</p>'
    )
    assert found.names["a"] == found.names["b"] == found.names["c"]
    assert found.names["d"] == "d"
    assert found.names["bees"] == "bees"


def test_spaces_are_what_a_reader_sees() -> None:
    found = written("<p>\n  one <em> two</em>\n three <strong>four</strong>\n</p>")
    assert said(found.nodes[1:]) == "one two three four"


def said(nodes: list[Any]) -> str:
    return "".join(node if isinstance(node, str) else said(node.get("c", [])) for node in nodes)
