"""What makes the book found, cited and used again, put into pages and beside them.

``catalogue`` knows every page as a work that can be cited; ``head`` tells of it in a page's
head, ``cite`` in its text, ``site`` in the files at the top of the site; ``notebooks`` shows
what code finds in the published data.
"""

from __future__ import annotations

from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register settings, nodes and what happens when pages are read and written."""
    from seminarbook.sphinx_ext.scholarly import (
        catalogue,
        cite,
        head,
        notebooks,
        settings,
        site,
        summaries,
    )

    settings.register(app)
    cite.register(app)
    notebooks.register(app)
    app.add_env_collector(summaries.SummaryCollector)
    app.connect("doctree-read", summaries.note_events)
    app.connect("env-updated", catalogue.forget)
    # Before the page's template is chosen (900), which shows what is added here.
    app.connect("html-page-context", head.describe, priority=800)
    app.connect("build-finished", site.write)
