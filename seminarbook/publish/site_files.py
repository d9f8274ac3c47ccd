"""Site files: what stands at the top of the site for robots, and for people who look there.

The map is written here and not by an extension: the usual one lists only the pages that a
build has written, which after an edit is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from seminarbook.publish.works import Publication, Work

_TOOLS = "Jupyter Book, Sphinx, Furo, pandas, Plotly, Matplotlib"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(book: Publication, works: Sequence[Work]) -> bytes:
    """Every page of the book, with the day of the edition."""
    root = ElementTree.Element("urlset", xmlns=_NAMESPACE)
    for work in works:
        page = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(page, "loc").text = work.address
        if book.edition:
            ElementTree.SubElement(page, "lastmod").text = book.edition.iso()
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return bytes(text) + b"\n"


def robots(book: Publication) -> str:
    """Everybody may read everything."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {book.address}sitemap.xml\n"


def humans(book: Publication) -> str:
    """Who made this, and how to reach them."""
    made = [book.title, *(f"By: {author.name}" for author in book.authors), book.edition_words]
    made += [f"Licence: {book.licence}" if book.licence else ""]
    made += [f"Contact: {book.contact}" if book.contact else ""]
    site = ["No cookies, no counting of visits, nothing from other sites.", f"With: {_TOOLS}"]
    lines = ["/* BOOK */", *filter(None, made), "", "/* SITE */", *site]
    return "\n".join(lines) + "\n"
