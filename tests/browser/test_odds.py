"""A wrong address, paper, and readers who want nothing to move."""

from __future__ import annotations

import io
import re

import pikepdf
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.site import CHAPTER, DATA_PAGE, WIDE, Site


def test_a_wrong_address_helps_on(page: Page, site: Site) -> None:
    """At any depth, dressed, with ways on that work."""
    answer = page.goto(site.url("book/seminars/no-such/page.html"))
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    page.get_by_role("main").get_by_role("searchbox").fill("Pilgrim")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results a").first).to_contain_text("David Pilgrim")


def test_the_way_in_leads_to_the_title_page(page: Page, site: Site) -> None:
    """Whoever opens the top of the site."""
    page.goto(site.address)
    page.wait_for_url("**/book/index.html")


def test_a_page_prints_with_its_numbers(page: Page, site: Site) -> None:
    """Without menus, and with the tables of its charts unfolded."""
    page.goto(site.url(CHAPTER))
    page.emulate_media(media="print")
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator("#contents")).to_be_hidden()
    expect(page.locator(".chart-explore").first).to_be_hidden()
    expect(page.locator(".chart-numbers table").first).to_be_visible()
    with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as paper:
        assert 5 < len(paper.pages) < 40


def test_nothing_moves_for_those_who_ask_so(browser: Browser, site: Site) -> None:
    """Neither pages that scroll by themselves nor anything that fades."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.url(CHAPTER))
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
          const style = getComputedStyle(element);
          return style.scrollBehavior === "smooth" || style.animationName !== "none"
            || parseFloat(style.transitionDuration) > 0;
        }).length"""
    )
    assert moving == 0
    context.close()


def test_a_stacked_table_reads_like_a_list(phone: BrowserContext, site: Site) -> None:
    """Each row begins with its name; labels end in one mark, a colon or that of a question."""
    page = phone.new_page()
    page.goto(site.url("book/across/who-took-part.html"))
    row = page.locator(".table-attendance.stacks tbody tr").first
    before, name = row.locator("td").first.bounding_box(), row.locator("th").bounding_box()
    assert before is not None
    assert name is not None
    assert abs(before["y"] - name["y"]) < before["height"], "“Seminar 1 · Everyone” is one line"
    labels = page.evaluate(
        "[...document.querySelectorAll('td[data-label]')].map((cell) => cell.dataset.label)"
    )
    page.goto(site.url(CHAPTER))
    labels += page.evaluate(
        "[...document.querySelectorAll('td[data-label]')].map((cell) => cell.dataset.label)"
    )
    assert {label[-1] for label in labels} == {":", "?"}
    assert not [label for label in labels if label.endswith("?:")]


def test_a_table_has_two_names_only_where_it_scrolls(page: Page, site: Site) -> None:
    """Around a table that fits there is nothing to hear of, and nowhere to stop."""
    page.goto(site.url(CHAPTER))
    room = page.locator(".data-table .table-wrapper").first
    expect(room).not_to_have_attribute("role", "group")
    page.evaluate(
        "document.querySelector('.data-table .table-wrapper table').style.minWidth = '200rem'"
    )
    expect(room).to_have_attribute("role", "group")
    expect(room).to_have_attribute("aria-label", re.compile("Two talks"))
    expect(room).to_have_attribute("tabindex", "0")


def test_charts_can_be_read_in_colours_that_the_system_chose(browser: Browser, site: Site) -> None:
    """Letters take the system's colour of text, and only the current page has an edge."""
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(site.url(CHAPTER))
    text = "getComputedStyle(document.querySelector('%s')).%s"
    assert page.evaluate(text % (".chart-drawing text", "fill")) == page.evaluate(
        text % ("article p", "color")
    )
    edge = text % ("#contents %s", "borderLeftColor")
    assert page.evaluate(edge % "a:not([aria-current])") == page.evaluate(
        text % ("body", "backgroundColor")
    )
    assert page.evaluate(edge % "a[aria-current]") != page.evaluate(
        text % ("body", "backgroundColor")
    )
    context.close()


def test_larger_letters_get_the_room_of_the_third_column(browser: Browser, site: Site) -> None:
    """Nothing is squeezed; the sections are then listed with the chapters."""
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(site.url(CHAPTER))
    expect(page.get_by_role("navigation", name="On this page")).to_be_visible()
    page.evaluate("document.documentElement.dataset.size = 'largest'")
    expect(page.get_by_role("navigation", name="On this page")).to_be_hidden()
    expect(page.locator("#contents .here")).to_be_visible()
    context.close()


def test_a_page_is_laid_out_once(phone: BrowserContext, site: Site) -> None:
    """No script asks for places before the page is shown, or changes what was just measured."""
    page = phone.new_page()
    measure = phone.new_cdp_session(page)
    measure.send("Performance.enable")
    page.goto(site.url(DATA_PAGE), wait_until="load")
    page.wait_for_timeout(300)
    metrics = measure.send("Performance.getMetrics")["metrics"]
    counted = {metric["name"]: metric["value"] for metric in metrics}
    assert counted["LayoutCount"] <= 3


def test_a_wide_table_has_its_rows_in_lines_and_its_sources_below(page: Page, site: Site) -> None:
    """A row's cells stand side by side under their heads; nothing is cut, nothing scrolls."""
    seen = 0
    for name in (CHAPTER, "book/reference/figures.html", "book/reference/posts.html"):
        page.goto(site.url(name))
        for width in (768, 1280, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            tables = page.evaluate(
                """() => [...document.querySelectorAll("table.sourced")].map((table) => ({
                  hidden: table.parentElement.scrollWidth - table.parentElement.clientWidth,
                  rows: [...table.rows].map((row) => [...row.cells]
                    .filter((cell) => !cell.classList.contains("sources-cell"))
                    .map((cell) => cell.getBoundingClientRect())
                    .map(({left, top, bottom}) => [left, top, bottom].map(Math.round))),
                }))"""
            )
            for table in tables:
                seen += 1
                assert table["hidden"] <= 0
                lefts = [[left for left, _, _ in row] for row in table["rows"]]
                assert all(row == lefts[0] == sorted(set(row)) for row in lefts)
                for row in table["rows"]:
                    assert max(top for _, top, _ in row) < min(bottom for _, _, bottom in row)
    assert seen >= 9
