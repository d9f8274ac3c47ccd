"""The one style sheet of the screen: what the book uses of furo's, then the book's own.

Put together from the installed theme at build time, so no third-party file is kept here.
"""

from __future__ import annotations

import re
from pathlib import Path

import furo
import rcssmin
import tinycss2

from seminarbook.sphinx_ext.html.chart_colours import chart_colours
from seminarbook.sphinx_ext.html.paths import STATIC

FURO_STYLES = Path(furo.__file__).parent / "theme" / "furo" / "static" / "styles" / "furo.css"

OWN_PARTS = (
    "tokens", "base", "layout", "navigation", "content", "words", "tables", "components", "charts",
    "search", "settings", "print",
)

# Parts of furo that the book's page template does without (its own skeleton stands in for
# them), or that serve API documentation. A selector that names one of these is left out.
_NOT_USED = re.compile(
    r"""
    \.(
        sidebar [\w-]* | toc- [\w-]* | no-toc | toctree-checkbox | mobile-header
      | (?:nav|toc)-overlay-icon | theme-(?:icon|toggle) [\w-]* | overlay | announcement [\w-]*
      | back-to-top | show-back-to-top | content-icon-container | icon | page | page-info | main
      | content | related-pages | bottom-of-page | next-page | skip-to-content | no-js
      | sig [\w-]* | viewcode [\w-]* | version(?:added|changed|removed) | deprecated | guilabel
      | domainindex [\w-]* | genindex [\w-]* | contents | only-(?:light|dark) | math [\w-]*
      | field-list | option-list | highlighttable | text-align\\ [\w-]* | search | centered
      | figure | admonition [\w-]* | topic [\w-]* | simple | footnote [\w-]*
    )(?![\w-])
    | \#(?:__navigation|__toc|searchbox)
    | \[class\]:not | dl:not | (?:em|span)\.property | div\.math | ^footer$
    """,
    re.VERBOSE,
)
# Dark colours are the book's own; widths at which furo's skeleton folds do not matter here.
_MEDIA_KEPT = re.compile(r"^\s*print\s*$")


def furo_rules() -> str:
    """The rules of furo's style sheet that can apply to a page of the book."""
    nodes = tinycss2.parse_stylesheet(
        FURO_STYLES.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True
    )
    kept: list[str] = []
    for node in nodes:
        if node.type == "at-rule":
            if _MEDIA_KEPT.match(tinycss2.serialize(node.prelude)):
                kept.append(node.serialize())
        elif node.type == "qualified-rule":
            selectors = [
                selector
                for selector in _split_selectors(tinycss2.serialize(node.prelude))
                if not _NOT_USED.search(selector)
            ]
            if selectors:
                kept.append(f"{','.join(selectors)}{{{tinycss2.serialize(node.content)}}}")
    return "\n".join(kept)


def _split_selectors(prelude: str) -> list[str]:
    """Split a list of selectors at commas that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(prelude):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "," and not depth:
            parts.append(prelude[start:place].strip())
            start = place + 1
    return [*parts, prelude[start:].strip()]


def stylesheet() -> str:
    """The whole style sheet, made small."""
    own = [(STATIC / "css" / f"{part}.css").read_text(encoding="utf-8") for part in OWN_PARTS]
    return str(rcssmin.cssmin("\n".join([furo_rules(), *own, chart_colours()])))
