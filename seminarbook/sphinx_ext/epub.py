"""The builder ``epub``: the whole book as one EPUB 3 file, in place of Sphinx's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from seminarbook.sphinx_ext.paper.facts import facts_of, file_name
from seminarbook.sphinx_ext.paper.reader_pages import pack
from seminarbook.sphinx_ext.paper.rendering import PlainBuilder


class EpubBuilder(PlainBuilder):
    """Packs the documents as an EPUB without script, theme or font."""

    name = "epub"
    epilog = "The EPUB is in %(outdir)s."

    def init(self) -> None:
        """Sphinx checks settings of its own EPUB builder, of which this one needs none."""
        super().init()
        self.config.version = self.config.version or "1"

    def write(self, *ignored: Any) -> None:
        """Write the book."""
        self.write_book()

    def write_book(self) -> Path:
        """Pack the whole book and return its file."""
        path = Path(self.outdir) / f"{file_name(self.config)}.epub"
        pack(facts_of(self.app), list(self.chapters()), self.web_address, path)
        return path


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder."""
    app.setup_extension("seminarbook.sphinx_ext.paper")
    app.add_builder(EpubBuilder, override=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
