"""What is read and written again after a change: all that it touches, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sphinx_ext.conftest import Book, build_again

PAGES = {
    "programme": "# Programme\n\n:::{data-table} programme\n:seminar: s1\n:::\n",
    "figures": "# Numbers\n\nThere are {figure}`s1-beds` beds.\n",
    "came": "# Who came\n\n:::{data-chart} attendance\n:::\n",
    "people": "# People\n\n:::{people-index}\n:::\n",
    "plain": "# Plain\n\nOnly {person}`ada-quillfeather` {cite:p}`garden-blog`.\n",
    "refers": "# Refers\n\nSee {numref}`series-attendance`, {doc}`figures` and {ref}`here`.\n",
    "labelled": "(here)=\n# Labelled\n\nText.\n",
    "references": "# References\n\n:::{source-list}\n:::\n",
}


@pytest.fixture
def built(book: Book) -> Book:
    book.write(**PAGES)
    assert book.build().warnings == []
    return book


def pages(out: Path) -> dict[str, bytes]:
    """Every page, by its name."""
    return {path.stem: path.read_bytes() for path in sorted(out.glob("*.html"))}


def test_nothing_is_read_or_written_when_nothing_has_changed(built: Book) -> None:
    again = built.build()
    assert (again.read, again.written) == (set(), set())


def test_a_changed_cell_reads_the_pages_that_show_it_and_changing_it_back_gives_the_same_bytes(
    built: Book,
) -> None:
    out = built.root / "_build" / "html"
    before = pages(out)
    built.change("talks", "10:00", "10:05")
    again = built.build()
    assert again.read == {"programme"}
    assert "10:05" in again.page("programme")
    built.change("talks", "10:05", "10:00")
    assert built.build().read == {"programme"}
    assert pages(out) == before


def test_a_number_is_read_again_only_where_it_is_shown(built: Book) -> None:
    built.change("figures", "s1-beds,1234", "s1-beds,1235")
    again = built.build()
    assert again.read == {"figures"}
    assert "1235" in again.page("figures")


def test_a_row_that_no_page_shows_reads_nothing(built: Book) -> None:
    built.change("figures", "s2-hedge,1.5", "s2-hedge,1.6")
    assert built.build().read == set()


def test_a_file_written_anew_with_the_same_content_reads_nothing(built: Book) -> None:
    path = built.data("talks")
    path.write_bytes(path.read_bytes())
    assert built.build().read == set()


def test_a_name_is_changed_wherever_it_is_shown(built: Book) -> None:
    built.change("people", "Quillfeather,Ada", "Quillfeather,Adeline")
    again = built.build()
    assert again.read == {"programme", "people", "plain", "index"}
    assert "Adeline Quillfeather" in again.page("plain")


def test_a_source_is_changed_wherever_it_is_cited_without_reading_the_page(built: Book) -> None:
    text = (built.root / "references.bib").read_text(encoding="utf-8")
    entry = text[text.index("garden-blog") :]
    year = entry[entry.index("year") :].split("{")[1].split("}")[0]
    changed = entry.replace(f"{{{year}}}", "{2039}", 1)
    (built.root / "references.bib").write_text(text.replace(entry, changed), encoding="utf-8")
    again = built.build()
    assert again.read == {"references"}
    assert "plain" in again.written
    assert "2039" in again.page("plain")
    assert "figures" not in again.written


def test_a_number_of_a_figure_is_changed_where_it_is_referred_to(built: Book) -> None:
    assert "Figure 1" in built.build().page("refers")
    built.write(**PAGES | {"a-first": "# First\n\n:::{data-chart} timeline\n:::\n"})
    again = built.build()
    assert "Figure 2" in again.page("refers")
    assert again.read == {"a-first", "index"}


def test_a_heading_is_changed_where_it_is_referred_to(built: Book) -> None:
    built.change("labelled.md", "# Labelled", "# Renamed")
    again = built.build()
    assert again.read == {"labelled"}
    assert "Renamed" in again.page("refers")


def test_links_to_a_person_go_when_the_index_goes_and_come_back_with_it(built: Book) -> None:
    link = 'href="people.html#person-ada-quillfeather"'
    assert link in built.build().page("plain")
    built.write(people="# People\n")
    without = built.build()
    assert without.read == {"people"}
    assert "Ada Quillfeather" in without.page("plain")
    assert link not in without.page("plain")
    built.write(people=PAGES["people"])
    assert link in built.build().page("plain")


def test_each_output_writes_what_another_one_has_read(built: Book) -> None:
    first = built.build("text")
    built.change("talks", "10:00", "10:05")
    assert built.build("html").read == {"programme"}
    second = built.build("text")
    assert second.read == set()
    assert second.written >= {"programme"}
    assert "10:05" in (first.out / "programme.txt").read_text(encoding="utf-8")


def test_one_process_builds_again_and_again(built: Book) -> None:
    with built.app() as app:
        assert build_again(app).read == set()
        built.change("talks", "10:00", "10:05")
        again = build_again(app)
        assert again.read == {"programme"}
        assert "10:05" in again.page("programme")
        built.change("talks", "10:05", "ten")
        faulty = build_again(app)
        assert faulty.warnings[0].startswith("data/talks.csv:3: WARNING: column “start”")
        # The fault is in a file on which people rest as well.
        assert faulty.read == {"programme", "people"}
        built.change("talks", ",ten,", ",10:00,")
        mended = build_again(app)
        assert mended.warnings == []
        assert mended.read == {"programme", "people"}
        built.change("labelled.md", "Text.", "Text, and\n\n:::{data-chart} timeline\n:::")
        assert "Figure 1" in build_again(app).page("refers")
    out = built.root / "_build" / "html"
    patched = pages(out)
    shutil.rmtree(built.root / "_build")
    assert pages(built.build().out) == patched, "many small builds give what one clean build gives"


def test_a_fault_that_another_file_has_caused_reads_the_page_again(built: Book) -> None:
    built.change("talks", "s1-quillfeather,s1", "s1-quillfeather,s2")
    again = built.build()
    assert again.warnings[0].startswith("data/participation.csv:3: WARNING: column “talk”: ")
    # The index of people rests on participation.csv, in which nothing has changed.
    assert "people" in again.read
    assert "data/participation.csv has faults" in again.page("people")


def test_one_process_takes_up_a_changed_source(built: Book) -> None:
    with built.app() as app:
        assert build_again(app).read == set()
        built.change("references.bib", "Gardens for everyone: the blog", "Blog of the garden")
        again = build_again(app)
        assert again.read == {"references"}
        assert "Blog of the garden" in again.page("plain")


def test_a_page_that_is_gone_is_forgotten(built: Book) -> None:
    (built.root / "came.md").unlink()
    built.write(refers="# Refers\n", index="# Contents\n\n```{toctree}\n:glob:\n*\n```\n")
    assert built.build().warnings == []
    with built.app() as app:
        domain = app.env.get_domain("seminarbook")
        assert "came" not in str(domain.data)
        assert "series-attendance" not in app.env.get_domain("std").anonlabels


def test_doctrees_hold_no_path_of_this_machine(built: Book) -> None:
    with built.app() as app:
        for name in PAGES:
            document = app.env.get_doctree(name)
            document["source"] = ""
            assert str(built.root) not in document.pformat()


def test_a_list_of_sources_that_is_read_again_lists_them_still(built: Book) -> None:
    out = built.root / "_build" / "html"
    before = pages(out)
    built.write(references=PAGES["references"] + "\nAnd that is all.\n")
    again = built.build()
    assert again.warnings == []
    assert again.read == {"references"}
    built.write(references=PAGES["references"])
    assert built.build().warnings == []
    assert pages(out) == before


def test_every_page_that_is_read_again_cites_as_before(built: Book) -> None:
    out = built.root / "_build" / "html"
    before = pages(out)
    for page in PAGES:
        (built.root / f"{page}.md").touch()
    again = built.build()
    assert again.warnings == []
    assert again.read == set(PAGES)
    assert pages(out) == before


def test_links_of_markdown_that_lead_nowhere_end_no_build(book: Book) -> None:
    book.write(page="# A page\n\n[One](gone.md), [two](#nowhere), [three](www.example.org/x).\n")
    built = book.build()
    assert "three" in built.page("page")
    assert len(built.warnings) == 3
