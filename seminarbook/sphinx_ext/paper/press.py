"""The press: sets trees as pages and prints pages as PDF.

What several documents share is read once: style sheet, fonts, images.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from seminarbook.sphinx_ext.paper import typefaces
from seminarbook.sphinx_ext.paper.fragments import Element

SIZES = {"a4": "A4", "letter": "letter"}
STYLE = Path(__file__).parents[2] / "static" / "paper" / "print.css"


class Press:
    """A style sheet, its fonts and an image cache, shared by every document printed."""

    def __init__(self, paper: str, base: Path, language: str) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher

        self.base = base
        self.language = language
        self._weasyprint = weasyprint
        self._fetcher = URLFetcher(allowed_protocols=["file", "data"])
        self._fonts = FontConfiguration()
        self._images: dict[str, Any] = {}
        size = SIZES[paper]
        style = "\n".join(
            [
                *typefaces.rules(),
                f"@page {{ size: {size} }}",
                f"@page turned {{ size: {size} landscape }}",
                STYLE.read_text(encoding="utf-8"),
            ]
        )
        self._style = weasyprint.CSS(
            string=style, font_config=self._fonts, url_fetcher=self._fetcher
        )

    def set_type(self, body: Iterable[Element], title: str, **meta: str) -> Any:
        """Lay the elements out as pages; a WeasyPrint ``Document``."""
        html = self._html(body, title, meta)
        return html.render(
            font_config=self._fonts,
            stylesheets=[self._style],
            cache=self._images,
            pdf_variant="pdf/ua-1",
        )

    def print(self, document: Any, path: Path, front_pages: int = 0) -> None:
        """Write the pages of ``document`` as a tagged PDF; ``front_pages`` count i, ii, iii."""
        path.parent.mkdir(parents=True, exist_ok=True)

        from seminarbook.sphinx_ext.paper.tagging import our_tags

        def finish(printed: Any, pdf: Any) -> None:
            if front_pages:
                pdf.catalog["PageLabels"] = f"<</Nums [0 <</S /r>> {front_pages} <</S /D>>]>>"

        for page in document.pages:
            page.links = _without_repeats(page.links)
        with our_tags():
            document.write_pdf(path, finisher=finish, pdf_variant="pdf/ua-1", pdf_identifier=False)

    def _html(self, body: Iterable[Element], title: str, meta: dict[str, str]) -> Any:
        root = ElementTree.Element("html", {"lang": self.language})
        head = ElementTree.SubElement(root, "head")
        ElementTree.SubElement(head, "title").text = title
        for name, content in meta.items():
            key = {"created": "dcterms.created", "modified": "dcterms.modified"}.get(name, name)
            ElementTree.SubElement(head, "meta", {"name": key, "content": content})
        ElementTree.SubElement(root, "body").extend(body)
        html = self._weasyprint.HTML.__new__(self._weasyprint.HTML)
        return _from_tree(html, root, self.base.as_uri() + "/", self._fetcher)


def _from_tree(html: Any, root: Element, base_url: str, fetcher: Any) -> Any:
    """Give WeasyPrint a tree that is already parsed: its own parser takes longer than layout."""
    import cssselect2

    html.base_url = base_url
    html.url_fetcher = fetcher
    html.media_type = "print"
    html.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
    html.etree_element = html.wrapper_element.etree_element
    return html


def _without_repeats(links: Sequence[Any]) -> list[Any]:
    """Links less those that lie within another to the same target.

    WeasyPrint makes one for a link and one more for each element inside it.
    """
    kept: list[Any] = []
    for kind, target, area, box in links:
        left, top, right, bottom = area
        inside = any(
            (kind, target) == (other, place)
            and x1 <= left + 0.01
            and y1 <= top + 0.01
            and right <= x2 + 0.01
            and bottom <= y2 + 0.01
            for other, place, (x1, y1, x2, y2), _ in kept[-3:]
        )
        if not inside:
            kept.append((kind, target, area, box))
    return kept


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
