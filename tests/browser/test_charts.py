"""Charts: four ways to each, and the interactive one on request only."""

from __future__ import annotations

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import CHAPTER, Site, watched

FIGURE = re.compile(r'<figure class="chart chart-(\w+)[^"]*" id="([^"]+)"')
NUMBER = re.compile(r"\d[\d,]*")
# Every number that is drawn, and how far each row reaches after each part.
NUMBERS_DRAWN = """live => {
  const sums = new Map();
  const drawn = [];
  for (const trace of live.data) {
    trace.x?.forEach((value, place) => {
      if (typeof value !== "number") return;
      drawn.push(value);
      const reach = (sums.get(trace.y[place]) ?? 0) + value;
      sums.set(trace.y[place], reach);
      drawn.push(reach);
    });
  }
  return drawn;
}"""


def test_every_chart_has_name_description_finding_and_table(page: Page, site: Site) -> None:
    """A rule that no checker has: none of them looks into a chart."""
    faults, seen = [], 0
    for name in site.pages():
        page.goto(site.url(name))
        for block in page.locator(".chart-block").all():
            seen += 1
            drawing = block.locator("svg[role=img]")
            named = drawing.evaluate(
                "svg => svg.getAttribute('aria-labelledby').split(' ')"
                ".map(id => document.getElementById(id)?.textContent.trim() ?? '')"
            )
            caption = block.locator("figcaption .caption-text").inner_text()
            rows = block.locator("details table tbody tr").count()
            if not all(named) or len(named) < 2:
                faults.append(f"{name}: a drawing without name or description")
            if len(caption.partition(".")[2].split()) < 3:
                faults.append(f"{name}: no finding in “{caption}”")
            if not rows:
                faults.append(f"{name}: {caption}: no numbers")
            with_address = block.locator("a[download]").get_attribute("href")
            file = (site.folder / name).parent / with_address
            table = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
            if len(table) - 1 != rows and rows > 1:
                faults.append(f"{name}: {with_address} has other rows than the table")
    assert faults == []
    assert seen > 10


def kinds(site: Site) -> dict[str, tuple[str, str]]:
    """A page and the chart's anchor for each kind of chart in the book."""
    found: dict[str, tuple[str, str]] = {}
    for name in site.pages():
        text = (site.folder / name).read_text(encoding="utf-8")
        for kind, anchor in FIGURE.findall(text):
            found.setdefault(kind, (name, anchor))
    return found


@pytest.mark.parametrize("address", ["served", "on disk"])
def test_each_kind_of_chart_becomes_interactive(browser: Browser, site: Site, address: str) -> None:
    """On request, with the table's numbers, under the content policy, from a disk as well."""
    faults = []
    where = site.url if address == "served" else site.on_disk
    for kind, (name, anchor) in sorted(kinds(site).items()):
        page = browser.new_page()
        with watched(page) as visit:
            page.goto(where(name))
            block = page.locator(f".chart-block:has(#{anchor})")
            assert not any("plotly" in url for url in visit.requests), "fetched without asking"
            button = block.locator("button[data-chart]")
            button.focus()
            page.keyboard.press("Enter")
            expect(button).to_have_text("Back to the plain chart", timeout=30_000)
            expect(button).to_be_focused()
            expect(block.locator(".chart-picture")).to_be_hidden()
            expect(block.locator(".chart-live .main-svg").first).to_be_visible()
            shown = block.locator(".chart-live").evaluate(NUMBERS_DRAWN)
            cells = block.locator("details td.numeric").all_text_contents()
            numbers = [int(cell.replace(",", "")) for cell in cells if NUMBER.fullmatch(cell)]
            missing = [number for number in numbers if number and number not in shown]
            if missing:
                faults.append(f"{kind}: the table's {missing} are not in the drawing")
            page.keyboard.press("Enter")
            expect(block.locator(".chart-picture")).to_be_visible()
            expect(block.locator(".chart-live")).to_have_count(0)
        faults += [f"{kind}: {complaint}" for complaint in visit.complaints]
        page.close()
    assert faults == []


def test_an_interactive_chart_follows_the_colours(browser: Browser, site: Site) -> None:
    """Letters are drawn anew when the device turns dark."""
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(site.url(CHAPTER))
    page.locator("button[data-chart]").first.click()
    letters = page.locator(".chart-live .ytick text").first
    expect(letters).to_be_visible(timeout=30_000)
    before = letters.evaluate("text => getComputedStyle(text).fill")
    page.emulate_media(color_scheme="dark")
    expect(letters).not_to_have_css("fill", before)
    context.close()


def test_a_chart_that_cannot_be_loaded_stays_plain(page: Page, site: Site) -> None:
    """The reader is told, and nothing is lost."""
    page.route("**/plotly-*", lambda route: route.abort())
    page.goto(site.url(CHAPTER))
    block = page.locator(".chart-block").first
    block.locator("button[data-chart]").click()
    expect(block.locator("[role=status]")).to_contain_text("could not be loaded")
    expect(block.locator(".chart-picture")).to_be_visible()
