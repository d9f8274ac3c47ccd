"""Whether pages for a browser are being made, with the theme that our templates build on."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder


def is_book_html(app: Sphinx) -> bool:
    """True for the web site; false for EPUB, PDF and other themes."""
    builder = app.builder
    return (
        isinstance(builder, StandaloneHTMLBuilder)
        and builder.name in ("html", "dirhtml")
        and builder.theme.name == "furo"
    )
