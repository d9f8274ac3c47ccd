"""Pages that are no chapters: search, the page for a wrong address, the way in from the top."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from sphinx.application import Sphinx

from seminarbook.sphinx_ext.html.browser import is_book_html

SEARCH = "search"
NOT_FOUND = "404"
WAY_IN = "index"
OWN_TEMPLATES = "seminarbook/"


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Name, content and template of each."""
    if not is_book_html(app):
        return
    yield SEARCH, {}, f"{OWN_TEMPLATES}search.html"
    yield NOT_FOUND, {}, f"{OWN_TEMPLATES}404.html"
    if app.config.root_doc != WAY_IN:
        # The title page lies with the chapters; whoever opens the folder's index is sent there.
        yield WAY_IN, {}, f"{OWN_TEMPLATES}way-in.html"


def replace_sphinx_search(app: Sphinx) -> None:
    """Sphinx need not make its own index and search page: the book has its own."""
    if is_book_html(app):
        app.builder.search = False  # type: ignore[attr-defined]


def site_folder(app: Sphinx) -> str:
    """The folder of the site on its server, with a slash at both ends."""
    path = urlsplit(app.config.html_baseurl).path.strip("/")
    return f"/{path}/" if path else "/"


def addresses_from_anywhere(app: Sphinx) -> Callable[..., str]:
    """What finds pages and files for a page that is shown at any address."""
    start = site_folder(app)

    def pathto(target: str, resource: bool = False) -> str:
        return start + (target if resource else app.builder.get_target_uri(target))

    return pathto
