"""A work in every format, read back by the programs that readers use."""

from __future__ import annotations

import json
import re

import bibtexparser
import pytest
import rispy
import yaml
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from copies import REAL
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from properties import examples
from publish.works import BARE, BOOK, CHAPTER, EVERY, HOSTILE, ODD, WHOLE
from pybtex.database import parse_string

from seminarbook.publish.citation import bibtex, citation_files, csl, reference_text, ris
from seminarbook.publish.citation_file import disagreements
from seminarbook.publish.works import Author, Work, authors_of, one_line

NAMES = ["The garden team", "Wagtail, Ivo"]


def test_the_formatted_reference_names_author_year_title_book_edition_and_address() -> None:
    assert reference_text(CHAPTER) == (
        "The garden team and Ivo Wagtail (2031). “Seminar 3: Harvest”, in Gardens & paths. "
        "Edition of 5 April 2031. Model Farm Press. "
        "https://example.org/toy/book/seminars/03-harvest.html"
    )


def test_the_whole_book_is_cited_by_its_doi() -> None:
    assert reference_text(WHOLE).endswith("https://doi.org/10.5281/zenodo.1234567")


def test_what_is_not_known_is_left_out() -> None:
    assert reference_text(BARE) == "“Nothing known”, in Untitled."
    assert [len(file.text) > 0 for file in citation_files(BARE)] == [True] * 3


@pytest.mark.parametrize("work", EVERY, ids=lambda work: work.name)
def test_bibtex_is_read_by_two_parsers(work: Work) -> None:
    read = parse_string(bibtex(work), "bibtex")
    entry = read.entries[work.key]
    authors = [str(person) for person in entry.persons["author"]]
    assert authors == ["{The garden team}", "{Wagtail}, {Ivo}"]
    assert entry.fields["date"] == "2031-04-05"
    library = bibtexparser.parse_string(bibtex(work))
    assert len(library.entries) == 1
    assert library.failed_blocks == []


def test_bibtex_keeps_every_sign_of_a_hostile_title() -> None:
    written = parse_string(bibtex(ODD), "bibtex").entries["gardens-odd"].fields["title"]
    commands = {
        r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
        r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
    }  # fmt: skip
    text = written.removeprefix("{").removesuffix("}")
    read = re.sub(
        r"\\text[a-z]+\{\}|\\[%&#_$]", lambda found: commands.get(found[0], found[0][-1]), text
    )
    assert read == HOSTILE


@pytest.mark.parametrize("work", EVERY, ids=lambda work: work.name)
def test_ris_is_read_back(work: Work) -> None:
    (read,) = rispy.loads(ris(work))
    assert read["type_of_reference"] == ("BOOK" if work.whole else "CHAP")
    assert (read["title"], read["authors"]) == (work.title, NAMES)
    assert read["urls"] == [work.address]
    assert read["keywords"] == list(BOOK.keywords)


@pytest.mark.parametrize("work", EVERY, ids=lambda work: work.name)
def test_csl_is_set_by_a_citation_processor(work: Work) -> None:
    items = json.loads(csl(work))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatters.plain)
    bibliography.register(Citation([CitationItem(items[0]["id"])]))
    (line,) = (str(entry) for entry in bibliography.bibliography())
    assert "2031" in line
    assert "Wagtail" in line
    assert BOOK.title in line
    assert items[0]["title"] == work.title


@examples(40)
@given(st.text(max_size=60), st.text(max_size=30))
def test_any_title_and_author_can_be_read_back(title: str, author: str) -> None:
    work = Work(BOOK, one_line(title) or "x", "any", "https://example.org/a.html")
    (read,) = json.loads(csl(work))
    assert read["title"] == work.title
    assert rispy.loads(ris(work))[0]["title"].strip() == work.title
    assert list(parse_string(bibtex(work), "bibtex").entries) == ["gardens-any"]
    assert all(one.family == one_line(one.family) for one in authors_of(author))


def test_names_are_read_as_people_and_groups() -> None:
    assert authors_of("The editors; Wagtail, Ivo; ;") == (
        Author("The editors"),
        Author("Wagtail", "Ivo"),
    )


def test_citation_cff_is_valid() -> None:
    import check_jsonschema

    folder = check_jsonschema.__path__[0] + "/builtin_schemas/vendor/citation-file-format.json"
    with open(folder, encoding="utf-8") as file:
        schema = json.load(file)
    found = yaml.load((REAL / "CITATION.cff").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert [error.message for error in Draft7Validator(schema).iter_errors(found)] == []


def test_citation_cff_that_says_otherwise_is_reported() -> None:
    text = "title: Gardens & paths\nversion: 2031-04-05\nauthors: [{name: Nobody}]\n"
    told = list(disagreements(text, WHOLE))
    assert any("“authors” is" in line for line in told)
    assert any(line.startswith("CITATION.cff: “doi”") for line in told)
    assert not any("“title”" in line or "“version”" in line for line in told)


@pytest.mark.parametrize("text", ["{", "- a", ""])
def test_citation_cff_that_cannot_be_read_is_reported(text: str) -> None:
    assert list(disagreements(text, WHOLE))
