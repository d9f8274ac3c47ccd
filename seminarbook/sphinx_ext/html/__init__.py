"""The screen: pages for a browser, built on furo."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.config import Config


def setup(app: Sphinx) -> None:
    """Register what makes pages for a browser."""
    from seminarbook.sphinx_ext.html import (
        charts,
        extra_pages,
        line_breaks,
        outline,
        page,
        search_index,
        sources,
        tables,
        tidy,
        words,
    )

    charts.register(app)
    tables.register(app)
    sources.register(app)
    app.add_env_collector(words.WordsCollector)
    app.add_env_collector(search_index.SearchCollector)
    app.add_post_transform(words.LinkWordsToThisPage)
    app.add_post_transform(line_breaks.BreakLinesWell)
    app.add_config_value(page.EDIT_KEY, "", "html", types=[str])
    app.connect("config-inited", add_templates)
    app.connect("config-inited", page.check_edit_address)
    app.connect("builder-inited", page.write_own_assets)
    app.connect("builder-inited", extra_pages.replace_sphinx_search)
    app.connect("html-collect-pages", extra_pages.collect)
    app.connect("env-updated", outline.forget_outline)
    app.connect("doctree-resolved", tidy.remove_thebe, priority=900)
    app.connect("build-finished", copy_plotly)
    app.connect("build-finished", search_index.write_index)
    # Before furo's own handler (500), and after every handler that adds files (500 and later).
    app.connect("html-page-context", page.spare_theme_navigation, priority=400)
    app.connect("html-page-context", page.describe_page, priority=900)


def add_templates(app: Sphinx, config: Config) -> None:
    """Our templates stand in a folder of their own name, so other themes never meet them."""
    from seminarbook.sphinx_ext.html.paths import TEMPLATES

    # A new list: the one at hand may be Sphinx's own default, which all its books share.
    config.templates_path = [*config.templates_path, str(TEMPLATES)]


def copy_plotly(app: Sphinx, exception: Exception | None) -> None:
    """Put plotly's bundle into a site that has charts."""
    from seminarbook.sphinx_ext.html.browser import is_book_html
    from seminarbook.sphinx_ext.html.chart_files import copy_bundle

    if exception is None and is_book_html(app):
        copy_bundle(app)
