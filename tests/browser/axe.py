"""axe on a page: every rule, or what readers can tell apart in one set of colours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
COLOURS = ("color-contrast", "link-in-text-block")
# All of WCAG 2.2 A and AA and best practices; axe leaves the size of targets out unless asked.
_ALL: dict[str, Any] = {"target-size": {"enabled": True}}
_NO_COLOURS = _ALL | {rule: {"enabled": False} for rule in COLOURS}

# Marks one place for each look of letters: their colour, size and weight, what is behind them,
# and the colour of the text around. Letters that look the same have the same contrast, and
# measuring each of thousands takes axe most of its time.
_MARK_LOOKS = """() => {
  for (const marked of document.querySelectorAll("[data-look]")) marked.removeAttribute("data-look");
  const seen = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const place = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || seen.has(place)) continue;
    const own = getComputedStyle(place);
    const around = getComputedStyle(place.parentElement ?? place);
    const look = [own.color, own.fontSize, own.fontWeight, own.textDecorationLine, place.tagName, around.color];
    for (let behind = place; behind; behind = behind.parentElement) {
      const style = getComputedStyle(behind);
      const clear = /, 0\\)$/.test(style.backgroundColor);
      if (style.backgroundImage !== "none") look.push(style.backgroundImage);
      if (style.opacity !== "1") look.push(style.opacity);
      if (!clear) look.push(style.backgroundColor);
      if (!clear && !/^rgba/.test(style.backgroundColor)) break;
    }
    const name = look.join(";");
    if (seen.has(name)) continue;
    seen.add(name).add(place);
    place.setAttribute("data-look", seen.size);
  }
}"""


def load(page: Page) -> None:
    """Put axe into the page that is open."""
    page.evaluate(AXE)


def broken_rules(page: Page, *, colours: bool = True) -> list[str]:
    """Each violation of any rule on the page."""
    return _run(page, None, {"rules": _ALL if colours else _NO_COLOURS})


def weak_contrasts(page: Page) -> list[str]:
    """Each look of letters on the page that is too faint, or a link only by its colour."""
    page.evaluate(_MARK_LOOKS)
    return _run(page, {"include": [["[data-look]"]]}, {"runOnly": list(COLOURS)})


def _run(page: Page, context: dict[str, Any] | None, options: dict[str, Any]) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(
        """async ([context, options]) => (await axe.run(context ?? document, options)).violations
          .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html })))""",
        [context, options | {"preload": False, "resultTypes": ["violations"]}],
    )
    return [f"{one['id']}: {one['html'][:150]}" for one in found]
