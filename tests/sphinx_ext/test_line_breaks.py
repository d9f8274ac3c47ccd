"""Places to break a line are marked; not a letter of the text is changed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from seminarbook.sphinx_ext.html import line_breaks
from seminarbook.sphinx_ext.html.line_breaks import WHOLE, BreakLinesWell
from seminarbook.sphinx_ext.html.sources import CITED

PIECES = st.sampled_from(
    ("co-production", "re-use", " ", "a", "2016", "n.d.", "/", ".", "?", "=", "é", "漢")
)
WORDS = st.text(max_size=30) | st.lists(PIECES, max_size=20).map("".join)


@pytest.fixture(autouse=True)
def _in_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_breaks, "is_book_html", lambda app: True)


def marked(title: str, cited: str, address: str) -> nodes.document:
    """A page with a title, a citation and an address, after the transform."""
    document = new_document("page")
    document.settings.env = SimpleNamespace(app=None)
    section = nodes.section("", nodes.title("", "", nodes.Text(title)))
    cite = nodes.reference("", "", nodes.Text(cited), classes=[CITED], refuri="#a")
    link = nodes.reference("", "", nodes.Text(address), refuri=address)
    section += nodes.paragraph("", "", cite, link)
    document += section
    BreakLinesWell(document).run()
    return document


@given(WORDS, WORDS, WORDS.map(lambda words: f"https://example.org/a/long/address/{words}"))
def test_no_letter_is_lost(title: str, cited: str, address: str) -> None:
    document = marked(title, cited, address)
    breaks = [*document.findall(nodes.raw)]
    assert {one.astext() for one in breaks} <= {"<wbr>"}
    for one in breaks:
        one.parent.remove(one)
    (heading,) = document.findall(nodes.title)
    cite, link = document.findall(nodes.reference)
    assert heading.astext() == title
    assert link.astext() == link["refuri"] == address
    assert cite.astext().replace("\u00a0", " ") == cited.replace("\u00a0", " ")


def test_what_is_marked() -> None:
    document = marked(
        "On co-production", "Wagtail 2016", "https://example.org/a/long/address/x.html"
    )
    (whole,) = (one for one in document.findall(nodes.inline) if WHOLE in one["classes"])
    assert whole.astext() == "co-production"
    cite, link = document.findall(nodes.reference)
    assert cite.astext() == "Wagtail\u00a02016"
    assert "".join(one.astext() for one in link.children) == (
        "https://example<wbr>.org<wbr>/a<wbr>/long<wbr>/address<wbr>/x<wbr>.html"
    )
