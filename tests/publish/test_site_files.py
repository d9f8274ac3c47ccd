"""Feed, map and redirects, read by parsers of their kinds."""

from __future__ import annotations

import feedparser
import pytest
from lxml import etree, html
from publish.works import BARE, BOOK, CHAPTER, ODD, WHOLE

from seminarbook.publish.feed import changes_of, feed
from seminarbook.publish.redirects import redirect_faults, redirect_page
from seminarbook.publish.site_files import humans, robots, sitemap

CHANGELOG = """# What changed

## 2031-05

- A chapter more.
- Fewer
  turnips.

## Some day

- Nothing.

## 2031-13

- No such month.

## 2031-04-05

- The first edition.
"""


def test_changes_are_read_from_dated_sections_only() -> None:
    changes = changes_of(CHANGELOG)
    assert [change.date.iso() for change in changes] == ["2031-05", "2031-04-05"]
    assert changes[0].points == ("A chapter more.", "Fewer turnips.")


def test_the_feed_is_well_formed_and_dated_by_edition_and_changes() -> None:
    text = feed(BOOK, [CHAPTER, ODD], changes_of(CHANGELOG))
    read = feedparser.parse(text)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == BOOK.title
    assert read.feed.updated.startswith("2031-05-01")
    assert [entry.title for entry in read.entries] == [
        "What changed: May 2031",
        "What changed: 5 April 2031",
        CHAPTER.title,
        ODD.title,
    ]
    assert read.entries[2].link == CHAPTER.address
    assert read.entries[2].updated.startswith("2031-04-05")
    assert len({entry.id for entry in read.entries}) == 4
    assert text == feed(BOOK, [CHAPTER, ODD], changes_of(CHANGELOG))


def test_the_map_lists_every_page() -> None:
    tree = etree.fromstring(sitemap(BOOK, [WHOLE, CHAPTER, ODD]))
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    pages = tree.xpath("//s:loc/text()", namespaces=names)
    assert pages == [WHOLE.address, CHAPTER.address, ODD.address]
    assert set(tree.xpath("//s:lastmod/text()", namespaces=names)) == {"2031-04-05"}


def test_robots_and_humans_are_told() -> None:
    assert f"Sitemap: {BOOK.address}sitemap.xml" in robots(BOOK)
    assert "By: Ivo Wagtail" in humans(BOOK)
    assert "By:" not in humans(BARE.book)


PAGES = {"book/index.html", "book/new.html"}


def test_a_redirect_leads_on_without_scripts_and_names_the_new_address() -> None:
    page = html.fromstring(
        redirect_page("old/deep/page.html", "book/new.html", "A <b> & c", "en-GB", BOOK.address)
    )
    (link,) = page.xpath("//a")
    assert link.get("href") == "../../book/new.html"
    assert link.text == "A <b> & c"
    refresh = page.xpath("//meta[@http-equiv='refresh']/@content")[0]
    assert refresh == "0; url=../../book/new.html"
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{BOOK.address}book/new.html"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("old.html", "book/nwe.html", "which is no page of the book. Did you mean “book/new.html”"),
        ("book/index.html", "book/new.html", "is a page of the book"),
        ("/old.html", "book/new.html", "is not the address of a page"),
        ("../old.html", "book/new.html", "lies outside the site"),
        ("a/../old.html", "book/new.html", "is not the address of a page"),
        ("old", "book/new.html", "is not the address of a page"),
    ],
)
def test_redirects_that_would_not_work_are_reported(old: str, new: str, fault: str) -> None:
    assert any(fault in told for told in redirect_faults({old: new}, PAGES))


def test_a_redirect_that_works_is_not_reported() -> None:
    assert list(redirect_faults({"old.html": "book/new.html"}, PAGES)) == []
