"""Directives and roles on pages: what readers get."""

from __future__ import annotations

import re

import pytest

from seminarbook.model.columns import columns_of
from seminarbook.model.records import RECORD_CLASSES
from tests.sphinx_ext.conftest import Book

REFERENCES = "# References\n\n:::{source-list}\n:::\n"
PEOPLE = "# People\n\n:::{people-index}\n:::\n"


def text_of(html: str) -> str:
    """The words of a page, with single spaces."""
    body = html[html.index('<div class="body"') :]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_table_has_caption_column_heads_row_heads_and_sources(book: Book) -> None:
    book.write(
        page="# A page\n\n:::{data-table} programme\n:seminar: s1\n:::\n", references=REFERENCES
    )
    built = book.build()
    assert built.warnings == []
    page = built.page("page")
    caption = re.search(r"<caption>.*?</caption>", page, re.DOTALL)
    assert caption
    assert "Table 1" in caption[0]
    assert len(re.findall(r'<th[^>]* scope="col"', page)) == 6
    assert len(re.findall(r'<th[^>]* scope="row"', page)) == 4
    assert re.search(r'<p class="source">Source: .*href="references.html#', page)


def test_a_chart_says_its_finding_and_holds_its_numbers(book: Book) -> None:
    book.write(
        page="# A page\n\n:::{data-chart} attendance\n:caption: Own words\n"
        ":finding: Own finding.\n:alt: Own description.\n:::\n",
        references=REFERENCES,
    )
    page = book.build().page("page")
    caption = re.search(r"<figcaption>.*?</figcaption>", page, re.DOTALL)
    assert caption
    assert "<strong>Own words.</strong> Own finding." in caption[0]
    assert "Figure 1" in caption[0]
    assert "Own description." in page
    assert "between 20 and 25" in text_of(page)
    assert "Table 1" not in page, "the numbers of a chart are no numbered table"


def test_names_that_we_give_an_author_need_not_write(book: Book) -> None:
    table = ":::{data-table} programme\n:seminar: s1\n:::\n"
    book.write(
        a=f"# A\n\n{table}",
        b=f"# B\n\n{table}\n:::{{data-table}} programme\n:seminar: s2\n:name: s3-programme\n:::\n",
        c="# C\n\n:::{data-table} programme\n:seminar: s3\n:::\n",
        refers="# R\n\n{numref}`s1-programme`, {numref}`s3-programme`.\n",
        references=REFERENCES,
    )
    built = book.build()
    assert built.warnings == []
    page = built.page("refers")
    assert 'href="a.html#s1-programme"' in page, "the first of two has the name"
    assert 'href="b.html#s3-programme"' in page, "an author's own name comes first"
    assert "Table 1 , Table 3 ." in text_of(page)


def test_the_same_table_twice_in_a_page_has_two_anchors(book: Book) -> None:
    table = ":::{data-table} gaps\n:::\n"
    book.write(page=f"# A page\n\n{table}\n{table}", references=REFERENCES)
    built = book.build()
    assert built.warnings == []
    ids = re.findall(r'<table[^>]* id="([^"]+)"', built.page("page"))
    assert len(set(ids)) == 2
    assert ids[0] == "series-gaps"


def test_people_are_linked_to_the_index_where_the_book_has_one(book: Book) -> None:
    page = "# A page\n\n{person}`cleo-nightjar` and {person}`Ada <ada-quillfeather>`.\n"
    book.write(page=page, references=REFERENCES)
    without = book.build()
    assert without.warnings == []
    assert "Cleo Nightjar and Ada ." in text_of(without.page("page"))
    assert "#person-" not in without.page("page")
    book.write(people=PEOPLE)
    html = book.build().page("page")
    assert 'href="people.html#person-cleo-nightjar"' in html
    assert 'href="people.html#person-ada-quillfeather"' in html


def test_an_entry_of_the_index_says_under_which_name_it_is_filed(book: Book) -> None:
    book.write(people=PEOPLE, references=REFERENCES)
    html = book.build().page("people")
    entry = '<dt data-sort-name="Nightjar, Cleo" id="person-cleo-nightjar">Cleo Nightjar</dt>'
    assert entry in html


def test_somebody_who_withdrew_is_named_nowhere(book: Book) -> None:
    row = "bram-oakentorp,person,Oakentorp,Bram,,https://example.org/oakentorp,"
    book.change("people", f"{row}public record", f"{row}withdrawn")
    book.write(
        page="# A page\n\nBy {person}`bram-oakentorp` and {person}`Bram <bram-oakentorp>`.\n",
        people=PEOPLE,
        references=REFERENCES,
    )
    built = book.build()
    for name in ("page", "people"):
        assert "Bram" not in text_of(built.page(name)).replace("[missing: Bram]", "")


