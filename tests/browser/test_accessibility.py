"""Accessible on every page: as it is, at 320 pixels, and in each set of colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import broken_rules, load, weak_contrasts
from tests.browser.site import CHAPTER, DATA_PAGE, TITLE_PAGE, WIDE, Site

NARROW = 320
WIDER_THAN_SCREEN = "document.documentElement.scrollWidth - innerWidth"
CUT_TABLES = """() => [...document.querySelectorAll(".data-table .table-wrapper")]
  .filter((room) => room.scrollWidth > room.clientWidth)
  .map((room) => room.querySelector("caption").textContent)"""
SMALLEST_LETTERS = """() => Math.min(...[...document.querySelectorAll(".chart-drawing text")]
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getCTM().a), 99)"""
BROKEN_WORDS = """() => [
    ...document.querySelectorAll(":is(h1, h2, h3, .card-title) .whole"),
    ...[...document.querySelectorAll("a.cited:not(thead a)")].filter((link) => /^\\w+,\\s\\d{4}$/.test(link.textContent)),
  ].filter((word) => word.getClientRects().length > 1).map((word) => word.textContent)"""


def _looked_at(page: Page, name: str) -> dict[str, list[str]]:
    """What is amiss on a page that is open, by the way it is looked at."""
    load(page)
    found = {"rules": broken_rules(page, colours=False)}
    # A look at every letter where there is most to see; on other pages one of each kind.
    thorough = name in (TITLE_PAGE, CHAPTER, DATA_PAGE)
    found["light"] = broken_rules(page) if thorough else weak_contrasts(page)
    page.emulate_media(color_scheme="dark")
    found["dark"] = weak_contrasts(page)
    page.emulate_media(color_scheme="light")
    page.evaluate("document.documentElement.dataset.colours = 'calm'")
    found["calm"] = weak_contrasts(page)
    page.evaluate("delete document.documentElement.dataset.colours")
    found["tables"] = page.evaluate(CUT_TABLES)
    page.set_viewport_size({"width": NARROW, "height": 640})
    found["narrow"] = broken_rules(page, colours=False)
    if (width := page.evaluate(WIDER_THAN_SCREEN)) > 0:
        found["narrow"].append(f"{width} pixels wider than the screen")
    if (size := page.evaluate(SMALLEST_LETTERS)) < 11:
        found["narrow"].append(f"letters in a chart are {size:.1f} pixels high")
    found["narrow"] += [f"{word} is broken" for word in page.evaluate(BROKEN_WORDS)]
    return found


@pytest.fixture(scope="module")
def looks(browser: Browser, site: Site) -> dict[str, dict[str, list[str]]]:
    """Every page, opened once and looked at in every way; only what is amiss is kept."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    found: dict[str, dict[str, list[str]]] = {}
    for name in site.pages():
        page.set_viewport_size(WIDE)
        page.goto(site.url(name))
        for way, faults in _looked_at(page, name).items():
            found.setdefault(way, {})
            if faults:
                found[way][name] = faults
    context.close()
    return found


@pytest.mark.parametrize("way", ["rules", "narrow"])
def test_no_page_breaks_a_rule(looks: dict[str, dict[str, list[str]]], way: str) -> None:
    """WCAG 2.2 A and AA, axe's best practices; at 320 pixels nothing scrolls sideways."""
    assert looks[way] == {}


@pytest.mark.parametrize("way", ["light", "dark", "calm"])
def test_contrast_is_enough(looks: dict[str, dict[str, list[str]]], way: str) -> None:
    """In each set of colours."""
    assert looks[way] == {}


def test_no_table_is_cut_on_a_wide_screen(looks: dict[str, dict[str, list[str]]]) -> None:
    """All columns of a chapter's tables can be seen at once."""
    assert looks["tables"] == {}


def test_letters_in_charts_are_readable_on_a_phone(browser: Browser, site: Site) -> None:
    """Twelve pixels high on a screen of 360; the narrowest phones are looked at above."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    for name in (TITLE_PAGE, CHAPTER):
        page.goto(site.url(name))
        assert page.evaluate(SMALLEST_LETTERS) >= 12
    page.close()


def test_the_rules_find_what_is_wrong(browser: Browser, site: Site) -> None:
    """A page with faint letters, a small target and a picture without words is not passed."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(site.url(TITLE_PAGE))
    page.evaluate(
        """() => {
          const style = document.createElement("style");
          style.textContent = ".part-name, h1 { color: #bbb } .small { font-size: 8px }";
          const more = document.createElement("p");
          more.innerHTML = '<img src=""><a class="small" href="#a">a</a><a class="small" href="#b">b</a>';
          document.querySelector("article").append(style, more);
        }"""
    )
    load(page)
    assert {fault.partition(":")[0] for fault in weak_contrasts(page)} >= {"color-contrast"}
    broken = {fault.partition(":")[0] for fault in broken_rules(page)}
    assert broken >= {"color-contrast", "image-alt", "target-size"}
    assert "color-contrast" not in {
        fault.partition(":")[0] for fault in broken_rules(page, colours=False)
    }
    context.close()
