"""Everything can be done with the keyboard alone, and focus goes where it is expected."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.site import CHAPTER, TITLE_PAGE, Site


def focused(page: Page) -> str:
    """The name of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_the_first_stop_skips_to_the_text(page: Page, site: Site) -> None:
    """And Enter goes there."""
    page.goto(site.url(TITLE_PAGE))
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_every_stop_can_be_seen(page: Page, site: Site) -> None:
    """A walk through a chapter: each stop is in view and has a mark around it."""
    page.goto(site.url(CHAPTER))
    faults, stops = [], 0
    for _ in range(120):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body) return null;
              const box = at.getBoundingClientRect();
              const line = at.getClientRects()[0];
              const top = document.elementFromPoint(line.left + 8, line.top + line.height / 2);
              return {
                name: at.textContent.trim() || at.id || at.getAttribute("aria-label"),
                marked: getComputedStyle(at).outlineStyle !== "none",
                seen: box.height > 0 && !!top && (at.contains(top) || top.contains(at)),
              };
            }"""
        )
        if stop is None:
            break
        stops += 1
        if not stop["marked"] or not stop["seen"]:
            faults.append(stop)
    assert faults == []
    assert stops > 60


def test_contents_open_and_close_on_a_phone(phone: BrowserContext, site: Site) -> None:
    """Opened by Enter, closed by Escape, and the focus returns to the button."""
    page = phone.new_page()
    page.goto(site.url(CHAPTER))
    button = page.get_by_role("button", name="Contents")
    listed = page.locator("#contents")
    expect(listed).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(listed).to_be_visible()
    expect(listed.locator("[aria-current=page]")).to_contain_text("Seminar 6")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#contents') !== null")
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    expect(button).to_be_focused()


def test_contents_open_without_scripts(browser: Browser, site: Site) -> None:
    """The browser itself opens the list."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(site.url(CHAPTER))
    page.get_by_role("button", name="Contents").press("Enter")
    expect(page.locator("#contents")).to_be_visible()
    context.close()


def test_a_term_is_explained_at_its_place(page: Page, site: Site) -> None:
    """Enter opens the meaning, Escape closes it, and the reader is where they were."""
    page.goto(site.url(CHAPTER))
    term = page.locator("a.term").first
    term.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("note").filter(has=page.locator("dd"))
    expect(note).to_be_visible()
    expect(term).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(term).to_be_focused()


def test_a_citation_tells_its_source_at_its_place(page: Page, site: Site) -> None:
    """No hovering: a press of Enter shows what the link's title holds."""
    page.goto(site.url(CHAPTER))
    link = page.locator("article p a.cited", has_text="Kaur, 2017").first
    link.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("note", name="Source")
    expect(note).to_contain_text("Seminar Summary")
    expect(note.get_by_role("link", name="In the list of sources")).to_be_visible()
    source = note.get_by_role("link", name="https://")
    assert source.get_attribute("href") == source.inner_text()
    expect(note).to_contain_text(f"{source.inner_text()}.")


def test_reading_settings_stay_on_the_device(page: Page, site: Site) -> None:
    """Chosen with the keyboard, they hold on the next page, and can be taken back."""
    page.goto(site.url(CHAPTER))
    page.get_by_role("button", name="Reading settings").press("Enter")
    larger = page.get_by_role("radio", name="Larger")
    larger.press("Space")
    line = "getComputedStyle(document.querySelector('article p')).lineHeight"
    narrow = page.evaluate(line)
    page.get_by_role("radio", name="Wider").press("Space")
    assert page.evaluate(line) != narrow
    size = page.evaluate("getComputedStyle(document.body).fontSize")
    page.goto(site.url(TITLE_PAGE))
    assert page.evaluate("document.documentElement.dataset.size") == "larger"
    assert page.evaluate("getComputedStyle(document.body).fontSize") == size
    assert page.context.cookies() == []
    page.get_by_role("button", name="Reading settings").press("Enter")
    expect(page.get_by_role("radio", name="Larger")).to_be_checked()
    page.get_by_role("button", name="Back to the usual").press("Enter")
    assert page.evaluate("document.documentElement.dataset.size") is None
    page.reload()
    assert page.evaluate("document.documentElement.dataset.size") is None
