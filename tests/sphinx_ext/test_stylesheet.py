"""The one style sheet: small, and quick for a browser to apply to a page of long tables."""

from __future__ import annotations

import gzip
import re

from seminarbook.sphinx_ext.html.stylesheet import stylesheet

KILOBYTE = 1024


def test_it_stays_small() -> None:
    """It is fetched before the first page can be shown."""
    assert len(gzip.compress(stylesheet().encode())) < 11 * KILOBYTE


def test_no_rule_makes_a_browser_look_at_every_element_again() -> None:
    """A change of one attribute, or what a parent holds, concerns the element itself."""
    selectors = re.findall(r"([^{}]+)\{", stylesheet())
    slow = [one for one in selectors if ":has(" in one or re.search(r"\[role[^\]]*\] ", one)]
    assert slow == []


def test_values_of_one_kind_of_element_are_not_handed_down() -> None:
    """Else each of thousands of cells would get styles that it shares with none."""
    text = stylesheet()
    of_all = re.compile(r":root|^body$|^html$|^@")
    handed_down = {
        name
        for selector, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", text)
        if not of_all.search(selector)
        for name in re.findall(r"(?:^|;)(--[\w-]+):", rules)
    }
    kept = set(re.findall(r"@property (--[\w-]+)", text))
    assert handed_down - kept <= {"--column"}
