"""Assets: which style sheets and scripts a page loads, and writing the book's own.

Extensions that Jupyter Book switches on add their files to every page. Here the list is
made anew: the book's own, what the reader of the configuration asked for by name, and an
extension's file only where the page holds what it serves.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rjsmin
from sphinx.application import Sphinx

from seminarbook.sphinx_ext.html.paths import FURO_STYLES, STATIC
from seminarbook.sphinx_ext.kept import kept, key_of

STYLE = "book.css"
SCRIPT = "book.js"
CHART_SCRIPT = "chart.js"
SEARCH_SCRIPT = "search.js"
SCRIPTS = (SCRIPT, CHART_SCRIPT, SEARCH_SCRIPT)


@dataclass(frozen=True, slots=True)
class Needed:
    """A file of an extension, and the text in a page that shows the page needs it."""

    file: str
    marker: str


NEEDED = (
    Needed("pygments.css", 'class="highlight'),
    Needed("sphinx-design.min.css", 'class="sd-'),
    Needed("design-tabs.js", 'class="sd-tab-'),
)


def script(name: str) -> str:
    """One of the book's own scripts, made small."""
    return str(rjsmin.jsmin((STATIC / "js" / name).read_text(encoding="utf-8")))


def own_assets() -> dict[str, str]:
    """The book's style sheet and scripts, by the name of their file."""
    # What takes style sheets apart is loaded when there is one to make.
    from seminarbook.sphinx_ext.html.stylesheet import stylesheet

    return {STYLE: stylesheet()} | {name: script(name) for name in SCRIPTS}


def write_assets(app: Sphinx) -> None:
    """Put the book's own files where pages find them, and remember what they hold."""
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    sources = [path for path in sorted(STATIC.rglob("*")) if path.suffix in (".css", ".js")]
    key = key_of(*(path.read_bytes() for path in (*sources, FURO_STYLES)))
    for name, text in kept(app, "assets", key, own_assets).items():
        (folder / name).write_text(text, encoding="utf-8")
        _addresses[name] = f"_static/{name}?v={hashlib.sha256(text.encode()).hexdigest()[:8]}"


# The address of each file carries a mark of its content, so that a browser may keep it for good.
_addresses: dict[str, str] = {}


def address(name: str) -> str:
    """Where one of the book's own files is, from the top of the site."""
    return _addresses[name]


def chosen(app: Sphinx, files: list[Any], body: str) -> list[Any]:
    """Those of Sphinx's list of files that this page needs."""
    named = {
        os.path.basename(entry if isinstance(entry, str) else entry[0])
        for entry in (*app.config.html_css_files, *app.config.html_js_files)
    }
    named |= {needed.file for needed in NEEDED if needed.marker in body}
    return [file for file in files if os.path.basename(str(file.filename or "")) in named]
