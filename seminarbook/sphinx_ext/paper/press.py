"""The press: sets trees as pages and prints pages as PDF.

What several documents share is read once: style sheet, fonts, images.
"""

from __future__ import annotations

import contextlib
import gc
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper import typefaces
from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.fragments import Element

SIZES = {"a4": "A4", "letter": "letter"}
STYLE = Path(__file__).parents[2] / "static" / "paper" / "print.css"


class Press:
    """A style sheet, its fonts and an image cache, shared by every document printed."""

    def __init__(self, paper: str, base: Path, language: str) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher

        from seminarbook.sphinx_ext.paper.sheets import Supplies

        self.base = base
        self.language = language
        self._weasyprint = weasyprint
        self._fetcher = URLFetcher(allowed_protocols=["file", "data"])
        self._fonts = FontConfiguration()
        self._images: dict[str, Any] = {}
        self._supplies = Supplies()
        self._style = self._sheet(
            *typefaces.rules(),
            f"@page {{ size: {SIZES[paper]} }}",
            f"@page turned {{ size: {SIZES[paper]} landscape }}",
            STYLE.read_text(encoding="utf-8"),
        )

    def set_type(self, body: Iterable[Element], first: int = 1) -> Any:
        """Lay the elements out and paint them: a ``Piece`` whose first page is number ``first``."""
        from seminarbook.sphinx_ext.paper.sheets import pull

        side = "right" if first % 2 else "left"
        start = self._sheet(
            f"html {{ break-before: {side} }} @page :first {{ counter-reset: page {first} }}"
        )
        document = self._html(body).render(
            font_config=self._fonts,
            stylesheets=[self._style, start],
            cache=self._images,
            pdf_variant="pdf/ua-1",
        )
        return pull(document.pages, self._supplies)

    def print(
        self, pieces: Sequence[Any], path: Path, title: str, facts: Facts, front_pages: int = 0
    ) -> None:
        """Write the pieces as one tagged PDF; ``front_pages`` are counted i, ii, iii."""
        from seminarbook.sphinx_ext.paper.sheets import merged_fonts
        from seminarbook.sphinx_ext.paper.tagging import our_tags

        day = facts.edition.isoformat() if facts.edition else None
        metadata = self._weasyprint.document.DocumentMetadata(
            title=title, authors=[facts.author], created=day, modified=day, lang=self.language
        )
        sheets = [sheet for piece in pieces for sheet in piece.sheets]
        document = self._weasyprint.Document(sheets, metadata, self._fetcher, self._fonts, {}, None)
        document.fonts = merged_fonts(pieces)
        for sheet in sheets:
            for *_, spot in sheet.links:
                spot.link_annotation = None

        def finish(printed: Any, pdf: Any) -> None:
            if front_pages:
                pdf.catalog["PageLabels"] = f"<</Nums [0 <</S /r>> {front_pages} <</S /D>>]>>"

        path.parent.mkdir(parents=True, exist_ok=True)
        with our_tags([piece.root for piece in pieces]):
            document.write_pdf(path, finisher=finish, pdf_variant="pdf/ua-1", pdf_identifier=False)

    def _sheet(self, *rules: str) -> Any:
        return self._weasyprint.CSS(
            string="\n".join(rules), font_config=self._fonts, url_fetcher=self._fetcher
        )

    def _html(self, body: Iterable[Element]) -> Any:
        """Give WeasyPrint a tree that is parsed already: its own parser is slower than layout."""
        import cssselect2

        root = ElementTree.Element("html", {"lang": self.language})
        ElementTree.SubElement(root, "body").extend(body)
        html = self._weasyprint.HTML.__new__(self._weasyprint.HTML)
        html.base_url = self.base.as_uri() + "/"
        html.url_fetcher = self._fetcher
        html.media_type = "print"
        wrapper = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        html.wrapper_element, html.etree_element = wrapper, wrapper.etree_element
        return html


@contextlib.contextmanager
def swept() -> Iterator[None]:
    """Let Python look for garbage only between pieces, and only among what was made since.

    Layout makes millions of objects that all are in use; looking through them takes a
    fifth of its time.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


@contextlib.contextmanager
def listening() -> Iterator[list[str]]:
    """Collect what WeasyPrint reports, which it otherwise only logs."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()
            if message not in heard:
                heard.append(message)

    ear = Ear(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(ear)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
