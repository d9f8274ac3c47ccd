"""The one style sheet of the screen: what the book uses of furo's, then the book's own.

Put together from the installed theme at build time, so no third-party file is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import rcssmin
import tinycss2

from seminarbook.sphinx_ext.html.chart_colours import chart_colours
from seminarbook.sphinx_ext.html.paths import FURO_STYLES, STATIC

OWN_PARTS = (
    "tokens",
    "base",
    "layout",
    "navigation",
    "content",
    "words",
    "tables",
    "components",
    "charts",
    "search",
    "settings",
    "print",
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
      | muted-link | figure | admonition [\w-]* | topic [\w-]* | simple | footnote [\w-]*
    )(?![\w-])
    | \#(?:__navigation|__toc|searchbox)
    | \[role=main\] | \[class\]:not | dl:not | (?:em|span)\.property | div\.math | ^footer$
    """,
    re.VERBOSE,
)
# Dark colours are the book's own; widths at which furo's skeleton folds do not matter here.
_MEDIA_KEPT = re.compile(r"^\s*print\s*$")
_ASKED_FOR = re.compile(r"var\(\s*(--[\w-]+)")


def furo_rules(asked_for: Collection[str] = ()) -> str:
    """The rules of furo's style sheet that can apply to a page of the book.

    furo names hundreds of values; those stay that its kept rules or ``asked_for`` ask for.
    """
    nodes = tinycss2.parse_stylesheet(
        FURO_STYLES.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True
    )
    kept: list[tuple[str, list[str]]] = []
    for node in nodes:
        prelude = tinycss2.serialize(node.prelude)
        if node.type == "at-rule" and _MEDIA_KEPT.match(prelude):
            kept.append((f"@{node.at_keyword}{prelude}", [tinycss2.serialize(node.content)]))
        elif node.type == "qualified-rule":
            selectors = [one for one in _split_selectors(prelude) if not _NOT_USED.search(one)]
            if selectors:
                kept.append((",".join(selectors), _declarations(node)))
    kept = _without_idle_values(kept, asked_for)
    return "\n".join(f"{selectors}{{{';'.join(lines)}}}" for selectors, lines in kept if lines)


def _declarations(rule: tinycss2.ast.QualifiedRule) -> list[str]:
    found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [declaration.serialize() for declaration in found]


def _without_idle_values(
    rules: list[tuple[str, list[str]]], asked_for: Collection[str]
) -> list[tuple[str, list[str]]]:
    """Leave out named values that nothing asks for, and then those that only they asked for."""
    while True:
        lines = [line for _, lines in rules for line in lines]
        used = {*asked_for, *(name for line in lines for name in _ASKED_FOR.findall(line))}
        shorter = [
            (selectors, [line for line in lines if not _is_idle(line, used)])
            for selectors, lines in rules
        ]
        if shorter == rules:
            return rules
        rules = shorter


def _is_idle(line: str, used: Collection[str]) -> bool:
    return line.startswith("--") and line.partition(":")[0] not in used


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
    parts = [(STATIC / "css" / f"{part}.css").read_text(encoding="utf-8") for part in OWN_PARTS]
    own = "\n".join([*parts, chart_colours()])
    return str(rcssmin.cssmin(furo_rules(_ASKED_FOR.findall(own)) + own))
