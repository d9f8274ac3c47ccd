"""Charts: four ways to each, and the interactive one on request only."""

from __future__ import annotations

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

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


CHART_PARTS = """() => [...document.querySelectorAll(".chart-block")].map((block) => {
  const drawing = block.querySelector("svg[role=img]");
  const named = ["labelledby", "describedby"].map((by) => drawing?.getAttribute(`aria-${by}`));
  return {
    named: named.map((id) => document.getElementById(id)?.textContent.trim() ?? ""),
    caption: block.querySelector("figcaption .caption-text")?.textContent ?? "",
    rows: block.querySelectorAll("details table tbody tr").length,
    file: block.querySelector("a[download]")?.getAttribute("href") ?? "",
  };
})"""


def test_every_chart_has_name_description_finding_and_table(page: Page, site: Site) -> None:
    """A rule that no checker has: none of them looks into a chart."""
    faults, seen = [], 0
    for name in site.pages():
        page.goto(site.url(name))
        for parts in page.evaluate(CHART_PARTS):
            seen += 1
            caption, rows, address = parts["caption"], parts["rows"], parts["file"]
            if not all(parts["named"]):
                faults.append(f"{name}: a drawing without name or description")
            if len(caption.partition(".")[2].split()) < 3:
                faults.append(f"{name}: no finding in “{caption}”")
            if not rows:
                faults.append(f"{name}: {caption}: no numbers")
            file = (site.folder / name).parent / address
            table = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
            if len(table) - 1 != rows and rows > 1:
                faults.append(f"{name}: {address} has other rows than the table")
    assert faults == []
    assert seen > 10


def kinds(site: Site) -> dict[str, dict[str, str]]:
    """For each kind of chart in the book an anchor, by page: of few pages with many kinds."""
    on_page: dict[str, dict[str, str]] = {}
    for name in site.pages():
        for kind, anchor in FIGURE.findall((site.folder / name).read_text(encoding="utf-8")):
            on_page.setdefault(name, {}).setdefault(kind, anchor)
    chosen: dict[str, dict[str, str]] = {}
    wanted = {kind for anchors in on_page.values() for kind in anchors}
    while wanted:
        name = max(on_page, key=lambda page: len(wanted & on_page[page].keys()))
        chosen[name] = {kind: on_page[name][kind] for kind in wanted & on_page[name].keys()}
        wanted -= chosen[name].keys()
    return chosen


@pytest.mark.parametrize("address", ["served", "on disk"])
def test_each_kind_of_chart_becomes_interactive(browser: Browser, site: Site, address: str) -> None:
    """On request, with the table's numbers, under the content policy, from a disk as well."""
    faults = []
    where = site.url if address == "served" else site.on_disk
    context = browser.new_context()
    for name, anchors in kinds(site).items():
        page = context.new_page()
        with watched(page) as visit:
            page.goto(where(name))
            assert not any("plotly" in url for url in visit.requests), "fetched without asking"
            for kind, anchor in sorted(anchors.items()):
                missing = _explored(page, page.locator(f".chart-block:has(#{anchor})"))
                if missing:
                    faults.append(f"{kind}: the table's {missing} are not in the drawing")
        faults += [f"{name}: {complaint}" for complaint in visit.complaints]
        page.close()
    context.close()
    assert faults == []


def _explored(page: Page, block: Locator) -> list[int]:
    """Make a chart interactive and plain again by keyboard; what its drawing does not show."""
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
    page.keyboard.press("Enter")
    expect(block.locator(".chart-picture")).to_be_visible()
    expect(block.locator(".chart-live")).to_have_count(0)
    return [number for number in numbers if number and number not in shown]


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
