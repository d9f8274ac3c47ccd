"""The book in one file, on paper and on an e-reader.

``outline`` knows the order of the chapters; ``rendering`` and ``fragments`` turn a chapter into a
plain tree, and ``galleys`` keeps those that have not changed. For a PDF, ``manuscript`` writes the
tree down as data, ``references`` leads its links, ``composition`` puts chapters and the pages
around them together, and ``volumes`` shares out a long book. ``press`` has Typst set them as the
files in ``static/paper`` say; ``binding`` sees to the order of all this, ``joining`` makes one file
of volumes, and ``finishing`` what Typst leaves to do. For an EPUB, ``reader_pages`` makes pages and
``container`` packs them.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from seminarbook.sphinx_ext.paper.bibliography import EmptyEntries


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what PDF and EPUB are told alike."""
    app.add_post_transform(EmptyEntries)
    app.add_config_value("seminarbook_file_name", "", "", str)
    app.add_config_value("seminarbook_licence", "", "", str)
    app.add_config_value("seminarbook_licence_address", "", "", str)
    app.add_config_value("seminarbook_contact", "", "", str)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
