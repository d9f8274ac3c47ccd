"""The seminar book: data files and chapters → a web site, a PDF and an EPUB."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "1.0.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """All that Sphinx is told. Its parts are imported here, so that importing us stays cheap."""
    from seminarbook.sphinx_ext import (
        directives,
        epub,
        html,
        lifecycle,
        nodes,
        pdf,
        quick,
        roles,
        scholarly,
        settings,
    )
    from seminarbook.sphinx_ext.domain import SeminarbookDomain
    from seminarbook.sphinx_ext.version import code_version

    app.setup_extension("sphinxcontrib.bibtex")  # every source is cited through it
    quick.setup(app)
    settings.register(app)
    app.add_domain(SeminarbookDomain)
    nodes.register(app)
    for name, directive in directives.DIRECTIVES.items():
        app.add_directive(name, directive)
    for name, role in roles.ROLES.items():
        app.add_role(name, role())
    lifecycle.connect(app)
    html.setup(app)
    pdf.setup(app)
    epub.setup(app)
    scholarly.setup(app)
    return {
        "version": __version__,
        # Pages hold what our code made of the data: after a change of code all are read again.
        "env_version": code_version(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
