"""What holds on every page: accessible, light, private, and readable without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext

from tests.browser.site import CHAPTER, DATA_PAGE, SEARCH_PAGE, TITLE_PAGE, Site, watched

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
KILOBYTE = 1024
BUDGET = 50 * KILOBYTE
BUDGETS = {DATA_PAGE: 80 * KILOBYTE, SEARCH_PAGE: 200 * KILOBYTE}
MOST_REQUESTS = 10


def axe_faults(
    context: BrowserContext, site: Site, options: dict[str, Any], names: Sequence[str] = ()
) -> list[str]:
    """Each violation of axe's rules on each page, and each page wider than the screen."""
    faults = []
    page = context.new_page()
    for name in names or site.pages():
        page.goto(site.url(name))
        page.evaluate(AXE)
        found = page.evaluate("options => axe.run(document, options)", options | {"preload": False})
        faults += [
            f"{name}: {violation['id']}: {node['html'][:150]}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if width > 0:
            faults.append(f"{name}: {width} pixels wider than the screen")
    return faults


def test_no_page_breaks_a_rule_of_accessibility(browser: Browser, site: Site) -> None:
    """WCAG 2.2 A and AA, and axe's best practices."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    assert axe_faults(context, site, {"resultTypes": ["violations"]}) == []
    context.close()


CONTRAST = {"runOnly": ["color-contrast", "link-in-text-block"]}


def test_contrast_is_enough_in_the_dark(browser: Browser, site: Site) -> None:
    """When the device asks for dark pages."""
    context = browser.new_context(bypass_csp=True, color_scheme="dark")
    assert axe_faults(context, site, CONTRAST) == []
    context.close()


def test_contrast_is_enough_in_calm_colours(browser: Browser, site: Site) -> None:
    """A reader's own choice; a page of each kind."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script("localStorage.setItem('reading', '{\"colours\": \"calm\"}')")
    assert axe_faults(context, site, CONTRAST, [TITLE_PAGE, CHAPTER, DATA_PAGE]) == []
    context.close()


def test_pages_fit_a_narrow_screen(browser: Browser, site: Site) -> None:
    """At 320 pixels nothing scrolls sideways, and the rules still hold."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    rules = {"rules": {"color-contrast": {"enabled": False}}, "resultTypes": ["violations"]}
    assert axe_faults(context, site, rules) == []
    context.close()


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


def test_everything_can_be_read_without_scripts(browser: Browser, site: Site) -> None:
    """Text, drawings, numbers and every other page are there; what needs scripts is not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    chapters = [name for name in site.pages() if name.startswith("book/")]
    faults = []
    for name in site.pages():
        page.goto(site.url(name))
        listed = page.locator("#contents ul > li > a").evaluate_all(
            "links => links.map(link => link.href)"
        )
        missing = {site.url(chapter) for chapter in chapters} - set(listed)
        if missing:
            faults.append(f"{name} does not lead to {sorted(missing)}")
        for block in page.locator(".chart-block").all():
            if (
                not block.locator("svg").is_visible()
                or not block.locator("summary", has_text="numbers").is_visible()
            ):
                faults.append(f"{name}: a chart is not shown")
        if page.locator(".chart-explore:visible, .tool-settings:visible").count():
            faults.append(f"{name} offers what needs scripts")
    assert faults == []
    context.close()
