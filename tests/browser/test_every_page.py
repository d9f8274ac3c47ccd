"""What holds on every page: light, private, and readable without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.site import DATA_PAGE, SEARCH_PAGE, Site, watched

KILOBYTE = 1024
BUDGET = 50 * KILOBYTE
BUDGETS = {DATA_PAGE: 80 * KILOBYTE, SEARCH_PAGE: 200 * KILOBYTE}
MOST_REQUESTS = 10


def test_a_visit_is_light_private_and_quiet(browser: Browser, site: Site) -> None:
    """Few requests, few bytes, none to anybody else, no error, nothing the policy forbids."""
    faults = []
    for name in site.pages():
        context = browser.new_context()
        page = context.new_page()
        with watched(page) as visit:
            page.goto(site.url(name), wait_until="load")
        faults += [f"{name}: {complaint}" for complaint in visit.complaints]
        faults += [
            f"{name}: asks {url}"
            for url in visit.requests
            if not url.startswith(site.address) and not url.startswith("data:")
        ]
        fetched = {url for url in visit.requests if url.startswith(site.address)}
        size = sum(site.compressed(url) for url in fetched)
        if len(fetched) > MOST_REQUESTS or size > BUDGETS.get(name, BUDGET):
            faults.append(f"{name}: {size} bytes in {len(fetched)} requests")
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        scripts = (policy or "").partition("script-src")[2].partition(";")[0]
        if not scripts or "unsafe" in scripts:
            faults.append(f"{name}: {policy}")
        context.close()
    assert faults == []


WITHOUT_SCRIPTS = """() => {
  const shown = (element) => element?.checkVisibility() && element.getClientRects().length > 0;
  return {
    listed: [...document.querySelectorAll("#contents ul > li > a")].map((link) => link.href),
    hidden: [...document.querySelectorAll(".chart-block")].filter((block) =>
      !shown(block.querySelector("svg")) || !shown(block.querySelector(".chart-numbers summary"))).length,
    idle: [...document.querySelectorAll(".chart-explore, .tool-settings")].filter(shown).length,
  };
}"""


def test_everything_can_be_read_without_scripts(browser: Browser, site: Site) -> None:
    """Text, drawings, numbers and every other page are there; what needs scripts is not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    chapters = {site.url(name) for name in site.pages() if name.startswith("book/")}
    faults = []
    for name in site.pages():
        page.goto(site.url(name))
        found = page.evaluate(WITHOUT_SCRIPTS)
        if missing := chapters - set(found["listed"]):
            faults.append(f"{name} does not lead to {sorted(missing)}")
        if found["hidden"]:
            faults.append(f"{name}: {found['hidden']} charts are not shown")
        if found["idle"]:
            faults.append(f"{name} offers what needs scripts")
    assert faults == []
    context.close()
