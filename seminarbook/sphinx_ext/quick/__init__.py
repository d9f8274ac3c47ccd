"""What others do again and again for each page, done once: same results, less work.

Each module stands for one change that could be made where the work is done, in docutils, in
Sphinx or in sphinxcontrib-bibtex; it names the place, and what it took. Measured on a generated
book of 400 chapters (``make bench``), where these were more than half of a build's time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Put every change in place."""
    from seminarbook.sphinx_ext.quick import (
        citations,
        defaults,
        lookups,
        partials,
        plugins,
        sparing,
        templates,
        traversal,
    )

    lookups.install()
    plugins.register()
    app.connect("config-inited", plugins.format_once)
    traversal.install()
    defaults.install()
    sparing.install(app)
    app.add_domain(citations.QuickBibtexDomain, override=True)
    app.connect("builder-inited", partials.install)
    app.connect("builder-inited", templates.keep)
