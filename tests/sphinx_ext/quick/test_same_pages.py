"""Quicker ways give the same pages as those of docutils, Sphinx and sphinxcontrib-bibtex."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from sphinxcontrib.bibtex.domain import BibtexDomain

from seminarbook.sphinx_ext.quick import citations, partials, sparing
from tests.builds import build
from tests.copies import TOY, copy_of
from tests.sphinx_ext.conftest import Book

TITLES = (
    "Plain", "Who & whom", "<b>bold</b>", "“Quoted” and \"straight\"", "it's", "a@b.example",
    "two  spaces", "naïve 漢字", "a\u00a0b", "\u202eback", "100 % {{ x }}", "-- dash ---",
)  # fmt: skip


@pytest.mark.book
def test_pages_are_the_same_with_and_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, said = build(copy_of(TOY, tmp_path / "quick"))
    assert said == ()
    monkeypatch.setattr(partials, "install", lambda app: None)
    monkeypatch.setattr(sparing, "install", lambda app: None)
    for name in ("resolve_xref", "env_updated"):
        monkeypatch.setattr(citations.QuickBibtexDomain, name, getattr(BibtexDomain, name))
    slow, _ = build(copy_of(TOY, tmp_path / "slow"))
    pages = sorted(path.relative_to(quick) for path in quick.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        assert (quick / page).read_bytes() == (slow / page).read_bytes(), page


def test_a_title_is_written_as_sphinx_writes_it(book: Book) -> None:
    book.write(one="# One\n")
    with book.app() as app:
        app.build()
        slow = type(app.builder).render_partial
        for text in TITLES:
            title = nodes.title(text, text)
            quick = app.builder.render_partial(title.deepcopy())["title"]
            assert quick == slow(app.builder, title.deepcopy())["title"], text
        marked = nodes.title("", "", nodes.Text("a "), nodes.emphasis("", "b"))
        assert app.builder.render_partial(marked)["title"] == "a <em>b</em>"


def test_a_citation_on_another_page_is_another_way(book: Book) -> None:
    text = "# A title\n\nSee {cite:p}`garden-notes` and {cite:p}`garden-notes,hedge-report`.\n"
    book.write(one=text, two=text, sources=f"{text}\n:::{{source-list}}\n:::\n")
    built = book.build()
    assert built.warnings == []
    first = built.page("one").count('href="sources.html#')
    assert first == built.page("two").count('href="sources.html#') == 3
    assert built.page("sources").count('href="#') > 3


def test_an_unknown_source_is_told_at_each_place(book: Book) -> None:
    text = "# A title\n\nSee {cite:p}`garden-notes,nobody`.\n"
    book.write(one=text, two=text, sources="# Sources\n\n:::{source-list}\n:::\n")
    said = [line for line in book.build().warnings if "nobody" in line]
    assert sum("one.md" in line for line in said) == sum("two.md" in line for line in said) == 1


def test_a_source_that_changes_is_cited_anew(book: Book) -> None:
    text = "# A title\n\nSee {cite:t}`garden-notes`.\n"
    book.write(one=text, sources="# Sources\n\n:::{source-list}\n:::\n")
    assert "Toytown Garden Trust" in book.build().page("one")
    book.change("references.bib", "{Toytown Garden Trust}", "{{Other Body}}")
    assert "Other Body" in book.build().page("one")


def test_signs_are_set_as_sphinx_sets_them(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    text = """# A title's end

"Quoted", it's 'so' -- and --- so... or . . . so. `code "x"` and *"both"* "*one*".

| "head" | plain |
| --- | --- |
| it's | a-b |
"""
    book.write(one=text)
    quick = book.build().page("one")
    monkeypatch.setattr(sparing, "install", lambda app: None)
    book.write(one=f"{text} ")
    assert book.build().page("one") == quick
    assert "“Quoted”, it’s ‘so’ – and — so…" in quick
