"""Whatever words a work has, each file that is published of it can be read, and says the same."""

from __future__ import annotations

import json
from dataclasses import replace

import rispy
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from properties import examples
from publish.works import BOOK, HOSTILE
from pybtex.database import parse_string

from seminarbook.model.partial_date import PartialDate
from seminarbook.publish.citation import bibtex, csl, ris
from seminarbook.publish.feed import Change, feed
from seminarbook.publish.works import Author, Work, one_line

ATOM = "{http://www.w3.org/2005/Atom}"
WORDS = (
    (st.text(max_size=40) | st.sampled_from((HOSTILE, "]]>", "}{", "a\\", "%", "AND and and", "=1", "\u202ex")))
    .map(one_line).filter(bool)
)  # fmt: skip
PEOPLE = st.lists(st.builds(Author, WORDS, WORDS | st.just("")), min_size=1, max_size=4)
WORKS = st.builds(
    lambda title, words, people: Work(
        replace(BOOK, authors=tuple(people)), title, "any", f"{BOOK.address}a.html", words
    ),
    WORDS, WORDS, PEOPLE,
)  # fmt: skip


@examples(40)
@given(WORKS)
def test_as_data_for_citation_programs(work: Work) -> None:
    (read,) = json.loads(csl(work))
    assert read["title"] == work.title
    names = [
        (one.get("family") or one.get("literal"), one.get("given", "")) for one in read["author"]
    ]
    assert names == [(one.family, one.given) for one in work.book.authors]


@examples(40)
@given(WORKS)
def test_as_bibtex(work: Work) -> None:
    (entry,) = parse_string(bibtex(work), "bibtex").entries.values()
    assert len(entry.persons["author"]) == len(work.book.authors)
    assert entry.fields["title"].count("{") == entry.fields["title"].count("}")


@examples(40)
@given(WORKS)
def test_as_ris(work: Work) -> None:
    (entry,) = rispy.loads(ris(work))
    assert entry["title"].strip() == work.title.strip()
    assert len(entry["authors"]) == len(work.book.authors)


@examples(40)
@given(st.lists(WORKS, max_size=4), WORDS, WORDS)
def test_as_a_feed(works: list[Work], title: str, point: str) -> None:
    book = replace(BOOK, title=title, description=point)
    root = etree.fromstring(feed(book, works, [Change(PartialDate(2031, 5), (point,))]))
    assert root.findtext(f"{ATOM}title") == title
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries[1:]] == [one.title for one in works]
    assert [entry.findtext(f"{ATOM}summary") for entry in entries] == [
        point, *(one.description for one in works)
    ]  # fmt: skip
