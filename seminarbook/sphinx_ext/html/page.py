"""Page: what the templates of a page are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from seminarbook.sphinx_ext.html.assets import (
    CHART_SCRIPT,
    SCRIPT,
    SEARCH_SCRIPT,
    STYLE,
    address,
    chosen,
    script,
    write_assets,
)
from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.html.chart_files import write_chart_files
from seminarbook.sphinx_ext.html.csp import policy
from seminarbook.sphinx_ext.html.extra_pages import (
    NOT_FOUND,
    OWN_TEMPLATES,
    SEARCH,
    addresses_from_anywhere,
    site_folder,
)
from seminarbook.sphinx_ext.html.navigation import navigation
from seminarbook.sphinx_ext.html.outline import outline
from seminarbook.sphinx_ext.html.search_index import INDEX
from seminarbook.sphinx_ext.html.tidy import as_list_items, with_reachable_code
from seminarbook.sphinx_ext.html.words import Word, local_id, words_of

EDIT_KEY = "seminarbook_edit_url"
PATH = "{path}"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page shows beside its text."""

    style: str
    scripts: tuple[str, ...]
    policy: str
    early_script: str
    navigation: str
    sections: str
    part: str
    words: tuple[Word, ...]
    word_id: Callable[[Word], str]
    edit_url: str


def write_own_assets(app: Sphinx) -> None:
    """Write the style sheet and the scripts, where pages for a browser are made."""
    if is_book_html(app):
        write_assets(app)


@lru_cache(maxsize=1)
def _early_script() -> str:
    return script("early.js")


def spare_theme_navigation(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Keep the theme from rendering its own list of chapters, page by page, for nothing."""
    if is_book_html(app):
        context["toctree"] = lambda **options: ""


def describe_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> str | None:
    """Give the page our template, what it shows beside its text, and only the files it needs."""
    if not is_book_html(app):
        return None
    body = with_reachable_code(as_list_items(context.get("body", "")))
    context["body"] = body
    context["css_files"] = chosen(app, context["css_files"], body)
    context["script_files"] = chosen(app, context["script_files"], body)
    if pagename == NOT_FOUND:
        context["pathto"] = addresses_from_anywhere(app)
    scripts = [address(SCRIPT)]
    has_charts = doctree is not None and write_chart_files(app, pagename, doctree)
    if has_charts:
        scripts.append(address(CHART_SCRIPT))
    if pagename == SEARCH:
        scripts += [INDEX, address(SEARCH_SCRIPT)]
    start = site_folder(app) if pagename == NOT_FOUND else ""
    book = outline(app.env)
    part = book.part_of(pagename)
    sections = _sections(context.get("toc", "")) if doctree is not None else ""
    early = _early_script()
    context["book"] = PageFacts(
        style=address(STYLE),
        scripts=tuple(scripts),
        policy=policy(early, inline_styles=has_charts or ' style="' in body),
        early_script=early,
        navigation=navigation(book, pagename, sections, _suffix(app), start),
        sections=sections,
        part=part.caption if part else "",
        words=words_of(doctree),
        word_id=local_id,
        edit_url=_edit_url(app, pagename) if doctree is not None else "",
    )
    return templatename if templatename.startswith(OWN_TEMPLATES) else f"{OWN_TEMPLATES}page.html"


def _sections(contents: str) -> str:
    """The list of a page's sections, out of Sphinx's list that begins with the page itself."""
    start, end = contents.find("<ul>", 1), contents.rfind("</li>")
    return contents[start:end] if start > 0 else ""


def _suffix(app: Sphinx) -> str:
    """What stands between a page's name and the end of its address."""
    return app.builder.get_target_uri("a")[1:]


def _edit_url(app: Sphinx, pagename: str) -> str:
    """Where a page's source can be changed; "" where no address is set."""
    pattern: str = app.config[EDIT_KEY]
    source = Path(app.env.doc2path(pagename, base=False)).as_posix()
    return pattern.replace(PATH, quote(source)) if pattern else ""


def check_edit_address(app: Sphinx, config: Config) -> None:
    """Refuse an address that would lead nowhere, or to the same place from every page."""
    pattern: str = config[EDIT_KEY]
    if pattern and not (pattern.startswith(("https://", "http://")) and PATH in pattern):
        raise ConfigError(
            f"{EDIT_KEY}: “{pattern}” must be a web address with {PATH} in the place of the page, "
            f"such as https://github.com/OWNER/PROJECT/edit/main/{PATH}."
        )