def test_a_seminar_is_linked_to_its_chapter(book: Book) -> None:
    (book.root / "chapters").mkdir()
    (book.root / "chapters" / "01-sharing-soil.md").write_text("# Soil\n\nSee {seminar}`s1`.\n")
    book.write(
        page="# A page\n\n{seminar}`s1`, {seminar}`the hedges <s2>`.\n",
        index="# Contents\n\n```{toctree}\nchapters/01-sharing-soil\npage\n```\n",
    )
    built = book.build()
    assert built.warnings == []
    html = built.page("page")
    assert re.search(r'href="chapters/01-sharing-soil.html"[^>]*>\s*<span[^>]*>seminar 1', html)
    assert "the hedges" in html
    own = built.page("chapters/01-sharing-soil")
    assert '<p>See <span class="seminar">seminar 1</span>.</p>' in own, "no link to itself"


@pytest.mark.parametrize(
    ("figure", "words", "qualifier"),
    [
        ("s1-beds", "1234", "exactly"),
        ("s1-worms", "at least 1,000,000", "at-least"),
        ("s2-attendance", "between 20 and 25", "between"),
        ("s3-visitors", "not recorded", "not-recorded"),
        ("s3-turnips", "about 40", "about"),
    ],
)
def test_a_figure_says_how_sure_it_is_and_links_to_its_source(
    book: Book, figure: str, words: str, qualifier: str
) -> None:
    book.write(page=f"# A page\n\n{{figure}}`{figure}`\n", references=REFERENCES)
    built = book.build()
    assert built.warnings == []
    found = re.search(
        rf'<a [^>]*href="references\.html#([^"]+)"[^>]* title="Source: ([^"]+)">'
        rf'<span class="figure figure-{qualifier}">{words}</span></a>',
        built.page("page"),
    )
    assert found
    assert f'id="{found[1]}"' in built.page("references")
    assert found[2].endswith(")"), "the title ends with the place in the source"


def test_boxes_hold_markdown_and_care_notes_say_where_to_find_help(book: Book) -> None:
    header = "id,name,what,phone,url,checked,source,locator,note\n"
    row = "gate,The Gate,Somebody to talk to.,020 7946 0000,https://example.org/gate,,"
    book.data("help").write_text(f"{header}{row}garden-blog,list of links,\n")
    book.write(
        page="# A page\n\n:::{plain-words}\nIn *short*.\n:::\n\n"
        ":::{care-note}\nOf hedges, by {person}`cleo-nightjar`.\n:::\n",
        references=REFERENCES,
    )
    built = book.build()
    assert built.warnings == []
    page = built.page("page")
    assert 'class="plain-words admonition"' in page
    assert "In <em>short</em>." in page
    assert "Before you read on Of hedges, by Cleo Nightjar ." in text_of(page)
    assert 'href="tel:02079460000"' in page
    assert 'href="https://example.org/gate"' in page


def test_a_card_and_the_cards(book: Book) -> None:
    book.write(
        page="# A page\n\n:::{seminar-card} s1\n:::\n",
        cards="# Cards\n\n:::{seminar-cards}\n:::\n",
        references=REFERENCES,
    )
    built = book.build()
    assert built.warnings == []
    assert "The Glasshouse, Toytown" in text_of(built.page("page"))
    assert built.page("cards").count('class="card-title"') == 3


def test_a_card_is_called_as_the_chapter_that_it_leads_to(book: Book) -> None:
    chapter = "03-harvest"
    book.write(cards="# Cards\n\n:::{seminar-cards}\n:::\n")
    assert "Seminar 3: title not found" in text_of(book.build().page("cards"))
    book.write(**{chapter: "# Seminar 3: The *third* day\n"})
    page = book.build().page("cards")
    assert f'href="{chapter}.html"' in page
    assert "Seminar 3: The third day" in text_of(page)
    assert "Seminar 3: title not found" not in text_of(page)


def test_how_to_cite_a_chapter(book: Book) -> None:
    book.write(page="# On *hedges*\n\n:::{cite-this}\n:::\n")
    words = text_of(book.build().page("page"))
    for expected in (
        "The garden team", "2031", "“On hedges”", "Gardens for everyone",
        "https://example.org/toy/page.html",
    ):  # fmt: skip
        assert expected in words


def test_a_download_is_shown_only_once_its_file_is_there(book: Book) -> None:
    book.write(page="# A page\n\n:::{downloads}\n:::\n")
    offers = [{"file": "toy.pdf", "label": "The book as PDF"}]
    page = book.build(seminarbook_downloads=offers).page("page")
    assert (
        '<li hidden="" data-file="toy.pdf"><a href="files/toy.pdf">The book as PDF</a> '
        '<span data-size="toy.pdf"></span></li>' in page
    )


def test_the_data_dictionary_explains_every_column(book: Book) -> None:
    book.write(page="# A page\n\n:::{data-dictionary}\n:::\n")
    built = book.build()
    assert built.warnings == []
    words = text_of(built.page("page"))
    for record in RECORD_CLASSES:
        assert f"{record.file}.csv" in words
        for column in columns_of(record):
            assert column.name in words
            assert column.meaning.replace("'", "’") in words
