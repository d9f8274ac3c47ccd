"""Search finds what people look for: people, words and seminars first."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import SEARCH_PAGE, TITLE_PAGE, Site

QUESTIONS = [
    ("Pilgrim", "David Pilgrim"),
    ("harminder kaur", "Harminder Kaur"),
    ("co-production", "co-production"),
    ("coproduction", "co-production"),
    ("seminar 6", "Seminar 6"),
    ("detention", "detention"),
    ("coercive environments", "Seminar 6"),
    ("commissioning", "commissioning"),
    ("who came", "came"),
    ("poem", "poem"),
]


@pytest.mark.parametrize(("asked", "first"), QUESTIONS)
def test_what_is_named_comes_first(page: Page, site: Site, asked: str, first: str) -> None:
    """The first result is the thing itself, not a place that mentions it."""
    page.goto(f"{site.url(SEARCH_PAGE)}?q={asked}")
    result = page.locator("#search-results a").first
    expect(result).to_contain_text(first, ignore_case=True)


def test_results_are_announced_and_lead_somewhere(page: Page, site: Site) -> None:
    """From the title page with the keyboard alone."""
    page.goto(site.url(TITLE_PAGE))
    page.get_by_role("searchbox", name="Search the book").fill("Pilgrim")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("found for “Pilgrim”")
    page.locator("#search-results a").first.press("Enter")
    expect(page.locator(":target")).to_contain_text("David Pilgrim")


def test_what_was_left_out_leaves_no_space(page: Page, site: Site) -> None:
    """A citation is no word of the text; the full stop after it moves up."""
    page.goto(f"{site.url(SEARCH_PAGE)}?q=detention")
    expect(page.locator("#search-results li").first).to_be_visible()
    told = page.locator("#search-results li > p").all_text_contents()
    assert len(told) > 5
    assert not [words for words in told if re.search(r"\w [.,;:)]", words)]


def test_a_slip_of_the_pen_is_forgiven(page: Page, site: Site) -> None:
    """A name that is nearly right leads to the right one."""
    page.goto(f"{site.url(SEARCH_PAGE)}?q=Pilgrin")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    page.get_by_role("button", name="pilgrim").press("Enter")
    expect(page.locator("#search-results a").first).to_contain_text("David Pilgrim")


def test_search_works_from_a_folder(page: Page, site: Site) -> None:
    """A book that was downloaded needs no server."""
    page.goto(f"{site.on_disk(SEARCH_PAGE)}?q=Pilgrim")
    expect(page.locator("#search-results a").first).to_contain_text("David Pilgrim")


def test_markup_in_a_question_stays_text(page: Page, site: Site) -> None:
    """What is typed is shown, never run."""
    page.goto(f"{site.url(SEARCH_PAGE)}?q=<img src=x onerror=alert(1)>")
    expect(page.get_by_role("status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0
